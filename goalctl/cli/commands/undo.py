"""`goalctl undo`: take back the last change that goalctl made to a plan, then the one before it."""

from __future__ import annotations

from goalctl.cli.asking.risk.risk_of_step import tell_risk_of_step
from goalctl.cli.desk import Desk
from goalctl.cli.options import Client
from goalctl.cli.writing import tell_beside
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.clients import found_in
from goalctl.workspace.store.transaction.steps import take_back


def command(desk: Desk, client: Client) -> None:
    """Take back goalctl's last change of a plan; once more, the one before it. Needs `commit: true`.

    Never what was edited by hand, and never what a colleague wrote. `goalctl redo` goes forward again.
    """
    found, file = found_in(desk.root, client, exact=True)
    tell_beside(desk, found, client)
    before = case_plan(desk.practice, file)
    desk.say(f"{client}: took back: {take_back(desk.practice, file)}")
    desk.say(f"goalctl redo {client} does it once more")
    tell_risk_of_step(desk, before)
