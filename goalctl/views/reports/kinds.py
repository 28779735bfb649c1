"""The reports by kind: what each says, and as which text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from goalctl.analysis.case import Case
from goalctl.model.finding import Value
from goalctl.views.data.text import json_text
from goalctl.views.reports.page import HTML, MARKDOWN, Sources, page_text
from goalctl.views.reports.parts import Scope

if TYPE_CHECKING:
    from goalctl.views.reports.audit import Audited


class ReportKind(StrEnum):
    """For whom a report is: auditor, insurer, its reviewer, who comes after, a colleague, client, both to sign, all."""

    PLAN = "plan"
    PROGRESS = "progress"
    DISCHARGE = "discharge"
    TRANSFER = "transfer"
    CLIENT = "client"
    REVIEW = "review"
    RECORD = "record"
    UR = "ur"
    AUDIT = "audit"
    WEEK = "week"


class ReportFormat(StrEnum):
    """The formats of a report."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"


class Written(NamedTuple):
    """What only some need: of a record the linked notes by their names (None: left out), and what an audit found."""

    data: Mapping[str, Value]
    notes: Mapping[str, str] | None = None
    audit: Audited | None = None


DOCUMENTS = frozenset({ReportKind.UR, ReportKind.AUDIT})  # those that programs can have as data


def report_text(kind: ReportKind, scope: Scope, written: Written, shown_as: ReportFormat, sources: Sources) -> str:
    """The report as Markdown, or as the HTML that a PDF is made of too; some as data."""
    if shown_as is ReportFormat.JSON:
        return json_text(_document(scope, written.audit))
    report = _REPORTS[kind](scope, written)
    return page_text(kind.value, MARKDOWN if shown_as is ReportFormat.MD else HTML, report, sources)


def _document(scope: Scope, audit: Audited | None) -> Mapping[str, object]:
    if audit is None:
        from goalctl.views.reports.ur import ur_document

        return ur_document(scope)
    from goalctl.views.reports.audit import audit_document

    return audit_document(scope, audit)


def _plan(scope: Scope, _written: Written) -> object:
    from goalctl.views.reports.plan import plan_report

    return plan_report(scope)


def _progress(scope: Scope, _written: Written) -> object:
    from goalctl.views.reports.progress import progress_report

    return progress_report(scope)


def _discharge(scope: Scope, _written: Written) -> object:
    from goalctl.views.reports.discharge import discharge_report

    return discharge_report(scope)


def _transfer(scope: Scope, _written: Written) -> object:
    from goalctl.views.reports.transfer import transfer_report

    return transfer_report(scope)


def _client(scope: Scope, _written: Written) -> object:
    from goalctl.views.reports.client import client_page

    return client_page(scope)


def _review(scope: Scope, _written: Written) -> object:
    from goalctl.views.reports.review import review_sheet

    return review_sheet(scope)


def _ur(scope: Scope, _written: Written) -> object:
    from goalctl.views.reports.ur import review_call

    return review_call(scope)


def _written_out(scope: Scope, written: Written) -> object:
    """What needs more than the plan: the audit, where one was made, else the record."""
    if written.audit:
        from goalctl.views.reports.audit import audit_report

        return audit_report(scope, written.audit)
    from goalctl.views.reports.record import record_report

    return record_report(scope, written.data, written.notes)


_REPORTS: Mapping[ReportKind, Callable[[Scope, Written], object]] = {
    ReportKind.PLAN: _plan,
    ReportKind.PROGRESS: _progress,
    ReportKind.DISCHARGE: _discharge,
    ReportKind.TRANSFER: _transfer,
    ReportKind.CLIENT: _client,
    ReportKind.REVIEW: _review,
    ReportKind.UR: _ur,
    ReportKind.RECORD: _written_out,
    ReportKind.AUDIT: _written_out,
}
"""What each says. Only that kind is imported: each brings its own part of the analysis along."""


def seen_then(case: Case) -> Case:
    """The case without what else was added to its plan later: releases, consents, its discharge."""
    plan, day, ending = case.plan, case.today, case.plan.discharge
    then = plan.copy_with(
        releases=tuple(release for release in plan.releases if release.on <= day),
        consents=tuple(consent for consent in plan.consents if consent.on <= day),
        discharge=ending if ending and ending.on <= day else None,
    )
    return replace(case, plan=then)
