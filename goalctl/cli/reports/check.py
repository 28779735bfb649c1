"""`report --check`: what in a document for others is contradictory, old, without support or missing, before it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, FINDINGS, UsageError
from goalctl.cli.reading import readable_plan, tell_errors, tell_risk_of, tell_strays, was_there
from goalctl.cli.reports.making import Order, fits, has_ended, scope_of
from goalctl.model.plan import Plan
from goalctl.views.listing import Format
from goalctl.views.reports.discharge import NotDischargedError
from goalctl.views.reports.doubt import Doubt
from goalctl.views.reports.doubts import CHECKED, doubts_of
from goalctl.views.reports.doubts_listing import doubts_document, doubts_view
from goalctl.views.reports.kinds import ReportFormat, ReportKind
from goalctl.views.reports.review import NothingToReviewError
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.store.caseload import case_plans
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
        _refuse_what_is_none(desk, order, plan, kind)
        found = list(_doubts(desk, order, plan, kind))
    else:
        found, status = _of_all(desk, order, kind)
    desk.answer(lambda: doubts_view(found), lambda: doubts_document(found, desk.today), _FORMATS[shown])
    return status or (FINDINGS if found else 0)


def _refuse_what_is_none(desk: Desk, order: Order, plan: Plan, kind: ReportKind | None) -> None:
    """A summary of a treatment that goes on, and a sheet to review one that has ended, are not written either."""
    then = scope_of(desk, order, plan).plan
    if kind is ReportKind.DISCHARGE and then.discharge is None:
        raise NotDischargedError(then)
    if kind is ReportKind.REVIEW and (ended := then.ended_on(order.end)):
        raise NothingToReviewError(plan.client, ended)


def _of_all(desk: Desk, order: Order, kind: ReportKind | None) -> tuple[list[Found], int]:
    """Everybody's; what can't be read is told, and makes the answer incomplete."""
    listed = told_scan(desk.practice)
    found: list[Found] = []
    status = tell_strays(desk, listed)
    for case in desk.progress(case_plans(desk.practice, listed.files), total=len(listed.files), doing="checking"):
        if case.plan is None:
            tell_risk_of(desk, case)
            desk.say(findings_text((case.file.name, finding) for finding in case.errors))
            status = COULD_NOT
        elif fits(desk, order, case.plan) if kind else was_there(desk, case.plan, on=order.end):
            found += _doubts(desk, order, case.plan, kind)
    return found, status


def _doubts(desk: Desk, order: Order, plan: Plan, kind: ReportKind | None) -> Iterator[Found]:
    meant = kind or (ReportKind.DISCHARGE if has_ended(desk, order, plan) else ReportKind.PROGRESS)
    scope = scope_of(desk, replace(order, kind=meant), plan)
    yield from ((plan.client, meant.value, doubt) for doubt in doubts_of(scope, meant.value))
