"""When treatment was changed: what was decided in a review, what was begun, and what the trail says was altered.

Treatment is goals, steps, what the clinician does for them, how they are measured and how far they are to lead,
services, medicines, level of care and problems. A later deadline, people, priorities, wordings and descriptions are no
treatment, and what is still a draft has changed none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from goalctl.model.goal import WORDING_KEYS, Intervention, Objective, Status, settled_items
from goalctl.model.plan import Change, Decision, Plan

_DECIDED = {Decision.CHANGE, Decision.ACHIEVED, Decision.DISCONTINUE}
_OF_A_GOAL = {"objectives", "interventions", "by", "of", "target", "per", "unit", "scale", "levels"}
_OF_AN_INTERVENTION = {"every", "for", "minutes"}
_OF_THE_PLAN = {
    "services": {"type", "minutes", "every", "for"},
    "medications": {"name", "dose", "since", "until"},
    "level_of_care": set[str](),
    "problems": set[str](),
    "goals": set[str](),
}
_CLOSED = {status.value for status in Status if status.is_closed}


def days_of_change(plan: Plan) -> Iterator[date]:
    """The days, in no order; the closing of goals at discharge is no change of treatment."""
    yield from (review.on for review in plan.reviews if review.decision in _DECIDED)
    yield from _days_begun(plan)
    yield from (change.on for change in plan.changes if _is_of_treatment(plan, change))


def _days_begun(plan: Plan) -> Iterator[date]:
    """When goals, steps, interventions, problems and medicines came; a draft came on the day it was begun."""
    drafted = {change.of for change in plan.changes if change.what == "status" and not _is_settled(change.from_)}
    for item in settled_items(plan.goals):
        if item.opened and item.id not in drafted:
            yield item.opened
    yield from (intervention.on for intervention in _interventions(plan) if intervention.on)
    yield from (problem.on for problem in plan.problems if problem.on)
    for medicine in plan.medications:
        yield from sorted(day for day in (medicine.since, medicine.on) if day)[:1]


def _interventions(plan: Plan) -> Iterator[Intervention]:
    """What the clinician does for the steps that were begun."""
    for item in settled_items(plan.goals):
        if isinstance(item, Objective):
            yield from item.interventions


def _is_settled(status: object) -> bool:
    """As the trail has it, which may be any value."""
    return str(status) not in {Status.DRAFT.value, Status.RESERVE.value}


def _is_of_treatment(plan: Plan, change: Change) -> bool:
    parts = change.what.split(".")
    if change.what == "status":
        return bool(change.of) and _begins_or_ends(plan, change)
    return _is_of_an_item(plan, change, change.of, parts) if change.of else _is_of_the_plan(change, parts)


def _is_of_an_item(plan: Plan, change: Change, of: str, parts: list[str]) -> bool:
    """Of a goal, a step or an intervention that was begun: one that was taken away, or is worked on otherwise."""
    item = plan.scorables.get(of.partition(".i")[0])
    goal = plan.goal_of(of)
    if not all(found is None or found.status.is_settled for found in (item, goal)):
        return False
    if change.to is None and parts[-1] in WORDING_KEYS:
        return True
    return bool((_OF_AN_INTERVENTION if ".i" in of else _OF_A_GOAL).intersection(parts))


def _begins_or_ends(plan: Plan, change: Change) -> bool:
    """Whether work on a goal or a step began, rested, ended or was given up, other than at discharge."""
    ended = plan.discharge.on if plan.discharge else None
    was_begun = _is_settled(change.from_)
    return change.on != ended and (was_begun or (_is_settled(change.to) and str(change.to) not in _CLOSED))


def _is_of_the_plan(change: Change, parts: list[str]) -> bool:
    """A service or a medicine that came, went or is given otherwise; a medicine with a day of its own came on that."""
    came = change.to if change.from_ is None else None
    if parts[0] == "medications" and isinstance(came, Mapping) and came.get("since"):
        return False
    keys = _OF_THE_PLAN.get(parts[0])
    return keys is not None and (len(parts) == 1 or parts[-1].isdigit() or parts[-1] in keys)
