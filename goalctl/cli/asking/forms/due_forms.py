"""The forms that are due at a visit, as questions: all answers on a line, the total, or item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from goalctl.analysis.due.visit_forms import forms_used, is_due
from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.readings import filled_in
from goalctl.analysis.instruments.scoring import FormScore, score_of
from goalctl.analysis.instruments.typed_answers import filed_answers, form_value
from goalctl.analysis.standpoint import Standpoint
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.forms.form_questions import questions_of
from goalctl.cli.desk import Desk
from goalctl.model.finding import Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.ids import FormRef
from goalctl.model.plan import Plan
from goalctl.model.scalars import number_text
from goalctl.model.scoring import TOTAL
from goalctl.views.words.forms import with_respondent

ITEM_BY_ITEM = "i"
FORMS = "forms"

DayOf = Callable[[Replies], date]
WasSeen = Callable[[Replies], bool]
AskedWhen = Callable[[FormRef, Form], Callable[[Replies], bool]]


def due_form_questions(desk: Desk, plan: Plan, day_of: DayOf, was_seen: WasSeen) -> list[Question]:
    """For each form that this plan uses: whether it is asked follows from the visit's day and the form's interval."""
    known = desk.practice.forms

    def asked_when(ref: FormRef, form: Form) -> Callable[[Replies], bool]:
        return lambda answers: was_seen(answers) and is_due(plan, ref, form, known, day_of(answers))

    return _questions(desk, plan, forms_used(plan), "is due", asked_when)


def exit_form_questions(desk: Desk, plan: Plan, refs: Iterable[FormRef]) -> list[Question]:
    """The same for forms that an ending asks for."""
    return _questions(desk, plan, refs, "at the ending", lambda _ref, _form: lambda _answers: True)


def _questions(desk: Desk, plan: Plan, refs: Iterable[FormRef], why: str, asked_when: AskedWhen) -> list[Question]:
    questions: list[Question] = []
    for ref in refs:
        form = desk.practice.forms.get(ref.name)
        if form is not None:
            whole = _whole(plan, ref, form, why, asked_when(ref, form))
            if desk.with_client:
                whole = replace(whole, echo=None)
            questions += [whole, *_items(ref, form, whole.key)]
    return questions


def _whole(plan: Plan, ref: FormRef, form: Form, why: str, asked: Callable[[Replies], bool]) -> Question:
    def read(line: str) -> Value:
        return {} if line.lower() == ITEM_BY_ITEM else form_value(form, ref, line)

    return Question(
        f"{FORMS}.{ref}",
        f"{with_respondent(form.name, ref)} {why}{_last(plan, ref, form)}:",
        f"All answers, as {_example(form)}; or the total; or i to be asked item by item. Enter: not filled in."
        f"{f' {form.enter}' if form.enter else ''}",
        read=read,
        asked=asked,
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
    return f" (last {'' if total is None else f'{score_text(total)} on '}{day})"


def _score_text(form: Form, ref: FormRef, value: Value) -> str:
    answers, _ = filed_answers(str(ref), value)
    return "\n".join(_score_lines(form, ref, score_of(form, answers))) if answers else ""


def _score_lines(form: Form, ref: FormRef, score: FormScore) -> Iterator[str]:
    """The total with its band, and every risk item that was endorsed."""
    band = f", {score.band}" if score.band else ""
    name = with_respondent(form.name, ref)
    yield f"{name} {score_text(score.total)}{band}" if score.total is not None else (score.why_no_total or "")
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
    def is_asked(answers: Replies) -> bool:
        value = answers.get(whole)
        if value == {}:
            return question.asked(answers)
        return is_risk and isinstance(value, dict) and list(value) == [TOTAL]

    return is_asked
