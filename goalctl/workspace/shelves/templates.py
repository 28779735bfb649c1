"""What a new plan takes over from a template, or from a planner in the place of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from goalctl.library.shelf import Shelf
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields, Value, fields_in, records_under
from goalctl.model.goal import Goal, Objective, Status
from goalctl.model.plan import Plan
from goalctl.model.planner import Planner
from goalctl.model.statement import StatementKind
from goalctl.workspace.shelves.filling import from_planner
from goalctl.workspace.shelves.kinds import PLANNERS, TEMPLATES


def begun_with(name: str, *, opened: date, root: Path | None) -> Fields:
    """What a plan opened on that day takes over from the template of that name, else from the planner."""
    templates, planners = TEMPLATES.shelf(root), PLANNERS.shelf(root)
    if templates.path(name) is None and planners.path(name) is not None:
        return _planner_fields(planners, name, opened)
    template = TEMPLATES.known(templates, name)
    days = {item: stretch.after(opened).isoformat() for item, stretch in template.within.items()}
    fields = template.plan_data
    if isinstance(goals := fields.get("goals"), list):
        fields["goals"] = [_opened(goal, opened, days) for goal in goals if isinstance(goal, dict)]
    return fields


def _planner_fields(planners: Shelf[Planner], name: str, opened: date) -> Fields:
    """A planner's problems, and its goals as drafts to choose from with the client.

    A goal with a blank to fill in is left out: `add-goal --from` asks for it.
    """
    planner = PLANNERS.known(planners, name)
    numbers = {problem.id: f"p{n}" for n, problem in enumerate(planner.problems, start=1)}
    problems: list[Value] = [
        entry_values(id=numbers[problem.id], problem=problem.problem) for problem in planner.problems
    ]
    goals: list[Value] = []
    for goal in planner.goals:
        filling = from_planner(planners, f"{name}/{goal.id}", StatementKind.GOAL, today=opened)
        if not filling.blanks:
            head = entry_values(
                id=f"g{len(goals) + 1}", problem=numbers.get(goal.problem or ""), status=Status.DRAFT.value
            )
            goals.append({**head, **filling.entry})
    return entry_values(problems=problems, goals=goals)


def with_template(fields: Mapping[str, Value], entry: Mapping[str, Value]) -> Fields:
    """A new plan's entry with the template's fields under it: lists are joined, stated problems numbered on."""
    joined: Fields = dict(entry)
    for key, value in fields.items():
        stated = entry.get(key)
        if key == "problems" and isinstance(value, list) and isinstance(stated, list):
            joined[key] = [*value, *_numbered(stated, len(value))]
        elif isinstance(value, list) and isinstance(stated, list):
            joined[key] = [*value, *stated]
        elif stated is None:
            joined[key] = value
    return in_order(Plan, joined)


def _numbered(problems: list[Value], taken: int) -> list[Value]:
    return [
        {**problem, "id": f"p{n}"} if isinstance(problem, dict) else problem
        for n, problem in enumerate(problems, start=taken + 1)
    ]


def _opened(goal: Fields, opened: date, days: Mapping[str, str]) -> Fields:
    """The goal as opened on that day, with the deadlines that are counted from it.

    Why it is within reach, and in whose hands it is, nobody has said of this client yet.
    """
    smart = {key: value for key, value in fields_in(goal.get("smart")).items() if key != "attainable"}
    if deadline := days.get(str(goal.get("id"))):
        smart["time_bound"] = {**fields_in(smart.get("time_bound")), "deadline": deadline}
    rest = {key: value for key, value in goal.items() if key != "smart"}
    dated: Fields = {**rest, "opened": opened.isoformat()} | ({"smart": smart} if smart else {})
    if isinstance(goal.get("objectives"), list):
        dated["objectives"] = [_dated_step(step, days) for step in records_under(goal, "objectives")]
    return in_order(Goal, dated)


def _dated_step(step: Fields, days: Mapping[str, str]) -> Fields:
    deadline = days.get(str(step.get("id")))
    return in_order(Objective, step | {"deadline": deadline}) if deadline else step
