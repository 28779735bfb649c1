"""What may stand on a screen that the client sees: filters over what the views show, applied before a page is made.

The rule: the client's own goals, scores, homework and appointments, in the words that were agreed. No diagnosis, no
risk record, nobody else, no staff's remark or rating, no verdict (off track, worse, overdue, stale).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from goalctl.analysis.deadline import Deadline, Due
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.views.chart_model import Chart, Role, Sheet

CLINICIAN_RATERS = {"clinician", "supervisor"}
_OPEN_TO_SEE = {Due.DEADLINE, Due.CHECKPOINT, Due.HOMEWORK, Due.ASSESSMENT, Due.REVIEW}


def plan_for_client(plan: Plan) -> Plan:
    """The plan without what is about the client rather than for them; scores and forms stay, to be drawn."""
    return plan.altered(
        diagnoses=(),
        supervisor=None,
        functioning=None,
        safety_plan=None,
        authorizations=(),
        sessions=tuple(_entry(entry) for entry in plan.log),
    )


def _entry(entry: Session) -> Session:
    own = {rated: score for rated, score in entry.scores.items() if rated.rater not in CLINICIAN_RATERS}
    hidden = {"risk": None, "note": None, "response": None, "note_file": None, "scores": own, "amended": ()}
    copy = entry.model_copy(update=hidden)
    copy._current = None  # noqa: SLF001 - the entry is as amended already
    return copy


def deadlines_for_client(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """What the client has a part in; papers and risk follow-ups are left out."""
    return tuple(deadline for deadline in deadlines if deadline.kind in _OPEN_TO_SEE)


def sheet_for_client(sheet: Sheet) -> Sheet:
    """The charts without bands of severity, staff's ratings, and sentences that judge."""
    return replace(sheet, charts=tuple(_chart(chart) for chart in sheet.charts))


def _chart(chart: Chart) -> Chart:
    traces = tuple(
        trace for trace in chart.traces if trace.role is not Role.SCORES or trace.name not in CLINICIAN_RATERS
    )
    judging = {Role.TREND, Role.PROJECTION}
    return replace(chart, bands=(), notes=(), traces=tuple(trace for trace in traces if trace.role not in judging))
