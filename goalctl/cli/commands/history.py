"""`goalctl history`: what changed when, in clinical words."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.analysis.case import Case
from goalctl.analysis.history.events import has_history, summary_of
from goalctl.cli.desk import desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.options import Client, ListingFormat
from goalctl.cli.reading import readable_plan, tell_errors
from goalctl.model.plan import Plan
from goalctl.views.listings.history import history_view
from goalctl.workspace.store.git import Repository
from goalctl.workspace.store.versions import events_seen


def command(
    ctx: typer.Context,
    client: Client,
    item: Annotated[
        str, typer.Argument(metavar="[ID]", help="Only this goal, entry, change …", show_default=False)
    ] = "",
    shown_as: ListingFormat = None,
) -> int:
    """Tell what changed when, and why: from the plan's own trail and from git, nothing twice."""
    desk = desk_of(ctx)
    case, plan = readable_plan(desk, client)
    if item:
        _refuse_unknown(plan, item)
    seen = events_seen(desk.practice, case.file) if Repository(desk.root).has_history() else ()
    whole = Case(plan, desk.practice.forms, desk.today, desk.practice.settings)  # later days too: nothing is judged
    desk.show(history_view(whole.history(seen, of=item), empty="Nothing has happened yet."), shown_as)
    if item and (summary := summary_of(plan, item)):
        desk.say(summary)
    return tell_errors(desk, case)


def _refuse_unknown(plan: Plan, item: str) -> None:
    if not has_history(plan, item):
        known = f"known here: {', '.join(plan.scorables) or 'nothing yet'}"
        raise UsageError(f"{plan.client} has no {item}", f"{known}; or the id of an entry, homework, review or change")
