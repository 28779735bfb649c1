"""`hold`: treatment rests."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.plan import Lifecycle, Plan
from goalctl.workspace.edits.holds import HoldError
from goalctl.workspace.edits.items import still_open
from goalctl.workspace.edits.placing import item_edit, value_edits


def hold_edits(plan: Plan, day: date, because: str, by: str | None) -> list[Edit]:
    """The edits that let treatment rest from that day on."""
    if still_open(plan).status is Lifecycle.ON_HOLD:
        raise HoldError(f"{plan.client} is on hold already{_since(plan)}", f"goalctl resume {plan.client}")
    hold = entry_values(from_=day, because=because, by=by)
    return [*value_edits(plan, ("status",), Lifecycle.ON_HOLD.value), item_edit(plan, ("holds",), hold)]


def _since(plan: Plan) -> str:
    began = next((hold.from_ for hold in plan.holds if hold.to is None), None)
    return f" since {began}" if began else ""
