"""The scalar types of a plan: one strict grammar each, from the text a person wrote to a typed value.

No YAML, no pydantic: these take text and give a value or raise `ScalarError`. `types.py` binds them to models.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

LAST_DAY_OF_WEEK = 7
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LOOSE_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_TWO_WAY_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,9})?", re.ASCII)
_DURATION = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_SESSIONS = re.compile(r"(\d{1,3}) sessions?", re.ASCII)
AS_NEEDED = "as needed"
_TIMES = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_RATE = re.compile(
    r"(?:(?P<word>once|twice)|(?P<often>\d{1,2}|one|two|three|four|five|six|seven)(?: ?x| times)?) "
    r"?(?:per|a|an|each|every|/) ?(?P<per>day|week|month)",
    re.ASCII,
)
_EVERY = re.compile(r"(?:every )?(?P<count>\d{1,3} ?)?(?P<unit>day|week|month)s?", re.ASCII)
FLAGS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class ScalarError(ValueError):
    """A text that its field's grammar refuses; `hint` says how to mend it."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def shown(text: str, *, most: int = 40) -> str:
    """The text as it may stand inside a message: shortened."""
    return text if len(text) <= most else text[: most - 1] + "…"


def day_from(text: str) -> date:
    """A calendar day, `2026-03-31`; other orders are refused, because 03/04 is two days."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise ScalarError("E122", f"'{shown(text)}' is not a day", _day_hint(text))
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise ScalarError("E122", f"there is no day {text}", _no_such_day(year, month)) from None


def _no_such_day(year: int, month: int) -> str:
    if not (1 <= month <= 12 and year >= 1):  # noqa: PLR2004 - twelve months
        return "days are written year-month-day, as 2026-03-31"
    return f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days"


def _day_hint(text: str) -> str:
    if match := _TWO_WAY_DAY.fullmatch(text):
        first, second, year = match.groups()
        return f"this can be read two ways; write {year}-{second:0>2}-{first:0>2} or {year}-{first:0>2}-{second:0>2}"
    if match := _LOOSE_DAY.fullmatch(text):
        year, month, day = match.groups()
        return f"write {year}-{month:0>2}-{day:0>2}"
    return "days are written year-month-day, as 2026-03-31"


def clock_from(text: str) -> time:
    """A time of day, `10:00` or `9:30`, 24 hours."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise ScalarError("E123", f"'{shown(text)}' is not a time of day", "write hours and minutes, as 14:30")
    return time(int(match[1]), int(match[2]))


@dataclass(frozen=True, slots=True)
class Hours:
    """When a session began and, if it was written down, when it ended."""

    start: time
    end: time | None = None

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
        raise ScalarError("E123", f"'{shown(text)}' ends before it begins", "write the start first, as 10:00-10:53")
    return hours


def moment_from(text: str) -> datetime:
    """A day and a time, `2026-02-02T11:20`, in the workspace's time zone."""
    day, mark, clock = text.partition("T")
    if not mark:
        raise ScalarError("E123", f"'{shown(text)}' is not a day and time", "write it as 2026-02-02T11:20")
    return datetime.combine(day_from(day), clock_from(clock))


def whole_from(text: str) -> int:
    """A whole number; `012` is twelve."""
    if _WHOLE.fullmatch(text) is None:
        raise ScalarError("E124", f"'{shown(text)}' is not a whole number", "write digits only, as 12")
    return int(text)


def number_from(text: str) -> float:
    """A finite decimal number, `6` or `3.5`; no exponent, no thousands mark, no infinity."""
    if _NUMBER.fullmatch(text) is None:
        raise ScalarError("E124", f"'{shown(text)}' is not a number", _number_hint(text))
    return float(text)


def _number_hint(text: str) -> str:
    if _NUMBER.fullmatch(text.replace(",", ".")):
        return f"use a point: {text.replace(',', '.')}"
    if _NUMBER.fullmatch(re.sub(r"[ _']", "", text)):
        return f"leave out the marks: {re.sub(r'[ _]', '', text)}"
    return "write digits, as 6 or 3.5; leave it empty if there is none"


def flag_from(text: str) -> bool:
    """Yes or no (also true, false, on, off)."""
    flag = FLAGS.get(text.lower())
    if flag is None:
        raise ScalarError("E125", f"'{shown(text)}' is neither yes nor no", "write yes or no")
    return flag


def text_from(text: str) -> str:
    """Words; at least one character that is not a space."""
    if not text.strip():
        raise ScalarError("E126", "there are no words here", "write something, or take the key away")
    return text


@dataclass(frozen=True, slots=True)
class Duration:
    """A stretch of whole days, weeks, months or years: `14d`, `6w`, `3m`, `1y`."""

    count: int
    unit: str

    def after(self, day: date) -> date:
        """The day this much later; months and years are clamped to the month's end."""
        return self._moved(day, self.count)

    def before(self, day: date) -> date:
        """The day this much earlier; months and years are clamped to the month's end."""
        return self._moved(day, -self.count)

    def _moved(self, day: date, count: int) -> date:
        try:
            if self.unit in "dw":
                return day + timedelta(days=count * (LAST_DAY_OF_WEEK if self.unit == "w" else 1))
            return _months_later(day, count * (12 if self.unit == "y" else 1))
        except (OverflowError, ValueError):
            return date.max if count > 0 else date.min

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def duration_from(text: str) -> Duration:
    """`14d`, `6w`, `3m` or `1y`; at least one."""
    match = _DURATION.fullmatch(text)
    if match is None or int(match[1]) == 0:
        raise ScalarError(
            "E127", f"'{shown(text)}' is not a stretch of time", "write a number and d, w, m or y, as 14d, 6w or 3m"
        )
    return Duration(int(match[1]), match[2])


@dataclass(frozen=True, slots=True)
class EverySessions:
    """An interval counted in sessions, `4 sessions`."""

    count: int

    def __str__(self) -> str:
        return f"{self.count} session{'s' if self.count > 1 else ''}"


def interval_from(text: str) -> Duration | EverySessions:
    """A stretch of time, `4w`, or a number of sessions, `4 sessions`."""
    match = _SESSIONS.fullmatch(text)
    if match and int(match[1]) > 0:
        return EverySessions(int(match[1]))
    try:
        return duration_from(text)
    except ScalarError:
        raise ScalarError("E127", f"'{shown(text)}' is not an interval", "write 4w, or 4 sessions") from None


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times in a day, a week or a month: `3 per week`, `2 per month`."""

    count: int
    per: str

    def __str__(self) -> str:
        return f"{self.count} per {self.per}"


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """No fixed rhythm: `as needed`."""

    def __str__(self) -> str:
        return AS_NEEDED


Frequency = Duration | EverySessions | Rate | AsNeeded
_EACH: dict[str, Frequency] = {
    "daily": Duration(1, "d"),
    "weekly": Duration(1, "w"),
    "fortnightly": Duration(2, "w"),
    "monthly": Duration(1, "m"),
}


def is_new_frequency(text: object) -> bool:
    """Whether a reader of format 1 would refuse it: that one knows `2w` and `4 sessions` only."""
    try:
        interval_from(str(text))
    except ScalarError:
        return True
    return False


def frequency_from(text: str) -> Frequency:
    """How often: `2w` or `every 2 weeks`, `4 sessions`, `3 per week`, `twice a month`, `weekly`, `as needed`."""
    words = " ".join(text.lower().split())
    if words == AS_NEEDED:
        return AsNeeded()
    if words in _EACH:
        return _EACH[words]
    if match := _RATE.fullmatch(words):
        often = match["word"] or match["often"]
        count = _TIMES.get(often) or int(often)
        if count:
            return Rate(count, match["per"])
    if (match := _EVERY.fullmatch(words)) and int(match["count"] or 1):
        return Duration(int(match["count"] or 1), match["unit"][0])
    try:
        return interval_from(words)
    except ScalarError:
        hint = "write 2w (every two weeks), 3 per week, twice a month, 4 sessions or as needed"
        raise ScalarError("E127", f"'{shown(text)}' does not say how often", hint) from None


@dataclass(frozen=True, slots=True)
class Band:
    """A target that is a stretch of a scale: from `low` to `high`, both included."""

    low: float
    high: float

    def __str__(self) -> str:
        return f"{number_text(self.low)} to {number_text(self.high)}"


def number_text(number: float) -> str:
    """A number as a person writes it: `6`, `3.5`, `-2`."""
    return f"{number:.9f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"
