"""Since when a plan asks for a form, or provides a service: from its opening, or from the day that it was added."""

from __future__ import annotations

from datetime import date

from goalctl.model.care import PlannedAssessment, Service
from goalctl.model.finding import Value
from goalctl.model.plan import Plan


def added_on(plan: Plan, planned: PlannedAssessment) -> date | None:
    """The last day on which the trail adds the form; None for one that was planned from the beginning."""
    return _added_on(plan, "assessments", "form", str(planned.form))


def service_added_on(plan: Plan, service: Service) -> date | None:
    """The last day on which the trail adds one of that type; None for one that was planned from the beginning."""
    return _added_on(plan, "services", "type", service.type)


def _added_on(plan: Plan, what: str, key: str, name: str) -> date | None:
    changes = (one for one in plan.changes if one.what == what)
    days = (one.on for one in changes if name in _named_in(one.to, key) and name not in _named_in(one.from_, key))
    return max(days, default=None)


def _named_in(value: Value, key: str) -> set[str]:
    """What one planned thing or each of a list of them is called, as the trail holds them."""
    planned = value if isinstance(value, list) else [value]
    return {str(one[key]) for one in planned if isinstance(one, dict) and key in one}
