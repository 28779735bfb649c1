"""`extend`: a later deadline, and the old one with its reason beside it."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Path
from goalctl.model.goal import Goal, Objective
from goalctl.model.plan import Plan
from goalctl.workspace.edits.items import scorable_of
from goalctl.workspace.edits.placing import item_edit, value_edits
from goalctl.workspace.edits.trail import Trail


class ExtendError(GoalctlError):
    """The deadline can't be extended like that."""


def extend_edits(plan: Plan, item_id: str, day: date, trail: Trail) -> list[Edit]:
    """The edits for a later deadline; the old one is kept with the reason, and the change is trailed."""
    path, item = scorable_of(plan, item_id)
    old = item.deadline
    if old is None:
        hint = f"goalctl set {plan.client} {item_id} deadline={day}"
        raise ExtendError(f"{item_id} has no deadline yet, so there is nothing to extend", hint)
    if item.status.is_closed:
        raise ExtendError(f"{item_id} is {item.status.value}; its deadline stays as it was")
    if day == old:
        raise ExtendError(f"the deadline of {item_id} is {old} already; nothing was changed")
    if day < old:
        hint = f"to bring it forward: goalctl set {plan.client} {item_id} deadline={day} --because …"
        raise ExtendError(f"{day} is before the deadline of {item_id}, {old}; that is no extension", hint)
    if day < trail.on:
        raise ExtendError(f"{day} has passed (today is {trail.on})", "name a day to come")
    where = _time_path(item)
    kept = entry_values(on=trail.on, from_=old, because=trail.because)
    return [
        *value_edits(item, (*where, "deadline"), day.isoformat(), at=path),
        item_edit(item, (*where, "extended"), kept, at=path),
        trail.change(plan, item_id, ".".join((*map(str, where), "deadline")), old.isoformat(), day.isoformat()),
    ]


def _time_path(item: Goal | Objective) -> Path:
    """Where deadline and extensions stand, from the item on."""
    return ("smart", "time_bound") if isinstance(item, Goal) else ()
