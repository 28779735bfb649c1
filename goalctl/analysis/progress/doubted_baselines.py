"""Baselines that goals state for a form and that the record speaks against: both stand on one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.form_change import reliable_change
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import form_of, readings
from goalctl.analysis.progress.beginning import possible_baseline, stated_on
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.form import Form
from goalctl.model.goal import Scorable, settled_items
from goalctl.model.ids import FormRef
from goalctl.model.scalars import number_text


class _Stated(NamedTuple):
    """A form's score that a goal says it began with, on a day."""

    ref: FormRef
    of: str | None
    form: Form
    value: float
    day: date

    def agrees_with(self, filled: float) -> bool:
        """Whether they are no further apart than measurement error."""
        same = filled == self.value
        return same or reliable_change(self.form, filled, self.value, self.of).reliable is False


class DoubtedBaseline(NamedTuple):
    """Whose baseline it is, and what speaks against it, in a sentence."""

    item: str
    because: str


def doubted_baselines(at: Standpoint) -> tuple[DoubtedBaseline, ...]:
    """Of the measures in force: of a day before the plan was opened, or another score than the last filling up to it.

    Scores that are no further apart than measurement error agree; without a figure for that, every other score counts.
    One that no filling came before is what the design wants: it stands for a score that is not on record.
    """
    found = (_doubt(at, item) for item in settled_items(at.plan.goals))
    return tuple(doubt for doubt in found if doubt)


def _doubt(at: Standpoint, item: Scorable) -> DoubtedBaseline | None:
    stated = _stated(at, item)
    if stated is None or stated.day > at.today:
        return None
    said = f"{item.id}: baseline {number_text(stated.value)} of {stated.day}"
    if at.plan.opened and stated.day < at.plan.opened:
        return DoubtedBaseline(item.id, f"{said}, before this plan was opened, {at.plan.opened}")
    newest = list(_newest_up_to(stated.day, at.once(readings, stated.ref, stated.of)))
    if not newest or any(stated.agrees_with(point.value) for point in newest):
        return None
    was = f"the {stated.form.part_name(stated.of)} was {score_text(newest[-1].value)} on {newest[-1].day}"
    return DoubtedBaseline(item.id, f"{said}, and {was}")


def _stated(at: Standpoint, item: Scorable) -> _Stated | None:
    """None for another measure, for a score that the form can't have, and where nothing says of which day it is."""
    measure = item.measure
    if measure is None or measure.form is None or (form := form_of(at.forms, measure.form)) is None:
        return None
    value = possible_baseline(measure, form)
    day = stated_on(at.plan, item)
    return None if value is None or day is None else _Stated(measure.form, measure.of, form, value, day)


def _newest_up_to(day: date, points: tuple[Point, ...]) -> Iterator[Point]:
    """All of the newest day that is not later."""
    last = max((point.day for point in points if point.day <= day), default=None)
    return (point for point in points if point.day == last)
