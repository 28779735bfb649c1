"""Risk that a step back or forward opened: neither is a change of its own, with a plan before it to compare with."""

from __future__ import annotations

from goalctl.analysis.risk.row import RiskRow
from goalctl.cli.asking.risk.risk_offer import say_of_risk, waiting_offer
from goalctl.cli.desk import Desk
from goalctl.workspace.store.caseload import case_now


def rows_in_need(desk: Desk, client: str) -> tuple[RiskRow, ...]:
    """The rows of that client's plan that need an act today; none where it can't be read."""
    plan = case_now(desk.practice, client).plan
    return desk.practice.case(plan, today=desk.today).risk.needs_act if plan else ()


def tell_opened(desk: Desk, before: tuple[RiskRow, ...], client: str) -> None:
    """What needs an act now and did not, or not so, with the command that records it."""
    plan, known = case_now(desk.practice, client).plan, {(row.topic, row.state) for row in before}
    for row in rows_in_need(desk, client) if not desk.with_client else ():
        if plan and (row.topic, row.state) not in known:
            for line in waiting_offer(plan, row, desk.today, desk.today).lines:
                say_of_risk(desk, line)
