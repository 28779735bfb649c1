"""Where work on something began: the opening of a goal, and the score that a form's course starts from in treatment.

Outcomes, the course of a form and the course of a goal all ask here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalctl.analysis.instruments.form_range import possible_range
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import course_of, filled_in, form_of, readings
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.client_words import own_form, own_judge
from goalctl.model.form import Form
from goalctl.model.goal import Objective, Scorable, settled_items
from goalctl.model.ids import CLIENT_RATER, FormRef
from goalctl.model.measure import Measure
from goalctl.model.people import EACH, is_for_each, stated_judge, those_who_judge
from goalctl.model.plan import Plan
from goalctl.model.scoring import TOTAL


class Baseline(NamedTuple):
    """Where it started. Not `stated`: nobody wrote one down, and the first score serves. `day` is None if unknown."""

    day: date | None
    value: float
    stated: bool


class StatedBaseline(NamedTuple):
    """The baseline that a goal or an objective states for a form, and the day it is of."""

    item: str
    day: date
    value: float


def opening_of(plan: Plan, item: Scorable) -> date | None:
    """The day work on it began: its own, for an objective else its goal's, else the plan's."""
    goal = plan.goal_of(item.id) if isinstance(item, Objective) else None
    return item.opened or (goal.opened if goal else None) or plan.opened


def stated_on(plan: Plan, item: Scorable) -> date | None:
    """The day of the baseline that its measure states; None where nothing says of which day it is."""
    since = item.measure.since if item.measure else None
    return since or (None if item.former_measures else opening_of(plan, item))


def in_treatment(at: Standpoint, day: date) -> bool:
    """Whether a day is one of this treatment: from its opening to its end, both included."""
    return (at.plan.opened is None or day >= at.plan.opened) and day <= (at.plan.ended_on(at.today) or at.today)


def beginning_of(at: Standpoint, ref: FormRef, of: str | None = None) -> Baseline | None:
    """Where the course of a form, or of its subscale `of`, began in this treatment; None before there is any score.

    That is its first filling, or the oldest baseline that is stated for that day or an earlier one. Scores of another
    episode or of after the end, and baselines that the form cannot give, are none.
    """
    filled = next((point for point in at.once(readings, ref, of) if in_treatment(at, point.day)), None)
    return begun_with(at, ref, of, filled)


def begun_with(at: Standpoint, ref: FormRef, of: str | None, filled: Point | None) -> Baseline | None:
    """The same, of a course whose first filling in treatment is that one."""
    stated = min(at.once(stated_baselines, ref, of), key=lambda one: one.day, default=None)
    if stated and (filled is None or stated.day <= filled.day):
        return Baseline(stated.day, stated.value, stated=True)
    return Baseline(filled.day, filled.value, stated=False) if filled else None


def stated_baselines(at: Standpoint, ref: FormRef, of: str | None = None) -> tuple[StatedBaseline, ...]:
    """What goals and steps state for this course, now or by a measure that they had before, of days of the treatment.

    A draft states nothing yet.
    """
    found = (one for item in settled_items(at.plan.goals) for one in _stated_by(at, item, ref, of))
    return tuple(one for one in found if in_treatment(at, one.day))


def _stated_by(at: Standpoint, item: Scorable, ref: FormRef, of: str | None) -> Iterator[StatedBaseline]:
    form = form_of(at.forms, ref)
    for day, measure in _measures(at, item):
        value = possible_baseline(measure, form)
        if value is not None and is_measured_by(at, item, measure, ref, of):
            yield StatedBaseline(item.id, day, value)


def is_measured_by(at: Standpoint, item: Scorable, measure: Measure, ref: FormRef, of: str | None) -> bool:
    """Whether this course is the one that the measure is about, so that its baseline is where that course began.

    Of a form that several fill in that is the course of whoever the goal is judged by. One without a name is the
    client's; in a plan with members it stands for those who judge while none of them has filled in the form, and for
    nobody where each of two or more is to reach the target.
    """
    form, ref = measure.form and own_form(at.plan, measure.form), own_form(at.plan, ref)
    if form is None or (measure.of or TOTAL) != (of or TOTAL) or not _is_one_course(at, form, ref):
        return False
    if form.respondent:
        return form.respondent == ref.respondent
    judge = judge_by(at.plan, item, measure)
    return judge == ref.respondent if ref.respondent else _is_of_the_nameless(at, form, judge)


def _is_one_course(at: Standpoint, one: FormRef, other: FormRef) -> bool:
    """Whether the two are one form in versions that score alike, whoever fills it in."""
    return course_of(at.forms, one.by(None)) == course_of(at.forms, other.by(None))


def _is_of_the_nameless(at: Standpoint, form: FormRef, judge: str | None) -> bool:
    """Whether a course of that form without a name is that of who judges."""
    if not at.plan.members:
        return judge in {None, EACH, CLIENT_RATER}
    filled = {filed.respondent for _, filed, _ in at.once(filled_in) if filed.id == form.id}
    return not is_for_each(at.plan, judge) and filled.isdisjoint(those_who_judge(at.plan, judge))


def judge_by(plan: Plan, item: Scorable, measure: Measure) -> str | None:
    """Whose scores decide with that measure of the item, now or before; None where it is not said."""
    return own_judge(plan, measure.judged_by) if measure.judged_by else stated_judge(plan, item)


def _measures(at: Standpoint, item: Scorable) -> Iterator[tuple[date, Measure]]:
    """Each measure with the day of its baseline: the first one's is the opening, where none is stated."""
    for place, measure in enumerate([*item.former_measures, *([item.measure] if item.measure else [])]):
        if day := measure.since or (opening_of(at.plan, item) if place == 0 else None):
            yield day, measure


def possible_baseline(measure: Measure, form: Form | None) -> float | None:
    """The stated baseline; None without one, and for one that its form cannot give (E231 tells it)."""
    limits = possible_range(form, measure.of) if form and measure.form else None
    if measure.baseline is None or limits is None:
        return measure.baseline
    return measure.baseline if limits[0] <= measure.baseline <= limits[1] else None
