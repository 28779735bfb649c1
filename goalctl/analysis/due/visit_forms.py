"""The forms that are due at a visit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from goalctl.analysis.due.deadlines import next_assessment
from goalctl.analysis.instruments.readings import filled_in
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.care import PlannedAssessment
from goalctl.model.client_words import own_form
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.people import fillers_of
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from


def forms_used(plan: Plan) -> list[FormRef]:
    """What active goals are measured by, then what is assessed at an interval."""
    measures = (item.measure for item in plan.active_items)
    measured = [own_form(plan, measure.form) for measure in measures if measure and measure.form]
    return list(dict.fromkeys([*measured, *(ref for _, ref in _planned(plan))]))


def _planned(plan: Plan) -> Iterator[tuple[PlannedAssessment, FormRef]]:
    """Each planned form with each one who is to fill it in."""
    return ((planned, ref) for planned in plan.assessments for ref in fillers_of(plan, planned.form))


def is_due(plan: Plan, ref: FormRef, form: Form, known: Mapping[str, Form], day: date) -> bool:
    """By the plan's interval, else the form's own, else at every visit; two readings of one day are never asked for."""
    course = own_form(plan, ref).any_version
    done = [entry.date for entry, filed, _ in filled_in(Standpoint(plan, known, day)) if filed.any_version == course]
    if day in done:
        return False
    planned = next((one for one, meant in _planned(plan) if meant.any_version == course), None)
    if planned is None and form.every:
        planned, _ = record_from(PlannedAssessment, {"form": str(ref), "every": str(form.every)})
    if planned is None or not done:
        return True
    due = next_assessment(Standpoint(plan, known), planned, ref, visit=day)
    return due is not None and due <= day
