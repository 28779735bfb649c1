"""Reaching out to a client who did not come while risk is open: by which day, and what was tried since.

It stands until the client was seen or spoken with, was asked, or the row is closed. That a try is due on the next
working day is our own; Monday to Friday are working days, holidays are not known here.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.model.scalars import Duration

_FRIDAY = 4
_A_DAY = Duration(1, "d")


class Outreach(NamedTuple):
    """The newest appointment that nobody held, and the days of the tries since the first of them."""

    missed_on: date
    tried: tuple[date, ...] = ()
    was_cancelled: bool = False

    @property
    def by(self) -> date:
        """The day by which the client is to be reached."""
        return next_working_day(self.missed_on)

    def missed(self, day: date, *, was_cancelled: bool) -> Outreach:
        """The same after one more appointment that nobody held."""
        return Outreach(day, self.tried, was_cancelled)

    def tried_again(self, day: date) -> Outreach:
        """The same after one more try."""
        return self._replace(tried=(*self.tried, day))


def next_working_day(day: date) -> date:
    """The first day after it from Monday to Friday."""
    after = _A_DAY.after(day)
    while after.weekday() > _FRIDAY:
        after = _A_DAY.after(after)
    return after
