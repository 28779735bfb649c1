"""Which way is better for a measure, and what "at or past the target" means there.

A target may be a band. Then only what lies within it, both ends included, is at the target: how far a value is from the
band says how good it is, on either side of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.analysis.figures import exact
from goalctl.analysis.instruments import scoring
from goalctl.model.form import Form
from goalctl.model.measure import Better, Direction, Measure
from goalctl.model.target_band import TargetBand

STATED: Mapping[Direction | None, Better] = {Direction.UP: Better.HIGHER, Direction.DOWN: Better.LOWER}
_BY_NATURE = {"levels": Better.HIGHER, "done": Better.HIGHER}
_DEFAULT_TARGETS = {"levels": 0.0, "done": 1.0}


def target_of(measure: Measure, start: float | None = None) -> float | None:
    """The stated target; else what the measure means by itself: level 0 ("as expected"), done.

    Of a band the end that comes first from where it started, and within the band the nearer one.
    """
    band = measure.band
    if band is not None and start is not None:
        return band.end_from(start)
    return measure.target if measure.target is not None else _DEFAULT_TARGETS.get(measure.kind)


def better_of(measure: Measure, form: Form | None, first: float | None) -> Better | None:
    """The good side: what baseline → target says, else `better`, the form, the kind of measure, the first score.

    None when nothing tells: a measure without a target, a first score that is the target, a start within a band. A band
    alone says on which side of it something started, whatever is better elsewhere.
    """
    if measure.direction in STATED:
        return STATED[measure.direction]
    if measure.band:
        return None if is_within(measure.band, first) else _seen_from(first, target_of(measure, first))
    of_form = scoring.better_of(form, measure.of) if form else None
    return measure.better or of_form or _BY_NATURE.get(measure.kind) or _seen_from(first, target_of(measure))


def _seen_from(first: float | None, target: float | None) -> Better | None:
    if first is None or target is None or first == target:
        return None
    return Better.HIGHER if target > first else Better.LOWER


def is_within(band: TargetBand | None, value: float | None) -> bool:
    """Whether the value lies in the band, both ends included; never without one of them."""
    return band is not None and value is not None and gap(band, value) == 0


def gap(band: TargetBand, value: float) -> float:
    """How far a value is from the band, below it or above it; 0 within it."""
    return exact(max(band.low - value, value - band.high, 0.0))


def gain(before: float, after: float, better: Better | None, band: TargetBand | None = None) -> float:
    """How much better `after` is than `before`, in the measure's unit: negative is worse, 0 when no side is better."""
    if band is not None:
        return exact(gap(band, before) - gap(band, after))
    if better is None:
        return 0.0
    return exact(after - before if better is Better.HIGHER else before - after)


def is_at_target(value: float, target: float, better: Better | None, band: TargetBand | None = None) -> bool:
    """At the target or past it on the good side, or within the band; without a good side only the target counts."""
    if band is not None:
        return is_within(band, value)
    return value == target if better is None else gain(target, value, better) >= 0
