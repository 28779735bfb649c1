"""A form by its name, and whose answers they are where it is not the client's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.overview import FormOverview
from goalctl.analysis.instruments.readings import form_of
from goalctl.model.form import Form
from goalctl.model.goal import Status
from goalctl.model.ids import FormRef


def form_name(ref: FormRef, forms: Mapping[str, Form]) -> str:
    """`PHQ-9`, or `PHQ-9 (anna)`; a form that nobody knows goes by its id."""
    form = form_of(forms, ref)
    return with_respondent(form.name if form else ref.name, ref)


def with_respondent(name: str, ref: FormRef | None) -> str:
    """The name with who answered behind it; the client is not named."""
    return f"{name} ({ref.respondent})" if ref and ref.respondent else name


def forms_beside_goals(case: Case) -> Iterator[FormOverview]:
    """The forms that were filled in and that no active goal or objective is measured by."""
    active = [item.measure for item in case.plan.scorables.values() if item.status is Status.ACTIVE]
    measured = {measure.by.any_version for measure in active if measure}
    return (found for found in case.courses if found.series.measure.by.any_version not in measured)
