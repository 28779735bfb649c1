"""Whether a goal or objective was reached, and since when."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from goalctl.analysis.progress.deciding import item_attainment
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Scorable, Status
from goalctl.model.plan import Outcome

Reached: TypeAlias = tuple[bool, date | None]


def reached(at: Standpoint, item: Scorable) -> Reached:
    """Whether it was marked achieved, or discharged so, or its scores say so; and since when."""
    discharge = at.plan.discharge
    outcome = discharge.outcomes.get(item.id) if discharge else None
    if item.status is Status.ACHIEVED or outcome is Outcome.ACHIEVED:
        return True, item.closed or (discharge.on if discharge else None)
    if item.status is Status.DISCONTINUED or item.measure is None:
        return False, None
    attainment = at.once(item_attainment, item.id)
    return (True, attainment.met_on) if attainment and attainment.is_met else (False, None)
