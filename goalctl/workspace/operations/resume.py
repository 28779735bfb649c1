"""`resume`: treatment goes on after a hold."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.plan import Lifecycle, Plan
from goalctl.workspace.edits.holds import HoldError, end_of_hold_edits
from goalctl.workspace.edits.items import still_open
from goalctl.workspace.edits.placing import value_edits


def resume_edits(plan: Plan, day: date) -> list[Edit]:
    """The edits with which treatment goes on from that day on."""
    if still_open(plan).status is not Lifecycle.ON_HOLD:
        raise HoldError(f"{plan.client} is not on hold; nothing was changed")
    return [*value_edits(plan, ("status",), Lifecycle.ACTIVE.value), *end_of_hold_edits(plan, day)]
