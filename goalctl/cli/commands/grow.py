"""`goalctl grow`: a conversation that ends in a SMART goal, or in a draft that keeps what was said for another day."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli import options
from goalctl.cli.asking.ask import is_confirmed
from goalctl.cli.asking.goals.grow_talk import talk
from goalctl.cli.asking.guided import must_ask
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import open_plan
from goalctl.model.goal import Goal, Status
from goalctl.model.plan import Plan
from goalctl.views.clean import one_line


def command(
    desk: Desk,
    client: options.Client,
    goal: Annotated[
        str | None,
        Argument(metavar="[GOAL]", help="A draft to go on with, as g3; else a new goal.", show_default=False),
    ] = None,
) -> None:
    """Find a goal in a conversation: goal, reality, options, will; it ends in a SMART goal.

    A dot (.) stops and keeps what was said as a draft; the same command goes on with it another day.
    """
    must_ask(desk, "somebody to talk to", "goalctl add-goal CLIENT GOAL with options")
    plan = open_plan(desk, client)
    draft = _draft(plan, goal) if goal else _draft_to_go_on_with(desk, plan)
    talk(desk, plan, {}, draft)


def _draft(plan: Plan, goal_id: str) -> Goal:
    goal = next((goal for goal in plan.goals if goal.id == goal_id), None)
    if goal is None:
        known = ", ".join(goal.id for goal in plan.goals if not goal.status.is_settled)
        raise UsageError(f"{plan.client} has no goal {goal_id}", f"drafts here: {known or 'none'}")
    if goal.status.is_settled:
        raise UsageError(
            f"{goal_id} is {goal.status.value}, so it is settled", f"goalctl set {plan.client} {goal_id} …"
        )
    return goal


def _draft_to_go_on_with(desk: Desk, plan: Plan) -> Goal | None:
    """The latest draft without a measure, if the person wants to go on with it."""
    begun = [goal for goal in plan.goals if goal.status is Status.DRAFT and not goal.measure]
    if begun and is_confirmed(desk, f"{begun[-1].id} is a draft: {one_line(begun[-1].goal)}. Go on with it?"):
        return begun[-1]
    return None
