"""`goalctl due`: what is overdue and what is coming. Warm, it reads no plan and imports no model."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from goalctl.analysis.deadline import Deadline, Due
from goalctl.cli.desk import desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.options import AnyClient, ListingFormat
from goalctl.model.finding import fault_of
from goalctl.model.scalars import Duration, ScalarError, duration_from
from goalctl.views.due import due_view
from goalctl.workspace.clients import client_file
from goalctl.workspace.scan import scan
from goalctl.workspace.watch import Watch

FINDINGS = 1
INCOMPLETE = 3


def command(
    ctx: typer.Context,
    client: AnyClient = None,
    within: Annotated[
        str | None,
        typer.Option("--within", metavar="2w", help="How far to look ahead; else the practice's due_within."),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    unsigned: Annotated[
        bool, typer.Option("--unsigned", help="Only entries to sign, or to sign again after a correction.")
    ] = False,
    shown_as: ListingFormat = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Leave with status 1 when something is overdue.")
    ] = False,
) -> int:
    """List what is overdue and what is coming, of one client or of all."""
    desk = desk_of(ctx)
    found = scan(desk.root)
    watch = Watch.of(desk.root)
    today = desk.today_in(watch.settings.timezone)
    ahead = _stretch(within) if within else watch.settings.due_within
    files = (client_file(found, client, exact=False),) if client is not None else found.files
    briefs = watch.briefs(files, today=today, all_files=client is None)

    due = [deadline for brief in briefs for deadline in brief.deadlines if _is_wanted(deadline, ahead, today, overdue)]
    due = [deadline for deadline in due if deadline.kind is Due.SIGNATURE] if unsigned else due
    faults = [("", fault) for fault in watch.settings.faults]
    faults += [("", fault_of(name, finding)) for name, finding in (found.strays if client is None else ())]
    faults += [(brief.client, fault) for brief in briefs for fault in brief.faults]
    nothing = f"Nothing is overdue on {today}." if overdue else f"Nothing is due within {ahead} of {today}."
    nothing = "Nothing is unsigned." if unsigned else nothing
    desk.show(due_view(due, faults, today=today, nothing=nothing), shown_as)
    if faults:
        return INCOMPLETE
    return FINDINGS if exit_code and any(deadline.is_overdue(today=today) for deadline in due) else 0


def _is_wanted(deadline: Deadline, ahead: Duration, today: date, overdue: bool) -> bool:
    return deadline.is_overdue(today=today) if overdue else deadline.is_within(ahead, today=today)


def _stretch(text: str) -> Duration:
    try:
        return duration_from(text)
    except ScalarError as error:
        raise UsageError(f"--within: {error}", error.hint) from None
