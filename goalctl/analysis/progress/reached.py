"""Whether a goal or objective was reached, and since when."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from goalctl.analysis.progress.deciding import item_attainment
from goalctl.analysis.progress.state import is_met
from goalctl.analysis.standpoint import Standpoint, as_it_ended
from goalctl.model.goal import Scorable, Status
from goalctl.model.plan import Outcome

Reached: TypeAlias = tuple[bool, date | None]


def reached(at: Standpoint, item: Scorable) -> Reached:
    """As its outcome at discharge says; else whether it was marked achieved, or its scores say so; and since when.

    Whatever is scored when treatment is over reaches nothing.
    """
    ended, outcome = at.plan.ended_on(at.today), _outcome_at_the_end(at, item)
    if outcome is Outcome.ACHIEVED or (outcome is None and item.status is Status.ACHIEVED):
        return True, item.closed or ended
    if outcome or item.status is Status.DISCONTINUED or item.measure is None:
        return False, None
    then = at.once(as_it_ended)
    attainment = then.once(item_attainment, item.id) if then.once(is_met, item.id) else None
    return (True, attainment.met_on) if attainment else (False, None)


def _outcome_at_the_end(at: Standpoint, item: Scorable) -> Outcome | None:
    """What was told of it when treatment ended; None while it goes on."""
    discharge = at.plan.discharge if at.plan.ended_on(at.today) else None
    return discharge.outcomes.get(item.id) if discharge else None
