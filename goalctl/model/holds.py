"""On which days treatment rested; from when to when one hold lasts is said by the plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goalctl.model.plan import Hold


def rests_on(holds: Iterable[Hold], day: date) -> bool:
    """From the first day of a hold until the day before treatment goes on."""
    return any(hold.from_ <= day and (hold.to is None or day < hold.to) for hold in holds)
