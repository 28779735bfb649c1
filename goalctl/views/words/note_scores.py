"""The scores of one session in sentences for its note: now, last time and at the start, with band and change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import course_of, form_of
from goalctl.analysis.instruments.scoring import band_name, score_of
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.symptoms import SymptomChange
from goalctl.model.form import Form
from goalctl.model.ids import CLIENT_RATER, FormRef, Rated
from goalctl.model.measure import Measure, own_scale
from goalctl.model.scalars import number_text
from goalctl.model.session import Session
from goalctl.views.words.forms import form_name
from goalctl.views.words.measure import scored_name

_RELIABLE = {True: " (reliable)", False: " (not reliable)", None: ""}


def score_sentences(case: Case, entry: Session) -> Iterator[tuple[str, str]]:
    """`Sees friends again: 5 of 10, up 1 from 4 on 2026-02-02; 2 at the start, target 7`."""
    for rated, value in entry.scores.items():
        item = case.plan.scorables.get(rated.item)
        series = _series(case, rated)
        if item is not None and series is not None:
            whose = "" if rated.rater == CLIENT_RATER else f", by {rated.rater}"
            said = f"{item.wording}{_counted(series.measure)}{whose}: {_now(series.measure, value)}"
            yield f"scores.{rated}", f"{said}{_way(series, entry.date)}"


def form_sentences(case: Case, entry: Session) -> Iterator[tuple[str, str]]:
    """`PHQ-9 12, moderate; 14, moderate, on 2026-02-16; since 2026-01-12 down 6 from 18 (reliable)`."""
    for ref, answers in entry.forms.items():
        form, name = form_of(case.forms, ref), form_name(ref, case.forms)
        if form is None or form.scoring is None:
            yield f"forms.{ref}", f"{name} filled in"
            continue
        score = score_of(form, answers)
        if score.total is None:
            yield f"forms.{ref}", f"{name} filled in, no total"
            continue
        before = [point for point in case.form_series(course_of(case.forms, ref)).points if point.day < entry.date]
        said = [f"{name} {_banded(form, score.total)}"]
        if before:
            said += [f"{_banded(form, before[-1].value)}, on {before[-1].day}"]
        yield f"forms.{ref}", "; ".join([*said, *_since_the_start(case, ref, before)])


def _series(case: Case, rated: Rated) -> Series | None:
    if rated.item not in case.plan.scorables:
        return None
    return next((one for one in case.series(rated.item) if one.rater == rated.rater and one.until is None), None)


def _now(measure: Measure, value: float) -> str:
    """The score as it is said: `5 of 10`, `3 h`, `level 1 (rings twice)`, `not done`."""
    number = score_text(value)
    match measure.kind:
        case "done":
            return "done" if value else "not done"
        case "levels":
            return _level(measure, value, number)
        case "percent":
            return f"{number} %"
        case "rating":
            low, high = own_scale(measure)
            return f"{number} of {number_text(high)}" if low == 0 and high else number
    return " ".join(filter(None, [number, measure.unit]))


def _level(measure: Measure, value: float, number: str) -> str:
    words = (measure.levels or {}).get(round(value))
    return f"level {number}{f' ({words})' if words else ''}"


def _counted(measure: Measure) -> str:
    """What is counted, where the wording may not say it: ` (days walked per week)`."""
    return f" ({scored_name(measure, {})})" if measure.kind in {"count", "number"} and measure.of else ""


def _way(series: Series, day: date) -> str:
    """Against the last score and the start, and toward the target."""
    if series.measure.kind == "done":
        return ""
    points = [point for point in series.points if point.day <= day]
    last, *earlier = reversed(points) if points else (None,)
    said = [_moved(last, earlier[0])] if last and earlier else []
    return f"{''.join(said)}{_frame(series, last, earlier)}"


def _moved(last: Point, before: Point) -> str:
    change = last.value - before.value
    if not change:
        return f", as on {before.day}"
    return (
        f", {'up' if change > 0 else 'down'} {score_text(abs(change))} from {score_text(before.value)} on {before.day}"
    )


def _frame(series: Series, last: Point | None, earlier: list[Point]) -> str:
    """Where it began, unless that is the score before, and where it is to go."""
    begun, said = series.baseline, []
    is_told = begun is None or (not begun.stated and len(earlier) <= 1)
    if begun is not None and not is_told:
        said.append(f"{score_text(begun.value)} at the start")
    if series.target is not None:
        there = last is not None and series.is_at_target(last.value)
        said.append(f"{'at the target of' if there else 'target'} {series.target_words}")
    return f"; {', '.join(said)}" if said else ""


def _banded(form: Form, total: float) -> str:
    band = band_name(form, total)
    return f"{score_text(total)}{f', {band}' if band else ''}"


def _since_the_start(case: Case, ref: FormRef, before: list[Point]) -> Iterator[str]:
    """The change since the baseline, where that is not the score before."""
    course = course_of(case.forms, ref)
    change = next((found.change for found in case.courses if found.series.measure.by == course), None)
    if change is not None and before:
        yield _change(change)


def _change(change: SymptomChange) -> str:
    start, points = change.baseline, change.from_baseline.points
    since = f"since {start.day} " if start.day else ""
    if not points:
        return f"{since}unchanged"
    size = f"{'up' if points > 0 else 'down'} {score_text(abs(points))}"
    return f"{since}{size} from {score_text(start.value)}{_RELIABLE[change.from_baseline.reliable]}"
