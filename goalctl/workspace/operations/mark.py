"""`mark`: where a goal or an objective stands in its life."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.errors import GoalctlError
from goalctl.model.goal import Goal, Objective, Status
from goalctl.model.plan import Plan
from goalctl.model.settings import Limits
from goalctl.workspace.edits.items import scorable_of
from goalctl.workspace.edits.placing import value_edits
from goalctl.workspace.edits.trail import Trail


class MarkError(GoalctlError):
    """The goal or objective can't be marked like that."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What an item is marked as, and what becomes active in its place.

    Where as many are active as the limits in `within` allow, it goes to the reserve instead; None is without a limit.
    """

    item: str
    status: Status
    day: date
    follower: str | None = None
    within: Limits | None = None


def marking_edits(plan: Plan, wanted: Marking, trail: Trail) -> list[Edit]:
    """The edits for the item and for the one that follows it."""
    too_many = wanted.within is not None and is_full(plan, wanted.item, wanted.within)
    edits = mark_edits(plan, wanted.item, Status.RESERVE if too_many else wanted.status, wanted.day, trail)
    return edits + (mark_edits(plan, wanted.follower, Status.ACTIVE, wanted.day, trail) if wanted.follower else [])


def mark_edits(plan: Plan, item_id: str, status: Status, day: date, trail: Trail) -> list[Edit]:
    """The edits for another status, dated and trailed: it opens when work on it begins, and closes when that ends.

    The trail has the step's own day, so that of an end is still there when another, or none, stands in `closed`.
    """
    path, item = scorable_of(plan, item_id)
    if item.status is status:
        raise MarkError(f"{item_id} is {status.value} already; nothing was changed")
    if not status.is_closed:
        _refuse_before(plan, item, status, day)
    trail = trail._replace(on=day)
    edits = value_edits(item, ("status",), status.value, at=path)
    if status is Status.ACTIVE and item.opened is None:
        edits += value_edits(item, ("opened",), day.isoformat(), at=path)
    if item.opened and status.is_closed and day < item.opened:
        raise MarkError(f"{item_id} was opened on {item.opened}, so it can't be closed on {day}")
    closed = day.isoformat() if status.is_closed else None
    edits += [*value_edits(item, ("closed",), closed, at=path), *_earlier_end(plan, item, closed, trail)]
    return [*edits, trail.change(plan, item_id, "status", item.status.value, status.value)]


def _earlier_end(plan: Plan, item: Goal | Objective, closed: str | None, trail: Trail) -> Iterator[Edit]:
    """The day on which it had been closed, where the trail tells it nowhere: hands, and goalctl once, wrote none."""
    step = (item.id, "status", item.status.value, item.closed)
    is_told = any((change.of, change.what, change.to, change.on) == step for change in plan.changes)
    if item.closed and closed != f"{item.closed}" and not is_told:
        yield trail.change(plan, item.id, "closed", item.closed.isoformat(), closed)


def _refuse_before(plan: Plan, item: Goal | Objective, status: Status, day: date) -> None:
    """A step can't be taken before the one that led to where the item stands now."""
    if item.opened and day < item.opened:
        raise MarkError(f"{item.id} was opened on {item.opened}, so it can't be {status.value} on {day}")
    marked = (change.on for change in plan.changes if change.of == item.id and change.what == "status")
    since = item.closed or max(filter(None, marked), default=None)
    if since and day < since:
        raise MarkError(f"{item.id} is {item.status.value} since {since}, so it can't be {status.value} on {day}")


def needs_reason(old: Status, new: Status) -> bool:
    """Whether the step has to be explained: giving up, taking back, opening again."""
    return new is Status.DISCONTINUED or old.is_closed or (old.is_settled and not new.is_settled)


def active_beside(plan: Plan, item_id: str) -> list[Goal | Objective]:
    """What is active already at the level of this goal, or of this objective within its goal."""
    _, item = scorable_of(plan, item_id)
    beside = plan.active_goals if isinstance(item, Goal) else _goal_of(plan, item_id).active_objectives
    return [other for other in beside if other.id != item_id]


def is_full(plan: Plan, item_id: str, limits: Limits) -> bool:
    """Whether as many are active beside it as the practice works on at a time."""
    limit = limits.active_objectives if "." in item_id else limits.active_goals
    return len(active_beside(plan, item_id)) >= limit


def _goal_of(plan: Plan, objective_id: str) -> Goal:
    return next(goal for goal in plan.goals if any(step.id == objective_id for step in goal.objectives))
