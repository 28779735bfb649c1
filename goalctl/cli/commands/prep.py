"""`goalctl prep`: one screen before a session; with `--with-client` the plan as the client sees it."""

from __future__ import annotations

from goalctl.analysis.client_side import case_for_client
from goalctl.cli.desk import Desk
from goalctl.cli.options import Client, Shown
from goalctl.cli.reading import faults_in, readable_plan, refuse_for_the_client, status_with, tell_errors
from goalctl.views.data.plan import prep_document
from goalctl.views.listing import PageFormat
from goalctl.views.screens.client import client_page
from goalctl.views.screens.prep import prep_page


def command(desk: Desk, client: Client, shown_as: Shown = PageFormat.TEXT) -> int:
    """Show one screen before a session: risk, the last note, homework, scores and their direction, what is due."""
    case, plan = readable_plan(desk, client)
    seen = desk.case(plan)
    if desk.with_client:
        refuse_for_the_client(shown_as)
        desk.show_page(client_page(case_for_client(seen)))
        return 0
    if shown_as is PageFormat.JSON:
        desk.write_json(prep_document(seen, faults_in(case)))
        return status_with(case)
    desk.show_page(prep_page(seen, desk.width if desk.on_terminal else None))
    return tell_errors(desk, case)
