"""A day that knows how long an answer lasts: it notes what it was compared with.

An answer about a plan depends on the day only through comparisons (`entry.date <= today`), so it is the same on every
day on which all of them come out alike. Whatever else is done with the day, as writing it into a sentence, makes the
answer one of that day alone. Every analysis takes part without knowing it, and none has to say until when it holds.
(Only `datetime.combine` reads a date behind its back.)
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goalctl.model.scalars import Months

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
OTHERWISE = (
    "year", "month", "day", "toordinal", "isoformat", "weekday", "isoweekday", "isocalendar", "timetuple", "strftime",
    "ctime", "replace",
)  # fmt: skip
"""What a day is asked beside comparisons: the answer holds on that day alone."""


@dataclass(slots=True)
class Span:
    """The days, by ordinal number, on which everything that was asked so far is answered alike."""

    first: int = FIRST
    last: int = LAST

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last of them."""
        return date.fromordinal(self.first).isoformat(), date.fromordinal(self.last).isoformat()


class LastingDay(date):
    """That day; `span` is as far as nothing that was asked of it changes.

    With `floor` it is a day that is never before that other one, whatever day that is.
    """

    span: Span
    floor: LastingDay | None
    _number: int
    _by: timedelta | Months | None

    def __new__(cls, day: date, floor: LastingDay | None = None) -> LastingDay:  # noqa: PYI034 - moved ones as well
        """The day itself, of which nothing was asked as yet."""
        return _made(cls, day, day.toordinal(), None, Span(), floor)

    def exact(self) -> date:
        """The same day for an answer that holds on no other."""
        self.span.first = self.span.last = self._number
        day = date.fromordinal(self._number)
        return day if self._by is None else day + self._by

    def __lt__(self, other: date) -> bool:
        return self._is_before(other, 0)

    def __le__(self, other: date) -> bool:
        return self._is_before(other, 1)

    def __gt__(self, other: date) -> bool:
        return not self._is_before(other, 1)

    def __ge__(self, other: date) -> bool:
        return not self._is_before(other, 0)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, date) and self >= other and self <= other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __add__(self, by: timedelta | Months) -> Any:  # noqa: ANN401 - a date's own way to say it
        return self._moved(by)

    def __sub__(self, by: date | timedelta) -> Any:  # noqa: ANN401 - a day or a stretch
        if isinstance(by, timedelta):
            return self._moved(-by)
        return self.exact() - (by.exact() if isinstance(by, LastingDay) else by)

    def __rsub__(self, day: date) -> timedelta:
        return day - self.exact()

    def __hash__(self) -> int:
        return hash(self.exact())

    def __str__(self) -> str:
        return str(self.exact())

    def __repr__(self) -> str:
        return repr(self.exact())

    def __format__(self, spec: str) -> str:
        return format(self.exact(), spec)

    def __reduce__(self) -> Any:  # noqa: ANN401 - pickle's own
        return self.exact().__reduce__()

    def _is_before(self, other: date, days_later: int) -> bool:
        """Whether it is before the other day, or before a day so much later."""
        if isinstance(other, LastingDay):
            if other is self:
                return days_later > 0
            if other is self.floor and not days_later:
                return False
            return self.exact() < other.exact() + timedelta(days_later)
        span, turns = self.span, self._turning_day(date.toordinal(other) + days_later)
        if self._number < turns:
            span.last = min(span.last, turns - 1)
            return True
        span.first = max(span.first, turns)
        return False

    def _turning_day(self, ordinal: int) -> int:
        """The first day, by its number, that moved as this one comes to that day or later."""
        if self._by is None:
            return ordinal
        if isinstance(self._by, timedelta):
            return ordinal - self._by.days
        return bisect_left(range(FIRST, LAST + 1), ordinal, key=self._moved_number) + FIRST

    def _moved_number(self, number: int) -> int:
        try:
            return (date.fromordinal(number) + (self._by or timedelta())).toordinal()
        except (ValueError, OverflowError):  # before or behind all days
            return FIRST - 1 if number < self._number else LAST + 1

    def _moved(self, by: timedelta | Months) -> date:
        """So much later; the span is the same, of the day that it comes from."""
        total = by + self._by if isinstance(by, timedelta) and isinstance(self._by, timedelta) else by
        if self._by is not None and total is by:
            return self.exact() + by
        try:
            return _made(type(self), date.fromordinal(self._number) + total, self._number, total, self.span)
        except (ValueError, OverflowError):
            self.exact()  # on another day there may be such a day
            raise


def _made(
    kind: type[LastingDay],
    day: date,
    number: int,
    by: timedelta | Months | None,
    span: Span,
    floor: LastingDay | None = None,
) -> LastingDay:
    made = date.__new__(kind, day.year, day.month, day.day)
    made.span, made.floor, made._number, made._by = span, floor, number, by  # noqa: SLF001 - not what a date is made of
    return made


def _asked(name: str) -> property:
    def answer(day: LastingDay) -> Any:  # noqa: ANN401 - whatever a date answers
        return getattr(day.exact(), name)

    return property(answer)


for _name in OTHERWISE:
    setattr(LastingDay, _name, _asked(_name))
