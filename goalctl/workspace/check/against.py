"""Whether plans still hold every entry that a git revision of them holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from goalctl.analysis.history.kept import GONE, entries_not_kept, number_of_entries
from goalctl.documents.read import read_data
from goalctl.documents.text import MAX_BYTES, source_of
from goalctl.model.finding import Finding, Value
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.git.repository import GitError, Repository
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import ENDING, PlanFile

LAST_COMMIT = "HEAD"
NamedFinding = tuple[str, Finding]


def findings_against(
    practice: Practice, revision: str, files: Sequence[PlanFile], *, of_all: bool
) -> Iterator[NamedFinding]:
    """What these plans have lost since the revision; `of_all`: they are all there are, so one that is missing is gone.

    A plan is known by its client, wherever below `plans/` it lies. One that can't be read now is told by other rules.
    """
    then = _plans_at(practice, revision)
    for file in files:
        found = then.pop(file.client, None)
        document = case_plan(practice, file).document if found else None
        if found and document and document.data is not None:
            lost = entries_not_kept(found[1], document.data, revision)
            yield from ((file.name, finding) for finding in document.with_places(lost))
    if of_all:
        yield from (_gone(*found, revision) for found in then.values())


def _plans_at(practice: Practice, revision: str) -> dict[str, tuple[str, Value]]:
    """By client, the name of the file in the revision and what it says; a file that could not be read then is none."""
    found: dict[str, tuple[str, Value]] = {}
    repository = Repository(practice.root)
    try:
        files = repository.files_at(revision, (PLANS,), most_bytes=MAX_BYTES)
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
    entries = "1 entry" if number == 1 else f"{number} entries"
    hint = f"bring it back: git checkout {revision} -- {name}"
    return name, Finding(GONE, f"this plan is gone, with {entries}; it is in {revision}", (), hint)
