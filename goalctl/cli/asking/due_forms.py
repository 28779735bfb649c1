"""The forms that are due at a visit, as questions: all answers on a line, the total, or item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from goalctl.analysis.due.deadlines import active_items, next_assessment
from goalctl.analysis.instruments.answers import expected_counts
from goalctl.analysis.instruments.readings import filled_in
from goalctl.analysis.instruments.scoring import FormScore, answer_findings, answers_from_text, score_of
from goalctl.cli.asking.ask import Answers, Question
from goalctl.cli.asking.form_questions import questions_of
from goalctl.cli.desk import Desk
from goalctl.model.finding import Severity, Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.plan import Plan, PlannedAssessment
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.session import Answers as FormAnswers
from goalctl.model.session import Session
from goalctl.model.validate import validated

ITEM_BY_ITEM = "i"
FORMS = "forms"
TOTAL = "total"

DayOf = Callable[[Answers], date]
Seen = Callable[[Answers], bool]


def due_form_questions(desk: Desk, plan: Plan, day_of: DayOf, seen: Seen) -> list[Question]:
    """For each form that this plan uses: whether it is asked follows from the visit's day and the form's interval."""
    questions: list[Question] = []
    for form_id in _forms_used(plan):
        form = desk.practice.forms.get(form_id)
        if form is not None:
            whole = _whole(plan, form_id, form, day_of, seen)
            if desk.with_client:
                whole = replace(whole, echo=None)
            questions += [whole, *_items(form_id, form, whole.key)]
    return questions


def form_value(form: Form, form_id: str, line: str) -> Value:
    """The answers on a line as a plan holds them, a total as `{total: 14}`; refused with the first thing wrong."""
    value = answers_from_text(form, line)
    value = {TOTAL: value} if isinstance(value, str) else value
    answers = answers_of(form_id, value)
    errors = [found for found in answer_findings(form, answers) if found.severity is Severity.ERROR] if answers else []
    if errors:
        raise ScalarError(errors[0].code, errors[0].message, errors[0].hint)
    return value


def answers_of(form_id: str, value: Value) -> FormAnswers | None:
    """The typed answers; None when the value can't be any."""
    session, _ = validated(Session, {"date": "2000-01-01", FORMS: {form_id: value}})
    return session.forms[form_id] if session else None


def tidy_answers(forms: Value, known: Mapping[str, Form]) -> Value:
    """The answers by form as a person writes them: a list where every item is answered, a total alone as a number.

    A form that was begun item by item and not answered at all is left out.
    """
    found = forms if isinstance(forms, dict) else {}
    return {form_id: _tidy(value, known.get(form_id)) for form_id, value in found.items() if value}


def _tidy(value: Value, form: Form | None) -> Value:
    if not isinstance(value, dict) or form is None:
        return value
    if list(value) == [TOTAL]:
        return value[TOTAL]
    answered = [item.id for item in form.items if item.id in value]
    least, _ = expected_counts(form, {item: str(value[item]) for item in answered})
    is_row = answered == [item.id for item in form.items][: len(answered)] and set(answered) == set(value)
    return [value[item] for item in answered] if is_row and len(answered) >= least else value


def _forms_used(plan: Plan) -> list[str]:
    """What active goals are measured by, then what is assessed at an interval."""
    measured = [item.measure.form for item in active_items(plan) if item.measure and item.measure.form]
    return list(dict.fromkeys([*measured, *(planned.form for planned in plan.assessments)]))


def _is_due(plan: Plan, form_id: str, form: Form, day: date) -> bool:
    """By the plan's interval, else the form's own, else at every visit; two readings of one day are never asked for."""
    done = [entry.date for entry, filled, _ in filled_in(plan, today=day) if filled.partition("@")[0] == form.form]
    if day in done:
        return False
    planned = next((planned for planned in plan.assessments if planned.form.partition("@")[0] == form.form), None)
    if planned is None and form.every:
        planned, _ = validated(PlannedAssessment, {"form": form_id, "every": str(form.every)})
    if planned is None or not done:
        return True
    due = next_assessment(plan, planned)
    return due is not None and due <= day


def _whole(plan: Plan, form_id: str, form: Form, day_of: DayOf, seen: Seen) -> Question:
    def read(line: str) -> Value:
        return {} if line.lower() == ITEM_BY_ITEM else form_value(form, form_id, line)

    return Question(
        f"{FORMS}.{form_id}",
        f"{form.name} is due{_last(plan, form_id, form)}:",
        f"All answers, as {_example(form)}; or the total; or i to be asked item by item. Enter: not filled in.",
        read=read,
        asked=lambda answers: seen(answers) and _is_due(plan, form_id, form, day_of(answers)),
        to=(FORMS, form_id),
        echo=lambda value: _score_text(form, form_id, value) if value else "item by item; Enter skips one",
    )


def _example(form: Form) -> str:
    return "".join("120"[n % 3] for n in range(len(form.items))) if len(form.items) <= 9 else "1,2,0,…"  # noqa: PLR2004


def _last(plan: Plan, form_id: str, form: Form) -> str:
    done = [(entry.date, answers) for entry, filled, answers in filled_in(plan, today=date.max) if filled == form_id]
    if not done:
        return ""
    day, answers = done[-1]
    total = score_of(form, answers).total
    return f" (last {'' if total is None else f'{number_text(total)} on '}{day})"


def _score_text(form: Form, form_id: str, value: Value) -> str:
    answers = answers_of(form_id, value)
    return "\n".join(score_lines(form, score_of(form, answers))) if answers else ""


def score_lines(form: Form, score: FormScore) -> Iterator[str]:
    """The total with its band, and every risk item that was endorsed."""
    band = f", {score.band}" if score.band else ""
    yield f"{form.name} {number_text(score.total)}{band}" if score.total is not None else (score.why_no_total or "")
    for endorsed in score.endorsed:
        item = form.item(endorsed.risk.item)
        yield f"!! ENDORSED: {item.ask if item else endorsed.risk.says}"


def _items(form_id: str, form: Form, whole: str) -> Iterator[Question]:
    """The items one by one; after a total, only those that speak of risk."""
    risky = {risk.item for risk in form.risk}
    questions = questions_of(form, prefix=(FORMS, form_id))
    for number, (item, question) in enumerate(zip(form.items, questions, strict=True), start=1):
        yield replace(
            question,
            ask=f"{form.name} {number}/{len(questions)} {item.ask}{_answers(form, item)}",
            above=question.above or (question.help if item.id in risky else ""),
            asked=_asked(question, whole, is_risk=item.id in risky),
        )


def _answers(form: Form, item: Item) -> str:
    """What can be typed, as short as it goes: ` 0-3`."""
    low, high = form.scale_of(item) or (None, None)
    if form.type_of(item) is FieldType.YES_NO:
        return " y/n"
    return "" if low is None or high is None else f" {number_text(low)}-{number_text(high)}"


def _asked(question: Question, whole: str, *, is_risk: bool) -> Callable[[Answers], bool]:
    def asked(answers: Answers) -> bool:
        value = answers.get(whole)
        if value == {}:
            return question.asked(answers)
        return is_risk and isinstance(value, dict) and list(value) == [TOTAL]

    return asked
