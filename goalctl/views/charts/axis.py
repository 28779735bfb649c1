"""The y axis of a chart: the scale's whole natural range, in its natural direction, with the form's bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goalctl.analysis.instruments.form_range import has_whole_scores
from goalctl.analysis.instruments.scoring import possible_range, scored_part
from goalctl.model.form import Form
from goalctl.model.measure import WHOLE_KINDS, Measure, own_scale
from goalctl.model.scalars import number_text
from goalctl.views.charts.model import NO_TICKS, ShadedBand, Ticks
from goalctl.views.charts.scale import nice_range
from goalctl.views.clean import one_line

NEAR = 1.5


class Axis(NamedTuple):
    """From `low` to `high`, with bands and ticks of its own where the scale has them."""

    low: float
    high: float
    bands: tuple[ShadedBand, ...] = ()
    ticks: Ticks = NO_TICKS
    unit: str = ""
    is_whole: bool = False


def axis_of(measure: Measure, form: Form | None, values: Sequence[float]) -> Axis:
    """The axis for a measure; `values` are everything to be drawn, and all of them fit even when off the scale."""
    low, high = _scale(measure, form)
    if low is None or high is None:
        floor = None if low is None or not _is_near(low, values) else low
        low, high = nice_range([*values, floor] if floor is not None else values, floor=low)
    low, high = min(low, *values), max(high, *values)
    bands = tuple(_bands(form, measure.of, low, high)) if form else ()
    unit = "%" if measure.kind == "percent" else ""
    is_whole = measure.kind in WHOLE_KINDS or (form is not None and has_whole_scores(form, measure.of))
    return Axis(low, high, bands, _ticks(measure, bands, low, high), unit, is_whole)


def _scale(measure: Measure, form: Form | None) -> tuple[float | None, float | None]:
    if form is None:
        return own_scale(measure)
    return possible_range(form, measure.of) or (None, None)


def _is_near(floor: float, values: Sequence[float]) -> bool:
    """Whether the scale's lowest value belongs on the axis: not when all the values lie far above it."""
    return min(values) - floor <= NEAR * (max(values) - min(values)) or min(values) <= floor


def _bands(form: Form, of: str | None, low: float, high: float) -> Iterator[ShadedBand]:
    part = scored_part(form, of)
    found = sorted(part.bands, key=lambda band: band.from_) if part else []
    for place, band in enumerate(found):
        top = found[place + 1].from_ if place + 1 < len(found) else high
        if band.from_ < high and top > low:
            yield ShadedBand(one_line(band.name), max(band.from_, low), min(top, high))


def _ticks(measure: Measure, bands: Sequence[ShadedBand], low: float, high: float) -> Ticks:
    if measure.kind == "done":
        return Ticks((0.0, 1.0), ("no", "yes"))
    values = tuple(sorted({low, high, *(band.low for band in bands)})) if bands else ()
    return Ticks(values, tuple(number_text(value) for value in values))
