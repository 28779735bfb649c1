"""One filled-in form beside the earlier ones of a plan: its scores, and the change since the last and the baseline."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from goalctl.analysis.instruments.entered import answers_by_item, answers_or_none
from goalctl.analysis.instruments.form_change import FormChange, reliable_change
from goalctl.analysis.instruments.form_range import possible_range, scored_part
from goalctl.analysis.instruments.readings import course_of, form_of, readings
from goalctl.analysis.instruments.scoring import FormScore, score_of
from goalctl.analysis.progress.beginning import Baseline, beginning_of, is_measured_by
from goalctl.analysis.progress.series import series_by
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.answers import Answers
from goalctl.model.form import Form
from goalctl.model.ids import CLIENT_RATER, FormRef, form_ref_from
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan
from goalctl.model.scoring import TOTAL, Method, Scored


class Compared(NamedTuple):
    """The change from an earlier score; `what` says which one that is. `day` is None when it is not known."""

    what: str
    day: date | None
    value: float
    change: FormChange


class PartReading(NamedTuple):
    """The total or one subscale: its score, what it can be, its band, and how it compares.

    `part` holds the form's rules for it.
    """

    name: str
    part: Scored
    score: float | None
    limits: tuple[float, float] | None
    band: str | None
    compared: tuple[Compared, ...]


class _Before(NamedTuple):
    """What a filled-in form is compared with: the same person's answers on versions that score alike, up to the day."""

    then: Standpoint
    course: FormRef


class FormReading(NamedTuple):
    """Everything that one filled-in form says; `given` are the answers by item as they were given."""

    form: Form
    day: date
    given: Mapping[str, str]
    score: FormScore
    parts: tuple[PartReading, ...]
    by_total: bool


def form_reading(
    form: Form,
    answers: Answers,
    *,
    day: date,
    at: Standpoint | None = None,
    respondent: str | None = None,
) -> FormReading:
    """The form's reading on a day, compared with what the plan of `at` holds up to it, which does not have it yet.

    `respondent` is who filled it in, None for the client: only the same person's answers are compared.
    """
    answers, score = answers_or_none(form, answers), score_of(form, answers)
    before = _Before(Standpoint(at.plan, at.forms, day), _course_of(form, respondent, at.forms)) if at else None
    given, by_total = answers_by_item(form, answers), answers.total is not None
    skipped = () if by_total or form.scoring is None else set(form.scoring.may_be_skipped) - given.keys()
    parts = tuple(_part(form, score, name, before, skipped) for name in _part_names(form))
    return FormReading(form, day, given, score, parts, by_total=by_total)


def readings_added(
    before: Plan | None, after: Plan, forms: Mapping[str, Form]
) -> Iterator[tuple[FormRef, FormReading]]:
    """What the forms say that a change has filled in or altered, in the log's order, each beside those before it."""
    known = {entry.known_as: entry.forms for entry in before.log} if before else {}
    for place, entry in enumerate(after.log):
        had = known.get(entry.known_as, {})
        for ref, answers in entry.forms.items():
            form = form_of(forms, ref)
            if form is not None and had.get(ref) != answers:
                earlier = Standpoint(after.copy_with(sessions=after.log[:place]), forms)
                reading = form_reading(form, answers, day=entry.date, at=earlier, respondent=ref.respondent)
                yield ref, reading


def _course_of(form: Form, respondent: str | None, forms: Mapping[str, Form]) -> FormRef:
    """The course of the form's own id and version, whatever its file is called."""
    return course_of(forms, FormRef(form_ref_from(form.form).id, form.version, respondent))


def _part_names(form: Form) -> Iterator[str | None]:
    if form.scoring is not None:
        if form.scoring.method is not Method.NONE:
            yield None
        yield from form.scoring.subscales


def _part(
    form: Form, score: FormScore, of: str | None, before: _Before | None, skipped: Collection[str]
) -> PartReading:
    part = scored_part(form, of)
    assert part is not None  # noqa: S101 - the name comes from the form itself
    value = score.of(of)
    compared = () if before is None or value is None else tuple(_comparisons(form, of, value, before))
    subscale = form.scoring.subscales.get(of) if form.scoring and of else None
    name = TOTAL if of is None else (subscale.name if subscale and subscale.name else of)
    band = score.band if of is None else score.subscale_bands.get(of)
    return PartReading(name, part, value, possible_range(form, of, skipped=skipped), band, compared)


_BASELINE = {
    (True, False): "the baseline",
    (True, True): "the last one and baseline",
    (False, False): "the first one, which serves as baseline",
    (False, True): "the last one, which is the first",
}
"""What the baseline is called, by whether it is stated, and whether it is the only score before."""


def _comparisons(form: Form, of: str | None, value: float, before: _Before) -> Iterator[Compared]:
    """Since the last and since the baseline; once only when both are the same score."""
    earlier = before.then.once(readings, before.course, of)
    stated = _stated_baseline(of, before) or before.then.once(beginning_of, before.course, of)
    points = [(one.day, one.value) for one in earlier]
    baseline = (stated.day, stated.value) if stated else next(iter(points), None)
    is_the_last = points == [baseline]
    if points and not is_the_last:
        yield Compared("the last one", *points[-1], reliable_change(form, points[-1][1], value, of))
    if baseline:
        words = _BASELINE[bool(stated and stated.stated), is_the_last]
        yield Compared(words, *baseline, reliable_change(form, baseline[1], value, of))


def _stated_baseline(of: str | None, before: _Before) -> Baseline | None:
    """The baseline that an active goal measured by this form states, the first by priority."""
    then = before.then
    for item in then.plan.active_items:
        if item.measure and is_measured_by(then, item, item.measure, before.course, of):
            baseline = then.once(series_by, item.id, _rater(item.measure, before.course)).baseline
            if baseline and baseline.stated and (baseline.day is None or baseline.day <= then.today):
                return baseline
    return None


def _rater(measure: Measure, course: FormRef) -> str:
    """By whom the scores of the course are known: what a measure's own respondent fills in counts as the client's."""
    who = None if measure.form and measure.form.respondent else course.respondent
    return who or CLIENT_RATER
