"""The discharge summary: what was done, how each goal came out, and what comes after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalctl.analysis.figures import counted
from goalctl.model.errors import GoalctlError
from goalctl.model.goal import Goal
from goalctl.model.plan import Discharge, Plan
from goalctl.views.reports.course import GoalCourse, goal_course, goals_in
from goalctl.views.reports.head import head_of, signature_lines, signed_name
from goalctl.views.reports.parts import Head, ReportFact, Scope, SignatureLine, Table, facts_of, list_words, table_of
from goalctl.views.reports.plan import diagnoses_table, problems_table, services_table
from goalctl.views.reports.progress import forms_table, together_words
from goalctl.views.reports.sessions import Attendance, attendance_of, interventions_table
from goalctl.views.words.measure import target_text
from goalctl.views.words.phase import phase_of
from goalctl.views.words.way import baselines_words, newest_in_treatment


class NotDischargedError(GoalctlError):
    """There is no summary of a treatment that goes on."""

    exit_status = 2

    def __init__(self, plan: Plan) -> None:
        if plan.has_ended:
            said, hint = "is discharged, and no discharge says on which day", "write it with its day: goalctl edit"
        else:
            said, hint = "is not discharged", "end treatment first: goalctl discharge"
        super().__init__(f"{plan.client} {said}", f"{hint} {plan.client}")


class DischargeReport(NamedTuple):
    """The whole treatment on two pages."""

    head: Head
    ending: tuple[ReportFact, ...]
    diagnoses: Table
    problems: Table
    services: Table
    attendance: Attendance
    interventions: Table
    outcomes: Table
    other_forms: Table
    together: tuple[str, ...]
    goals: tuple[GoalCourse, ...]
    strengths: str
    after: tuple[ReportFact, ...]
    signatures: tuple[SignatureLine, ...]


def discharge_report(scope: Scope) -> DischargeReport:
    """The summary; a plan that is not discharged has none."""
    plan = scope.plan
    if plan.discharge is None:
        raise NotDischargedError(plan)
    goals = goals_in(scope)
    return DischargeReport(
        head=head_of(scope, "Discharge summary"),
        ending=tuple(_ending(scope, plan.discharge)),
        diagnoses=diagnoses_table(scope),
        problems=problems_table(plan),
        services=services_table(plan),
        attendance=attendance_of(scope),
        interventions=interventions_table(scope),
        outcomes=_outcomes(scope, plan.discharge, goals),
        other_forms=forms_table(scope),
        together=tuple(together_words(scope)),
        goals=tuple(goal_course(scope, goal) for goal in goals),
        strengths=list_words(plan.strengths),
        after=(
            ReportFact("Aftercare", plan.discharge.aftercare or ""),
            *facts_of(("Open risk, and what was arranged", plan.discharge.open_risk)),
        ),
        signatures=signature_lines(scope, with_client=False),
    )


def _ending(scope: Scope, ending: Discharge) -> Iterator[ReportFact]:
    plan = scope.plan
    weeks = f", {counted((ending.on - plan.opened).days // 7, 'week')}" if plan.opened else ""
    yield ReportFact("Treatment", f"{plan.opened or ''} to {ending.on}{weeks}")
    yield ReportFact("Reason for ending", ending.reason or "")
    yield from facts_of(("Criteria agreed on", plan.discharge_criteria), ("Ended by", signed_name(scope, ending.by)))


def _outcomes(scope: Scope, ending: Discharge, goals: tuple[Goal, ...]) -> Table:
    """Each goal with the clinician's word and its first and last score."""
    rows = [_outcome(scope, ending, goal) for goal in goals]
    heads = ("Goal", "Wording", "Outcome", "Baseline", "Last score", "Target")
    return table_of("Outcome of each goal", heads, rows, "No goal was settled.")


def _outcome(scope: Scope, ending: Discharge, goal: Goal) -> tuple[str, ...]:
    judged = ending.outcomes.get(goal.id)
    word = judged.value.replace("-", " ") if judged else phase_of(scope.case, goal).value
    series = scope.case.current(goal.id)
    if series is None:
        return goal.id, goal.goal, word, "", "", ""
    ends = (baselines_words(scope.case, goal.id), newest_in_treatment(scope.in_treatment.case, scope.case, goal.id))
    return goal.id, goal.goal, word, *ends, target_text(series.measure)
