"""`goalctl show`: a client's plan on one screen."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.analysis.client_side import case_for_client
from goalctl.cli.desk import desk_of
from goalctl.cli.options import Client
from goalctl.cli.reading import readable_plan, tell_errors
from goalctl.views.screens.client import client_page
from goalctl.views.screens.plan import plan_page
from goalctl.workspace.store.versions import plan_at


def command(
    ctx: typer.Context,
    client: Client,
    at: Annotated[
        str | None, typer.Option("--at", metavar="DAY|REV", help="As it was at the end of a day or in a git revision.")
    ] = None,
) -> int:
    """Show a client's plan: problems, goals and how they stand, what is due, the last session."""
    desk = desk_of(ctx)
    practice = desk.practice
    case, plan = readable_plan(desk, client)
    today = desk.today
    if at is not None:
        plan, day = plan_at(practice, case.file, at)
        today = day or today
    seen = practice.case(plan, today=today)
    if desk.with_client:
        desk.show_page(client_page(case_for_client(seen)))
        return 0
    desk.show_page(plan_page(seen))
    return tell_errors(desk, case)
