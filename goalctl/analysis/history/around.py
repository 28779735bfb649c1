"""What lies around one entry of the log: the contact before it, and the homework that it tells the end of."""

from __future__ import annotations

from goalctl.analysis.standpoint import Standpoint
from goalctl.model.session import Done, Homework, Kind, Session


def contact_before(at: Standpoint, entry: Session) -> Session | None:
    """The entry before this one that tells of an appointment or a contact."""
    earlier = [one for one in at.plan.log if one.id != entry.id and one.date <= entry.date]
    return next((one for one in reversed(earlier) if one.kind is not Kind.JOURNAL), None)


def homework_answered(at: Standpoint, entry: Session) -> tuple[tuple[Homework, Done], ...]:
    """The tasks that the entry says were done or not; an answer to a task that nobody gave is left out."""
    tasks = {task.id: task for one in at.plan.log for task in one.homework}
    return tuple((tasks[name], done) for name, done in entry.homework_done.items() if name in tasks)
