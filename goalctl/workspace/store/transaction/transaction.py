"""Changing plans: under the lock, on the files as they are now, checked before anything is saved, or not at all.

The lock is never held while a person types. What a person's own editor saves between our reading and our replacing is
not lost either: the changes are made again, on what is there by then.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from goalctl.documents.change import Edit
from goalctl.documents.file_errors import (
    AlreadyExistsError,
    ChangedMeanwhileError,
    GoneMeanwhileError,
    NotConfirmedError,
)
from goalctl.documents.lock import workspace_lock
from goalctl.documents.replace import replace
from goalctl.documents.save import create
from goalctl.documents.stops import without_stops
from goalctl.documents.strays import sweep
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.caseload import PlanUnreadableError
from goalctl.workspace.store.practice import BadSettingsError, Practice
from goalctl.workspace.store.rescued import rescue_stray
from goalctl.workspace.store.root import OWN, own_places
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction import journal
from goalctl.workspace.store.transaction.committing import commit_changes, commit_what_was_edited_by_hand
from goalctl.workspace.store.transaction.draft import (
    Changed,
    ChangeRefusedError,
    Changes,
    ChangesRefusedError,
    Draft,
    draft_by_hand,
    draft_of,
    drafts_of,
    file_bytes,
    new_plan,
    previewed,
)
from goalctl.workspace.store.transaction.replay import NotReplayedError, refuse_same_items, rescue_draft, stands_already

__all__ = [
    "ChangeRefusedError",
    "Changed",
    "ChangedMeanwhileError",
    "Changes",
    "ChangesRefusedError",
    "change_plan",
    "change_plans",
    "create_plan",
    "drafts_of",
    "file_bytes",
    "new_plan",
    "previewed",
    "replace_plan",
    "writing",
]

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)  # for an editor that is in the middle of writing
REPLAYS = 50  # our own: a program that saves faster than we do, again and again, would hold the lock for ever


def change_plan(practice: Practice, file: PlanFile, changes: Changes) -> Changed:
    """Apply what `changes` makes of the plan as it stands now, and save it.

    The lock is held over reading, checking and saving, so that nobody's change is lost; `changes` must not ask anybody
    anything. An error that the plan already had does not stop a change; a new one does.
    """
    with writing(practice):
        return _save(practice, file, changes, draft_of(practice, file, changes))


def _save(practice: Practice, file: PlanFile, changes: Changes, draft: Draft) -> Changed:
    """Saved, if there is anything new; where a person's editor was faster, on what that saved."""
    for left in reversed(range(REPLAYS)):
        if draft.after == draft.before:
            break
        try:
            return _put(practice, draft)
        except (ChangedMeanwhileError, GoneMeanwhileError) as cause:
            if not left:
                raise NotReplayedError(file, rescue_draft(practice.root, draft), cause) from None
            draft = _replay(practice, file, changes, draft, cause)
    return draft.changed


def _replay(practice: Practice, file: PlanFile, changes: Changes, first: Draft, cause: GoalctlError) -> Draft:
    """The same changes to what is there now; where that can't be, what was typed is kept and named."""
    why = cause
    for pause in PAUSES:
        try:
            draft = draft_of(practice, file, _unchanged)
            if stands_already(first, draft.data):
                return draft
            draft = draft_of(practice, file, changes)
            refuse_same_items(first, draft)
        except PlanUnreadableError as error:
            why = error
            time.sleep(pause)
        except GoalctlError as error:
            raise NotReplayedError(file, rescue_draft(practice.root, first), error) from None
        else:
            return draft
    raise NotReplayedError(file, rescue_draft(practice.root, first), why) from None


def _unchanged(_plan: Plan) -> Sequence[Edit]:
    return ()


def change_plans(
    practice: Practice,
    wanted: Sequence[tuple[PlanFile, Changes]],
    *,
    new: Sequence[tuple[PlanFile, str]] = (),
    as_they_are: bool = False,
) -> list[Changed]:
    """The same for several plans under one lock: all of them, or none when one can't be changed or saved.

    `new` are plans to be made, with their texts; `as_they_are` lets in what is wrong in those, as a restore has to.
    Everything is checked before anything is saved, and what a kill leaves
    undone the next write does.
    """
    with writing(practice):
        drafts = drafts_of(practice, wanted, new, as_they_are=as_they_are)
        for draft in drafts:
            if draft.before is not None:
                commit_what_was_edited_by_hand(practice, draft.changed.file)
        return _save_all(practice, drafts, dict(wanted))


def _save_all(practice: Practice, drafts: Sequence[Draft], changes: dict[PlanFile, Changes]) -> list[Changed]:
    """All of them; one that a person's editor saved at this moment gets its changes once more, on what that saved."""
    with without_stops():
        ended = _put_all(practice, drafts)
        taken = {step.name for step in ended.taken}
        put = [draft.changed for draft in drafts if draft.changed.file.name not in taken]
        done = {one.file: one for one in commit_changes(practice, put)}
        for draft in (draft for draft in drafts if draft.changed.file.name in taken):
            done[draft.changed.file] = _save_again(practice, draft, changes)
    if not ended.is_confirmed:
        raise NotConfirmedError(", ".join(step.name for step in ended.done))
    return [done[draft.changed.file] for draft in drafts]


def _save_again(practice: Practice, draft: Draft, changes: dict[PlanFile, Changes]) -> Changed:
    file = draft.changed.file
    if draft.before is None:
        raise NotReplayedError(file, rescue_draft(practice.root, draft), AlreadyExistsError(file.name))
    again = _replay(practice, file, changes[file], draft, ChangedMeanwhileError(file.name))
    return _save(practice, file, changes[file], again)


def _put_all(practice: Practice, drafts: Sequence[Draft]) -> journal.Ended:
    wanted = [journal.Wanted(draft.changed.file.name, draft.before, draft.after) for draft in drafts]
    return journal.put_all(practice.root, wanted, practice.account)


def replace_plan(practice: Practice, file: PlanFile, before: bytes, after: bytes, trail: Trail | None) -> Changed:
    """Put a text that a person wrote in the place of the plan's, if the file still reads as it did `before`.

    What they altered is trailed, unless the text has its trail (None). An error that the plan already had does not stop
    it; a new one does.
    """
    with writing(practice):
        if file_bytes(practice, file) != before:
            raise ChangedMeanwhileError(file.name)
        draft = draft_by_hand(practice, file, after, trail)
        if draft.before != before:  # saved by a person between that look and this one
            raise ChangedMeanwhileError(file.name)
        return _put(practice, draft)


def create_plan(practice: Practice, file: PlanFile, text: str) -> Changed:
    """A new plan's file with this text; it must be a plan without errors, and no file may be there yet."""
    path = file.path(practice.root)
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(practice):
        return _put(practice, new_plan(practice, file, text))


def _put(practice: Practice, draft: Draft) -> Changed:
    """In place, noted and committed, without being cut in two; what the disk did not confirm is told at the end."""
    file, root = draft.changed.file, practice.root
    unsure: NotConfirmedError | None = None
    with without_stops():
        try:
            if draft.before is None:
                create(file.path(root), draft.after, root=root)
            else:
                commit_what_was_edited_by_hand(practice, file)
                replace(file.path(root), draft.after, root=root, before=draft.before)
        except NotConfirmedError as error:
            unsure = error
        practice.account.note(file.name)
        (changed,) = commit_changes(practice, [draft.changed])
    if unsure:
        raise unsure
    return changed


@contextmanager
def writing(practice: Practice, *beside: Path) -> Iterator[None]:
    """The lock, with settings that can be relied on, and without what a killed command left behind or half done.

    `beside` are other folders than the workspace's own that are written to.
    """
    if practice.findings:
        raise BadSettingsError(practice.findings[0])
    practice.account.has_begun = True
    with workspace_lock(practice.root / OWN):
        for told in (*journal.recover(practice.root), *_sweep(practice.root, (*own_places(practice.root), *beside))):
            practice.account.tell(told)
        yield


def _sweep(root: Path, folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for kept in sweep(folder, rescue=partial(rescue_stray, root)):
            yield f"what somebody saved while goalctl was killed is kept: {kept.relative_to(root).as_posix()}"
