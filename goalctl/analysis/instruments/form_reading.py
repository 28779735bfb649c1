"""One filled-in form beside the earlier ones of a plan: its scores, and the change since the last and the baseline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.instruments.answers import given
from goalctl.analysis.instruments.form_change import FormChange, reliable_change
from goalctl.analysis.instruments.form_range import possible_range, scored_part
from goalctl.analysis.instruments.readings import is_form, readings
from goalctl.analysis.instruments.scoring import FormScore, score_of
from goalctl.analysis.progress.series import series_of
from goalctl.model.form import Form
from goalctl.model.goal import Scorable
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan, active_objectives
from goalctl.model.scoring import TOTAL, Method, ReliableChange, Scored
from goalctl.model.session import Answers


@dataclass(frozen=True, slots=True)
class Compared:
    """The change from an earlier score; `what` says which one that is. `day` is None when it is not known."""

    what: str
    day: date | None
    value: float
    change: FormChange


@dataclass(frozen=True, slots=True)
class PartReading:
    """The total or one subscale: its score, what it can be, its band, and how it compares.

    `part` holds the form's rules for it; `least_reliable` is its smallest reliable change, None without one.
    """

    name: str
    part: Scored
    score: float | None
    limits: tuple[float, float] | None
    band: str | None
    compared: tuple[Compared, ...]

    @property
    def least_reliable(self) -> ReliableChange | None:
        """The smallest change that the form calls reliable."""
        return min(self.part.reliable_change, key=lambda figure: figure.points, default=None)


@dataclass(frozen=True, slots=True)
class FormReading:
    """Everything that one filled-in form says; `given` are the answers by item as they were given."""

    form: Form
    day: date
    given: Mapping[str, str]
    score: FormScore
    parts: tuple[PartReading, ...]
    by_total: bool


def form_reading(
    form: Form, answers: Answers, *, day: date, plan: Plan | None = None, forms: Mapping[str, Form] | None = None
) -> FormReading:
    """The form's reading on a day, compared with what the plan's log holds up to it; the plan does not have it yet."""
    score = score_of(form, answers)
    parts = tuple(_part(form, score, name, day, plan, forms or {}) for name in _part_names(form))
    return FormReading(form, day, given(form, answers), score, parts, by_total=answers.total is not None)


def _part_names(form: Form) -> Iterator[str | None]:
    if form.scoring is not None:
        if form.scoring.method is not Method.NONE:
            yield None
        yield from form.scoring.subscales


def _part(
    form: Form, score: FormScore, of: str | None, day: date, plan: Plan | None, forms: Mapping[str, Form]
) -> PartReading:
    part = scored_part(form, of)
    assert part is not None  # noqa: S101 - the name comes from the form itself
    value = score.of(of)
    compared = () if plan is None or value is None else tuple(_compared(form, of, value, day, plan, forms))
    subscale = form.scoring.subscales.get(of) if form.scoring and of else None
    name = TOTAL if of is None else (subscale.name if subscale and subscale.name else of)
    band = score.band if of is None else score.subscale_bands.get(of)
    return PartReading(name, part, value, possible_range(form, of), band, compared)


def _compared(
    form: Form, of: str | None, value: float, day: date, plan: Plan, forms: Mapping[str, Form]
) -> Iterator[Compared]:
    """Since the last and since the baseline; once only when both are the same score."""
    earlier = readings(plan, Measure(by=form.form.partition("@")[0], of=of), forms, today=day)
    stated = _stated_baseline(form, of, plan, forms, day)
    first = (earlier[0].day, earlier[0].value) if earlier else None
    last = (earlier[-1].day, earlier[-1].value) if earlier else None
    baseline = stated or first
    words = "the baseline" if stated else "the first one, which serves as baseline"
    if last and last == baseline and len(earlier) == 1:
        words = "the last one and baseline" if stated else "the last one, which is the first"
    elif last:
        yield Compared("the last one", *last, reliable_change(form, last[1], value, of))
    if baseline:
        yield Compared(words, *baseline, reliable_change(form, baseline[1], value, of))


def _stated_baseline(
    form: Form, of: str | None, plan: Plan, forms: Mapping[str, Form], day: date
) -> tuple[date | None, float] | None:
    """The baseline that an active goal measured by this form states, the first by priority."""
    for item in _active_items(plan):
        measure = item.measure
        if measure is None or not _measures(measure, form, of):
            continue
        found = next((series.baseline for series in series_of(plan, item.id, forms, today=day)), None)
        if found is not None and found.stated and (found.day is None or found.day <= day):
            return found.day, found.value
    return None


def _active_items(plan: Plan) -> Iterator[Scorable]:
    for goal in plan.active_goals:
        yield goal
        yield from active_objectives(goal)


def _measures(measure: Measure, form: Form, of: str | None) -> bool:
    is_ours = measure.form is not None and is_form(measure.form, form.form.partition("@")[0])
    return is_ours and (measure.of or TOTAL) == (of or TOTAL)
