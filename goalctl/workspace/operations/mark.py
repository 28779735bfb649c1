"""`mark` and `extend`: where a goal or an objective stands in its life, and by when it is to be reached."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Path
from goalctl.model.goal import Goal, Objective, Status
from goalctl.model.plan import Plan, active_objectives
from goalctl.model.settings import Limits
from goalctl.workspace.edits.items import scorable_of
from goalctl.workspace.edits.placing import added, placed
from goalctl.workspace.edits.trail import Trail

_LAST = 1_000


class MarkError(GoalctlError):
    """The goal or objective can't be marked or extended like that."""


def marked(plan: Plan, item_id: str, status: Status, day: date, trail: Trail) -> list[Edit]:
    """The edits for another status, dated and trailed: it opens when work on it begins, and closes when that ends."""
    path, item = scorable_of(plan, item_id)
    if item.status is status:
        raise MarkError(f"{item_id} is {status.value} already; nothing was changed")
    edits = placed(item, ("status",), status.value, at=path)
    if status is Status.ACTIVE and item.opened is None:
        edits += placed(item, ("opened",), day.isoformat(), at=path)
    if item.opened and status.is_closed and day < item.opened:
        raise MarkError(f"{item_id} was opened on {item.opened}, so it can't be closed on {day}")
    edits += placed(item, ("closed",), day.isoformat() if status.is_closed else None, at=path)
    return [*edits, trail.change(plan, item_id, "status", item.status.value, status.value)]


def needs_reason(old: Status, new: Status) -> bool:
    """Whether the step has to be explained: giving up, taking back, opening again."""
    return new is Status.DISCONTINUED or old.is_closed or (old.is_settled and not new.is_settled)


def active_beside(plan: Plan, item_id: str) -> list[Goal | Objective]:
    """What is active already at the level of this goal, or of this objective within its goal."""
    _, item = scorable_of(plan, item_id)
    beside = plan.active_goals if isinstance(item, Goal) else active_objectives(_goal_of(plan, item_id))
    return [other for other in beside if other.id != item_id]


def is_full(plan: Plan, item_id: str, limits: Limits) -> bool:
    """Whether as many are active beside it as the practice works on at a time."""
    limit = limits.active_objectives if "." in item_id else limits.active_goals
    return len(active_beside(plan, item_id)) >= limit


def next_in_reserve(plan: Plan, item_id: str) -> Goal | Objective | None:
    """What is next when this one ends: by priority, then in the file's order; None when nothing is in reserve."""
    _, item = scorable_of(plan, item_id)
    beside = plan.goals if isinstance(item, Goal) else _goal_of(plan, item_id).objectives
    waiting = [other for other in beside if other.status is Status.RESERVE and other.id != item_id]
    return min(waiting, key=lambda other: other.priority or _LAST, default=None)


def _goal_of(plan: Plan, objective_id: str) -> Goal:
    return next(goal for goal in plan.goals if any(step.id == objective_id for step in goal.objectives))


def extended(plan: Plan, item_id: str, day: date, trail: Trail) -> list[Edit]:
    """The edits for a later deadline; the old one is kept with the reason, and the change is trailed."""
    path, item = scorable_of(plan, item_id)
    old = item.deadline
    if old is None:
        hint = f"goalctl set {plan.client} {item_id} deadline={day}"
        raise MarkError(f"{item_id} has no deadline yet, so there is nothing to extend", hint)
    if item.status.is_closed:
        raise MarkError(f"{item_id} is {item.status.value}; its deadline stays as it was")
    if day == old:
        raise MarkError(f"the deadline of {item_id} is {old} already; nothing was changed")
    if day < old:
        hint = f"to bring it forward: goalctl set {plan.client} {item_id} deadline={day} --because …"
        raise MarkError(f"{day} is before the deadline of {item_id}, {old}; that is no extension", hint)
    if day < trail.on:
        raise MarkError(f"{day} has passed (today is {trail.on})", "name a day to come")
    where = time_path(item)
    kept = said(on=trail.on, from_=old, because=trail.because)
    return [
        *placed(item, (*where, "deadline"), day.isoformat(), at=path),
        added(item, (*where, "extended"), kept, at=path),
        trail.change(plan, item_id, ".".join((*map(str, where), "deadline")), old.isoformat(), day.isoformat()),
    ]


def time_path(item: Goal | Objective) -> Path:
    """Where deadline and extensions stand, from the item on."""
    return ("smart", "time_bound") if isinstance(item, Goal) else ()
