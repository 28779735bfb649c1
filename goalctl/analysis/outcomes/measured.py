"""One person's first and last score on one measure in one treatment, and what became of it.

Where it began, `beginning.py` says; the last is the last filling of a later day, up to the end of treatment. Two
versions of a form are compared only where they have the same scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from goalctl.analysis.caseload.watched_forms import courses_of_forms, parts_of
from goalctl.analysis.instruments.form_range import possible_range
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import filled_in, form_courses, form_of, has_scale_of
from goalctl.analysis.instruments.tally import part_tally
from goalctl.analysis.outcomes.change import ChangeRules, change_rules
from goalctl.analysis.outcomes.replanned import days_of_change
from goalctl.analysis.progress.beginning import begun_with, in_treatment
from goalctl.analysis.progress.raters import raters_to_ask
from goalctl.analysis.progress.reliable import ChangeClass
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.client_words import own_form
from goalctl.model.form import Form
from goalctl.model.goal import settled_items
from goalctl.model.ids import FormRef
from goalctl.model.people import former_members
from goalctl.model.scoring import TOTAL

SOMEBODY, ABOUT_ANOTHER = "somebody else", "@"
TIME_TO_CHANGE = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of one person on one measure; small and plain, so that it may travel between processes.

    `measure` tells measures apart, `name` is for people; answers about somebody else are a measure of their own.
    `last` is None with no score of a later day, `first` without any. `replanned` is whether the plan was changed within
    four weeks of getting reliably worse: None for whoever did not, and while the four weeks last. `afterwards` is the
    newest score after the end of treatment, `limits` the lowest and the highest possible one.
    """

    form: str
    measure: str
    name: str
    respondent: str | None
    rules: ChangeRules
    first: Point | None = None
    last: Point | None = None
    replanned: bool | None = None
    afterwards: Point | None = None
    limits: tuple[float, float] | None = None

    @property
    def is_of_somebody_else(self) -> bool:
        """Whether a person is rated who did not answer."""
        return self.measure.endswith(ABOUT_ANOTHER)

    @property
    def pair(self) -> tuple[float, float] | None:
        """The first and the last score."""
        return (self.first.value, self.last.value) if self.first and self.last else None

    @property
    def change(self) -> float | None:
        """The last less the first."""
        return None if self.pair is None else round(self.pair[1] - self.pair[0], 9)

    @property
    def outcome(self) -> ChangeClass | None:
        """What became of it, where there is a pair and the form has a figure with a source."""
        return self.rules.class_of(*self.pair) if self.pair else None


class _Scored(NamedTuple):
    point: Point
    form: Form

    @property
    def day(self) -> date:
        return self.point.day


def measured(at: Standpoint) -> tuple[Measured, ...]:
    """Everyone on every measure that was filled in, planned, or that a goal is scored by."""
    planned = dict.fromkeys(_planned(at))
    filled = ((ref.any_version, of) for ref, of in at.once(courses_of_forms))
    courses = dict.fromkeys((*filled, *planned))
    found = ((course, _of_course(at, *course)) for course in courses)
    return tuple(one or _never_filled(at, *course) for course, one in found if one or course in planned)


def _of_course(at: Standpoint, ref: FormRef, of: str | None) -> Measured | None:
    """None where nothing was filled in during treatment: scores of another episode or of afterwards make no pair."""
    scores = list(_scores(at, ref, of))
    during = [one for one in scores if in_treatment(at, one.day)]
    if not during:
        return None
    newest = during[-1].form
    alike = [one for one in scores if has_scale_of(one.form, newest, of)]
    treated = [one for one in alike if in_treatment(at, one.day)]
    began = begun_with(at, ref, of, treated[0].point)
    first = Point(began.day, began.value) if began and began.stated and began.day else treated[0].point
    last = treated[-1].point if treated[-1].day > first.day else None
    later = next((one.point for one in reversed(alike) if one.day > treated[-1].day), None)
    rules, limits = change_rules(newest, of), possible_range(newest, of)
    one = Measured(ref.id, *_named(at, ref, newest, of), ref.respondent, rules, first, last, None, later, limits)
    return _with_change_of_plan(at, one, treated)


def _scores(at: Standpoint, ref: FormRef, of: str | None) -> Iterator[_Scored]:
    for entry, filed, answers in at.once(filled_in):
        if filed.any_version == ref and (form := form_of(at.forms, filed)):
            tally = part_tally(form, answers, of)
            if tally.value is not None:
                yield _Scored(Point(entry.date, tally.value, is_estimate=tally.prorated), form)


def _named(at: Standpoint, ref: FormRef, form: Form | None, of: str | None) -> tuple[str, str]:
    """The measure and its name; who is a member of a couple, or was one, answers about herself, as a client does."""
    members = {name.casefold() for name in (*at.plan.members, *former_members(at.plan))}
    about_self = ref.respondent is None or ref.respondent in members
    key, name = ref.id, form.name if form else ref.id
    if of is not None:
        key, name = f"{key} {of}", f"{name} {of}"
    return (key, name) if about_self else (f"{key}{ABOUT_ANOTHER}", f"{name}, by {SOMEBODY}")


class _Meant(NamedTuple):
    """A form that is to be filled in, whom it is for where it names nobody, and the part that is asked about."""

    form: FormRef
    people: tuple[str, ...]
    of: str | None = None


def _planned(at: Standpoint) -> Iterator[tuple[FormRef, str | None]]:
    """Who was meant to fill in what: of a couple or a family each, where nobody is named."""
    for meant in _forms_meant(at):
        for ref in _those_meant(at, own_form(at.plan, meant.form).any_version, meant.people):
            yield from ((ref, part) for part in _parts_meant(at, ref, meant.of))


def _forms_meant(at: Standpoint) -> Iterator[_Meant]:
    """What the plan asks for, then what its goals and objectives are scored by."""
    yield from (_Meant(planned.form, at.plan.members) for planned in at.plan.assessments)
    for item in settled_items(at.plan.goals):
        if item.measure and item.measure.form:
            asked = raters_to_ask(at.plan, item) if at.plan.members else ()
            yield _Meant(item.measure.form, asked, item.measure.of)


def _parts_meant(at: Standpoint, ref: FormRef, of: str | None) -> Iterable[str | None]:
    return parts_of(at, ref) if of in {None, TOTAL} else (of,)


def _those_meant(at: Standpoint, ref: FormRef, people: Iterable[str]) -> tuple[FormRef, ...]:
    """Where somebody filled it in without a name nobody can say who is still missing: then that one stands for all."""
    if ref.respondent or ref in {one.any_version for one in at.once(form_courses)}:
        return (ref,)
    return tuple(ref.by(name.casefold()) for name in people) or (ref,)


def _never_filled(at: Standpoint, ref: FormRef, of: str | None) -> Measured:
    form = form_of(at.forms, ref)
    rules = change_rules(form, of) if form else ChangeRules()
    return Measured(ref.id, *_named(at, ref, form, of), ref.respondent, rules)


def _with_change_of_plan(at: Standpoint, one: Measured, scores: list[_Scored]) -> Measured:
    if one.outcome is not ChangeClass.DETERIORATED or one.first is None:
        return one
    since = at.today
    for score in reversed(scores):
        if one.rules.class_of(one.first.value, score.point.value) is not ChangeClass.DETERIORATED:
            break
        since = score.day
    was_changed = any(timedelta(0) <= day - since <= TIME_TO_CHANGE for day in days_of_change(at.plan))
    told = None if not was_changed and at.today - since < TIME_TO_CHANGE else was_changed
    return replace(one, replanned=told)
