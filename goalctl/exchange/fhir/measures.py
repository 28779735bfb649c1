"""What is scored and in which unit, in codes as far as there are sourced ones, else in words."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.analysis.instruments.readings import form_of
from goalctl.exchange.fhir.shapes import LOINC, UCUM, Json, coded, words
from goalctl.model.form import Form
from goalctl.model.measure import Measure, Per
from goalctl.model.scoring import TOTAL

# Person-Centered Outcomes IG 1.0.0 (hl7.org/fhir/us/pco): GAS score, its raters, the answer list LL6900-6.
GAS = "107332-9"
GAS_BY = {"client": "107334-5", "clinician": "107333-7"}
GAS_BY_OTHERS = "107331-1"
GAS_LEVELS: Mapping[int, tuple[str, str]] = {
    2: ("LA34479-8", "Much better than expected"),
    1: ("LA34480-6", "Better than expected"),
    0: ("LA34481-4", "Expected outcome"),
    -1: ("LA34483-0", "Less than expected"),
    -2: ("LA34484-8", "Much less than expected"),
}
_PER = {Per.DAY: "/d", Per.WEEK: "/wk", Per.MONTH: "/mo"}
_KINDS = {"rating": "Rating", "count": "Count", "number": "Number", "percent": "Percentage", "done": "Done"}


def is_scaled(measure: Measure | None) -> bool:
    """Whether goal attainment scaling is how it is scored."""
    return measure is not None and measure.kind == "levels"


def measured(measure: Measure, forms: Mapping[str, Form]) -> Json:
    """What is scored."""
    if is_scaled(measure):
        return coded(LOINC, GAS, "Goal attainment scale - Reported", text=measure.of)
    form = form_of(forms, measure.form)
    if form:
        return form_score(form, measure.of or TOTAL)
    said = measure.of or _KINDS.get(measure.kind, measure.kind)
    return words(f"{said} per {measure.per.value}" if measure.per else said) or {}


def form_score(form: Form, part: str) -> Json:
    """The total of a form, or a subscale."""
    codes = {TOTAL: form.loinc.total, **form.loinc.parts} if form.loinc else {}
    name = f"{form.name} total score" if part == TOTAL else f"{form.name} {part}"
    return coded(LOINC, codes.get(part), text=name)


def unit_of(measure: Measure | None) -> dict[str, str]:
    """A UCUM code where one says it, else the unit in words; nothing for a plain number."""
    if measure is None:
        return {}
    if measure.kind == "percent":
        return {"unit": "%", "system": UCUM, "code": "%"}
    if measure.kind == "count" and measure.per in _PER:
        return {"unit": f"per {measure.per.value}", "system": UCUM, "code": _PER[measure.per]}
    return {"unit": measure.unit} if measure.unit else {}
