"""A new episode of treatment: what a plan takes over from the one before it.

Everything is taken over but what is named here as belonging to the earlier episode.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.fields import in_order, slots_of
from goalctl.model.finding import Fields, Value, fields_in
from goalctl.model.goal import Goal, Objective, Problem, Smart, Status, TimeBound
from goalctl.model.measure import Measure
from goalctl.model.plan import Outcome, Plan
from goalctl.model.types import Record
from goalctl.model.written import record_data

LEFT_BEHIND: Mapping[type[Record], frozenset[str]] = {
    Plan: frozenset({
        "format", "client", "opened", "status", "plan_by", "previous",  # the new plan has its own
        "clinician", "supervisor", "review_every",  # whoever treats now, and the practice's settings
        "level_of_care", "mental_status", "functioning", "services", "assessments",  # assessed and decided anew
        "authorizations", "consents", "agreements", "releases", "safety_plan",  # given for that treatment, and dated
        "discharge_criteria", "discharge", "holds", "discovery",  # how that treatment went
        "reviews", "supervision", "changes", "diary", "sessions",  # its record
    }),
    Goal: frozenset({"priority", "opened", "closed", "grow"}),  # chosen and explored anew
    Objective: frozenset({
        "priority", "opened", "closed", "measured_before", "deadline", "extended", "checkpoints",
    }),
    Smart: frozenset({"measured_before"}),
    TimeBound: frozenset({"deadline", "extended", "checkpoints"}),
    Measure: frozenset({"baseline", "since"}),  # where it stood then
}  # fmt: skip


class StillOpenError(GoalctlError):
    """The earlier episode has not ended."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(f"{plan.client} is {plan.status.value}, not discharged", f"goalctl discharge {plan.client}")


def after(old: Plan) -> Fields:
    """The keys that a new plan takes over from the discharged one before it.

    Diagnoses, medication, who else treats, and what helps or matters stay. Goals that were not achieved become drafts
    with new ids and keep their wording and kind of measure; baselines, deadlines, dates and scores belong to the
    earlier episode.
    """
    if not old.has_ended:
        raise StillOpenError(old)
    goals = [goal for goal in old.goals if _is_carried(old, goal)]
    named = {problem for goal in goals for problem in goal.problems}
    problems = [problem for problem in old.problems if problem.id in named]
    new_ids = {**_new_ids("g", goals), **_new_ids("p", problems)}
    found = {"previous": old.client, **_kept_fields(Plan, record_data(old))}
    found["problems"] = [record_data(problem) | entry_values(id=new_ids[problem.id]) for problem in problems]
    found["goals"] = [_draft(goal, new_ids) for goal in goals]
    return {key: value for key, value in found.items() if value}


def _new_ids(letter: str, items: Sequence[Goal | Problem]) -> dict[str, str]:
    """The new id of each by its old one: `g1`, `g2` and so on."""
    return {item.id: f"{letter}{number}" for number, item in enumerate(items, start=1)}


def _kept_fields(kind: type[Record], data: Fields) -> Fields:
    """A record's values without what belongs to the earlier episode, all the way down."""
    inner = {slot.key: slot for slot in slots_of(kind) if len(slot.path) == 1}
    left = LEFT_BEHIND.get(kind, frozenset())
    found = {key: _inside(inner[key].record, value) for key, value in data.items() if key not in left}
    return {key: value for key, value in found.items() if value}


def _inside(kind: type[Record] | None, value: Value) -> Value:
    if kind is not None and isinstance(value, dict):
        return _kept_fields(kind, value)
    return [_inside(kind, item) for item in value] if isinstance(value, list) else value


def next_episode(entry: Fields, old: Plan) -> Fields:
    """A new plan's keys with what it takes over from the earlier one before its own; own problems get the next ids.

    Where nothing says who treats now, it is who did: open risk of then would be in nobody's list.
    """
    carried = after(old)
    both = entry_values(clinician=old.clinician) | carried | entry
    for key, taken in carried.items():
        own = entry.get(key)
        if isinstance(taken, list) and isinstance(own, list):
            both[key] = [*taken, *(item for item in own if item not in taken)]
    problems = both.get("problems")
    if isinstance(problems, list):
        both["problems"] = [{**fields_in(item), "id": f"p{number}"} for number, item in enumerate(problems, start=1)]
    return in_order(Plan, both)


def _is_carried(old: Plan, goal: Goal) -> bool:
    """Whether it was not achieved: told so at discharge, or never closed."""
    outcome = old.discharge.outcomes.get(goal.id) if old.discharge else None
    if outcome is not None:
        return outcome is not Outcome.ACHIEVED
    return not goal.status.is_closed


def _draft(goal: Goal, ids: dict[str, str]) -> Fields:
    new_id = ids[goal.id]
    problems: list[Value] = [ids[problem] for problem in goal.problems if problem in ids]
    steps = [step for step in goal.objectives if step.status is not Status.ACHIEVED]
    draft = _kept_fields(Goal, record_data(goal)) | {
        "id": new_id,
        "problem": problems if len(problems) > 1 else next(iter(problems), None),
        "status": Status.DRAFT.value,
        "serves": ids.get(goal.serves or ""),
        "objectives": [_step(step, f"{new_id}.{number}") for number, step in enumerate(steps, start=1)],
    }
    return in_order(Goal, {key: value for key, value in draft.items() if value})


def _step(step: Objective, new_id: str) -> Fields:
    return in_order(
        Objective, _kept_fields(Objective, record_data(step)) | entry_values(id=new_id, status=Status.DRAFT.value)
    )
