"""A hold, and on which days treatment rested."""

from collections.abc import Iterable
from datetime import date

from goalctl.model.types import Day, Record, Text


class Hold(Record):
    """A stretch in which treatment rested."""

    from_: Day
    to: Day | None = None
    because: Text | None = None
    by: Text | None = None


def rests_on(holds: Iterable[Hold], day: date) -> bool:
    """From the first day of a hold until the day before treatment goes on."""
    return any(hold.from_ <= day and (hold.to is None or day < hold.to) for hold in holds)
