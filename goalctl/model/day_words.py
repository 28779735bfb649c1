"""Days and stretches of time as people say them: `fri`, `2 weeks`, `31 March`; each is one day, or is told why not.

What a plan holds is always the ISO day or `12w` that follows from it (`scalars.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from goalctl.model.scalars import Duration, ScalarError, day_from, duration_from, excerpt

AHEAD = "write it as 2026-03-31, 31 March, fri, +2w or 3 months"
BACK = "write it as 2026-03-31, 31 March, yesterday, -3d or fri"
A_WEEK, A_YEAR = timedelta(days=7), timedelta(days=366)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SHORTEST = 3  # letters of a weekday or a month
_LEAP = 9  # within so many years every day of the calendar comes

_COUNT = rf"(?:(?P<digits>\d{{1,4}})\s*|(?P<word>an?|{'|'.join(_COUNTS)})\s+)"
_STRETCH = rf"{_COUNT}(?P<unit>[dwmy]|days?|weeks?|wks?|months?|years?)"
_AHEAD = rf"(?:in\s+|\+\s*)?{_STRETCH}(?:\s+from\s+(?:now|today))?"
_MINUS = rf"-\s*{_STRETCH}"
_AGO = rf"{_STRETCH}\s+ago"
_IN_MONTH = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?\.?"
_WRITTEN = (
    rf"(?:{_IN_MONTH.format(1)}(?:\s+of)?[\s-]*(?P<month1>[a-z]{{3,9}})|(?P<month2>[a-z]{{3,9}})\.?\s*{_IN_MONTH.format(2)})"
    r"\.?(?:(?:,|\s|-)\s*(?P<year>\d{4}))?"
)
_NEAR = r"(?P<which>next|last|this|coming)\s+(?P<what>[a-z]+)"


def day_ahead_from(text: str, *, today: date) -> date:
    """A day ahead: `today`, `fri` (the next one), `+2w`, `in 3 weeks`, `3 months`, `31 March`; or any ISO day."""
    said = _plain(text)
    if match := _fits(_AHEAD, said):
        return _duration(match).after(today)
    if (weekday := _weekday(said)) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    named = {"today": today, "tomorrow": Duration(1, "d").after(today)}
    return (
        named.get(said)
        or _day_of_a_month(said, range(today.year, today.year + _LEAP), today)
        or _iso(text, today, AHEAD)
    )


def day_back_from(text: str, *, today: date) -> date:
    """A day up to today: `today`, `yesterday`, `-3d`, `2 weeks ago`, `fri` (the latest, today included), `31 March`.

    An ISO day, and a day with its year, may lie ahead; whoever asks refuses that.
    """
    said = _plain(text)
    if match := _fits(_MINUS, said) or _fits(_AGO, said):
        return _duration(match).before(today)
    if (weekday := _weekday(said)) is not None:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    named = {"today": today, "yesterday": Duration(1, "d").before(today)}
    return (
        named.get(said)
        or _day_of_a_month(said, range(today.year, today.year - _LEAP, -1), today)
        or _iso(text, today, BACK)
    )


def written_day_from(text: str) -> date:
    """A day that names its year: `2026-03-31`, `31 March 2026`, `31-Mar-2026`."""
    match = _fits(_WRITTEN, _plain(text))
    year = int(match["year"]) if match and match["year"] else None
    return (_day_of_a_month(_plain(text), [year], date.min) if year else None) or day_from(text)


def stretch_from(text: str) -> Duration:
    """A stretch of time: `12w`, `12 weeks`, `three months`; at least one."""
    match = _fits(_STRETCH, _plain(text))
    return duration_from(str(_duration(match)) if match else text)


def _fits(pattern: str, said: str) -> re.Match[str] | None:
    """A pattern is made when it is first asked for: no start waits for all of them."""
    return re.fullmatch(pattern, said, re.ASCII)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _duration(match: re.Match[str]) -> Duration:
    word = match["word"]
    count = int(match["digits"]) if word is None else _COUNTS.index(word) + 1 if word in _COUNTS else 1
    return Duration(count, match["unit"][0])


def _weekday(said: str) -> int | None:
    found = (place for place, name in enumerate(WEEKDAYS) if len(said) >= _SHORTEST and name.startswith(said))
    return next(found, None)


def _day_of_a_month(said: str, years: Iterable[int], today: date) -> date | None:
    """A day of a named month: of the stated year, else of the first of these years that puts it on the right side."""
    match = _fits(_WRITTEN, said)
    month = _month(match["month1"] or match["month2"]) if match else None
    if match is None or month is None:
        return None
    day = int(match["day1"] or match["day2"])
    if match["year"]:
        return day_from(f"{match['year']}-{month:02}-{day:02}")
    if found := _first_on_the_right_side(list(years), month, day, today):
        if abs(found - today) > A_YEAR:
            hint = f"write {found}, if that is meant; else 28 February or 1 March"
            raise ScalarError("E122", f"there is no day {said} within a year", hint)
        return found
    raise ScalarError("E122", f"there is no day {said}", f"{_MONTHS[month - 1].title()} has fewer days")


def _first_on_the_right_side(years: list[int], month: int, day: int, today: date) -> date | None:
    """Ahead where the years grow, back where they fall; today is on both sides."""
    days = (found for year in years if (found := _day_or_none(year, month, day)))
    is_ahead = years[-1] > years[0]
    return next((found for found in days if (found >= today if is_ahead else found <= today)), None)


def _month(named: str) -> int | None:
    """Its number; None for no month."""
    start = "sep" if named == "sept" else named
    return next((place for place, name in enumerate(_MONTHS, 1) if start and name.startswith(start)), None)


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str, today: date, examples: str) -> date:
    """The ISO day; what is none is refused with what it may mean."""
    if match := _fits(_NEAR, _plain(text)):
        raise _two_readings(text, match["which"], match["what"], today, examples)
    try:
        return day_from(text)
    except ScalarError as error:
        hint = error.hint if re.match(r"\d+[-/.]?\d", text) else examples
        raise ScalarError(error.code, str(error), hint) from None


def _two_readings(text: str, which: str, what: str, today: date, examples: str) -> ScalarError:
    """`next friday` is the coming one to some and the one after it to others.

    Where a day on the other side of today is wanted, neither is proposed: both would be refused.
    """
    weekday = _weekday(what)
    if examples == (AHEAD if which == "last" else BACK):
        why = "is not one day" if weekday is None else "can be read two ways"
        return ScalarError("E122", f"'{excerpt(text)}' {why}", examples)
    step = -A_WEEK if which == "last" else A_WEEK
    if weekday is None:
        sign = "-" if which == "last" else "+"
        known = {"week": f"{sign}1w", "month": f"{sign}1m", "year": f"{sign}1y"}.get(what)
        return ScalarError(
            "E122", f"'{excerpt(text)}' is not one day", f"write a day, or {known}" if known else examples
        )
    behind = (today.weekday() - weekday) % 7 or 7
    near = today - timedelta(days=behind) if which == "last" else today + timedelta(days=7 - behind % 7)
    return ScalarError("E122", f"'{excerpt(text)}' can be read two ways", f"write {near} or {near + step}")


def stretch_text(text: str) -> str:
    """`12 weeks` as `12w`; what is no stretch is left for the model to refuse."""
    try:
        return str(stretch_from(text))
    except ScalarError:
        return text
