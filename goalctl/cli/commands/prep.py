"""`goalctl prep`: one screen before a session; with `--with-client` the plan as the client sees it."""

from __future__ import annotations

import typer

from goalctl.analysis.caseload.overview import plan_overview
from goalctl.analysis.due.deadlines import deadlines_of
from goalctl.analysis.history.replay import as_of
from goalctl.analysis.risk.standing import risk_standing
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.options import Client
from goalctl.cli.reading import readable_plan, tell_errors
from goalctl.model.plan import Plan
from goalctl.views.screens.client import client_page
from goalctl.views.screens.prep import Prep, prep_page
from goalctl.views.words.with_client import plan_for_client


def command(ctx: typer.Context, client: Client) -> int:
    """Show one screen before a session: risk, the last note, homework, scores and their direction, what is due."""
    desk = desk_of(ctx)
    case, plan = readable_plan(desk, client)
    plan = as_of(plan, today=desk.today)
    if desk.with_client:
        desk.show_page(client_page(plan_for_client(plan), desk.practice.forms, today=desk.today))
        return 0
    desk.show_page(prep_page(_prep(desk, plan)))
    return tell_errors(desk, case)


def _prep(desk: Desk, plan: Plan) -> Prep:
    forms, settings, today = desk.practice.forms, desk.practice.settings, desk.today
    due = deadlines_of(plan, review_every=settings.review_every)
    return Prep(
        plan=plan,
        overview=plan_overview(
            plan, forms, today=today, within=settings.due_within, review_every=settings.review_every
        ),
        standing=risk_standing(plan, forms, today=today),
        deadlines=[deadline for deadline in due if deadline.is_within(settings.due_within, today=today)],
        forms=forms,
        today=today,
        room=desk.width if desk.on_terminal else None,
    )
