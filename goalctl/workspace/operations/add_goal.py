"""`add-goal`: a goal, a draft unless it says otherwise, with the next free id."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import plain_value
from goalctl.model.fields import in_order
from goalctl.model.finding import Value
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit, next_id, numbered, with_intervention_days
from goalctl.workspace.edits.items import still_open


def whole_goal(goal: dict[str, Value], *, today: date) -> dict[str, Value]:
    """The goal with what it does not say itself: its status, the day it was opened, the day of its interventions."""
    return in_order(Goal, with_intervention_days(today, {"status": "draft", "opened": plain_value(today), **goal}))


def goal_edits(plan: Plan, goal: dict[str, Value]) -> list[Edit]:
    """The goal at the end of the plan's; it and its objectives get their ids."""
    return [append_edit(still_open(plan), "goals", in_order(Goal, numbered(goal, next_id(plan, "g"))))]
