"""What has to be on one screen when a client calls in a crisis; of a plan that can't be read, what its values tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.risk.attendance import company_in_data
from goalctl.analysis.risk.in_data import ended_in_data, log_in_data, safety_plan_in_data
from goalctl.analysis.risk.picture import RiskPicture, risk_picture
from goalctl.analysis.risk.safety_plan import SafetyPlanFound, safety_plans, safety_plans_of, stated_by
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.appointments import next_of
from goalctl.model.finding import Value, fields_in
from goalctl.model.form import Form
from goalctl.model.plan import Lifecycle


@dataclass(frozen=True, slots=True)
class CrisisPicture:
    """Who it is by pseudonym, who treats, where risk stands, the safety plan, and when the client is next seen.

    `is_broken` when the plan can't be read, so that anything may be missing.
    """

    client: str
    risk: RiskPicture
    safety_plans: tuple[SafetyPlanFound, ...]
    clinician: str = ""
    supervisor: str = ""
    next_appointment: date | None = None
    members: tuple[str, ...] = ()
    status: str = ""
    is_broken: bool = False


def crisis_picture(at: Standpoint) -> CrisisPicture:
    """The picture of a plan as seen from there."""
    plan = at.plan
    return CrisisPicture(
        client=plan.client,
        risk=risk_picture(at),
        safety_plans=at.once(safety_plans),
        clinician=plan.clinician or at.settings.clinician or "",
        supervisor=plan.supervisor or "",
        next_appointment=plan.next_appointment(at.today),
        members=plan.members,
        status="" if plan.status is Lifecycle.ACTIVE else plan.status.value,
    )


def crisis_in_data(
    client: str,
    data: Value,
    risk: RiskPicture,
    forms: Mapping[str, Form],
    *,
    today: date,
    clinician: str,
    now: date | None = None,
) -> CrisisPicture:
    """The same of a file that is no plan, from its values; `clinician` is whose client it is, as far as is known."""
    log = log_in_data(data, today=today, now=now)
    given = fields_in(data)
    company = company_in_data(client, given)
    supervisor = given.get("supervisor")
    return CrisisPicture(
        client=client,
        risk=risk,
        safety_plans=safety_plans_of(log, stated_by(safety_plan_in_data(data, today=today), today), forms, company),
        clinician=clinician,
        supervisor=supervisor if isinstance(supervisor, str) else "",
        next_appointment=next_of(log, today, ended_in_data(data, today=today)),
        is_broken=True,
    )
