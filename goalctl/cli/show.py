"""`goalctl show`: a client's plan on one screen."""

from __future__ import annotations

import typer

from goalctl.analysis.deadlines import as_of, deadlines_of
from goalctl.analysis.overview import plan_overview
from goalctl.cli.desk import desk_of
from goalctl.cli.options import Client
from goalctl.cli.reading import readable_plan, tell_errors
from goalctl.views.plan_page import plan_page


def command(ctx: typer.Context, client: Client) -> int:
    """Show a client's plan: problems, goals and how they stand, what is due, the last session."""
    desk = desk_of(ctx)
    practice = desk.practice
    case, plan = readable_plan(desk, client)
    plan = as_of(plan, today=desk.today)
    within, review_every = practice.settings.due_within, practice.settings.review_every
    overview = plan_overview(plan, practice.forms, today=desk.today, within=within, review_every=review_every)
    due = deadlines_of(plan, review_every=review_every)
    near = [deadline for deadline in due if deadline.is_within(within, today=desk.today)]
    desk.show_page(plan_page(plan, overview, practice.forms, near, today=desk.today))
    return tell_errors(desk, case)
