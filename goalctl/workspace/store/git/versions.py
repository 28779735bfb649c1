"""Earlier states of one plan as git has them: what each commit did to it, and the plan as it was in a revision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.history.difference import Event, differences
from goalctl.documents.document import document_of
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.workspace.store.git.repository import GitError, Repository
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile


class NoEarlierStateError(GoalctlError):
    """Git has no state of the plan that could be meant."""


def events_seen(practice: Practice, file: PlanFile, *, until: date) -> Iterator[Event]:
    """What each commit up to that day did to the plan, oldest first; what has no day of its own has the commit's.

    What came in from another clone is told as the merge brought it: its own states never followed those here. A state
    that can't be read is passed. Nothing without git.
    """
    repository = Repository(practice.root)
    before: Plan | None = None
    for commit in reversed(
        [commit for commit in repository.commits_of(file.name, "--first-parent") if commit.day <= until]
    ):
        after = _plan_in(repository, commit.name, file)
        if after is None:
            continue
        if before is not None:
            yield from (event._replace(day=event.day or commit.day) for event in differences(before, after))
        before = after


def _plan_in(repository: Repository, revision: str, file: PlanFile) -> Plan | None:
    try:
        return document_of(repository.text_at(revision, file.name), Plan).content
    except GitError:
        return None


def plan_at(practice: Practice, file: PlanFile, revision: str) -> Plan:
    """The plan as it was in a revision of git."""
    document = document_of(Repository(practice.root).text_at(revision, file.name), Plan)
    if document.content is None:
        raise NoEarlierStateError(f"{file.name} could not be read as it was at {revision}", "look at it with git show")
    return document.content
