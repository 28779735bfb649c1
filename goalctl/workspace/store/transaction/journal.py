"""Several files saved as one: their new texts are staged, a manifest says what each is to become, then each is put.

From the manifest on, the whole is done sooner or later: what a kill or a power cut leaves undone, the next write does.
It touches a file only if that is still as it was before, leaves anything else, and tells. Readers finish nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.file_errors import (
    AlreadyExistsError,
    ChangedMeanwhileError,
    GoneMeanwhileError,
    NotConfirmedError,
    NotSavedError,
    reason_and_hint,
)
from goalctl.documents.replace import put, stage
from goalctl.documents.save import save, sync_folder
from goalctl.documents.strays import digest, drop, is_stray
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.papers import is_for_all, paper
from goalctl.workspace.store.rescued import rescue_file
from goalctl.workspace.store.root import OWN, UNFINISHED, is_unfinished

TAKEN = (ChangedMeanwhileError, GoneMeanwhileError, AlreadyExistsError)


class Wanted(NamedTuple):
    """One file that is to be put: its name, what it holds before (None: it is new) and after."""

    name: str
    before: bytes | None
    after: bytes


class StagedFile(NamedTuple):
    """One file: its name, the digests of what it holds before (None: it is new) and after, where its text is staged."""

    name: str
    before: str | None
    after: str
    staged: str


class Ended(NamedTuple):
    """How the steps of a manifest went; what is `taken` reads otherwise than before, and was left alone."""

    done: tuple[StagedFile, ...] = ()
    taken: tuple[StagedFile, ...] = ()
    is_confirmed: bool = True


class UnfinishedError(GoalctlError):
    """Some of several files are in place, and the disk did not let the others be put."""

    says_what_was_saved = True

    def __init__(self, done: Sequence[StagedFile], left: Sequence[StagedFile], reason: str) -> None:
        self.done = tuple(done)
        saved = ", ".join(step.name for step in done) or "none"
        rest = ", ".join(step.name for step in left)
        super().__init__(
            f"saved: {saved}; not yet in place: {rest}: {reason}",
            "all of it is kept, so do not enter it again: the next goalctl command that writes here finishes it",
        )


class NoneSavedError(GoalctlError):
    """The first of several files could not even be prepared, so none was touched."""

    def __init__(self, wanted: Sequence[Wanted], reason: str, hint: str) -> None:
        names = ", ".join(one.name for one in wanted)
        super().__init__(f"nothing was saved of {names}: {reason}", hint)


def put_all(root: Path, wanted: Sequence[Wanted], account: Account) -> Ended:
    """All of them, whatever comes between; each is noted as it is in place."""
    steps = begin(root, wanted)
    try:
        ended = finish(root, steps)
    except UnfinishedError as error:
        for step in error.done:
            account.note(step.name)
        raise
    for step in ended.done:
        account.note(step.name)
    forget(root, steps)
    return ended


def begin(root: Path, wanted: Sequence[Wanted]) -> list[StagedFile]:
    """Stage every text and write the manifest; when anything is in the way, nothing has changed."""
    steps: list[StagedFile] = []
    try:
        for one in wanted:
            steps.append(_stage(root, one))  # noqa: PERF401 - known, so that it is taken away when the next one fails
        for folder in {(root / step.staged).parent for step in steps}:
            sync_folder(folder)
        text = json.dumps([step._asdict() for step in steps], indent=1) + "\n"
        save(root / OWN / UNFINISHED, text.encode(), root=root)
    except OSError as cause:
        forget(root, steps)
        raise NoneSavedError(wanted, *reason_and_hint(cause)) from None
    except (NotSavedError, NotConfirmedError) as error:
        forget(root, steps)
        raise NoneSavedError(wanted, error.reason, error.remedy) from None
    except BaseException:
        forget(root, steps)
        raise
    return steps


def _stage(root: Path, one: Wanted) -> StagedFile:
    staged = stage(root / one.name, one.after, root=root, before=one.before)
    before = None if one.before is None else digest(one.before)
    return StagedFile(one.name, before, digest(one.after), staged.relative_to(root.resolve()).as_posix())


def finish(root: Path, steps: Sequence[StagedFile]) -> Ended:
    """Put what is not in place yet; UnfinishedError, with the manifest kept, when the disk does not let that be."""
    done: list[StagedFile] = []
    taken: list[StagedFile] = []
    confirmed = True
    for number, step in enumerate(steps):
        try:
            put(root / step.staged, root / step.name, root=root, before=step.before, after=step.after)
        except NotConfirmedError:
            confirmed = False
        except TAKEN:
            taken.append(step)
            continue
        except NotSavedError as error:
            raise UnfinishedError(done, [*taken, *steps[number:]], error.reason) from None
        done.append(step)
    return Ended(tuple(done), tuple(taken), confirmed)


def _is_open(root: Path, step: StagedFile) -> bool:
    """Whether there is a text to put, and the file does not hold it yet."""
    try:
        return (root / step.staged).exists() and digest((root / step.name).read_bytes()) != step.after
    except OSError:
        return True


def forget(root: Path, steps: Sequence[StagedFile]) -> None:
    """The manifest goes before the staged texts, so that it never names what is not there."""
    with suppress(OSError):
        (root / OWN / UNFINISHED).unlink()
    with suppress(OSError, GoalctlError):
        sync_folder(root / OWN)
    for step in steps:
        drop(root / step.staged)


def steps_left(root: Path) -> list[StagedFile]:
    """What a manifest that was left says; nothing when there is none, or none that goalctl would have written."""
    try:
        steps = [StagedFile(**step) for step in paper(root, UNFINISHED) or ()]
        return steps if all(map(_is_ours, steps)) else []
    except (TypeError, ValueError):
        return []


def _is_ours(step: StagedFile) -> bool:
    """Whether goalctl stages a text so: under a temporary's name, for a file that may be everybody's."""
    return is_for_all(step.name) and is_for_all(step.staged) and is_stray(Path(step.staged).name)


def recover(root: Path) -> Iterator[str]:
    """Finish what an earlier command had begun; under the lock. What was done and what was left is told."""
    steps = steps_left(root)
    ended = finish(root, [step for step in steps if _is_open(root, step)])
    if ended.done:
        yield f"finished what was broken off earlier: {', '.join(step.name for step in ended.done)}"
    for step in ended.taken:
        kept = rescue_file(root, root / step.staged, Path(step.name).stem)
        yield f"{step.name} was changed since a broken-off write, and is left as it is; the other text is in {kept}"
    if is_unfinished(root):
        if not steps:
            yield f"{OWN}/{UNFINISHED} is no list of goalctl's: it is taken away, and nothing that it says is done"
        forget(root, steps)
