"""The transfer summary: what a colleague has to know who takes a client over, while treatment goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalctl.model.plan import Change
from goalctl.views.reports.course import GoalCourse, goal_course, goals_in
from goalctl.views.reports.head import clinician_words, head_of, signature_lines, signed_name
from goalctl.views.reports.parts import Head, ReportFact, Scope, SignatureLine, Table, facts_of, list_words, table_of
from goalctl.views.reports.plan import diagnoses_table, problems_table, services_table
from goalctl.views.reports.progress import forms_table, outcomes_table, together_words
from goalctl.views.reports.sessions import Attendance, attendance_of, interventions_table, responses_table
from goalctl.views.words.risk_line import risk_in_full, risk_line


class TransferReport(NamedTuple):
    """Risk, what comes next, then the whole course."""

    head: Head
    risk: tuple[str, ...]
    next: tuple[ReportFact, ...]
    due: Table
    diagnoses: Table
    problems: Table
    services: Table
    outcomes: Table
    other_forms: Table
    together: tuple[str, ...]
    attendance: Attendance
    interventions: Table
    responses: Table
    goals: tuple[GoalCourse, ...]
    strengths: str
    signatures: tuple[SignatureLine, ...]


def transfer_report(scope: Scope) -> TransferReport:
    """The treatment as far as it came; of one that has ended the discharge summary tells."""
    plan, goals = scope.plan, goals_in(scope)
    handed = _handed(scope)
    return TransferReport(
        head=head_of(scope, "Transfer summary", *([_handed_words(scope, handed)] if handed else [])),
        risk=(risk_line(scope.case), *risk_in_full(scope.case)),
        next=tuple(_next(scope)),
        due=_due(scope),
        diagnoses=diagnoses_table(scope),
        problems=problems_table(plan),
        services=services_table(plan),
        outcomes=outcomes_table(scope, goals),
        other_forms=forms_table(scope),
        together=tuple(together_words(scope)),
        attendance=attendance_of(scope),
        interventions=interventions_table(scope),
        responses=responses_table(scope),
        goals=tuple(goal_course(scope, goal) for goal in goals),
        strengths=list_words(plan.strengths),
        signatures=tuple(_signatures(scope, handed)),
    )


def _handed(scope: Scope) -> Change | None:
    """The newest change of clinician, where there was one before."""
    changes = (change for change in scope.plan.changes if change.what == "clinician" and change.from_)
    return max(changes, key=lambda change: change.on, default=None)


def _handed_words(scope: Scope, handed: Change) -> ReportFact:
    who = f"{signed_name(scope, str(handed.from_))} to {signed_name(scope, str(handed.to))}"
    why = f": {handed.because}" if handed.because else ""
    return ReportFact("Handed over", f"{handed.on}, {who}{why}")


def _signatures(scope: Scope, handed: Change | None) -> Iterator[SignatureLine]:
    """Whoever hands over signs too."""
    if handed:
        yield SignatureLine("Clinician until then", clinician_words(scope, str(handed.from_)), "")
    yield from signature_lines(scope, with_client=False)


def _next(scope: Scope) -> Iterator[ReportFact]:
    """The appointment, the safety plan, homework: what the first session with somebody else begins with."""
    case, plan = scope.case, scope.plan
    appointment = case.next_appointment
    yield ReportFact("Next appointment", str(appointment) if appointment else "none on record")
    for one in case.safety_plans:
        whose = f" of {one.person}" if one.person else ""
        where = f", kept elsewhere: {one.where}" if one.where else ""
        yield ReportFact(f"Safety plan{whose}", f"gone through on {one.looked_at}{where}")
    if not case.safety_plans:
        yield ReportFact("Safety plan", "none on record")
    yield from facts_of(("Homework not yet asked about", "; ".join(task.task for task in plan.open_homework)))


def _due(scope: Scope) -> Table:
    rows = [(str(due.day), due.kind.value, due.item, due.what) for due in scope.case.due]
    return table_of(
        "What falls due",
        ("Day", "Kind", "Of", "What"),
        rows,
        "Nothing is due in the days that the practice looks ahead.",
    )
