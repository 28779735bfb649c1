"""The scalar types of a plan: one strict grammar each, from the text a person wrote to a typed value.

No YAML, no pydantic: these take text and give a value or raise `ScalarError`. `types.py` binds them to models.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache

LAST_DAY_OF_WEEK = 7
KNOWN = 2048  # so many texts of one kind are remembered with what they say: plans say the same days and numbers again

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LOOSE_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_TWO_WAY_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}", re.ASCII)
_DAY_EXAMPLE = "days are written year-month-day, as 2026-03-31"
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,9}", re.ASCII)
NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,9})?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+")
_MARKED = re.compile(
    r"([+-]?[1-9]\d{0,2}(?:([ _',.\u2019\u00a0\u202f])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,9}))?", re.ASCII
)
_DURATION = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"), "-")
FLAGS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class ScalarError(ValueError):
    """A text that its field's grammar refuses; `hint` says how to mend it."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def excerpt(text: str, *, most: int = 40) -> str:
    """The text as it may stand inside a message: shortened."""
    return text if len(text) <= most else text[: most - 1] + "…"


@lru_cache(KNOWN)
def day_from(text: str) -> date:
    """A calendar day, `2026-03-31`; other orders are refused, because 03/04 is two days."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise ScalarError("E122", f"'{excerpt(text)}' is not a day", _day_hint(text))
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise ScalarError("E122", f"there is no day {text}", _no_such_day(year, month)) from None


def _no_such_day(year: int, month: int) -> str:
    if not (1 <= month <= 12 and year >= 1):  # noqa: PLR2004 - twelve months
        return _DAY_EXAMPLE
    from calendar import month_name, monthrange  # slow to import: with it comes the language of the machine

    return f"{month_name[month]} {year} has {monthrange(year, month)[1]} days"


def _as_keyed(text: str) -> str:
    """Digits of any script as 0 to 9, and what only looks like a minus, as documents and telephones have it, as one."""
    return re.sub(r"[^\D0-9]", lambda match: str(int(match[0])), text.translate(_DASHES))


def _day_hint(text: str) -> str:
    keyed = _as_keyed(text)
    if keyed != text:
        return f"write {keyed}, in these very signs" if _DAY.fullmatch(keyed) else _day_hint(keyed)
    if match := _TWO_WAY_DAY.fullmatch(text):
        first, second, year = match.groups()
        return _readings((year, second, first), (year, first, second))
    if match := _LOOSE_DAY.fullmatch(text) or _EIGHT_DIGITS.fullmatch(text):
        return _readings(match.groups())
    if _SHORT_YEAR.fullmatch(text):
        return "write the year in full and first, as 2026-03-31"
    return _DAY_EXAMPLE


def _readings(*read: Sequence[str]) -> str:
    """The days that the parts can mean, each once; a month 13 is none of them."""
    days = list(
        dict.fromkeys(f"{year}-{month:0>2}-{day:0>2}" for year, month, day in read if _is_day(year, month, day))
    )
    if len(days) > 1:
        return f"this can be read two ways; write {' or '.join(days)}"
    return f"write {days[0]}" if days else f"there is no such day; {_DAY_EXAMPLE}"


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def clock_from(text: str) -> time:
    """A time of day, `10:00` or `9:30`, 24 hours."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise ScalarError("E123", f"'{excerpt(text)}' is not a time of day", "write hours and minutes, as 14:30")
    return time(int(match[1]), int(match[2]))


class Parted:
    """A value that equals another of its kind with the same parts, and keeps them.

    As a frozen dataclass is, but `dataclasses` takes as long to load as most of what a listing needs.
    """

    __slots__: tuple[str, ...] = ()

    def __init__(self, *parts: object) -> None:
        for name, part in zip(self.__slots__, parts, strict=True):
            object.__setattr__(self, name, part)

    def __eq__(self, other: object) -> bool:
        return self._parts() == other._parts() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        parts = self.by_name().items()
        return f"{type(self).__name__}({', '.join(f'{name}={part!r}' for name, part in parts)})"

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(name)

    def by_name(self) -> dict[str, object]:
        """Its parts by name, as programs read them."""
        return dict(zip(self.__slots__, self._parts(), strict=True))

    def __reduce__(self) -> tuple[type[Parted], tuple[object, ...]]:
        return type(self), self._parts()

    def _parts(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)


class Hours(Parted):
    """When a session began and, if it was written down, when it ended."""

    __slots__ = ("start", "end")  # noqa: RUF023 - in the order in which they are given
    start: time
    end: time | None

    def __init__(self, start: time, end: time | None = None) -> None:
        super().__init__(start, end)

    @property
    def minutes(self) -> int | None:
        """Length in minutes; None without an end."""
        if self.end is None:
            return None
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute

    def __str__(self) -> str:
        start = f"{self.start:%H:%M}"
        return start if self.end is None else f"{start}-{self.end:%H:%M}"


def hours_from(text: str) -> Hours:
    """A start, `10:00`, or a start and an end of the same day, `10:00-10:53`."""
    start, dash, end = text.replace("\u2013", "-").partition("-")
    hours = Hours(clock_from(start.strip()), clock_from(end.strip()) if dash else None)
    if hours.end is not None and hours.end <= hours.start:
        hint = "write the start first, as 10:00-10:53; past midnight the start alone, and how long in minutes"
        raise ScalarError("E123", f"'{excerpt(text)}' ends before it begins", hint)
    return hours


def moment_from(text: str) -> datetime:
    """A day and a time, `2026-02-02T11:20`, in the workspace's time zone."""
    day, mark, clock = text.partition("T")
    if not mark:
        raise ScalarError("E123", f"'{excerpt(text)}' is not a day and time", "write it as 2026-02-02T11:20")
    return datetime.combine(day_from(day), clock_from(clock))


@lru_cache(KNOWN)
def whole_from(text: str) -> int:
    """A whole number; `012` is twelve."""
    if _WHOLE.fullmatch(text) is None:
        raise ScalarError("E124", f"'{excerpt(text)}' is not a whole number", "write digits only, as 12")
    return int(text)


@lru_cache(KNOWN)
def number_from(text: str) -> float:
    """A finite decimal number, `6` or `3.5`; no exponent, no thousands mark, no infinity."""
    if NUMBER.fullmatch(text) is None:
        raise ScalarError("E124", f"'{excerpt(text)}' is not a number", _number_hint(text))
    return float(text)


def is_one_number(one: str, other: str) -> bool:
    """Whether both are numbers, and the same one."""
    return bool(NUMBER.fullmatch(one) and NUMBER.fullmatch(other)) and float(one) == float(other)


def _number_hint(text: str) -> str:
    """A comma before three digits is told both ways; other marks where they part thousands: `7 9` is two numbers."""
    if NUMBER.fullmatch(keyed := re.sub(r"^([+-]?)\.", r"\g<1>0.", _as_keyed(text))):
        return f"write {keyed}"
    if _THOUSANDS.fullmatch(text):
        decimal = f"; with decimals, {float(text.replace(',', '.'))}" if text.count(",") == 1 else ""
        return f"without the comma: {text.replace(',', '')}{decimal}"
    if NUMBER.fullmatch(text.replace(",", ".")):
        return f"use a point: {text.replace(',', '.')}"
    if marked := _MARKED.fullmatch(text):
        whole, mark, decimals = marked.groups()
        return f"leave out the marks: {whole.replace(mark, '')}{f'.{decimals}' if decimals else ''}"
    return "write digits, as 6 or 3.5; leave it empty if there is none"


def flag_from(text: str) -> bool:
    """Yes or no (also true, false, on, off)."""
    flag = FLAGS.get(text.lower())
    if flag is None:
        raise ScalarError("E125", f"'{excerpt(text)}' is neither yes nor no", "write yes or no")
    return flag


def text_from(text: str) -> str:
    """Words; at least one character that is not a space."""
    if not text.strip():
        raise ScalarError("E126", "there are no words here", "write something, or leave it out")
    return text


class Months(Parted):
    """So many whole months, to be added to a day; the 31st of a shorter month is its last."""

    __slots__ = ("count",)
    count: int

    def __init__(self, count: int) -> None:
        super().__init__(count)

    def __radd__(self, day: date) -> date:
        from calendar import monthrange  # the same

        year, month = divmod(day.year * 12 + day.month - 1 + self.count, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class Duration(Parted):
    """A stretch of whole days, weeks, months or years: `14d`, `6w`, `3m`, `1y`."""

    __slots__ = ("count", "unit")
    count: int
    unit: str

    def __init__(self, count: int, unit: str) -> None:
        super().__init__(count, unit)

    def after(self, day: date) -> date:
        """The day this much later; months and years are clamped to the month's end."""
        return self._shift(day, self.count)

    def before(self, day: date) -> date:
        """The day this much earlier; months and years are clamped to the month's end."""
        return self._shift(day, -self.count)

    def _shift(self, day: date, count: int) -> date:
        try:
            if self.unit in "dw":
                return day + timedelta(days=count * (LAST_DAY_OF_WEEK if self.unit == "w" else 1))
            return day + Months(count * (12 if self.unit == "y" else 1))
        except (OverflowError, ValueError):
            return date.max if count > 0 else date.min

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


@lru_cache(KNOWN)
def duration_from(text: str) -> Duration:
    """`14d`, `6w`, `3m` or `1y`; at least one."""
    match = _DURATION.fullmatch(text)
    if match is None or int(match[1]) == 0:
        raise ScalarError(
            "E127", f"'{excerpt(text)}' is not a stretch of time", "write a number and d, w, m or y, as 14d, 6w or 3m"
        )
    return Duration(int(match[1]), match[2])


def number_text(number: float) -> str:
    """A number as a person writes it: `6`, `3.5`, `-2`."""
    return f"{number:.9f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"
