"""The forms that are due at a visit, as questions: all answers on a line, the total, or item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from goalctl.analysis.due.visit_forms import forms_used, is_due
from goalctl.analysis.instruments.answers import expected_counts
from goalctl.analysis.instruments.readings import filled_in
from goalctl.analysis.instruments.scoring import FormScore, answer_findings, answers_from_text, score_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.form_questions import questions_of
from goalctl.cli.desk import Desk
from goalctl.model.finding import Severity, Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.ids import FormRef, form_ref_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.session import Answers, Session
from goalctl.model.validate import validated
from goalctl.views.words.forms import with_respondent

ITEM_BY_ITEM = "i"
FORMS = "forms"
TOTAL = "total"

DayOf = Callable[[Replies], date]
Seen = Callable[[Replies], bool]


def due_form_questions(desk: Desk, plan: Plan, day_of: DayOf, seen: Seen) -> list[Question]:
    """For each form that this plan uses: whether it is asked follows from the visit's day and the form's interval."""
    questions: list[Question] = []
    known = desk.practice.forms
    for ref in forms_used(plan):
        form = known.get(ref.name)
        if form is not None:
            whole = _whole(plan, ref, form, known, day_of, seen)
            if desk.with_client:
                whole = replace(whole, echo=None)
            questions += [whole, *_items(ref, form, whole.key)]
    return questions


def form_value(form: Form, ref: FormRef, line: str) -> Value:
    """The answers on a line as a plan holds them, a total as `{total: 14}`; refused with the first thing wrong."""
    value = answers_from_text(form, line)
    value = {TOTAL: value} if isinstance(value, str) else value
    answers = answers_of(ref, value)
    errors = [found for found in answer_findings(form, answers) if found.severity is Severity.ERROR] if answers else []
    if errors:
        raise ScalarError(errors[0].code, errors[0].message, errors[0].hint)
    return value


def answers_of(ref: FormRef, value: Value) -> Answers | None:
    """The typed answers; None when the value can't be any."""
    session, _ = validated(Session, {"date": "2000-01-01", FORMS: {str(ref): value}})
    return session.forms[ref] if session else None


def tidy_answers(forms: Value, known: Mapping[str, Form]) -> Value:
    """The answers by form as a person writes them: a list where every item is answered, a total alone as a number.

    A form that was begun item by item and not answered at all is left out.
    """
    found = forms if isinstance(forms, dict) else {}
    return {name: _tidy(value, known.get(form_ref_from(name).name)) for name, value in found.items() if value}


def _tidy(value: Value, form: Form | None) -> Value:
    if not isinstance(value, dict) or form is None:
        return value
    if list(value) == [TOTAL]:
        return value[TOTAL]
    items = [item.id for item in form.items]
    answered = [item for item in items if item in value]
    least, _ = expected_counts(form, {item: str(value[item]) for item in answered})
    is_row = answered == items[: max(least, len(answered))] and len(answered) == len(value)
    return [value[item] for item in answered] if is_row else value


def _whole(plan: Plan, ref: FormRef, form: Form, known: Mapping[str, Form], day_of: DayOf, seen: Seen) -> Question:
    def read(line: str) -> Value:
        return {} if line.lower() == ITEM_BY_ITEM else form_value(form, ref, line)

    return Question(
        f"{FORMS}.{ref}",
        f"{with_respondent(form.name, ref)} is due{_last(plan, ref, form)}:",
        f"All answers, as {_example(form)}; or the total; or i to be asked item by item. Enter: not filled in.",
        read=read,
        asked=lambda answers: seen(answers) and is_due(plan, ref, form, known, day_of(answers)),
        to=(FORMS, str(ref)),
        echo=lambda value: _score_text(form, ref, value) if value else "item by item; Enter skips one",
    )


def _example(form: Form) -> str:
    return "".join("120"[n % 3] for n in range(len(form.items))) if len(form.items) <= 9 else "1,2,0,…"  # noqa: PLR2004


def _last(plan: Plan, ref: FormRef, form: Form) -> str:
    done = [(entry.date, answers) for entry, filed, answers in filled_in(Standpoint(plan)) if filed == ref]
    if not done:
        return ""
    day, answers = done[-1]
    total = score_of(form, answers).total
    return f" (last {'' if total is None else f'{number_text(total)} on '}{day})"


def _score_text(form: Form, ref: FormRef, value: Value) -> str:
    answers = answers_of(ref, value)
    return "\n".join(_score_lines(form, ref, score_of(form, answers))) if answers else ""


def _score_lines(form: Form, ref: FormRef, score: FormScore) -> Iterator[str]:
    """The total with its band, and every risk item that was endorsed."""
    band = f", {score.band}" if score.band else ""
    name = with_respondent(form.name, ref)
    yield f"{name} {number_text(score.total)}{band}" if score.total is not None else (score.why_no_total or "")
    for endorsed in score.endorsed:
        item = form.item(endorsed.risk.item)
        yield f"!! ENDORSED: {item.ask if item else endorsed.risk.says}"


def _items(ref: FormRef, form: Form, whole: str) -> Iterator[Question]:
    """The items one by one; after a total, only those that speak of risk."""
    risky = {risk.item for risk in form.risk}
    questions = questions_of(form, prefix=(FORMS, str(ref)))
    for number, (item, question) in enumerate(zip(form.items, questions, strict=True), start=1):
        yield replace(
            question,
            ask=f"{with_respondent(form.name, ref)} {number}/{len(questions)} {item.ask}{_answers(form, item)}",
            above=question.above or (question.help if item.id in risky else ""),
            asked=_when_asked(question, whole, is_risk=item.id in risky),
        )


def _answers(form: Form, item: Item) -> str:
    """What can be typed, as short as it goes: ` 0-3`."""
    low, high = form.scale_of(item) or (None, None)
    if form.type_of(item) is FieldType.YES_NO:
        return " y/n"
    return "" if low is None or high is None else f" {number_text(low)}-{number_text(high)}"


def _when_asked(question: Question, whole: str, *, is_risk: bool) -> Callable[[Replies], bool]:
    def asked(answers: Replies) -> bool:
        value = answers.get(whole)
        if value == {}:
            return question.asked(answers)
        return is_risk and isinstance(value, dict) and list(value) == [TOTAL]

    return asked
