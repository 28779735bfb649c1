"""How often, for how long and on which day, in words."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.figures import counted
from goalctl.model.care import Service
from goalctl.model.frequency import AS_NEEDED, AsNeeded, EverySessions, Frequency, Rate
from goalctl.model.scalars import Duration

_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_TIMES = {1: "once", 2: "twice"}


def rhythm_words(every: Frequency | None) -> str:
    """`every 2 weeks`, `every 4 sessions`, `3 times a week`, `twice a month`, `as needed`; empty for None."""
    match every:
        case Duration(count=1, unit=unit):
            return f"every {_UNITS[unit]}"
        case Duration():
            return f"every {stretch_words(every)}"
        case EverySessions(count=count):
            return "every session" if count == 1 else f"every {count} sessions"
        case Rate(count=count, per=per):
            return f"{_TIMES.get(count, f'{count} times')} a {per}"
        case AsNeeded():
            return AS_NEEDED
        case None:
            return ""


def stretch_words(stretch: Duration | None) -> str:
    """`26 weeks`; empty for None."""
    return "" if stretch is None else counted(stretch.count, _UNITS[stretch.unit])


def course_words(every: Frequency | None, length: Duration | None) -> str:
    """`every week, for 26 weeks`, or what of it is said."""
    return ", ".join(filter(None, (rhythm_words(every), f"for {stretch_words(length)}" if length else "")))


def service_words(service: Service) -> str:
    """`individual psychotherapy, 53 minutes, every week, for 26 weeks`."""
    minutes = f"{service.minutes} minutes" if service.minutes else ""
    return ", ".join(filter(None, (service.type, minutes, course_words(service.every, service.for_))))


def spoken_day(day: date | None) -> str:
    """`8 June 2026`; empty for None."""
    return f"{day.day} {day:%B} {day.year}" if day else ""
