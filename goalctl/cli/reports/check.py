"""`report --check`: what in a document for others is contradictory, old, without support or missing, before it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from goalctl.analysis.history.replay import as_of
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, FINDINGS, UsageError
from goalctl.cli.reading import readable_plan, tell_errors, tell_risk, tell_strays, was_there
from goalctl.cli.reports.making import Order, scope_of
from goalctl.model.plan import Lifecycle, Plan
from goalctl.views.listing import Format
from goalctl.views.reports.doubt import Doubt
from goalctl.views.reports.doubts import CHECKED, doubts_of
from goalctl.views.reports.doubts_listing import doubts_document, doubts_view
from goalctl.views.reports.kinds import ReportFormat, ReportKind
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.store.caseload import case_plans, risk_of
from goalctl.workspace.store.stray_risk import told_scan

Found = tuple[str, str, Doubt]
_FORMATS = {None: None, ReportFormat.MD: Format.MD, ReportFormat.HTML: Format.HTML, ReportFormat.JSON: Format.JSON}


def check_reports(
    desk: Desk, order: Order, client: str | None, kind: ReportKind | None, shown: ReportFormat | None
) -> int:
    """The doubts about one client's document, or about everybody's; status 1 when there are any.

    Without a kind it is progress, of who is discharged the summary.
    """
    if kind is not None and kind.value not in CHECKED:
        raise UsageError(f"--kind {kind.value} is not checked", f"--kind {', '.join(CHECKED)}")
    if shown not in _FORMATS:
        raise UsageError("what is checked is no PDF", "use --format md, html or json")
    status = 0
    if client is not None:
        case, plan = readable_plan(desk, client, on=order.end)
        tell_errors(desk, case)
        found = list(_doubts(desk, order, plan, kind))
    else:
        found, status = _of_all(desk, order, kind)
    desk.answer(lambda: doubts_view(found), lambda: doubts_document(found, desk.today), _FORMATS[shown])
    return status or (FINDINGS if found else 0)


def _of_all(desk: Desk, order: Order, kind: ReportKind | None) -> tuple[list[Found], int]:
    """Everybody's; what can't be read is told, and makes the answer incomplete."""
    listed = told_scan(desk.practice)
    found: list[Found] = []
    status = tell_strays(desk, listed)
    for case in desk.progress(case_plans(desk.practice, listed.files), total=len(listed.files), doing="checking"):
        if case.plan is None:
            tell_risk(desk, case.file.client, risk_of(desk.practice, case, today=desk.today))
            desk.say(findings_text((case.file.name, finding) for finding in case.errors))
            status = COULD_NOT
        elif was_there(desk, case.plan, on=order.end):
            found += _doubts(desk, order, case.plan, kind)
    return found, status


def _doubts(desk: Desk, order: Order, plan: Plan, kind: ReportKind | None) -> Iterator[Found]:
    discharged = as_of(plan, today=order.end, now=desk.practice.today).status is Lifecycle.DISCHARGED
    meant = kind or (ReportKind.DISCHARGE if discharged else ReportKind.PROGRESS)
    scope = scope_of(desk, replace(order, kind=meant), plan)
    yield from ((plan.client, meant.value, doubt) for doubt in doubts_of(scope, meant.value))
