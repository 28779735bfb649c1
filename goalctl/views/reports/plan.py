"""The treatment plan as an auditor expects it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalctl.analysis.history.digest import agreement_digest
from goalctl.model.goal import Goal, Status
from goalctl.model.people import fillers_of
from goalctl.model.plan import Plan
from goalctl.views.reports.goals import GoalPart, goal_part
from goalctl.views.reports.head import agreement_words, fits_words, head_of, signature_lines, signed_name
from goalctl.views.reports.parts import (
    Head,
    ReportFact,
    Scope,
    SignatureLine,
    Table,
    day_words,
    facts_of,
    list_words,
    table_of,
)
from goalctl.views.words.about import mental_status_words, part2_words, value_words
from goalctl.views.words.forms import form_name, respondents
from goalctl.views.words.rhythm import rhythm_words, stretch_words


class PlanReport(NamedTuple):
    """Everything that the plan says, from diagnosis to signatures.

    Goals that rest, and drafts and reserve, stand apart from those that are worked on.
    """

    head: Head
    diagnoses: Table
    problems: Table
    functioning: str
    mental_status: str
    person: tuple[ReportFact, ...]
    medications: Table
    care_team: Table
    goals: tuple[GoalPart, ...]
    resting: tuple[GoalPart, ...]
    closed: tuple[GoalPart, ...]
    later: Table
    care: tuple[ReportFact, ...]
    services: Table
    assessments: Table
    discharge_criteria: str
    safety_plan: tuple[ReportFact, ...]
    consents: Table
    authorizations: Table
    reviews: Table
    next_review: str
    agreements: Table
    digest: str
    signatures: tuple[SignatureLine, ...]


def plan_report(scope: Scope) -> PlanReport:
    """The plan on its day."""
    plan = scope.plan
    return PlanReport(
        head=head_of(scope, "Treatment plan"),
        diagnoses=diagnoses_table(scope),
        problems=problems_table(plan),
        functioning=plan.functioning or "",
        mental_status=mental_status_words(plan.mental_status) if plan.mental_status else "",
        person=_person(plan),
        medications=_medications(plan),
        care_team=_care_team(plan),
        goals=tuple(goal_part(scope, goal) for goal in plan.active_goals),
        resting=tuple(goal_part(scope, goal) for goal in plan.goals if goal.status is Status.ON_HOLD),
        closed=tuple(goal_part(scope, goal) for goal in plan.goals if goal.status.is_closed),
        later=_later(plan),
        care=_care(plan),
        services=services_table(plan),
        assessments=_assessments(scope),
        discharge_criteria=plan.discharge_criteria or "",
        safety_plan=_safety_plan(plan),
        consents=_consents(plan),
        authorizations=authorizations_table(plan),
        reviews=reviews_table(scope),
        next_review=next_review(scope),
        agreements=_agreements(scope),
        digest=agreement_digest(plan),
        signatures=signature_lines(scope, with_client=True),
    )


def diagnoses_table(scope: Scope) -> Table:
    """Each diagnosis with who made it and when."""
    rows = [
        (found.code, found.name or "", day_words(found.on), signed_name(scope, found.by))
        for found in scope.plan.diagnoses
    ]
    return table_of("Diagnoses", ("Code", "Diagnosis", "Made on", "By"), rows, "No diagnosis is recorded.")


def problems_table(plan: Plan) -> Table:
    """Each problem with how it shows and the goals that answer it."""
    rows = [
        (
            problem.id,
            problem.problem,
            problem.evidence or "",
            day_words(problem.on),
            list_words(_goals_for(plan, problem.id)),
        )
        for problem in plan.problems
    ]
    heads = ("Problem", "What brought the client", "Evidence", "Noted on", "Goals")
    return table_of("Problems", heads, rows, "None stated.")


def _goals_for(plan: Plan, problem: str) -> Iterator[str]:
    return (goal.id for goal in plan.goals if problem in goal.problems)


def _person(plan: Plan) -> tuple[ReportFact, ...]:
    return facts_of(
        ("Strengths", list_words(plan.strengths)),
        ("Values", list_words(value_words(value) for value in plan.values_)),
        ("Preferences", list_words(plan.preferences)),
        ("Barriers", list_words(plan.barriers)),
    )


def _medications(plan: Plan) -> Table:
    rows = [
        (found.name, found.dose or "", found.who or "", found.by or "", day_words(found.since), day_words(found.until),
         day_words(found.on))
        for found in plan.medications
    ]  # fmt: skip
    heads = ("Medication", "Dose", "Taken by", "Prescribed by", "Since", "Until", "Noted on")
    return table_of("Medication", heads, rows)


def _care_team(plan: Plan) -> Table:
    rows = [(found.who, found.role or "", day_words(found.release)) for found in plan.care_team]
    return table_of("Care team", ("Who", "Role", "Release of information"), rows)


def _care(plan: Plan) -> tuple[ReportFact, ...]:
    covered = "" if plan.part2 is None else part2_words(is_covered=plan.part2)
    return facts_of(("Level of care", plan.level_of_care), ("42 CFR Part 2", covered))


def _later(plan: Plan) -> Table:
    kept: list[Goal] = [goal for goal in plan.goals if not goal.status.is_settled]
    rows = [(goal.id, goal.goal, goal.status.value) for goal in kept]
    return table_of("Goals for later", ("Goal", "Wording", "Status"), rows)


def services_table(plan: Plan) -> Table:
    """Type, amount, frequency and duration of what is provided."""
    rows = [
        (
            found.type,
            f"{found.minutes} minutes" if found.minutes else "",
            rhythm_words(found.every),
            stretch_words(found.for_),
            list_words([found.place, found.cpt]),
        )
        for found in plan.services
    ]
    heads = ("Service", "Amount", "Frequency", "Duration", "Place, code")
    return table_of("Services", heads, rows, "No service is stated.")


def _assessments(scope: Scope) -> Table:
    """Each form with each one who is to fill it in, as `due` tells it."""
    planned = [
        (ref, one.every) for one in scope.plan.assessments for ref in fillers_of(scope.plan, one.form) or (one.form,)
    ]
    rows = [
        (form_name(ref.by(None), scope.forms), who, rhythm_words(every))
        for (ref, every), who in zip(planned, respondents(ref for ref, _ in planned), strict=True)
    ]
    return table_of("Planned assessments", ("Form", "Filled in by", "How often"), rows)


def _safety_plan(plan: Plan) -> tuple[ReportFact, ...]:
    safety = plan.safety_plan
    if safety is None:
        return ()
    return facts_of(
        ("For", safety.who),
        ("Made on", safety.on),
        ("Reviewed on", safety.reviewed),
        ("In entry", safety.form),
        ("Kept", safety.where),
    )


def _consents(plan: Plan) -> Table:
    rows = [
        (found.what, found.who or "", str(found.on), day_words(found.until), day_words(found.withdrawn),
         found.where or "")
        for found in plan.consents
    ]  # fmt: skip
    return table_of("Consents", ("Consent to", "By", "Given on", "Until", "Withdrawn", "Kept"), rows)


def authorizations_table(plan: Plan) -> Table:
    """Each payer's approval, with the sessions used of it."""
    rows = []
    for found, days in zip(plan.authorizations, plan.days_used, strict=True):
        used = len(days)
        sessions = f"{used} of {found.sessions}" if found.sessions else str(used)
        rows.append((found.payer, found.number or "", str(found.from_), str(found.to), sessions))
    return table_of("Authorizations", ("Payer", "Number", "From", "To", "Sessions used"), rows)


def reviews_table(scope: Scope) -> Table:
    """The looks that were taken in the stretch."""
    rows = [
        (str(found.on), found.of or "plan", found.decision.value if found.decision else "", found.with_ or "",
         found.note or "")
        for found in sorted(scope.plan.reviews, key=lambda review: review.on)
        if scope.holds(found.on)
    ]  # fmt: skip
    return table_of("Reviews", ("Day", "Of", "Decision", "With", "Note"), rows, "No review is recorded.")


def next_review(scope: Scope) -> str:
    """The day of the plan's next review, or that it has passed; empty once it is discharged."""
    day = scope.case.next_review
    return f"{day}, which has passed" if day and day < scope.end else day_words(day)


def _agreements(scope: Scope) -> Table:
    rows = [
        (str(found.on), signed_name(scope, found.who), agreement_words(found), fits_words(scope, found))
        for found in sorted(scope.plan.agreements, key=lambda agreement: agreement.on)
    ]
    return table_of("Agreements", ("Day", "Who", "How", "To"), rows, "No agreement is recorded.")
