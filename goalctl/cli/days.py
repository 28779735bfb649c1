"""Days as people say them on a command line; what can be read two ways is refused, and named with its option."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from goalctl.cli.failures import UsageError
from goalctl.model.day_words import day_ahead_from, day_back_from
from goalctl.model.scalars import ScalarError, excerpt


def day_ahead(text: str, *, today: date, option: str) -> date:
    """A day ahead: `today`, `fri` (the next one), `+2w`, `in 3 weeks`, `31 March`; or any ISO day."""
    return _named(lambda: day_ahead_from(text, today=today), option)


def day_back(text: str, *, today: date, option: str) -> date:
    """A day up to today: an ISO day, `yesterday`, `-3d`, `fri` (the latest, today included), `31 March`.

    A day to come is refused, because what is logged has happened.
    """
    day = _named(lambda: day_back_from(text, today=today), option)
    if day > today:
        raise UsageError(f"{option}: {day} is still to come (today is {today})", "write a day up to today")
    return day


def stretch_back(begin: str | None, end: str | None, *, today: date) -> tuple[date | None, date]:
    """The days of --from and --to, both included; None: from the beginning. Without an end it is today."""
    last = day_back(end, today=today, option="--to") if end else today
    first = day_back(begin, today=today, option="--from") if begin else None
    if first and first > last:
        raise UsageError(f"--from {first} is after --to {last}", "write the earlier day first")
    return first, last


def _named(read: Callable[[], date], option: str) -> date:
    try:
        return read()
    except ScalarError as error:
        raise UsageError(f"{option}: {excerpt(str(error), most=80)}", error.hint) from None
