"""A day as one says it, for whoever reads no ISO."""

from __future__ import annotations

from datetime import date


def spoken_day(day: date | None) -> str:
    """`8 June 2026`; empty for None."""
    return f"{day.day} {day:%B} {day.year}" if day else ""
