"""`goalctl records`: the notes of some days for somebody who asked, with the plan of each day; the release is noted."""

from __future__ import annotations

from typing import Annotated

from goalctl.analysis.history.passages import links_of
from goalctl.cli.days import stretch_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.options import Client, Force
from goalctl.cli.reading import readable_plan, tell_errors
from goalctl.cli.reports.making import Order, format_of, pdf_bytes, scope_of, with_identities
from goalctl.cli.reports.options import IdentityFile, Output, ReportAs
from goalctl.cli.reports.release import note_release, tell_before_it_leaves
from goalctl.library.report_templates import report_templates
from goalctl.model.finding import fields_in
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.views.reports.kinds import ReportFormat, ReportKind
from goalctl.views.reports.page import HTML, MARKDOWN, page_text
from goalctl.views.reports.parts import Scope
from goalctl.views.reports.records import records_page
from goalctl.workspace.store.caseload import CasePlan
from goalctl.workspace.store.linked_notes import linked_notes


def command(
    desk: Desk,
    client: Client,
    to_whom: Annotated[
        str | None, Option("--for", metavar="WHOM", help="Who asked for them; it is noted in the plan.")
    ] = None,
    begin: Annotated[str | None, Option("--from", metavar="DAY", help="The first day; else all.")] = None,
    end: Annotated[str | None, Option("--to", metavar="DAY", help="The last day; else today.")] = None,
    shown_as: ReportAs = None,
    output: Output = None,
    force: Force = False,
    identity: IdentityFile = None,
) -> int:
    """Write the notes of some days, the plan in force on each, signatures, late marks, and what is missing.

    What was released to whom is noted in the plan, once it is written.
    """
    whom = (to_whom or "").strip()
    if not whom:
        raise UsageError("for whom are they?", f'say who asked: goalctl records {client} --for "State Plan"')
    first, last = stretch_back(begin, end, today=desk.today)
    order = Order(ReportKind.RECORD, format_of(shown_as, output, folder=False), last, first, with_notes=True)
    order = with_identities(desk, order, identity, output)
    case, plan = readable_plan(desk, client, on=last)
    page = _page(desk, order, case, plan, whom)
    if output is None:
        desk.write(page.decode())
    else:
        desk.write_out(output, page, force=force, written_as=order.written_as.value)
        desk.say(f"saved {output}")
    _note(desk, order, plan, whom)
    return tell_errors(desk, case)


def _page(desk: Desk, order: Order, case: CasePlan, plan: Plan, to_whom: str) -> bytes:
    """The page; what it lacks, and whose release, is told before it is written."""
    scope: Scope = scope_of(desk, order, plan)
    notes, problems = linked_notes(desk.practice.root, plan.client, links_of(plan))
    data = case.document.data
    page = records_page(scope, to_whom, fields_in(data), notes)
    lines = (*problems, *(f"{plan.client}: missing: {one}" for one in page.missing))
    for line in lines:
        desk.say(clean(line))
    tell_before_it_leaves(desk, plan, scope.entries, "records", to_whom)
    written_as = MARKDOWN if order.written_as is ReportFormat.MD else HTML
    text = page_text("records", written_as, page, report_templates(desk.root))
    if order.written_as is ReportFormat.PDF:
        return pdf_bytes(desk, text)
    return text.encode()


def _note(desk: Desk, order: Order, plan: Plan, to_whom: str) -> None:
    since = f"{order.begin} " if order.begin else ""
    note_release(desk, plan, f"records, {since}to {order.end}, {order.written_as.value}", to_whom)
