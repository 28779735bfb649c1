"""The steps that a plan has come through in git, back and forth: what was done, taken back, and done once more.

A step is a commit. Undoing and redoing are commits too, which name the step that they are about, so that the way back
leads on and on instead of to and fro. Nothing of another person, and nothing that was edited by hand, is ever a step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from goalctl.documents.file_errors import ChangedMeanwhileError, GoneMeanwhileError
from goalctl.documents.open import read_bytes
from goalctl.documents.replace import replace
from goalctl.documents.save import create
from goalctl.documents.stops import without_stops
from goalctl.documents.text import MAX_BYTES
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.git.reasons import cause_and_way_to_git, in_the_way
from goalctl.workspace.store.git.repository import MARK, Commit, Repository
from goalctl.workspace.store.git.waiting import Waiting, waiting
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import ENDING, PlanFile
from goalctl.workspace.store.transaction import journal
from goalctl.workspace.store.transaction.committing import take_up
from goalctl.workspace.store.transaction.transaction import writing


class NoStepError(GoalctlError):
    """There is nothing to take back or to do once more, or it would go over somebody's work."""


@dataclass
class Steps:
    """What stands of a plan's commits, and what was taken back and can be done once more, the next one last."""

    done: list[Commit] = field(default_factory=list)
    undone: list[Commit] = field(default_factory=list)

    def follow(self, commits: Iterable[Commit]) -> Steps:
        """Every commit, the oldest first."""
        for commit in commits:
            if commit.undoes and self.done and self.done[-1].name == commit.undoes:
                self.undone.append(self.done.pop())
            elif commit.redoes and self.undone and self.undone[-1].name == commit.redoes:
                self.done.append(self.undone.pop())
            else:
                self.done.append(commit)
                self.undone.clear()
        return self


def take_back(practice: Practice, file: PlanFile) -> str:
    """The files of the last step become what they were before it, in a commit of its own; the step's own words."""
    repository = Repository(practice.root)
    with writing(practice):
        steps = _steps(practice, repository, file)
        if not steps.done:
            raise NoStepError(f"{file.name} is not in git yet; nothing was taken back", "goalctl doctor tells why")
        step = steps.done[-1]
        _refuse_others_work(repository, file, step)
        for client in _plans_in(repository, file, step):
            if repository.text_or_none(f"{step.name}^", client.name) is None:
                raise NoStepError(
                    f"there is nothing before this: with that step {client.client} begins",
                    f"to change what it says: goalctl edit {client.client}; "
                    f"a plan made by mistake: goalctl forget {client.client}, which asks first",
                )
        facts = (MARK, f"Undoes: {step.name}")
        _go(practice, file, step, to=f"{step.name}^", facts=facts, words=f"undo {_words(step)}")
    return _words_and_plans(file, step)


def take_again(practice: Practice, file: PlanFile) -> str:
    """The step that was taken back last is done once more, in a commit of its own; its own words."""
    repository = Repository(practice.root)
    with writing(practice):
        steps = _steps(practice, repository, file)
        if not steps.undone:
            hint = "goalctl redo does once more what goalctl undo took back, as long as nothing else came after it"
            raise NoStepError(f"nothing of {file.client} was taken back that could be done once more", hint)
        step = steps.undone[-1]
        facts = (MARK, f"Redoes: {step.name}")
        _go(practice, file, step, to=step.name, facts=facts, words=f"redo {_words(step)}")
    return _words_and_plans(file, step)


def _steps(practice: Practice, repository: Repository, file: PlanFile) -> Steps:
    if why := in_the_way(repository):
        cause, way = cause_and_way_to_git(why)
        raise NoStepError(f"nothing was changed: {cause}", way)
    if any(file.name in one.names for one in waiting(practice.root)):
        hint = "goalctl doctor tells why, and --fix commits it"
        raise NoStepError(f"the last change of {file.client} is not committed yet; nothing was taken back", hint)
    if not repository.is_as_committed(file.name):
        hint = (
            "goalctl doctor --fix commits what was edited by hand; then undo would be over your own work, and refuses"
        )
        raise NoStepError(f"{file.name} has changes that are not committed; nothing was taken back", hint)
    return Steps().follow(reversed(repository.commits_of(file.name)))


def _refuse_others_work(repository: Repository, file: PlanFile, step: Commit) -> None:
    """What a person wrote by hand, and what came from a colleague, is not goalctl's to take back."""
    if repository.run("rev-parse", "--quiet", "--verify", f"{step.name}^2").returncode == 0:
        raise NoStepError(
            f"the last change of {file.client} is another clone's work merged with yours; nothing was taken back",
            f"correct on record what is wrong: goalctl amend {file.client}, goalctl void {file.client}",
        )
    if not step.is_ours:
        raise NoStepError(
            f"there is no change of goalctl's to take back in {file.name}: the last one was made by hand",
            "goalctl undo takes back only what goalctl wrote; for the rest there is git revert",
        )
    own = repository.run("config", "user.email").stdout.strip()
    if own and step.author != own:
        raise NoStepError(
            f"the last change of {file.client} is another person's ({_words(step)}); nothing was taken back",
            f"ask them, or correct it on record: goalctl amend {file.client}, goalctl void {file.client}",
        )


def _go(practice: Practice, file: PlanFile, step: Commit, *, to: str, facts: Sequence[str], words: str) -> None:
    """Every file of the step as it is in that revision, all of them untouched since; notes before the plan's links."""
    repository = Repository(practice.root)
    names = [file.name, *(name for name in repository.files_of(step.name) if name != file.name)]
    plans = _plans_in(repository, file, step)
    for other in plans[1:]:
        _refuse_later_work(practice, repository, file, other, step)
    if not repository.is_as_committed(*names):
        raise NoStepError(f"a note of {file.client} was edited by hand since; nothing was changed", "goalctl doctor")
    texts = {name: repository.text_or_none(to, name) for name in names}
    notes = {name: texts.pop(name) for name in names if name not in {one.name for one in plans}}
    with without_stops():
        _put_notes(practice, repository, {name: text for name, text in notes.items() if text is not None})
        _put_plans(practice, repository, texts)
        _put_notes(practice, repository, {name: text for name, text in notes.items() if text is None})
        of = step.subject.partition(": ")[0]
        why = take_up(practice, Waiting(of, tuple(names), words), facts=facts, checked=False)
    if why:
        raise NoStepError(f"{file.name} is as it was, but that is not committed: {why}")


def _plans_in(repository: Repository, file: PlanFile, step: Commit) -> list[PlanFile]:
    """The plans that changed together in that step, this one first."""
    names = [name for name in repository.files_of(step.name) if name.startswith(f"{PLANS}/") and name.endswith(ENDING)]
    others = (PlanFile(Path(name).stem, name, file.stamp) for name in names if name != file.name)
    return [file, *others]


def _refuse_later_work(
    practice: Practice, repository: Repository, file: PlanFile, other: PlanFile, step: Commit
) -> None:
    """A step that several plans took is taken back in all of them or in none."""
    steps = _steps(practice, repository, other)
    if step.name not in {one.name for one in (*steps.done[-1:], *steps.undone[-1:])}:
        raise NoStepError(
            f"that step changed {other.client} too, which was changed again since; nothing was changed",
            f"undo that first: goalctl undo {other.client}   or correct it on record: goalctl amend {file.client}",
        )


def _put_plans(practice: Practice, repository: Repository, texts: Mapping[str, bytes | None]) -> None:
    """Through the journal: all of them, sooner or later."""
    wanted: list[journal.Wanted] = []
    for name, text in texts.items():
        before = repository.text_or_none("HEAD", name)
        if text is not None and text != before:
            held = _as_given_out(practice.root, name, before)
            wanted.append(journal.Wanted(name, before and held(before), held(text)))
    ended = journal.put_all(practice.root, wanted, practice.account) if wanted else journal.Ended()
    if ended.taken:
        raise ChangedMeanwhileError(", ".join(step.name for step in ended.taken))


def _put_notes(practice: Practice, repository: Repository, texts: Mapping[str, bytes | None]) -> None:
    for name, text in texts.items():
        _put_note(practice, repository, name, text)


def _put_note(practice: Practice, repository: Repository, name: str, text: bytes | None) -> None:
    path, before = practice.root / name, repository.text_or_none("HEAD", name)
    if text == before:
        return
    if text is None:
        path.unlink(missing_ok=True)
    elif before is None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        create(path, text, root=practice.root)
    elif path.exists():
        held = _as_given_out(practice.root, name, before)
        replace(path, held(text), root=practice.root, before=held(before))
    else:
        raise GoneMeanwhileError(name)
    practice.account.note(name)


def _as_given_out(root: Path, name: str, before: bytes | None) -> Callable[[bytes], bytes]:
    """How the file holds a committed text: with CR LF where git gives lines out so (core.autocrlf), else as it is."""
    if before and (root / name).is_file():
        there = read_bytes(root / name, root=root, limit=MAX_BYTES)
        if there != before and there == _with_cr_lf(before):
            return _with_cr_lf
    return bytes


def _with_cr_lf(text: bytes) -> bytes:
    return text.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _words(step: Commit) -> str:
    """What the step did, without whose plan that was."""
    return step.subject.partition(": ")[2] or step.subject


def _words_and_plans(file: PlanFile, step: Commit) -> str:
    """The same, of several plans with which those are."""
    of, _, words = step.subject.partition(": ")
    return f"{words} (in {of})" if words and of != file.client else _words(step)
