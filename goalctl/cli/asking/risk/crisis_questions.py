"""A contact in a crisis as prompts that take less than a minute: where the client is, what was found, done and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from goalctl.analysis.risk.said import Said, meaning_of
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.risk.risk_questions import WHOSE, field_of, risk_entry, risk_questions, whose_questions
from goalctl.model.finding import Fields, Value
from goalctl.model.form import Form
from goalctl.model.scalars import ScalarError
from goalctl.workspace.operations.crisis import attempt_entry, contact_entry

REACHED, CLIENT_AT, HAPPENED, TRIED, TOLD = "reached", "client_at", "happened", "tried", "told"
WHOM_TOLD = "Whom did you tell or consult?"
_FROM_THE_FORM = ("ideation", "plan", "intent", "means", "behaviour", "recent", "done", "consulted", "follow_up")
_OF_THOUGHTS = frozenset({"plan", "intent", "means"})
_YES_NO = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}

Asked = Callable[[Replies], bool]


def crisis_questions(form: Form, *, members: Sequence[str], on: date, today: date) -> list[Question]:
    """The questions in the order of a call; where the client was not reached, only what was tried and who was told."""
    fields = [field_of(item) for item in form.items if field_of(item)]
    asked = dict(zip(fields, risk_questions(form, because="", on=on, today=today), strict=True))
    found = [_when(_is_reached, _question(field, asked)) for field in _FROM_THE_FORM if field in asked]
    return [*_first(members), *found, *_last()]


def crisis_entry(form: Form, answers: Replies, *, on: date) -> Fields:
    """The answers as one entry: a contact with its risk record, or a try to reach the client."""
    if not _is_reached(answers):
        return attempt_entry(str(answers[TRIED]), on=on, told=str(answers.get(TOLD) or ""))
    who = {"who": answers[WHOSE]} if WHOSE in answers else {}
    found = risk_entry(form, answers)
    return contact_entry(
        {**who, **found} if found else {}, on=on, client_at=answers.get(CLIENT_AT), note=answers.get(HAPPENED)
    )


def _first(members: Sequence[str]) -> list[Question]:
    where = "The street and number, the place, who else is there: whoever is sent must find the client."
    reached = Question(
        REACHED, "Do you have the client on the line? y or n", "n when you tried and could not reach the client.",
        default="y", required=True, read=_yes_or_no,
    )  # fmt: skip
    at = Question(CLIENT_AT, "Ask first: where are you now?", where, asked=_is_reached)
    whose = [replace(question, asked=_is_reached) for question in whose_questions(members)]
    return [reached, at, *whose]


def _last() -> list[Question]:
    ways = "call, text, letter, welfare check …, and what came of it: two calls, left word; text sent"
    happened = "In a sentence, for the note; what is on record above need not be said again."
    return [
        Question(HAPPENED, "What happened?", happened, asked=_is_reached, long=True),
        Question(TRIED, "How did you try, and what came of it?", ways, required=True, asked=_was_not_reached),
        Question(TOLD, WHOM_TOLD, "Supervisor, family as released, emergency services.", asked=_was_not_reached),
    ]


def _question(field: str, asked: dict[str, Question]) -> Question:
    """The form's question: of a plan, intent and means only where there are thoughts."""
    question = asked[field]
    if field in _OF_THOUGHTS and "ideation" in asked:
        thoughts = asked["ideation"].key
        return _when(lambda answers: meaning_of(str(answers.get(thoughts) or "")) is Said.PRESENT, question)
    return replace(question, ask=WHOM_TOLD) if field == "consulted" else question


def _when(is_asked: Asked, question: Question) -> Question:
    """The same question, asked only where that holds too."""
    return replace(question, asked=lambda answers: is_asked(answers) and question.asked(answers), required=False)


def _is_reached(answers: Replies) -> bool:
    return answers.get(REACHED) == "yes"


def _was_not_reached(answers: Replies) -> bool:
    return answers.get(REACHED) == "no"


def _yes_or_no(line: str) -> Value:
    if line.lower() not in _YES_NO:
        raise ScalarError("E125", "that is neither yes nor no", "type y or n")
    return _YES_NO[line.lower()]
