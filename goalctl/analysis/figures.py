"""Numbers and rates as sentences carry them: short, in the measure's own unit, never a client's words."""

from __future__ import annotations

import math

from goalctl.model.scalars import number_text

DAYS_A_WEEK = 7
MOST_PLACES = 9


def exact(value: float) -> float:
    """A number that was worked out, without the rounding error of a machine: 5 less 4.7 is 0.3.

    Whoever compares one with another, or with what a person typed, compares this.
    """
    return round(value, MOST_PLACES)


def rounded(value: float, places: int) -> float:
    """With so many decimal places, a half away from nought, as people and spreadsheets round: 31.25 is 31.3."""
    steps = 10.0**places
    return math.copysign(math.floor(round(abs(value) * steps, 6) + 0.5) / steps, value) + 0.0


def figure(value: float, *, beside: float | None = None) -> str:
    """A number that was worked out, with at most one decimal place, two below one: `14`, `14.2`, `0.35`.

    What these would make 0 keeps its two leading digits: `0.0046`. With a number that it stands beside it has as many
    as tell the two apart: a 5 that falls short of 5.04 does not fall short of 5.
    """
    found, places = exact(value), 2 if abs(value) < 1 else 1
    places = places if rounded(found, places) else _two_digits(found)
    return number_text(rounded(found, places if beside is None else _places_apart(found, exact(beside), places)))


def score_text(value: float) -> str:
    """A score, or how far two are apart, as it was given: two places at most, two leading digits where it is small.

    With one place 89.96 would be read as 90, which it is not.
    """
    found = exact(value)
    return number_text(rounded(found, max(_two_digits(found), 2)))


def span_text(low: float, high: float | None) -> str:
    """From where to where something runs: `0 to 10`; `0 or more` where it is open above."""
    return f"{number_text(low)} or more" if high is None else f"{number_text(low)} to {number_text(high)}"


def _places_apart(one: float, other: float, least: int) -> int:
    """How many decimal places, at least so many, leave the one on its own side of the other."""
    tell = (places for places in range(least, MOST_PLACES) if _are_told_apart(one, other, places))
    return next(tell, least if one == other else MOST_PLACES)


def _are_told_apart(one: float, other: float, places: int) -> bool:
    told = rounded(one, places)
    return told not in {other, rounded(other, places)} and (told > other) is (one > other)


def _two_digits(value: float) -> int:
    """How many decimal places show its first two digits."""
    return min(1 - math.floor(math.log10(abs(value))), MOST_PLACES) if value else 0


def counted(number: int, one: str, several: str = "") -> str:
    """`1 score`, `7 scores`; `2 entries` where more of them are not called so with an s."""
    return f"{number} {one}" if number == 1 else f"{number} {several or f'{one}s'}"


def per_week(rate: float, *, beside: float | None = None) -> str:
    """A daily rate as a weekly one: `0.5 a week`; told apart from another one that it stands beside."""
    return f"{figure(rate * DAYS_A_WEEK, beside=None if beside is None else beside * DAYS_A_WEEK)} a week"


def per_week_between(rate: float, low: float, high: float) -> str:
    """A daily rate and its interval as weekly ones: `0.5 a week (0.2 to 0.8)`."""
    return f"{per_week(rate)} ({figure(low * DAYS_A_WEEK)} to {figure(high * DAYS_A_WEEK)})"
