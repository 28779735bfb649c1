"""A form by its name, and whose answers they are where it is not the client's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.overview import FormOverview
from goalctl.analysis.instruments.readings import course_of, form_of
from goalctl.analysis.progress.series import Series
from goalctl.model.form import Form
from goalctl.model.ids import CLIENT_RATER, FormRef


def form_name(ref: FormRef, forms: Mapping[str, Form]) -> str:
    """`PHQ-9`, or `PHQ-9 (anna)`; a form that nobody knows goes by its id."""
    form = form_of(forms, ref)
    return with_respondent(form.name if form else ref.name, ref)


def with_respondent(name: str, ref: FormRef | None) -> str:
    """The name with who answered behind it; the client is not named."""
    return ref.in_words(name) if ref else name


def respondents(refs: Iterable[FormRef]) -> list[str]:
    """Who filled in each of these forms, for a column of its own; nothing where it was always the client."""
    named = [ref.respondent for ref in refs]
    return [name or CLIENT_RATER for name in named] if any(named) else [""] * len(named)


def forms_beside_goals(case: Case) -> Iterator[FormOverview]:
    """The forms that were filled in and that no active goal or objective is measured by."""
    active = (item.id for item in case.plan.scorables.values() if case.plan.is_worked_on(item))
    current = (series for item_id in active for series in case.series(item_id) if series.until is None)
    measured = {_course(case, series) for series in current}
    return (found for found in case.courses if _course(case, found.series) not in measured)


def _course(case: Case, series: Series) -> tuple[FormRef, str | None]:
    return course_of(case.forms, series.measure.by), series.measure.of if series.measure.form else None


def unscored_forms(case: Case) -> list[str]:
    """`GAD-7: 2 of 7 answered, no total, 2026-03-02`: the newest filling of each form that gave none."""
    return [f"{found.in_words}, {found.day}" for found in case.unscored_forms if found.is_newest]
