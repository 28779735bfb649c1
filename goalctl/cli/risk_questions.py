"""The risk form as prompts: what was asked, found and decided, with lists, days and choices as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from goalctl.cli.ask import Question, asked
from goalctl.cli.days import day_ahead
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.form_questions import questions_of
from goalctl.documents.yaml_text import block_text
from goalctl.model.entry import plain
from goalctl.model.finding import Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.scalars import ScalarError, shown
from goalctl.views.clean import clean
from goalctl.workspace.risk_record import FIELDS
from goalctl.workspace.unfinished import Unfinished

FORM = "risk"
LISTS = ("protective", "done")
FOLLOW_UP = "follow_up"
NOT_THERE = "E129"


def unfinished_risk(desk: Desk, client: str) -> Unfinished:
    """Where the answers are kept until they are saved."""
    return Unfinished(desk.root, "risk", client)


def risk_form(desk: Desk) -> Form:
    """The practice's own risk form, else the shipped one."""
    form = desk.practice.forms.get(FORM)
    if form is None:
        raise UsageError("forms/risk.yaml can't be read", "see what is wrong with: goalctl check, or move it away")
    return form


def asked_about_risk(desk: Desk, unfinished: Unfinished, *, because: str, on: date) -> dict[str, Value]:
    """The record by the form's answers, shown as it would be stored; what was typed is kept until it is saved."""
    form = risk_form(desk)
    questions = [_question(desk, form, item, because, on) for item in form.items if _field(item)]
    answers = asked(desk, questions, unfinished)
    unfinished.keep({key: _typed(answer) for key, answer in answers.items()})
    record = {_field(item): answers[item.id] for item in form.items if item.id in answers and _field(item)}
    ordered: dict[str, Value] = {field: record[field] for field in FIELDS if field in record}
    desk.say(clean(block_text({"risk": ordered})).rstrip("\n"))
    return ordered


def follow_up_day(text: str | None, *, on: date, today: date) -> date | None:
    """The day of the follow-up: `+1w`, `fri`, ISO; not before the record itself."""
    if text is None:
        return None
    day = day_ahead(text, today=today, option="--follow-up")
    if day < on:
        raise UsageError(f"--follow-up: {day} is before the record, {on}", "write a day to come, as +1w or fri")
    return day


def _field(item: Item) -> str:
    """Where the answer goes in a risk record; empty for an item that goes nowhere there."""
    place, _, field = (item.to or "").partition(".")
    return field if place == FORM and field in FIELDS else ""


def _question(desk: Desk, form: Form, item: Item, because: str, on: date) -> Question:
    question = next(question for question in questions_of(form) if question.key == item.id)
    field = _field(item)
    if field == "asked_because":
        return replace(question, default=because)
    if field in LISTS:
        return replace(question, read=_list)
    if field == FOLLOW_UP:
        return replace(question, read=_follow_up(desk, on), help="+1w, fri, tomorrow, or 2026-03-09; due lists it")
    if form.type_of(item) is FieldType.CHOICE:
        return _choice(form, item, question)
    return question


def _list(line: str) -> Value:
    return [part.strip() for part in line.split(",") if part.strip()]


def _follow_up(desk: Desk, on: date) -> Callable[[str], Value]:
    def read(line: str) -> Value:
        try:
            return plain(follow_up_day(line, on=on, today=desk.today))
        except UsageError as error:
            raise ScalarError(NOT_THERE, error.message.removeprefix("--follow-up: "), error.hint) from None

    return read


def _choice(form: Form, item: Item, question: Question) -> Question:
    """One of the form's words, and whatever is added after a comma: `passive, one night`."""
    options = form.options_of(item)

    def read(line: str) -> Value:
        if line.partition(",")[0].strip() not in options:
            raise ScalarError(NOT_THERE, f"'{shown(line)}' is none of {', '.join(options)}")
        return line

    explained = "; ".join(word if word == label else f"{word}: {label}" for word, label in options.items())
    ask = question.ask if all(word in question.ask for word in options) else f"{item.ask} {' / '.join(options)}"
    return replace(question, ask=ask, help=f"{explained}; more words may follow after a comma", read=read)


def _typed(answer: Value) -> str:
    return ", ".join(str(part) for part in answer) if isinstance(answer, list) else str(answer)
