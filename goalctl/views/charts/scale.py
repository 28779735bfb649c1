"""Axes: round numbers, round days, and labels that keep out of each other's way. Pure arithmetic, no drawing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from goalctl.model.scalars import number_text
from goalctl.views.charts.model import Chart, Ticks

ROUND = (1, 2, 5, 10)
FEW = 5
MONTHS_A_YEAR = 12
ENOUGH = 400
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 12000)


def nice_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5, 10, 20 … (and 0.5, 0.2 …) that cuts the span into at most `most` pieces."""
    least = span / max(most, 1)
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next((step * power for step in ROUND if step * power >= least * (1 - 1e-9)), 10 * power)


def nice_range(values: Sequence[float], *, floor: float | None = None) -> tuple[float, float]:
    """Round ends that hold all the values; a flat line gets room above and below, though never below `floor`."""
    low, high = min(values), max(values)
    if low == high:
        room = max(abs(low) * 0.1, 1.0)
        low, high = low - room, high + room
    step = nice_step(high - low, FEW)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return (low if floor is None else max(low, min(floor, *values))), high


def nice_ticks(low: float, high: float, most: int, *, least: float = 0.0) -> tuple[float, ...]:
    """Round numbers from low to high, `least` apart; at most `most` of them when that is two or more."""
    step = max(nice_step(high - low, most - 1), least)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(round(index * step, 9) + 0.0 for index in range(first, last + 1))


def y_ticks(chart: Chart, row_of: Callable[[float], float], *, least_gap: float, most: int) -> Ticks:
    """The scale's own ticks where they keep their distance, else round numbers."""
    places = [row_of(value) for value in chart.ticks.values]
    if places and all(abs(one - other) >= least_gap for one, other in pairwise(places)):
        return chart.ticks
    values = nice_ticks(chart.low, chart.high, max(most, 2), least=1.0 if chart.is_whole else 0.0)
    return Ticks(values, tuple(number_text(value) + chart.unit for value in values))


def day_ticks(start: date, end: date, most: int) -> tuple[date, ...]:
    """At most `most` round days from start to end: every day, Mondays, or the first of months; never none."""
    for days in _steps(start, end):
        if 0 < len(days) <= max(most, 1):
            return days
    return (start,)


def _steps(start: date, end: date) -> Iterator[tuple[date, ...]]:
    for step in _DAY_STEPS:
        if (end - start).days // step <= ENOUGH:
            yield tuple(_every(start, end, step))
    for months in _MONTH_STEPS:
        if (end.year - start.year) * MONTHS_A_YEAR // months <= ENOUGH:
            yield tuple(_firsts(start, end, months))


def _every(start: date, end: date, step: int) -> Iterator[date]:
    """Every so many days, counted from a Monday that is the same for all charts."""
    first = start.toordinal() + (1 - start.toordinal()) % step
    return (date.fromordinal(ordinal) for ordinal in range(first, end.toordinal() + 1, step))


def _firsts(start: date, end: date, months: int) -> Iterator[date]:
    """The first of every so many months, counted from January of the year 0."""
    first = -(-(start.year * MONTHS_A_YEAR + start.month - 1 + (start.day > 1)) // months) * months
    for index in range(first, end.year * MONTHS_A_YEAR + end.month, months):
        yield date(index // MONTHS_A_YEAR, index % MONTHS_A_YEAR + 1, 1)


def places_apart(wanted: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Places near the wanted ones, in their order, at least `gap` apart and inside low to high where that can be."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places: list[float] = []
    for index in order:
        places.append(max(wanted[index], low, places[-1] + gap if places else low))
    limit = high
    for place in reversed(range(len(places))):
        places[place] = min(places[place], limit)
        limit = places[place] - gap
    found = [0.0] * len(wanted)
    for index, where in zip(order, places, strict=True):
        found[index] = where
    return found
