"""A planner as a plan template: its problems, and its goals as drafts to choose from with the client."""

from __future__ import annotations

from datetime import date

from goalctl.model.entry import said
from goalctl.model.finding import Value
from goalctl.model.goal import Status
from goalctl.model.planner import StatementKind
from goalctl.workspace.shelves.filling import from_planner
from goalctl.workspace.shelves.planner_shelf import planner_shelf
from goalctl.workspace.store.practice import Practice


def planner_fields(practice: Practice, name: str, *, opened: date) -> dict[str, Value] | None:
    """What a plan opened on that day takes over from a planner of that name; None when there is none.

    A goal with a blank to fill in is left out: `add-goal --from` asks for it.
    """
    shelf = planner_shelf(practice)
    planner = shelf.get(name)
    if planner is None:
        return None
    numbers = {problem.id: f"p{n}" for n, problem in enumerate(planner.problems, start=1)}
    problems: list[Value] = [said(id=numbers[problem.id], problem=problem.problem) for problem in planner.problems]
    goals: list[Value] = []
    for goal in planner.goals:
        filling = from_planner(shelf, f"{name}/{goal.id}", StatementKind.GOAL, today=opened)
        if not filling.blanks:
            head = said(id=f"g{len(goals) + 1}", problem=numbers.get(goal.problem or ""), status=Status.DRAFT.value)
            goals.append({**head, **filling.entry})
    return said(problems=problems, goals=goals)
