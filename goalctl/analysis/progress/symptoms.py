"""What a symptom form's scores say over time: change from the baseline and from the best, and hints of non-response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from goalctl.analysis.figures import DAYS_A_WEEK, score_text
from goalctl.analysis.instruments.form_change import FormChange, Toward, reliable_change
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import band_of, scored_part
from goalctl.analysis.progress.beginning import Baseline
from goalctl.analysis.progress.series import Series, series_of_form
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.change import ReliableChange
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.scoring import TOTAL

PHQ_9 = "phq-9"
# From week on, at least so many points: one sample, n = 487; a hint and no finding.
_PHQ_9_LIMITS = ((14, 9), (9, 13), (4, 17))


class SymptomChange(NamedTuple):
    """From the baseline, and from the best score since, to the newest of `n` scores after the baseline.

    What is reliable, a response or a remission is the form's own data; None there means that the form has no figure.
    `reliable_figure` is the least change that the form calls reliable. `hint` is a sign of non-response in one
    sentence, worded as the hint it is. `over_treatment` is the change since the form's course began in treatment, where
    that comes to another verdict than the baseline that the goal counts from.
    """

    form: Form
    baseline: Baseline
    last: Point
    best: Point
    n: int
    from_baseline: FormChange
    from_best: FormChange
    reliable_figure: ReliableChange | None
    hint: str | None
    ref: FormRef
    of: str | None = None
    over_treatment: tuple[Baseline, FormChange] | None = None

    @property
    def name(self) -> str:
        """What was scored and whose answers they are, the client's own unnamed: `DASS-21 depression (anna)`."""
        return self.ref.in_words(self.form.part_name(self.of))

    @property
    def band_crossed(self) -> tuple[str, str] | None:
        """The bands of the baseline and of the newest score, where the newest is in one of more severity; else None."""
        before, now = (band_of(self.form, value, self.of) for value in (self.baseline.value, self.last.value))
        if before is None or now is None or before == now or self.from_baseline.toward is not Toward.WORSE:
            return None
        return before.name, now.name

    @property
    def can_be_reliable(self) -> bool:
        """Whether the form has a figure to judge a change by."""
        return self.from_baseline.reliable is not None

    @property
    def is_reliably_better(self) -> bool:
        """Better than the baseline by more than measurement error."""
        return _is_reliable(self.from_baseline, Toward.BETTER)

    @property
    def is_reliably_worse(self) -> bool:
        """Worse than the baseline by more than measurement error."""
        return _is_reliable(self.from_baseline, Toward.WORSE)

    @property
    def is_reliably_worse_than_best(self) -> bool:
        """Worse than the best score since the baseline by more than measurement error."""
        return _is_reliable(self.from_best, Toward.WORSE)


def form_symptoms(at: Standpoint, ref: FormRef, of: str | None = None) -> SymptomChange | None:
    """The change of a form, or of its subscale `of`, over the whole plan, whether or not a goal is measured by it."""
    return symptom_change(at.once(series_of_form, ref, of), at.forms)


def symptom_change(series: Series, forms: Mapping[str, Form]) -> SymptomChange | None:
    """The change of a form's series; None for another measure, and with no score later than the baseline.

    A first score that serves as the baseline is not compared with itself.
    """
    form = form_of(forms, series.measure.form)
    later = later_scores(series)
    if form is None or form.scoring is None or series.baseline is None or not later:
        return None
    start, last, of = series.baseline, later[-1], series.measure.of
    best = max(later, key=lambda point: (series.gain(start.value, point.value), point.day))
    from_baseline, part = reliable_change(form, start.value, last.value, of), scored_part(form, of)
    return SymptomChange(
        form=form,
        baseline=start,
        last=last,
        best=best,
        n=len(later),
        from_baseline=from_baseline,
        from_best=reliable_change(form, best.value, last.value, of),
        reliable_figure=part.least_reliable if part else None,
        hint=non_response_hint(series),
        ref=series.measure.by,
        of=of,
        over_treatment=_over_treatment(form, series, from_baseline),
    )


def _over_treatment(form: Form, series: Series, told: FormChange) -> tuple[Baseline, FormChange] | None:
    began, last = series.beginning, series.last
    if began is None or last is None or (began.day and last.day <= began.day):
        return None
    change = reliable_change(form, began.value, last.value, series.measure.of)
    return (began, change) if _verdict(change) != _verdict(told) else None


def _verdict(change: FormChange) -> tuple[bool | None, Toward | None]:
    """Which way it went, where it is more than measurement error or no figure says so."""
    return change.reliable, None if change.reliable is False else change.toward


def later_scores(series: Series) -> tuple[Point, ...]:
    """The scores to compare with the baseline: after its day, or after the first score when that serves."""
    return series.points_after(1)


def non_response_hint(series: Series) -> str | None:
    """PHQ-9 totals of 17 or more from week 4, 13 from week 9, 9 from week 14 after the baseline; None without one.

    From one sample, n = 487: a reason to look again, not a finding.
    """
    later = later_scores(series)
    is_total = series.measure.by.id == PHQ_9 and series.measure.of in {None, TOTAL}
    if not is_total or not later or series.baseline is None or series.baseline.day is None:
        return None
    last = later[-1]
    weeks = (last.day - series.baseline.day).days // DAYS_A_WEEK
    limit = next((limit for week, limit in _PHQ_9_LIMITS if weeks >= week), None)
    if limit is None or last.value < limit:
        return None
    return f"PHQ-9 {score_text(last.value)} in week {weeks}; {limit} or more by then hints at non-response"


def _is_reliable(change: FormChange, toward: Toward) -> bool:
    return bool(change.reliable) and change.toward is toward
