"""`add-objective`: a step toward a goal; which goal stands in front of its entry, and is no part of it."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import plain_value
from goalctl.model.errors import GoalctlError
from goalctl.model.fields import in_order
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Objective
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_objective_edit, next_id, with_intervention_days
from goalctl.workspace.edits.items import still_open

OWNER = "goal"


class NoGoalError(GoalctlError):
    """The plan has no goal with that id."""

    exit_status = 2

    def __init__(self, plan: Plan, goal_id: str) -> None:
        known = ", ".join(goal.id for goal in plan.goals) or "none yet; add-goal adds one"
        super().__init__(f"{plan.client} has no goal {goal_id}", f"known here: {known}")


def whole_objective(objective: dict[str, Value], *, today: date) -> dict[str, Value]:
    """The objective with what it does not say itself: the day it was opened, the day of its interventions."""
    whole = with_intervention_days(today, {"opened": plain_value(today), **without_owner(objective)})
    return {OWNER: objective.get(OWNER)} | in_order(Objective, whole)


def without_owner(objective: dict[str, Value]) -> dict[str, Value]:
    """The objective as the plan holds it, under its goal."""
    return {key: value for key, value in objective.items() if key != OWNER}


def objective_edits(plan: Plan, objective: dict[str, Value], *, most_active: int) -> list[Edit]:
    """The objective at the end of its goal's; without a status it is active, unless as many are as are worked on."""
    owner = goal_named(still_open(plan), str(objective.get(OWNER)))
    usual = "active" if len(owner.active_objectives) < most_active else "reserve"
    new = {"id": next_id(plan, f"{owner.id}."), "status": usual} | without_owner(objective)
    return [append_objective_edit(plan, owner, in_order(Objective, new))]


def goal_named(plan: Plan, goal_id: str) -> Goal:
    """The goal with that id."""
    for goal in plan.goals:
        if goal.id == goal_id:
            return goal
    raise NoGoalError(plan, goal_id)
