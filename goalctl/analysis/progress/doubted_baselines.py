"""Baselines that goals state for a form and that the record speaks against: both stand on one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.form_change import reliable_change
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import form_of, readings
from goalctl.analysis.progress.beginning import opening_of, possible_baseline
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.form import Form
from goalctl.model.goal import Scorable
from goalctl.model.scalars import number_text


class DoubtedBaseline(NamedTuple):
    """Whose baseline it is, and what speaks against it, in a sentence."""

    item: str
    because: str


def doubted_baselines(at: Standpoint) -> tuple[DoubtedBaseline, ...]:
    """Of the measures in force: of a day before the plan was opened, or another score than the last filling up to it.

    Scores that are no further apart than measurement error agree; without a figure for that, every other score counts.
    One that no filling came before is what the design wants: it stands for a score that is not on record.
    """
    found = (_doubt(at, item) for item in at.plan.scorables.values() if item.status.is_settled)
    return tuple(doubt for doubt in found if doubt)


def _doubt(at: Standpoint, item: Scorable) -> DoubtedBaseline | None:
    measure = item.measure
    form = form_of(at.forms, measure.form) if measure and measure.form else None
    value = possible_baseline(measure, form) if measure else None
    if measure is None or measure.form is None or form is None or value is None:
        return None
    day = measure.since or (None if item.former_measures else opening_of(at.plan, item))
    if day is None or day > at.today:
        return None
    said = f"{item.id}: baseline {number_text(value)} of {day}"
    if at.plan.opened and day < at.plan.opened:
        return DoubtedBaseline(item.id, f"{said}, before this plan was opened, {at.plan.opened}")
    name = f"{form.name} {measure.of}" if measure.of else form.name
    newest = list(_newest_up_to(day, at.once(readings, measure.form, measure.of)))
    if not newest or any(_agree(form, point.value, value, measure.of) for point in newest):
        return None
    because = f"{said}, and the {name} was {score_text(newest[-1].value)} on {newest[-1].day}"
    return DoubtedBaseline(item.id, because)


def _agree(form: Form, filled: float, stated: float, of: str | None) -> bool:
    return filled == stated or reliable_change(form, filled, stated, of).reliable is False


def _newest_up_to(day: date, points: tuple[Point, ...]) -> Iterator[Point]:
    """All of the newest day that is not later."""
    last = max((point.day for point in points if point.day <= day), default=None)
    return (point for point in points if point.day == last)
