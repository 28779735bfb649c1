"""Whether a treatment ended as it was meant to."""

from __future__ import annotations

import re

from goalctl.model.plan import Plan

_SAYS_SO = re.compile(
    r"\b(?:unplanned|dropp?ed[ -]out|drop[ -]?out|(?:did not|didn't|never) (?:return|come back|attend again)"
    r"|stopped (?:coming|attending)|lost (?:contact|to follow[ -]up)|(?:could not be|not|never) reached|unreachable)\b",
    re.IGNORECASE,
)


def ended_unplanned(plan: Plan) -> bool | None:
    """The reason says so, or the last appointment was missed and none was kept after it; None while treatment goes on.

    An ending has no field of its own for that, so both are signs, not a record.
    """
    if plan.discharge is None:
        return None
    if plan.discharge.reason and _SAYS_SO.search(plan.discharge.reason):
        return True
    appointments = [entry for entry in plan.log if entry.kind.client_was_seen or entry.kind.was_missed]
    return bool(appointments) and appointments[-1].kind.was_missed
