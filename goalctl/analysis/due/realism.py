"""Whether a deadline is realistic: too soon or too far when it was set, out of reach at the rate seen since.

Hints for a talk with the client. The limits of two weeks and twelve months, and the least to judge a trend by, have
sources; a tenth of the scale a week as the most that is usual is this program's own rule of thumb, named as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from goalctl.analysis.figures import DAYS_A_WEEK, figure, per_week
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import possible_range
from goalctl.analysis.progress.aimline import beginning_of
from goalctl.analysis.progress.attainment import Attainment, item_attainment
from goalctl.analysis.progress.course import Course, can_be_judged, course_of
from goalctl.analysis.progress.series import Series, opening_of
from goalctl.analysis.progress.trend import projection_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.form import Form
from goalctl.model.goal import Scorable, original_deadline
from goalctl.model.measure import Measure, own_scale
from goalctl.model.scalars import Duration

SOONEST = Duration(2, "w")
FURTHEST = Duration(12, "m")
USUAL_SHARE_A_WEEK = 0.1  # a rule of thumb of this program, without a source


class Doubt(StrEnum):
    """What is doubtful about a deadline."""

    TOO_SOON = "too soon"
    TOO_FAR = "too far"
    TOO_STEEP = "too steep"
    UNREACHABLE = "unreachable at this rate"


@dataclass(frozen=True, slots=True)
class DeadlineDoubt:
    """One doubt about the deadline of a goal or objective, with its figures in a sentence."""

    item: str
    doubt: Doubt
    because: str


def deadline_doubts(at: Standpoint, item_id: str) -> tuple[DeadlineDoubt, ...]:
    """Doubts about the deadline, the ones at the start first: those look at the first deadline that was set.

    The later one looks at the deadline as it stands now, and is silent once the goal is met. An unknown id is a
    `KeyError`.
    """
    item, course = at.plan.scorables[item_id], at.once(course_of, item_id)
    doubts = [*_at_the_start(at, item, course), *(_later(course, at.once(item_attainment, item_id)) if course else ())]
    return tuple(DeadlineDoubt(item.id, doubt, because) for doubt, because in doubts)


Doubts = Iterator[tuple[Doubt, str]]


def _at_the_start(at: Standpoint, item: Scorable, course: Course | None) -> Doubts:
    # What was set at the start is judged as it was set: an extension says nothing about that.
    deadline = original_deadline(item)
    start = (beginning_of(course.series) if course else None) or (opening_of(at.plan, item), 0.0)
    if deadline is None or start[0] is None or deadline <= start[0]:
        return
    days = (deadline - start[0]).days
    if deadline < SOONEST.after(start[0]):
        yield Doubt.TOO_SOON, f"{deadline} is {days} days after its start, {start[0]}; under two weeks is rarely enough"
    if deadline > FURTHEST.after(start[0]):
        yield (
            Doubt.TOO_FAR,
            f"{deadline} is {days} days after its start, {start[0]}; over twelve months is hard to hold",
        )
    if course:
        yield from _too_steep(course, at.forms)


def _too_steep(course: Course, forms: Mapping[str, Form]) -> Doubts:
    lines, measure = course.lines, course.series.measure
    low, high = scale_of(measure, forms)
    if lines is None or low is None or high is None or measure.kind == "done":
        return
    line = lines.original or lines.current
    usual = (high - low) * USUAL_SHARE_A_WEEK
    if abs(line.rate) * DAYS_A_WEEK > usual:
        by = f"{figure(line.begins_at)} to {figure(line.target)} by {line.end} asks for {per_week(line.rate)}"
        yield Doubt.TOO_STEEP, f"{by}; our rule of thumb is a tenth of the scale, {figure(usual)}"


def scale_of(measure: Measure, forms: Mapping[str, Form]) -> tuple[float | None, float | None]:
    """The lowest and the highest possible score: the measure's own, else its form's; None where it is open."""
    form = form_of(forms, measure.form) if measure.form else None
    return (form and possible_range(form, measure.of)) or own_scale(measure)


def _later(course: Course, attainment: Attainment | None) -> Doubts:
    series, points, trend, lines = course.series, course.points, course.trend, course.lines
    if lines is None or not _is_under_way(series, attainment) or not can_be_judged(points, lines.current):
        return
    projected = projection_of(trend, lines.current.target, series.better) if trend else None
    if trend and projected and not projected.is_by(lines.current.end):
        reached = projected.in_words(points[-1].value, series.better, series.band)
        moved = f" (first {lines.original.end})" if lines.original else ""
        yield Doubt.UNREACHABLE, f"{reached}, deadline {lines.current.end}{moved}: {trend.in_words}"


def _is_under_way(series: Series, attainment: Attainment | None) -> bool:
    """Whether a rate says something: not of what is done or not done, kept, or met already."""
    return attainment is not None and not attainment.is_met and not series.is_kept and series.measure.kind != "done"
