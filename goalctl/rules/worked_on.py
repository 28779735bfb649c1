"""Whether a goal or a step was worked on on the day of a session, for the rules that ask sessions about it."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.progress.beginning import opening_of
from goalctl.model.goal import Scorable, Status, status_told
from goalctl.model.plan import Plan


def is_open_on(plan: Plan, item: Scorable, day: date) -> bool:
    """Whether it was worked on by then; on the day on which it was settled nothing is asked for yet."""
    begun = opening_of(plan, item)
    is_within = (begun is None or begun < day) and (item.closed is None or day <= item.closed)
    return is_within and was_worked_on(plan, item, day)


def was_worked_on(plan: Plan, item: Scorable, day: date) -> bool:
    """Whether it was active when that day began, by the trail; where that knows of no status, whether it is settled."""
    marked = [one for one in plan.changes if one.of == item.id and one.what == "status"]
    if not marked:
        return item.status.is_settled
    later = min((one for one in marked if one.on >= day), key=lambda one: one.on, default=None)
    return (item.status if later is None else status_told(item, later.from_)) == Status.ACTIVE
