"""The reports by kind: what each says, and as which text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.case import Case
from goalctl.model.finding import Value
from goalctl.views.data.text import json_text
from goalctl.views.reports.audit import Audited, audit_document, audit_report
from goalctl.views.reports.client import client_page
from goalctl.views.reports.discharge import discharge_report
from goalctl.views.reports.page import HTML, MARKDOWN, Sources, page_text
from goalctl.views.reports.parts import Scope
from goalctl.views.reports.plan import plan_report
from goalctl.views.reports.progress import progress_report
from goalctl.views.reports.record import record_report
from goalctl.views.reports.review import review_sheet
from goalctl.views.reports.transfer import transfer_report
from goalctl.views.reports.ur import review_call, ur_document


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


_REPORTS: dict[ReportKind, Callable[[Scope], object]] = {
    ReportKind.PLAN: plan_report,
    ReportKind.PROGRESS: progress_report,
    ReportKind.DISCHARGE: discharge_report,
    ReportKind.TRANSFER: transfer_report,
    ReportKind.CLIENT: client_page,
    ReportKind.REVIEW: review_sheet,
    ReportKind.UR: review_call,
}


DOCUMENTS = frozenset({ReportKind.UR, ReportKind.AUDIT})  # those that programs can have as data


def report_text(kind: ReportKind, scope: Scope, written: Written, shown_as: ReportFormat, sources: Sources) -> str:
    """The report as Markdown, or as the HTML that a PDF is made of too; some as data."""
    if shown_as is ReportFormat.JSON:
        return json_text(audit_document(scope, written.audit) if written.audit else ur_document(scope))
    if kind is ReportKind.RECORD:
        report: object = record_report(scope, written.data, written.notes)
    elif kind is ReportKind.AUDIT and written.audit:
        report = audit_report(scope, written.audit)
    else:
        report = _REPORTS[kind](scope)
    return page_text(kind.value, MARKDOWN if shown_as is ReportFormat.MD else HTML, report, sources)


def seen_then(case: Case) -> Case:
    """The case without what else was added to its plan later: releases, consents, its discharge."""
    plan, day, ending = case.plan, case.today, case.plan.discharge
    then = plan.copy_with(
        releases=tuple(release for release in plan.releases if release.on <= day),
        consents=tuple(consent for consent in plan.consents if consent.on <= day),
        discharge=ending if ending and ending.on <= day else None,
    )
    return replace(case, plan=then)
