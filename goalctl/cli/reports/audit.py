"""`report --kind audit`: what the practice's profile, or the one that was named, asks of one plan alone."""

from __future__ import annotations

from goalctl.cli.desk import Desk
from goalctl.cli.reports.making import Order
from goalctl.model.plan import Plan
from goalctl.views.reports.audit import Audited
from goalctl.workspace.check.checking import Checking
from goalctl.workspace.check.choice import Chosen
from goalctl.workspace.check.codebook import titles
from goalctl.workspace.shelves.kinds import PROFILES
from goalctl.workspace.shelves.profiles import profile_to_audit_by
from goalctl.workspace.store.caseload import CasePlan


def audited(desk: Desk, order: Order, case: CasePlan, plan: Plan) -> Audited:
    """What is asked, and what was found."""
    name = order.profile or desk.practice.settings.audit
    profile = profile_to_audit_by(desk.practice, PROFILES.shelf(desk.root), name)
    checking = Checking(desk.practice, Chosen(profile=profile), order.end)
    checked = checking.checked_as(case, desk.practice.case(plan, today=order.end, recorded=order.recorded))
    return Audited(plan, profile, checked.findings, titles(), checked.waived)
