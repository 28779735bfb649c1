"""The risk form as prompts: what was asked, found and decided, with lists, days and choices as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from goalctl.analysis.risk.said import Said, meaning_of
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.forms.form_questions import questions_of
from goalctl.cli.days import day_ahead
from goalctl.cli.failures import UsageError
from goalctl.model.entry import plain_value
from goalctl.model.finding import Fields, Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.workspace.operations.risk import FIELDS
from goalctl.workspace.store.practice import Practice

FORM = "risk"
WHOSE = "whose"
LISTS = ("protective", "done")


def risk_form(practice: Practice) -> Form:
    """The form whose questions a record of risk answers, as the practice has it."""
    form = practice.forms.get(FORM)
    if form is None:
        raise UsageError("forms/risk.yaml can't be read", "see what is wrong with: goalctl check, or move it away")
    return form


def risk_questions(form: Form, *, because: str, on: date, today: date) -> list[Question]:
    """A question for each item of the form that goes into a risk record; `because` is offered as the first answer."""
    asked = {question.key: question for question in questions_of(form, today=today)}
    return [_question(form, item, asked[item.id], because, on, today) for item in form.items if field_of(item)]


def whose_questions(members: Sequence[str]) -> list[Question]:
    """Whom of several members a record is about; nothing to ask of one client alone."""
    ask, help_ = f"Who is it? {', '.join(members)}", "One of the members of this plan."
    return [Question(WHOSE, ask, help_, required=True, read=_one_of([CLIENT_RATER, *members]))] if members else []


def _one_of(people: Sequence[str]) -> Callable[[str], Value]:
    def read(line: str) -> Value:
        known = {name.casefold(): name for name in people}
        if line.casefold() not in known:
            raise ScalarError("E129", f"{line} is none of the members of this plan", f"write {', '.join(people)}")
        return known[line.casefold()]

    return read


def risk_entry(form: Form, answers: Replies) -> Fields:
    """The answers as a risk record."""
    found = {field_of(item): answers[item.id] for item in form.items if item.id in answers}
    return {field: found[field] for field in FIELDS if field in found}


def field_of(item: Item) -> str:
    """Where the answer goes in a risk record; empty for an item that goes nowhere there."""
    place, _, field = (item.to or "").partition(".")
    return field if place == FORM and field in FIELDS else ""


def follow_up_day(text: str | None, *, on: date, today: date) -> date | None:
    """The day of the follow-up: `+1w`, `fri`, ISO; not before the record itself."""
    if text is None:
        return None
    day = day_ahead(text, today=today, option="--follow-up")
    if day < on:
        raise UsageError(f"--follow-up: {day} is before the record, {on}", "write a day to come, as +1w or fri")
    return day


def _question(form: Form, item: Item, question: Question, because: str, on: date, today: date) -> Question:
    field = field_of(item)
    if field == "asked_because":
        return replace(question, default=because)
    if field in LISTS:
        return replace(question, read=_list, retell=_list_text)
    if field == "recent":
        behaviour = next((one.id for one in form.items if field_of(one) == "behaviour"), "")
        return replace(question, asked=lambda answers: meaning_of(str(answers.get(behaviour) or "")) is Said.PRESENT)
    if field == "follow_up":
        return replace(question, read=_follow_up(on, today), help="+1w, fri, tomorrow or 2026-03-09; due lists it")
    return replace(question, read=_choice(form, item)) if form.type_of(item) is FieldType.CHOICE else question


def _list(line: str) -> Value:
    return [part.strip() for part in line.split(",") if part.strip()]


def _list_text(answer: Value) -> str:
    return ", ".join(str(part) for part in answer) if isinstance(answer, list) else str(answer)


def _follow_up(on: date, today: date) -> Callable[[str], Value]:
    def read(line: str) -> Value:
        try:
            return plain_value(follow_up_day(line, on=on, today=today))
        except UsageError as error:
            raise UsageError(error.message.removeprefix("--follow-up: "), error.hint) from None

    return read


def _choice(form: Form, item: Item) -> Callable[[str], Value]:
    """One of the form's words, and whatever is added after a comma: `passive, one night`."""
    options = form.options_of(item)

    def read(line: str) -> Value:
        if line.partition(",")[0].strip() not in options:
            hint = f"write {', '.join(options)}; more words may follow after a comma"
            raise ScalarError("E129", f"'{excerpt(line)}' does not begin with one of its words", hint)
        return line

    return read
