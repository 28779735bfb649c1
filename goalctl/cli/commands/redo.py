"""`goalctl redo`: do once more what `goalctl undo` took back."""

from __future__ import annotations

from goalctl.cli.asking.risk.risk_of_step import tell_risk_of_step
from goalctl.cli.desk import Desk
from goalctl.cli.options import Client
from goalctl.cli.writing import tell_beside
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.clients import found_in
from goalctl.workspace.store.transaction.steps import take_again


def command(desk: Desk, client: Client) -> None:
    """Do once more what `goalctl undo` took back, as long as nothing else has changed the plan since."""
    found, file = found_in(desk.root, client, exact=True)
    tell_beside(desk, found, client)
    before = case_plan(desk.practice, file)
    desk.say(f"{client}: done once more: {take_again(desk.practice, file)}")
    tell_risk_of_step(desk, before)
