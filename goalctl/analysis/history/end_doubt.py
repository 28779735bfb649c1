"""Whether the end that a plan tells holds: a discharge and the plan's status can speak against each other."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.model.finding import Path
from goalctl.model.plan import Plan


class EndDoubt(NamedTuple):
    """What speaks against it, and where in the plan that stands."""

    path: Path
    words: str


def end_doubt(plan: Plan, *, today: date) -> EndDoubt | None:
    """A discharge of a day to come, one of a plan that goes on, or an end of which nobody knows when it was."""
    ending, is_over = plan.discharge, plan.has_ended
    if ending is None:
        words = "the plan is discharged, and no discharge says on which day"
        return EndDoubt(("status",), words) if is_over else None
    if is_over and ending.on > today:
        return EndDoubt(("discharge", "on"), f"treatment goes on until {ending.on}: that day is still to come")
    if not is_over and ending.on <= today:
        return EndDoubt(("discharge", "on"), f"treatment ended on {ending.on}, and the plan is {plan.status.value}")
    return None
