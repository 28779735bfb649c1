"""Earlier states of one plan: from git, by day or by revision, and the way back from goalctl's last change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from goalctl.analysis.history.difference import Event, differences
from goalctl.documents.document import document_of
from goalctl.documents.save import save
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, day_from
from goalctl.workspace.store.git import GitError, Repository
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction import writing


class NoEarlierStateError(GoalctlError):
    """Git has no state of the plan that could be meant."""


def events_seen(practice: Practice, file: PlanFile) -> Iterator[Event]:
    """What each commit did to the plan, oldest first, with the day of the commit; a state that can't be read is passed.

    Nothing without git.
    """
    repository = Repository(practice.root)
    before: Plan | None = None
    for commit in reversed(repository.commits_of(file.name)):
        after = _plan_in(repository, commit.name, file)
        if after is None:
            continue
        if before is not None:
            yield from (replace(event, day=event.day or commit.day) for event in differences(before, after))
        before = after


def _plan_in(repository: Repository, revision: str, file: PlanFile) -> Plan | None:
    try:
        return document_of(repository.text_at(revision, file.name), Plan).content
    except GitError:
        return None


def plan_at(practice: Practice, file: PlanFile, moment: str) -> tuple[Plan, date | None]:
    """The plan as it was at the end of a day, or in a revision; with the day, if one was meant."""
    repository = Repository(practice.root)
    try:
        day: date | None = day_from(moment)
    except ScalarError:
        day = None
    revision = moment
    if day is not None:
        revision = next((commit.name for commit in repository.commits_of(file.name) if commit.day <= day), "")
        if not revision:
            raise NoEarlierStateError(
                f"{file.name} was not committed by {day}", "goalctl history tells since when it is"
            )
    document = document_of(repository.text_at(revision, file.name), Plan)
    if document.content is None:
        raise NoEarlierStateError(f"{file.name} could not be read as it was at {moment}", "look at it with git show")
    return document.content, day


def undone(practice: Practice, file: PlanFile) -> str:
    """Take back goalctl's last change of the plan as a new commit, and give that change's own words.

    Refused when the last commit is not goalctl's, or when something is not committed, so that nobody's work is lost.
    """
    repository = Repository(practice.root)
    with writing(practice, file.path(practice.root).parent):
        commits = repository.commits_of(file.name)
        if not repository.is_as_committed(file.name):
            hint = "commit it, or take it back with git checkout"
            raise NoEarlierStateError(f"{file.name} has changes that are not committed; nothing was undone", hint)
        if len(commits) < 2 or not commits[0].is_ours:  # noqa: PLR2004 - a change and the state before it
            hint = "goalctl undo takes back only what goalctl committed; for the rest there is git revert"
            raise NoEarlierStateError(f"there is no change of goalctl's to take back in {file.name}", hint)
        save(file.path(practice.root), repository.text_at(commits[1].name, file.name), root=practice.root)
        subject = commits[0].subject.removeprefix(f"{file.client}: ")
        why = repository.commit(file.name, f"{file.client}: undo {subject}")
    if why:
        raise NoEarlierStateError(f"{file.name} is as it was before, but that is not committed: {why}")
    return subject
