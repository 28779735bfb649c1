"""Which way is better for a measure, and what "at or past the target" means there."""

from __future__ import annotations

from goalctl.analysis.instruments import scoring
from goalctl.model.form import Form
from goalctl.model.measure import Better, Direction, Measure

_STATED = {Direction.UP: Better.HIGHER, Direction.DOWN: Better.LOWER}
_BY_NATURE = {"levels": Better.HIGHER, "done": Better.HIGHER}
_DEFAULT_TARGETS = {"levels": 0.0, "done": 1.0}


def target_of(measure: Measure) -> float | None:
    """The stated target; else what the measure means by itself: level 0 ("as expected"), done."""
    return measure.target if measure.target is not None else _DEFAULT_TARGETS.get(measure.by)


def better_of(measure: Measure, form: Form | None, first: float | None) -> Better | None:
    """The good side: what baseline → target says, else `better`, the form, the kind of measure, the first score.

    None when nothing tells: a measure without a target, or a first score that is the target.
    """
    if measure.direction in _STATED:
        return _STATED[measure.direction]
    of_form = scoring.better_of(form, measure.of) if form else None
    return measure.better or of_form or _BY_NATURE.get(measure.by) or _seen_from(first, target_of(measure))


def _seen_from(first: float | None, target: float | None) -> Better | None:
    if first is None or target is None or first == target:
        return None
    return Better.HIGHER if target > first else Better.LOWER


def gain(before: float, after: float, better: Better | None) -> float:
    """How much better `after` is than `before`, in the measure's unit: negative is worse, 0 when no side is better."""
    if better is None:
        return 0.0
    return after - before if better is Better.HIGHER else before - after


def is_at_target(value: float, target: float, better: Better | None) -> bool:
    """At the target or past it on the good side; without a good side only the target itself counts."""
    return value == target or gain(target, value, better) > 0
