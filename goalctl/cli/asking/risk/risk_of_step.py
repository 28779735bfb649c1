"""Risk that a step back or forward opened, or took along: told as after any other change, and asked for by none."""

from __future__ import annotations

from goalctl.cli.asking.risk.risk_offer import offer_risk
from goalctl.cli.desk import Desk
from goalctl.workspace.store.caseload import CasePlan, case_now
from goalctl.workspace.store.transaction.draft import Changed


def tell_risk_of_step(desk: Desk, before: CasePlan) -> None:
    """What the step changed of risk since the file read so; nothing where it holds no plan now."""
    now = case_now(desk.practice, before.file.client)
    if now.plan is not None:
        changed = Changed(now.file, before.document.text, now.document.text, now.plan, before.plan)
        offer_risk(desk, changed, asks=False)
