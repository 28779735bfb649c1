"""Numbers and rates as sentences carry them: short, in the measure's own unit, never a client's words."""

from __future__ import annotations

import math

from goalctl.model.scalars import number_text

DAYS_A_WEEK = 7
MOST_PLACES = 9


def figure(value: float) -> str:
    """A number that was worked out, with at most one decimal place, two below one: `14`, `14.2`, `0.35`.

    What these would make 0 keeps its two leading digits: `0.0046`.
    """
    exact, places = round(value, MOST_PLACES), 2 if abs(value) < 1 else 1
    return number_text(round(exact, places if round(exact, places) else _two_digits(exact)) + 0.0)


def score_text(value: float) -> str:
    """A score, or how far two are apart, as it was given: two places at most, two leading digits where it is small.

    With one place 89.96 would be read as 90, which it is not.
    """
    exact = round(value, MOST_PLACES)
    return number_text(round(exact, max(_two_digits(exact), 2)) + 0.0)


def _two_digits(value: float) -> int:
    """How many decimal places show its first two digits."""
    return min(1 - math.floor(math.log10(abs(value))), MOST_PLACES) if value else 0


def counted(number: int, noun: str) -> str:
    """`1 score`, `7 scores`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def per_week(rate: float) -> str:
    """A daily rate as a weekly one: `0.5 a week`."""
    return f"{figure(rate * DAYS_A_WEEK)} a week"


def per_week_between(rate: float, low: float, high: float) -> str:
    """A daily rate and its interval as weekly ones: `0.5 a week (0.2 to 0.8)`."""
    return f"{per_week(rate)} ({figure(low * DAYS_A_WEEK)} to {figure(high * DAYS_A_WEEK)})"
