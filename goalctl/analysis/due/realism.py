"""Whether a deadline is realistic: too soon or too far when it was set, out of reach at the rate seen since.

Hints for a talk with the client. That a date be realistic is SMART; the figures for it here are this program's own:
under two weeks, over twelve months, a tenth of the scale a week. The least to judge a trend by has a source
(`analysis/progress/`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.figures import DAYS_A_WEEK, counted, exact, figure, per_week, score_text
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import possible_range
from goalctl.analysis.progress.aimline import beginning_of
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.progress.course import Course, projection_past
from goalctl.analysis.progress.course_state import date_too_early
from goalctl.analysis.progress.deciding import item_course
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.staleness import goes_on
from goalctl.analysis.progress.state import state_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.form import Form
from goalctl.model.goal import Scorable, Status, original_deadline
from goalctl.model.measure import Measure, own_scale
from goalctl.model.scalars import Duration

SOONEST = Duration(2, "w")  # our own: what takes less is homework
FURTHEST = Duration(12, "m")  # our own: what takes longer is the goal that nearer ones serve
USUAL_SHARE_A_WEEK = 0.1  # our own, a rule of thumb without a source


class Unrealistic(StrEnum):
    """What is doubtful about a deadline."""

    TOO_SOON = "too soon"
    TOO_FAR = "too far"
    TOO_STEEP = "too steep"
    UNREACHABLE = "unreachable at this rate"


class DeadlineDoubt(NamedTuple):
    """One doubt about the deadline of a goal or objective, with its figures in a sentence."""

    item: str
    doubt: Unrealistic
    because: str


def deadline_doubts(at: Standpoint, item_id: str) -> tuple[DeadlineDoubt, ...]:
    """Doubts about the deadline, the ones at the start first: those look at the first deadline that was set.

    The later one looks at the deadline as it stands now, and is silent while the newest score is at the target. An
    unknown id is a `KeyError`.
    """
    item, course = at.plan.scorables[item_id], at.once(item_course, item_id)
    doubts = [*_at_the_start(at, item, course), *(_later(at, course) if course else ())]
    return tuple(DeadlineDoubt(item.id, doubt, because) for doubt, because in doubts)


Doubts = Iterator[tuple[Unrealistic, str]]


def _at_the_start(at: Standpoint, item: Scorable, course: Course | None) -> Doubts:
    # What was set at the start is judged as it was set: an extension says nothing about that, nor does a new measure.
    deadline = original_deadline(item)
    start = _start_of(at, item, course)
    if deadline is None or start is None or deadline <= start:
        return
    days = (deadline - start).days
    if deadline < SOONEST.after(start):
        yield (
            Unrealistic.TOO_SOON,
            f"{deadline} is {counted(days, 'day')} after its start, {start}; under two weeks is rarely enough",
        )
    if deadline > FURTHEST.after(start) and not _is_served(at, item.id, deadline):
        yield (
            Unrealistic.TOO_FAR,
            f"{deadline} is {days} days after its start, {start}; over twelve months is hard to hold",
        )
    if course:
        yield from _too_steep(course, at.forms)


def _start_of(at: Standpoint, item: Scorable, course: Course | None) -> date | None:
    """The day of its baseline, else of its opening; where a measure came later, that of its opening."""
    begun = beginning_of(course.series) if course and not item.former_measures else None
    return begun[0] if begun else opening_of(at.plan, item)


def _is_served(at: Standpoint, item_id: str, deadline: date) -> bool:
    """Whether a nearer goal, that is not given up, leads there."""
    days = (
        goal.deadline for goal in at.plan.goals if goal.serves == item_id and goal.status is not Status.DISCONTINUED
    )
    return any(day is not None and day < deadline for day in days)


def _too_steep(course: Course, forms: Mapping[str, Form]) -> Doubts:
    lines, measure = course.lines, course.series.measure
    low, high = scale_of(measure, forms)
    if lines is None or low is None or high is None or measure.kind == "done":
        return
    line = lines.current
    usual = (high - low) * USUAL_SHARE_A_WEEK
    if exact(abs(line.rate) * DAYS_A_WEEK) > exact(usual):
        way = f"{score_text(line.begins_at)} to {score_text(line.target)} by {line.end}"
        by = f"{way} asks for {per_week(line.rate, beside=math.copysign(usual / DAYS_A_WEEK, line.rate))}"
        yield Unrealistic.TOO_STEEP, f"{by}; our rule of thumb is a tenth of the scale, {figure(usual)}"


def scale_of(measure: Measure, forms: Mapping[str, Form]) -> tuple[float | None, float | None]:
    """The lowest and the highest possible score: the measure's own, else its form's; None where it is open."""
    form = form_of(forms, measure.form)
    return (form and possible_range(form, measure.of)) or own_scale(measure)


def _later(at: Standpoint, course: Course) -> Doubts:
    """The state's own sentence, where there is a pace that says it; nothing of a passed day, nor on a plateau.

    While treatment rests, or when it is over, nothing goes at any pace.
    """
    if not goes_on(at):
        return
    stands_still = at.once(state_of, course.series.item).says(State.PLATEAU)
    if course.lines is None or course.lines.current.end < at.today or stands_still:
        return
    if because := date_too_early(course, course.lines.current):
        yield Unrealistic.UNREACHABLE, because


def day_at_this_pace(at: Standpoint, item_id: str) -> date | None:
    """By when it is to be there, where its date is too early; None where it is not, or where it never arrives."""
    course = at.once(item_course, item_id)
    past = projection_past(course, course.lines.current) if course and course.lines else None
    return past.day if past else None
