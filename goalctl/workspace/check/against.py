"""Whether plans still hold every entry that a git revision of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from goalctl.analysis.figures import counted
from goalctl.analysis.history.kept import GONE, entries_not_kept, number_of_entries
from goalctl.documents.read import read_data
from goalctl.documents.text import MAX_BYTES, source_of
from goalctl.model.finding import Finding, Value
from goalctl.workspace.check.choice import LAST_COMMIT
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.git.filters import plain_in_list, would_go_plain
from goalctl.workspace.store.git.repository import GitError, Repository
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import ENDING, PlanFile
from goalctl.workspace.store.transaction.everything import OURS, own_files

_DOCTOR = "goalctl doctor --fix, in a clone that is unlocked, commits it locked; earlier commits keep it plain"
NamedFinding = tuple[str, Finding]


def findings_against(
    practice: Practice, revision: str, files: Sequence[PlanFile], *, of_all: bool
) -> Iterator[NamedFinding]:
    """What these plans have lost since the revision; `of_all`: they are all there are, so one that is missing is gone.

    A plan is known by its client, wherever below `plans/` it lies. One that can't be read now is told by other rules.
    """
    named = {file.client for file in files}
    then = _plans_at(practice, revision, None if of_all else named)
    day = _day_of(practice, revision)
    for file in files:
        if found := then.pop(file.client, None):
            yield from ((file.name, finding) for finding in _lost(practice, file, found[1], revision, day))
    if of_all:
        yield from (_gone(*found, revision) for found in then.values())


def _day_of(practice: Practice, revision: str) -> str:
    """The day on which it was committed, by the clock of whoever did; empty where git can't tell."""
    words = ("log", "--max-count=1", "--format=%cd", "--date=short", "--end-of-options", revision, "--")
    done = Repository(practice.root).run(*words)
    return done.stdout.strip() if done.returncode == 0 else ""


def _lost(practice: Practice, file: PlanFile, before: Value, revision: str, day: str) -> Iterable[Finding]:
    document = case_plan(practice, file).document
    if document.data is None:
        return ()
    return document.with_places(entries_not_kept(before, document.data, revision, of_day=day))


def locking_findings(practice: Practice) -> Iterator[NamedFinding]:
    """What git has, or would be given, in plain text although git-crypt is to lock it; committed or about to be."""
    repository = Repository(practice.root)
    if not repository.has_history():
        return
    for name in plain_in_list(repository, OURS):
        yield name, Finding("E265", "git has this in plain text, though git-crypt is to lock it", (), _DOCTOR)
    if why := would_go_plain(repository, own_files(repository)):
        what, _, way = why.partition("; ")
        yield what.partition(" ")[0], Finding("E266", what, (), way)


def _plans_at(practice: Practice, revision: str, clients: set[str] | None) -> dict[str, tuple[str, Value]]:
    """By client, the name of the file in the revision and what it says; a file that could not be read then is none.

    Of these clients, or of all.
    """
    found: dict[str, tuple[str, Value]] = {}
    repository = Repository(practice.root)
    try:
        files = repository.files_at(
            revision, (PLANS,), most_bytes=MAX_BYTES,
            is_wanted=lambda name: clients is None or PurePosixPath(name).stem in clients,
        )  # fmt: skip
    except GitError:
        if revision == LAST_COMMIT and repository.has_history():  # nothing was committed yet
            return {}
        raise
    for name, content in files:
        path = PurePosixPath(name)
        if content is not None and path.suffix == ENDING:
            data, _ = read_data(source_of(content).text)
            found[path.stem] = (name, data)
    return found


def _gone(name: str, data: Value, revision: str) -> NamedFinding:
    number = number_of_entries(data)
    entries = counted(number, "entry", "entries")
    hint = f"bring it back: git checkout {revision} -- {name}"
    return name, Finding(GONE, f"this plan is gone, with {entries}; it is in {revision}", (), hint)
