"""With `commit: true`, a commit of each change: what a person edited by hand first, then what goalctl wrote.

What git does not take waits with its words, is counted, and is taken up by the next change that git takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.workspace.store.git.repository import MARK, GitError, Repository
from goalctl.workspace.store.git.uncommitted import forget_uncommitted, keep_uncommitted, saved_uncommitted
from goalctl.workspace.store.git.waiting import Waiting, keep_waiting, waiting
from goalctl.workspace.store.notes import is_there
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction.draft import Changed, file_bytes

BY_HAND = "edited by hand"
SAVED = "what was saved and not committed"
MOST_NAMED = 3


def commit_what_was_edited_by_hand(practice: Practice, file: PlanFile) -> None:
    """A commit of what a person changed and did not commit, so that goalctl's holds only its own.

    If git refuses it, it refuses the next one as well, and that is told.
    """
    if not practice.settings.commit:
        return
    with suppress(GitError):
        if Repository(practice.root).is_as_committed(file.name):
            return
        if saved_uncommitted(practice.root, file) == file_bytes(practice, file):
            _catch_up_of(practice.root, file.name)
        else:
            Repository(practice.root).commit([file.name], f"{file.client}: {BY_HAND}", facts=())


def commit_changes(practice: Practice, changed: Sequence[Changed]) -> list[Changed]:
    """One commit of all plans that changed together and of the notes that they newly link, told in clinical words.

    The files are saved anyhow. What waited until now follows, as soon as git takes anything.
    """
    from goalctl.analysis.history.difference import differences, in_short

    if not (practice.settings.commit and changed):
        return list(changed)
    words = dict.fromkeys(in_short(differences(one.old, one.plan)) for one in changed)
    notes = (note for one in changed for note in _new_notes(practice, one.old, one.plan))
    names = (*(one.file.name for one in changed), *notes)
    of = listed_in_short([one.file.client for one in changed], sign=", ")
    why = take_up(practice, Waiting(of, names, listed_in_short(list(words), sign="; ")))
    for one in changed:
        _keep_in_mind(practice, one.file, is_committed=not why)
    return [one._replace(uncommitted=why) for one in changed]


def _keep_in_mind(practice: Practice, file: PlanFile, *, is_committed: bool) -> None:
    """What is kept is only for the words of a later commit."""
    with suppress(GoalctlError):
        if is_committed:
            forget_uncommitted(practice.root, file.client)
        else:
            keep_uncommitted(practice.root, file, file_bytes(practice, file))


def listed_in_short(words: Sequence[str], *, sign: str) -> str:
    """The first few, and how many more there are."""
    more = len(words) - MOST_NAMED
    return sign.join(words[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def take_up(practice: Practice, change: Waiting, *, facts: Sequence[str] = (MARK,), checked: bool = True) -> str:
    """Commit a change of any of the workspace's files, where goalctl commits; empty when done, else why not.

    What git did not take waits; when git takes it, so does everything that waited.
    """
    if not practice.settings.commit:
        return ""
    repository, message = Repository(practice.root), f"{change.of}: {change.words}"
    try:
        why = repository.commit(change.names, message, facts=facts, checked=checked)
    except GitError as error:
        why = "; ".join(filter(None, (error.message, error.hint)))
    with suppress(GoalctlError):  # what waits is counted, and the files are saved all the same
        if why:
            practice.account.uncommitted.append(change.names[0])
            practice.account.untold = why
            keep_waiting(practice.root, [*waiting(practice.root), change])
        else:
            catch_up(practice.root)
    return why


def catch_up(root: Path) -> str:
    """Commit everything that waits, one commit for each file; empty when nothing is left, else why not."""
    for name in dict.fromkeys(one.names[0] for one in waiting(root)):
        if why := _catch_up_of(root, name):
            return why
    return ""


def _catch_up_of(root: Path, name: str) -> str:
    """Commit what waits of this file, in the words of all its changes, if git does not have it by now."""
    left = waiting(root)
    mine = [one for one in left if name in one.names]
    client = mine[0].of if mine else Path(name).stem
    words = "; ".join(dict.fromkeys(one.words for one in mine)) or SAVED
    names = list(dict.fromkeys([name, *(other for one in mine for other in one.names)]))
    if why := _commit_what_is_new(root, names, f"{client}: {words}"):
        return why
    keep_waiting(root, [one for one in left if one not in mine])
    for other in names:
        forget_uncommitted(root, Path(other).stem)
    return ""


def _commit_what_is_new(root: Path, names: Sequence[str], message: str) -> str:
    """Commit those of the files that are there or were, unless git has them as they are."""
    repository = Repository(root)
    known = [one for one in dict.fromkeys(names) if (root / one).exists() or repository.text_or_none("HEAD", one)]
    return "" if repository.is_as_committed(*known) else repository.commit(known, message)


def _new_notes(practice: Practice, old: Plan | None, new: Plan) -> list[str]:
    """The notes that entries link since the change, of those that are there: git takes no other."""
    before = set(_links(old)) if old else set()
    return [name for name in _links(new) if name not in before and is_there(practice, name)]


def _links(plan: Plan) -> list[str]:
    links = [link for entry in plan.sessions for link in (entry.note_file, entry.current.note_file) if link]
    return list(dict.fromkeys(links))
