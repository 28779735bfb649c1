"""What an id on the command line means in a plan, and where it stands in the file."""

from __future__ import annotations

from typing import NamedTuple

from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Path
from goalctl.model.goal import Goal, Objective
from goalctl.model.nearest import did_you_mean
from goalctl.model.plan import Plan
from goalctl.model.scalars import excerpt
from goalctl.model.types import Record
from goalctl.model.walk import placed_goals, placed_scorables

WHOLE_PLAN = "plan"


class NoItemError(GoalctlError):
    """Nothing in the plan has that id."""

    exit_status = 2

    def __init__(self, plan: Plan, wanted: str, known: list[str]) -> None:
        hint = did_you_mean(wanted, known, f"known here: {', '.join(known[:12]) or 'none yet'}")
        super().__init__(f"{plan.client} has no {excerpt(wanted)}", hint)


class DischargedError(GoalctlError):
    """The plan is closed; what is settled in it stays as it was."""

    def __init__(self, plan: Plan) -> None:
        since = f" since {plan.discharge.on}" if plan.discharge else ""
        hint = f"a new episode begins with: goalctl add-client --after {plan.client}"
        super().__init__(f"{plan.client} is discharged{since}", hint)


class PlanItem(NamedTuple):
    """Something with an id, or the plan itself: its record, where it stands, whether it is settled.

    What belongs to a draft or a reserve is not settled, nor is anything of a plan without a settled goal or agreement.
    """

    id: str
    path: Path
    record: Record
    settled: bool


def still_open(plan: Plan) -> Plan:
    """The plan, unless it is discharged."""
    if plan.has_ended:
        raise DischargedError(plan)
    return plan


def item_of(plan: Plan, wanted: str) -> PlanItem:
    """The plan itself (`plan`), a problem, a goal, an objective or an intervention."""
    items = items_of(plan)
    if wanted not in items:
        raise NoItemError(plan, wanted, list(items))
    return items[wanted]


def items_of(plan: Plan) -> dict[str, PlanItem]:
    """Everything of a plan that has an id, and the plan itself, by what it is called on a command line."""
    items = {WHOLE_PLAN: PlanItem("", (), plan, _is_settled(plan))}
    for position, problem in enumerate(plan.problems):
        items[problem.id] = PlanItem(problem.id, ("problems", position), problem, _is_settled(plan))
    for path, goal in placed_goals(plan):
        items[goal.id] = PlanItem(goal.id, path, goal, goal.status.is_settled)
        for position, objective in enumerate(goal.objectives):
            settled = items[goal.id].settled and objective.status.is_settled
            inner = (*path, "objectives", position)
            items[objective.id] = PlanItem(objective.id, inner, objective, settled)
            for place, intervention in enumerate(objective.interventions):
                full = f"{objective.id}.{intervention.id}"
                items[full] = PlanItem(full, (*inner, "interventions", place), intervention, settled)
    return items


def scorable_of(plan: Plan, wanted: str) -> tuple[Path, Goal | Objective]:
    """A goal or an objective, and where it stands."""
    for path, item in placed_scorables(plan):
        if item.id == wanted:
            return path, item
    raise NoItemError(plan, wanted, list(plan.scorables))


def _is_settled(plan: Plan) -> bool:
    return bool(plan.agreements) or any(goal.status.is_settled for goal in plan.goals)
