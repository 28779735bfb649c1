"""Numbers and rates as sentences carry them: short, in the measure's own unit, never a client's words."""

from __future__ import annotations

from goalctl.model.scalars import number_text

DAYS_A_WEEK = 7


def figure(value: float) -> str:
    """A number with at most one decimal place, two below one: `14`, `14.2`, `0.35`."""
    rounded = round(value, 2 if abs(value) < 1 else 1)
    return number_text(rounded + 0.0)


def counted(number: int, noun: str) -> str:
    """`1 score`, `7 scores`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def per_week(rate: float) -> str:
    """A daily rate as a weekly one: `0.5 a week`."""
    return f"{figure(rate * DAYS_A_WEEK)} a week"


def per_week_between(rate: float, low: float, high: float) -> str:
    """A daily rate and its interval as weekly ones: `0.5 a week (0.2 to 0.8)`."""
    return f"{per_week(rate)} ({figure(low * DAYS_A_WEEK)} to {figure(high * DAYS_A_WEEK)})"
