"""One page for a utilisation review call: what the reviewer asks, in that order, and what the record does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from goalctl.analysis.caseload.overview import FormOverview, form_overview
from goalctl.analysis.figures import score_text
from goalctl.model.goal import Goal, Scorable
from goalctl.model.plan import Lifecycle
from goalctl.views.data.text import VERSION
from goalctl.views.reports.asked import necessity_of, requested_facts
from goalctl.views.reports.head import head_of
from goalctl.views.reports.parts import Head, Scope, facts_of, list_words
from goalctl.views.reports.sessions import treated_in
from goalctl.views.words.about import medication_words, member_words, mental_status_words
from goalctl.views.words.form_course import form_course_words
from goalctl.views.words.measure import scored_name, target_text
from goalctl.views.words.rhythm import course_words
from goalctl.views.words.risk_line import risk_line
from goalctl.views.words.standing import standing_word
from goalctl.views.words.used import use_words
from goalctl.views.words.way import afterwards_words, day_scored, span_words

if TYPE_CHECKING:
    from goalctl.views.data.shapes_report import AnswerData, UrDocument

SUBSTANCE_USE = "substance-use"
_USE_DISORDERS = tuple(f"F1{digit}" for digit in range(10))  # ICD-10-CM, F10 to F19


class ReviewAnswer(NamedTuple):
    """One question of the call, with what the record says; without a line it is not on record."""

    question: str
    lines: tuple[str, ...]


class ReviewCall(NamedTuple):
    """The page; `missing` are the questions that the record does not answer."""

    head: Head
    answers: tuple[ReviewAnswer, ...]
    asked_for: tuple[ReviewAnswer, ...]
    missing: tuple[str, ...]


def review_call(scope: Scope) -> ReviewCall:
    """The page on its day."""
    answers, asked_for = tuple(_answers(scope)), tuple(_asked_for(scope))
    missing = tuple(answer.question for answer in (*answers, *asked_for) if not answer.lines)
    return ReviewCall(head_of(scope, "Utilisation review"), answers, asked_for, missing)


def ur_document(scope: Scope) -> UrDocument:
    """The same for programs, without anybody's name."""
    call = review_call(scope)
    return {
        "goalctl": VERSION,
        "kind": "ur",
        "as_of": scope.end,
        "client": scope.plan.client,
        "notice": call.head.notice or None,
        "answers": [_answer(one) for one in call.answers],
        "asked_for": [_answer(one) for one in call.asked_for],
        "missing": list(call.missing),
    }


def _answer(one: ReviewAnswer) -> AnswerData:
    return {"question": one.question, "lines": list(one.lines)}


def _answers(scope: Scope) -> Iterator[ReviewAnswer]:
    yield from _state(scope)
    yield from _care(scope)
    plan = scope.plan
    yield ReviewAnswer("Mental status", _said(mental_status_words(plan.mental_status) if plan.mental_status else None))
    yield ReviewAnswer("Functioning", _said(plan.functioning))
    yield ReviewAnswer("Goals", tuple(_goals(scope)))
    yield ReviewAnswer("Interventions", tuple(_interventions(scope)))
    yield ReviewAnswer("Barriers", plan.barriers)
    yield ReviewAnswer("Discharge criteria", _said(plan.discharge_criteria))


def _said(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)


def _state(scope: Scope) -> Iterator[ReviewAnswer]:
    """What it is, how it began and how it is now; of risk the level, the day and the plan, and no more."""
    plan, case = scope.plan, scope.case
    codes = (list_words([each.code, each.name, each.on and f"made on {each.on}"]) for each in plan.diagnoses)
    yield ReviewAnswer("Diagnosis", tuple(codes))
    problems = (f"{each.problem}{f': {each.evidence}' if each.evidence else ''}" for each in plan.problems)
    yield ReviewAnswer("Presenting symptoms", tuple(problems))
    yield ReviewAnswer("Current symptoms", tuple(_symptoms(scope, found) for found in case.courses))
    yield ReviewAnswer("Risk", (risk_line(case),) if case.risk.last_record or case.safety_plans else ())


def _care(scope: Scope) -> Iterator[ReviewAnswer]:
    plan = scope.plan
    taken = (each for each in plan.medications if each.until is None or each.until >= scope.end)
    yield ReviewAnswer("Medication and prescriber", tuple(medication_words(each) for each in taken))
    yield ReviewAnswer("Care team", tuple(member_words(each) for each in plan.care_team))
    yield ReviewAnswer("Substance use", tuple(_substance_use(scope)))


def _symptoms(scope: Scope, found: FormOverview) -> str:
    """`PHQ-9 8 on 2026-06-08; PHQ-9 down 10 (reliable): 18 to 8 since 2026-01-12`; a single score stands alone.

    How it went is how it went in treatment.
    """
    measure, last = found.series.measure, found.series.last
    name = scored_name(measure, scope.forms)
    if last is None or found.change is None:
        return f"{name}: {form_course_words(found)}"
    during = form_overview(scope.in_treatment.case, measure.by, measure.of)
    course = f"; {form_course_words(during)}" if during.series.points else ""
    return f"{name} {score_text(last.value)} on {day_scored(found.series)}{course}"


def _substance_use(scope: Scope) -> Iterator[str]:
    """What the forms about it say, and the diagnoses; that neither is there is no finding of none."""
    for found in scope.plan.diagnoses:
        if found.code.upper().startswith(_USE_DISORDERS):
            yield list_words([found.code, found.name])
    for course in scope.case.courses:
        form = scope.forms.get(course.series.measure.by.id)
        if form and SUBSTANCE_USE in form.tags:
            yield _symptoms(scope, course)


def _goals(scope: Scope) -> Iterator[str]:
    settled = tuple(goal for goal in scope.plan.goals if goal.status.is_settled)
    for goal in settled if scope.plan.ended_on(scope.end) else scope.plan.active_goals:
        yield _in_numbers(scope, goal)
        yield from (_in_numbers(scope, step) for step in goal.objectives if step.status is goal.status)


def _in_numbers(scope: Scope, item: Scorable) -> str:
    """`g1 Walks every day: from 2 to 5 on 2026-06-01, target 6, by 2026-08-31; on track`; several by name."""
    series = scope.case.current(item.id)
    target = f"target {target_text(series.measure)}" if series and series.target is not None else ""
    by = f"by {item.deadline}" if item.deadline else ""
    came = span_words(scope.in_treatment.case, item.id) or "no score yet"
    figures = list_words([came, target, by, afterwards_words(scope.case, item.id)])
    indent = "" if isinstance(item, Goal) else "step "
    return f"{indent}{item.id} {item.wording}: {figures}; {standing_word(scope.case, item.id)}"


def _interventions(scope: Scope) -> Iterator[str]:
    entries = treated_in(scope)
    for full_id, found in scope.plan.interventions():
        rhythm = course_words(found.every, found.for_)
        used = use_words(scope.case, full_id, entries)
        yield f"{found.what}{f' ({rhythm})' if rhythm else ''}: {used}"


def _asked_for(scope: Scope) -> Iterator[ReviewAnswer]:
    necessity = necessity_of(scope)
    said = (f"{necessity.words} ({necessity.said})",) if necessity.words else ()
    yield ReviewAnswer("Why treatment is needed", said)
    asked = [*facts_of(("Level of care", scope.plan.level_of_care)), *requested_facts(scope)]
    facts = tuple(f"{fact.label}: {fact.value}" for fact in asked) if scope.plan.services else ()
    why = _why_nothing(scope)
    yield ReviewAnswer("What is asked for", (f"nothing: {why}",) if why else facts)


def _why_nothing(scope: Scope) -> str:
    """Why nothing is asked for, which is no gap on record; empty while treatment goes on."""
    if ended := scope.plan.ended_on(scope.end):
        return f"treatment ended on {ended}"
    return {Lifecycle.ON_HOLD: "treatment rests", Lifecycle.DISCHARGED: "treatment has ended"}.get(
        scope.plan.status, ""
    )
