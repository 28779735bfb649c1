"""How reading commands come by one plan: by any beginning of the client's id that fits only one."""

from __future__ import annotations

from goalctl.analysis.risk.picture import RiskPicture
from goalctl.cli.desk import Desk
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.views.screens.findings import findings_text
from goalctl.views.words.risk import act_lines
from goalctl.workspace.store.caseload import CasePlan, PlanUnreadableError, case_plan, risk_of
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan


def readable_plan(desk: Desk, client: str) -> tuple[CasePlan, Plan]:
    """The client's plan; one that can't be read is an error that tells every problem of the file, and risk before."""
    case = case_plan(desk.practice, client_file(scan(desk.root), client, exact=False))
    if case.plan is None:
        tell_risk(desk, case.file.client, risk_of(desk.practice, case, today=desk.today))
        raise PlanUnreadableError(case)
    return case, case.plan


def tell_risk(desk: Desk, client: str, picture: RiskPicture) -> None:
    """Say on stderr what needs an act today, unless the client sees the screen."""
    if not desk.with_client:
        for line in act_lines(picture):
            desk.say(clean(f"{client} {line.text}"))


def tell_errors(desk: Desk, case: CasePlan) -> int:
    """Say on stderr what is wrong with a plan that could be read; the answer is whole, so the status is 0."""
    if case.errors:
        desk.say(findings_text((case.file.name, finding) for finding in case.errors))
    return 0
