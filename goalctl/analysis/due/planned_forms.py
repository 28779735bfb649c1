"""Since when a plan asks for a form: from its opening, or from the day the form was added."""

from __future__ import annotations

from datetime import date

from goalctl.model.care import PlannedAssessment
from goalctl.model.finding import Value
from goalctl.model.plan import Plan


def added_on(plan: Plan, planned: PlannedAssessment) -> date | None:
    """The last day on which the trail adds the form; None for one that was planned from the beginning."""
    name = str(planned.form)
    days = (
        change.on
        for change in plan.changes
        if change.what == "assessments" and name in _forms_in(change.to) and name not in _forms_in(change.from_)
    )
    return max(days, default=None)


def _forms_in(value: Value) -> set[str]:
    """The forms of one planned assessment or of a list of them, as the trail holds them."""
    planned = value if isinstance(value, list) else [value]
    return {str(one["form"]) for one in planned if isinstance(one, dict) and "form" in one}
