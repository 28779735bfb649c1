"""A new episode of treatment: what a plan takes over from the one before it."""

from __future__ import annotations

from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Objective, Problem, Status
from goalctl.model.plan import Lifecycle, Outcome, Plan
from goalctl.model.written import record_data, written

_CARRIED = (
    "members", "diagnoses", "medications", "care_team", "part2", "values", "strengths", "barriers", "preferences",
)  # fmt: skip
_ABOUT_THEN = ("baseline", "since")

Fields = dict[str, Value]


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
    if old.status is not Lifecycle.DISCHARGED:
        raise StillOpenError(old)
    goals = [goal for goal in old.goals if _is_carried(old, goal)]
    new_ids = {goal.id: f"g{number}" for number, goal in enumerate(goals, start=1)}
    named = {problem for goal in goals for problem in goal.problems}
    problems = [problem for problem in old.problems if problem.id in named]
    problem_ids = {problem.id: f"p{number}" for number, problem in enumerate(problems, start=1)}
    data = record_data(old)
    found: Fields = {"previous": old.client}
    found |= {key: data.get(key) for key in _CARRIED}
    found["problems"] = [_problem(problem, problem_ids) for problem in problems]
    found["goals"] = [_draft(goal, new_ids, problem_ids) for goal in goals]
    return {key: value for key, value in found.items() if value}


def continued(entry: Fields, old: Plan) -> Fields:
    """A new plan's keys with what it takes over from the earlier one before its own; own problems get the next ids."""
    carried = after(old)
    both = carried | entry
    for key, taken in carried.items():
        own = entry.get(key)
        if isinstance(taken, list) and isinstance(own, list):
            both[key] = [*taken, *(item for item in own if item not in taken)]
    problems = both.get("problems")
    if isinstance(problems, list):
        both["problems"] = [{**_fields(item), "id": f"p{number}"} for number, item in enumerate(problems, start=1)]
    order = [info.alias or name for name, info in Plan.model_fields.items()]
    return {key: both[key] for key in order if key in both}


def _fields(item: Value) -> Fields:
    return item if isinstance(item, dict) else {}


def _is_carried(old: Plan, goal: Goal) -> bool:
    """Whether it was not achieved: told so at discharge, or never closed."""
    outcome = old.discharge.outcomes.get(goal.id) if old.discharge else None
    if outcome is not None:
        return outcome is not Outcome.ACHIEVED
    return not goal.status.is_closed


def _problem(problem: Problem, ids: dict[str, str]) -> Fields:
    return {**record_data(problem), "id": ids[problem.id]}


def _draft(goal: Goal, ids: dict[str, str], problem_ids: dict[str, str]) -> Fields:
    new_id, data, smart = ids[goal.id], record_data(goal), goal.smart
    parts: Fields = {"specific": smart.specific, "measurable": _measure(goal)}
    parts |= {"attainable": record_data(smart.attainable), "relevant": record_data(smart.relevant)}
    problems: list[Value] = [problem_ids[problem] for problem in goal.problems if problem in problem_ids]
    steps = [step for step in goal.objectives if step.status is not Status.ACHIEVED]
    draft: Fields = {
        "id": new_id,
        "goal": goal.goal,
        "problem": problems if len(problems) > 1 else next(iter(problems), None),
        "status": Status.DRAFT.value,
        "term": data.get("term"),
        "serves": ids.get(goal.serves or ""),
        "smart": {key: value for key, value in parts.items() if value},
        "objectives": [_step(step, f"{new_id}.{number}") for number, step in enumerate(steps, start=1)],
    }
    return {key: value for key, value in draft.items() if value}


def _step(step: Objective, new_id: str) -> Fields:
    data: Fields = {"id": new_id, "objective": step.objective, "status": Status.DRAFT.value}
    measure, interventions = _measure(step), written(step.interventions)
    return data | {key: value for key, value in (("measurable", measure), ("interventions", interventions)) if value}


def _measure(item: Goal | Objective) -> Fields:
    """How it was scored, without where it stood then."""
    data = record_data(item.measure) if item.measure else {}
    return {key: value for key, value in data.items() if key not in _ABOUT_THEN}
