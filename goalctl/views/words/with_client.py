"""What may stand on a screen that the client sees: filters over what the views show, applied before a page is made.

The rule: the client's own goals, scores, homework and appointments, in the words that were agreed. No diagnosis, no
risk record, nobody else, no staff's remark or rating, no verdict (off track, worse, overdue, stale).
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from goalctl.model.ids import CLIENT_RATER, Rated
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.views.charts.model import Chart, Role, Sheet

_JUDGING = {Role.TREND, Role.PROJECTION}


def plan_for_client(plan: Plan) -> Plan:
    """The plan without what is about the client rather than for them; scores and forms stay, to be drawn."""
    raters = {CLIENT_RATER, *plan.members}
    return plan.altered(
        diagnoses=(),
        supervisor=None,
        functioning=None,
        safety_plan=None,
        authorizations=(),
        sessions=tuple(_entry(entry, raters) for entry in plan.log),
        diary=tuple(entry.model_copy(update={"scores": _own(entry.scores, raters)}) for entry in plan.diary),
    )


def _entry(entry: Session, raters: AbstractSet[str]) -> Session:
    hidden = {"risk": None, "note": None, "response": None, "note_file": None, "amended": ()}
    return entry.model_copy(update={**hidden, "scores": _own(entry.scores, raters)})


def _own(scores: Mapping[Rated, float], raters: AbstractSet[str]) -> dict[Rated, float]:
    return {rated: score for rated, score in scores.items() if rated.rater in raters}


def sheet_for_client(sheet: Sheet) -> Sheet:
    """The charts without bands of severity and without lines and sentences that judge or foretell."""
    return replace(sheet, charts=tuple(_chart(chart) for chart in sheet.charts))


def _chart(chart: Chart) -> Chart:
    traces = tuple(trace for trace in chart.traces if trace.role not in _JUDGING)
    return replace(chart, bands=(), notes=(), traces=traces)
