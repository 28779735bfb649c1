"""`forget`: the end of a record's life, once it need not be kept any longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goalctl.documents.file_errors import reason_and_hint
from goalctl.documents.stops import without_stops
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.caseload import CasePlan
from goalctl.workspace.store.forgetting import begin, begun, files_of, finish
from goalctl.workspace.store.git.bundle import packed
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.git.waiting import Waiting
from goalctl.workspace.store.note import NOTES
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import OWN
from goalctl.workspace.store.transaction.committing import take_up
from goalctl.workspace.store.transaction.transaction import writing


class TooEarlyError(GoalctlError):
    """The record is to be kept longer, and no reason was given against that."""

    exit_status = 2


class ForgettingBrokenOffError(GoalctlError):
    """The disk did not let all of it go; what is left is known, and goes with the next attempt."""

    says_what_was_saved = True

    def __init__(self, client: str, gone: Sequence[str], cause: Exception) -> None:
        why = reason_and_hint(cause)[0] if isinstance(cause, OSError) else getattr(cause, "reason", str(cause))
        done = f"gone by now: {', '.join(gone)}" if gone else "nothing is gone yet"
        hint = "goalctl doctor --fix takes the rest away"
        super().__init__(f"forgetting {client} was broken off: {why}; {done}", hint)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went, how many of git's commits still hold it, and why the last of them is missing, if it is."""

    gone: tuple[str, ...]
    commits: int
    uncommitted: str


def why_too_early(practice: Practice, case: CasePlan, *, today: date) -> str:
    """Why the record is to be kept still; empty from the day on at which it may go."""
    plan, client = case.plan, case.file.client
    if later := practice.next_episodes.get(client):
        return f"{later} continues it as a later episode"
    if plan is None:
        return "its plan can't be read, so nobody knows how long it is to be kept"
    if plan.discharge is None:
        return "treatment has not ended: there is no discharge"
    until = practice.settings.keep_for.after(plan.discharge.on)
    if today < until:
        return f"discharged on {plan.discharge.on}, it is kept for {practice.settings.keep_for}, until {until}"
    return ""


def archive_of(practice: Practice, client: str) -> bytes:
    """Plan, notes and whatever else there is of the client, packed into one file."""
    return packed({name: (practice.root / name).read_bytes() for name in files_of(practice.root, client)})


def forget(practice: Practice, client: str) -> Forgotten:
    """Take everything away in one transaction, and commit that it is gone."""
    root, repository = practice.root, Repository(practice.root)
    with writing(practice), without_stops():
        earlier, left = begun(root)
        if earlier:
            _take_away(practice, earlier, left)
        files = files_of(root, client)
        plan = next((name for name in files if Path(name).name == f"{client}.yaml"), "")
        commits = len(repository.commits_of(plan)) if plan and repository.has_history() else 0
        gone = _take_away(practice, client, files)
        tracked = [name for name in files if _is_in_git(repository, name)] if commits else []
        why = take_up(practice, Waiting(client, tuple(tracked), "forgotten"), checked=False) if tracked else ""
        practice.account.note(plan or f"{NOTES}/{client}")
    return Forgotten(gone, commits, why)


def _take_away(practice: Practice, client: str, files: list[str]) -> tuple[str, ...]:
    gone: list[str] = []
    try:
        begin(practice.root, client, files)
        for name in finish(practice, client, files):
            gone.append(name)  # noqa: PERF402 - known, when the next one fails
    except (OSError, GoalctlError) as cause:
        raise ForgettingBrokenOffError(client, gone, cause) from None
    return tuple(gone)


def _is_in_git(repository: Repository, name: str) -> bool:
    return not name.startswith(OWN) and repository.text_or_none("HEAD", name) is not None
