"""`goalctl show`: a client's plan on one screen."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli.days import day_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.options import Client, Recorded, Shown
from goalctl.cli.readers import For, reader_for
from goalctl.cli.reading import faults_in, readable_plan, refuse_for_the_client, see_recorded, status_with, tell_errors
from goalctl.cli.visits import names_beside
from goalctl.model.day_words import day_back_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.views.listing import PageFormat
from goalctl.views.screens.fitting import with_its_head_in_sight
from goalctl.views.screens.plan import plan_page
from goalctl.workspace.store.caseload import CasePlan


def command(
    desk: Desk,
    client: Client,
    at: Annotated[
        str | None, Option("--at", metavar="DAY|REV", help="As it stood on a day, or in a git revision.")
    ] = None,
    recorded: Recorded = None,
    for_: For = None,
    why: Annotated[bool, Option("--why", help="With the rule behind each state, its slope and its line.")] = False,
    shown_as: Shown = PageFormat.TEXT,
) -> int:
    """Show a client's plan: problems, goals and how they stand, what is due, the last session."""
    if at is not None and recorded is not None:
        raise UsageError("--at and --recorded are two ways to go back", "choose one of them")
    revision = None if at is None else _revision(desk, at)
    written_by = see_recorded(desk, recorded)
    file, plan = readable_plan(desk, client)
    then = plan if revision is None else _then(desk, file, revision)
    case = desk.practice.case(then, today=desk.today, recorded=written_by)
    reader = reader_for(case.plan, for_)
    if desk.with_client or reader:
        from goalctl.analysis.client_side import case_for_client
        from goalctl.views.screens.client import client_page

        refuse_for_the_client(shown_as)
        desk.show_page(client_page(case_for_client(case, reader, now=plan), reader))
        return 0
    if shown_as is PageFormat.JSON:
        from goalctl.views.data.plan import show_document

        desk.write_json(show_document(case, faults_in(file) if then is plan else ()))
        return status_with(file)
    page = list(plan_page(case, why=why, name=names_beside(desk).get(plan.client, "")))
    desk.show_page(with_its_head_in_sight(page, desk.room) if desk.room else page)
    return tell_errors(desk, file)


def _then(desk: Desk, file: CasePlan, revision: str) -> Plan:
    """The plan as the revision has it."""
    from goalctl.workspace.store.git.versions import plan_at

    return plan_at(desk.practice, file.file, revision)


def _revision(desk: Desk, at: str) -> str | None:
    """What git is to be asked for; None where a day is meant, from which everything is seen then."""
    try:
        day_back_from(at, today=desk.today)
    except ScalarError:
        return at
    desk.see_from(day_back(at, today=desk.today, option="--at"))
    return None
