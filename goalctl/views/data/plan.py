"""What programs read about one plan: the whole of it, what to know before a session, its charts, its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from goalctl.analysis.case import Case
from goalctl.analysis.history.event import Event
from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.treatment import Treatment
from goalctl.analysis.progress.goal_scaling import GoalScaling
from goalctl.analysis.progress.reliable import ServiceOutcome
from goalctl.analysis.risk.row_words import told_rows
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.supervision import open_points
from goalctl.views.charts.model import Chart, ChartSheet
from goalctl.views.data.many import Faults, due_row, reason_rows, risk_rows, troubles
from goalctl.views.data.series import form_row, item_row
from goalctl.views.data.text import VERSION
from goalctl.views.words.about import medication_words, safety_plan_words
from goalctl.views.words.as_of import doubt_words
from goalctl.views.words.attended import sessions_in_treatment
from goalctl.views.words.between import words_between
from goalctl.views.words.forms import forms_beside_goals
from goalctl.views.words.outcome import by_form_words, change_words, measured_name

if TYPE_CHECKING:
    from goalctl.views.data.shapes import DueData, RiskData
    from goalctl.views.data.shapes_plan import (
        ChartData,
        ChartDocument,
        EntryData,
        HistoryDocument,
        LineData,
        MeasuredData,
        PrepDocument,
        ScalingData,
        ServiceData,
        ShowDocument,
        SupervisionData,
        TreatmentDocument,
    )
    from goalctl.views.data.shapes_scores import PointData


def show_document(case: Case, faults: Faults) -> ShowDocument:
    """The plan with everything that follows from it on the day."""
    plan, seen = case.plan, case.plan.last_seen
    return {
        "goalctl": VERSION,
        "kind": "show",
        "as_of": case.today,
        "client": plan.client,
        "status": plan.status,
        "clinician": case.clinician,
        "supervisor": plan.supervisor,
        "opened": plan.opened,
        "ended": plan.ended_on(case.today),
        "members": list(plan.members),
        "doubt": doubt_words(case) or None,
        "risk": _risk(case),
        "errors": troubles(faults),
        "reasons": reason_rows(case.reasons),
        "problems": [{"id": problem.id, "problem": problem.problem} for problem in plan.problems],
        "items": [item_row(case, found) for found in case.overview.items],
        "forms": [form_row(case, found) for found in case.courses],
        "due": _due(case),
        "last_seen": seen.date if seen else None,
        "next": case.next_appointment,
    }


def _flagged(plan: Plan) -> list[SupervisionData]:
    points = open_points(plan.supervision)
    return [{"id": point.id, "day": point.on, "about": point.about, "by": point.by} for point in points]


def prep_document(case: Case, faults: Faults) -> PrepDocument:
    """What the screen before a session tells, nothing of it cut."""
    plan, last = case.plan, case.plan.last_seen
    worked_on = [found for found in case.overview.items if plan.is_worked_on(found.item)]
    return {
        "goalctl": VERSION,
        "kind": "prep",
        "as_of": case.today,
        "client": plan.client,
        "members": list(plan.members),
        "sessions": len(sessions_in_treatment(plan, case.today)),
        "next": case.next_appointment,
        "risk": _risk(case),
        "errors": troubles(faults),
        "medication": [medication_words(taken) for taken in plan.medications],
        "safety_plans": [safety_plan_words(found) for found in case.safety_plans],
        "last": _entry(last) if last else None,
        "homework": [{"id": task.id, "task": task.task, "done": done} for task, done in plan.last_homework],
        "supervision": _flagged(plan),
        "since": [{"day": day, "words": words} for day, words in words_between(case, last.date if last else None)],
        "items": [item_row(case, found) for found in worked_on],
        "forms": [form_row(case, found) for found in forms_beside_goals(case)],
        "due": _due(case),
    }


def _risk(case: Case) -> list[RiskData]:
    told = told_rows(case.risk, case.plan.client, today=case.today)
    return risk_rows((row, case.clinician or "") for row in told)


def _due(case: Case) -> list[DueData]:
    return [due_row(one, case.clinician, today=case.today) for one in case.due]


def _entry(entry: Session) -> EntryData:
    return {
        "id": entry.id,
        "day": entry.date,
        "kind": entry.kind,
        "by": entry.by,
        "confidential": bool(entry.confidential),
        "note": entry.note,
    }


def chart_document(plan: Plan, sheet: ChartSheet | None, faults: Faults, *, today: date) -> ChartDocument:
    """The charts as they are drawn; none without a sheet, where nothing has a score."""
    return {
        "goalctl": VERSION,
        "kind": "chart",
        "as_of": today,
        "client": plan.client,
        "ended": plan.ended_on(today),
        "errors": troubles(faults),
        "charts": [_chart(chart) for chart in sheet.charts] if sheet else [],
    }


def _chart(chart: Chart) -> ChartData:
    is_drawn = not chart.instead
    return {
        "id": chart.id,
        "title": chart.title,
        "measure": chart.measure,
        "unit": chart.unit or None,
        "low": chart.low,
        "high": chart.high,
        "start": chart.start if is_drawn else None,
        "end": chart.end if is_drawn else None,
        "lines": list(_lines(chart)),
        "levels": [
            {"kind": one.kind, "name": one.name, "value": one.value, "start": one.start, "end": one.end}
            for one in chart.levels
        ],
        "days": [{"kind": one.kind, "day": one.day, "text": one.text} for one in chart.moments],
        "bands": [{"name": one.name, "low": one.low, "high": one.high} for one in chart.bands],
        "notes": list(chart.notes),
        "instead": chart.instead or None,
    }


def _lines(chart: Chart) -> Iterator[LineData]:
    for trace in chart.traces:
        points: list[PointData] = [{"day": day, "value": value} for day, value in trace.points]
        yield {"kind": trace.kind, "name": trace.name, "points": points}


def history_document(client: str, events: Sequence[Event], faults: Faults, *, today: date) -> HistoryDocument:
    """The events in the order given."""
    return {
        "goalctl": VERSION,
        "kind": "history",
        "as_of": today,
        "client": client,
        "errors": troubles(faults),
        "history": [
            {
                "day": event.day,
                "id": event.item or None,
                "event": event.beside_its_item,
                "because": event.because or None,
                "by": event.by or None,
            }
            for event in events
        ],
    }


def treatment_document(one: Treatment, faults: Faults, *, today: date) -> TreatmentDocument:
    """What came of one treatment."""
    return {
        "goalctl": VERSION,
        "kind": "treatment",
        "as_of": today,
        "client": one.client,
        "clinician": one.clinician,
        "errors": troubles(faults),
        "episode": one.episode,
        "ended": one.ended,
        "unplanned": one.unplanned,
        "attended": one.attended,
        "missed": one.missed,
        "cancelled": one.cancelled,
        "goals": one.goals,
        "reached": one.reached,
        "deadlines": one.deadlines.of,
        "kept": one.deadlines.kept,
        "extended": one.deadlines.extended,
        "scaling": _scaling(one.scaling) if one.scaling else None,
        "nhs": _service(one.nhs) if one.nhs else None,
        "measured": list(_measured(one.measured)),
    }


def _scaling(found: GoalScaling) -> ScalingData:
    return {"baseline": found.baseline, "achieved": found.achieved, "n": found.n, "weighted": found.weighted}


def _service(found: ServiceOutcome) -> ServiceData:
    return {
        "recovery": found.recovery,
        "reliable_improvement": found.reliable_improvement,
        "reliable_deterioration": found.reliable_deterioration,
    }


def _measured(found: Iterable[Measured]) -> Iterator[MeasuredData]:
    for one in found:
        says = change_words(one) + by_form_words(one) if one.last else "one score" if one.first else "not filled in"
        yield {
            "form": one.form,
            "measure": measured_name(one),
            "respondent": one.respondent,
            "first": one.first.value if one.first else None,
            "first_on": one.first.day if one.first else None,
            "last": one.last.value if one.last else None,
            "last_on": one.last.day if one.last else None,
            "change": one.change,
            "outcome": one.outcome,
            "says": says,
        }
