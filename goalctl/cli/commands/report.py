"""`goalctl report`: a document for an auditor, an insurer, whoever comes after, or the client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.options import AnyClient
from goalctl.cli.reading import readable_plan, tell_errors, tell_risk
from goalctl.cli.releasing import record_release
from goalctl.cli.reporting import Order, folder_made, format_of, made, prepared, save_report
from goalctl.model.plan import Lifecycle, Plan
from goalctl.views.reports.kinds import ReportFormat, ReportKind
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.store.caseload import CasePlan, case_plans, risk_of
from goalctl.workspace.store.scan import scan

OF_A_STRETCH = {ReportKind.PROGRESS, ReportKind.RECORD}
_WHOSE = "name a client, or say --all"


def command(
    ctx: typer.Context,
    client: AnyClient = None,
    kind: Annotated[ReportKind, typer.Option("--kind", help="What kind of report.")] = ReportKind.PLAN,
    begin: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Of progress and record: the first day; else all.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="Of progress and record: the last day; else today.")
    ] = None,
    shown_as: Annotated[
        ReportFormat | None,
        typer.Option("--format", help="How to write it; else as the file's name says, else Markdown."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Into a file; with --all into a folder.")
    ] = None,
    identity: Annotated[
        Path | None,
        typer.Option("--identity", metavar="FILE", help="Names by client, from a file outside the workspace."),
    ] = None,
    with_notes: Annotated[
        bool, typer.Option("--with-notes", help="Of a record: with the long notes that its entries link.")
    ] = False,
    release: Annotated[
        str | None, typer.Option("--record-release", metavar="TO", help="Note in the plan to whom it was released.")
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", help="Of every client whom this kind fits.")] = False,
) -> int:
    """Write a report: the plan, progress for an insurer, a discharge summary, a page for the client, the record."""
    desk = desk_of(ctx)
    if (client is None) != everyone:
        raise UsageError("which client?" if client is None else "--all is for every client, not for one", _WHOSE)
    if with_notes and kind is not ReportKind.RECORD:
        raise UsageError("--with-notes is for the record", "add --kind record")
    first, last = _stretch(desk, kind, begin, end)
    order = Order(kind, format_of(shown_as, output, folder=everyone), last, first, with_notes)
    order = prepared(desk, order, identity, output)
    if client is None:
        return _all(desk, order, output, release)
    return _one(desk, order, client, output, release)


def _stretch(desk: Desk, kind: ReportKind, begin: str | None, end: str | None) -> tuple[date | None, date]:
    """The days that the report tells about; None: from the beginning."""
    if kind not in OF_A_STRETCH and (begin or end):
        raise UsageError(f"a {kind.value} report has no --from and --to", "they are for progress and record")
    last = day_back(end, today=desk.today, option="--to") if end else desk.today
    first = day_back(begin, today=desk.today, option="--from") if begin else None
    if first and first > last:
        raise UsageError(f"--from {first} is after --to {last}", "write the earlier day first")
    return first, last


def _one(desk: Desk, order: Order, client: str, output: Path | None, release: str | None) -> int:
    case, plan = readable_plan(desk, client)
    page = made(desk, order, case, plan)
    if output is None:
        desk.write(page.decode())
    else:
        save_report(output, page)
        desk.say(f"saved {output}")
    if release is not None:
        record_release(desk, order, plan, release)
    return tell_errors(desk, case)


def _all(desk: Desk, order: Order, folder: Path | None, release: str | None) -> int:
    """One file for each client, named by client, kind and day; what can't be read is told, and makes it incomplete."""
    if folder is None:
        raise UsageError("--all writes a file for each client", "say into which folder: -o DIR")
    if release is not None:
        raise UsageError("--record-release is for one report", "name the client instead of --all")
    folder_made(folder)
    found = scan(desk.root)
    faults: list[CasePlan] = []
    written = 0
    for case in desk.progress(case_plans(desk.practice, found.files), total=len(found.files), doing="writing reports"):
        faults += [case] if case.errors else []
        if case.plan is None:
            tell_risk(desk, case.file.client, risk_of(desk.practice, case, today=desk.today))
        if case.plan is not None and _fits(order.kind, case.plan):
            name = f"{case.plan.client}-{order.kind.value}-{desk.today}.{order.written_as.value}"
            save_report(folder / name, made(desk, order, case, case.plan))
            written += 1
    desk.say(f"{written} of {len(found.files)} clients: {order.kind.value} reports in {folder}")
    return _told(desk, faults, found.strays != ())


def _told(desk: Desk, faults: Sequence[CasePlan], has_strays: bool) -> int:
    if faults:
        desk.say(findings_text((case.file.name, finding) for case in faults for finding in case.errors))
    return COULD_NOT if has_strays or any(case.plan is None for case in faults) else 0


def _fits(kind: ReportKind, plan: Plan) -> bool:
    """A summary is for those who are discharged, the record for everybody, the rest for those in treatment."""
    discharged = plan.status is Lifecycle.DISCHARGED
    return kind is ReportKind.RECORD or discharged is (kind is ReportKind.DISCHARGE)
