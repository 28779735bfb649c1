"""The hold that a plan is in, and the edits that end it."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.workspace.edits.placing import value_edits


class HoldError(GoalctlError):
    """The plan's treatment can't be held or resumed like that."""


def end_of_hold_edits(plan: Plan, day: date) -> list[Edit]:
    """The edits that end every open hold on that day: two clones may each have begun one; none when there is none."""
    edits: list[Edit] = []
    for position, hold in enumerate(plan.holds):
        if hold.to is None and day < hold.from_:
            raise HoldError(f"the hold began on {hold.from_}, so it can't end on {day}")
        if hold.to is None:
            edits += value_edits(plan, ("holds", position, "to"), day.isoformat())
    return edits
