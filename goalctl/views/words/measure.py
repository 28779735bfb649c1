"""A measure in words, as it was understood."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.analysis.instruments.scoring import possible_range
from goalctl.model.form import Form
from goalctl.model.measure import Direction, Measure, own_scale
from goalctl.model.scalars import number_text

_ONCE_DONE = "done or not done; from not done to done"


def measure_in_words(measure: Measure, forms: Mapping[str, Form]) -> str:
    """`counted: days practised per week, 0 to 7; up from 1 to 6`."""
    if measure.by == "done":
        return f"{measure.of}: {_ONCE_DONE}" if measure.of else _ONCE_DONE
    return f"{_what(measure, forms)}; {_way(measure)}"


def _what(measure: Measure, forms: Mapping[str, Form]) -> str:
    form = forms.get(measure.by)
    if form is not None:
        part = f", {measure.of}" if measure.of else ""
        return f"scored by the {form.name}{part}{_ends(possible_range(form, measure.of))}"
    of = f" of {measure.of}" if measure.of else ""
    ends = _ends(own_scale(measure))
    match measure.by:
        case "count":
            return f"counted: {measure.of or 'times'}{f' per {measure.per.value}' if measure.per else ''}{ends}"
        case "number":
            return f"measured: {measure.of or 'a number'}{f' in {measure.unit}' if measure.unit else ''}{ends}"
        case "percent":
            return f"a percentage{of}"
        case "levels":
            return f"five levels{of}, -2 to 2"
        case _:
            return f"a rating{of}{ends}"


def _ends(scale: tuple[float | None, float | None] | None) -> str:
    low, high = scale or (None, None)
    if low is None:
        return ""
    return f", {number_text(low)} or more" if high is None else f", {number_text(low)} to {number_text(high)}"


def _way(measure: Measure) -> str:
    start, goal = measure.baseline, measure.target
    if goal is None:
        return "no target yet"
    if start is None:
        return f"from the first score to {number_text(goal)}"
    if measure.direction is Direction.KEEP:
        side = f", {measure.better.value} is better" if measure.better else ""
        return f"keep {number_text(goal)} for {measure.keep}{side}"
    way = "up" if measure.direction is Direction.UP else "down"
    return f"{way} from {number_text(start)} to {number_text(goal)}"
