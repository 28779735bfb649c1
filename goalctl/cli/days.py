"""Days as people say them on a command line: ISO, `fri`, `+2w`, `yesterday`; what can be read two ways is refused."""

from __future__ import annotations

import re
from datetime import date, timedelta

from goalctl.cli.failures import UsageError
from goalctl.model.scalars import DAYS, ScalarError, day_from, duration_from, shown

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AHEAD = re.compile(r"\+?(\d{1,4}[dwmy])", re.ASCII)
_BACK = re.compile(r"-(\d{1,4}[dwmy])", re.ASCII)


def day_ahead(text: str, *, today: date, option: str) -> date:
    """A day ahead: `today`, `tomorrow`, `fri` (the next one), `+2w`, `6w`, `3m`; or any ISO day."""
    if match := _AHEAD.fullmatch(text):
        return duration_from(match[1]).after(today)
    if text in DAYS:
        return today + timedelta(days=(DAYS.index(text) - today.weekday() - 1) % 7 + 1)
    named = {"today": today, "tomorrow": today + timedelta(days=1)}
    return named.get(text) or _iso_day(text, option, "as 2026-03-31, fri, +2w or 3m")


def day_back(text: str, *, today: date, option: str) -> date:
    """A day up to today: an ISO day, `today`, `yesterday`, `-3d`, `fri` (the latest, today included).

    A day to come is refused, because what is logged has happened.
    """
    day = _day_back(text, today, option)
    if day > today:
        raise UsageError(f"{option}: {day} is still to come (today is {today})", "write a day up to today")
    return day


def _day_back(text: str, today: date, option: str) -> date:
    if match := _BACK.fullmatch(text):
        return duration_from(match[1]).before(today)
    if text in DAYS:
        return today - timedelta(days=(today.weekday() - DAYS.index(text)) % 7)
    named = {"today": today, "yesterday": today - timedelta(days=1)}
    return named.get(text) or _iso_day(text, option, "as 2026-03-31, yesterday, -3d or fri")


def _iso_day(text: str, option: str, examples: str) -> date:
    try:
        return day_from(text)
    except ScalarError as error:
        hint = error.hint if re.match(r"\d", text) else f"write it {examples}"
        raise UsageError(f"{option}: {shown(str(error), most=80)}", hint) from None
