"""What is asked about a new client: an id that says nothing, since when, what brought them, what matters to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from datetime import date

from goalctl.cli.asking.ask import Question, words_from
from goalctl.cli.asking.goals.goal_questions import numbered_questions
from goalctl.cli.days import day_back
from goalctl.cli.writing import day_in_words
from goalctl.model.entry import entry_values, plain_value
from goalctl.model.finding import Value
from goalctl.model.ids import client_from
from goalctl.model.scalars import ScalarError, excerpt

_SEVERAL = "several: put ; between them"
_DIGIT = re.compile(r"\d")


def client_questions(proposed: str, taken: Container[str], *, today: date) -> list[Question]:
    """The questions; `proposed` is the id that Enter takes, `taken` are the ids that other clients have."""

    def free(line: str) -> Value:
        client = client_from(line)
        if client in taken:
            raise ScalarError("E128", f"there is a client {client} already", "choose another id")
        return client

    return numbered_questions(
        [
            Question("client", "The client's id?", "a pseudonym, never a name or initials", proposed, read=free),
            _opening_day(today),
            Question("problems", "What brought the client?", f"as Low mood since October; {_SEVERAL}", read=_problems),
            Question(
                "diagnoses", "Diagnosis, if there is one?", f"code and name, as F33.1 …; {_SEVERAL}", read=_diagnoses()
            ),
            Question("values", "What matters to the client?", f"as being a patient father; {_SEVERAL}", read=_list),
            Question("strengths", "Strengths?", f"what helps, who helps; {_SEVERAL}", read=_list),
            Question("barriers", "What may get in the way?", f"as shift work; {_SEVERAL}", read=_list),
        ]
    )


def problems_from(texts: Iterable[str]) -> list[Value]:
    """The problems with their ids."""
    return [entry_values(id=f"p{number}", problem=text) for number, text in enumerate(texts, start=1)]


def diagnosis_from(text: str) -> dict[str, Value]:
    """`F33.1 Major depressive disorder`: the code, then its name."""
    code, _, name = text.strip().partition(" ")
    return entry_values(code=code, name=name.strip())


def _opening_day(today: date) -> Question:
    return Question(
        "opened",
        "When did treatment begin?",
        "as 2026-03-31, yesterday or -3d",
        default=today.isoformat(),
        read=lambda line: plain_value(day_back(line.lower(), today=today, option="the day")),
        echo=lambda value: day_in_words(date.fromisoformat(str(value)), what="on"),
        retell=str,
    )


def _parts(line: str) -> list[str]:
    return [part.strip() for part in str(words_from(line)).split(";") if part.strip()]


def _list(line: str) -> Value:
    parts: list[Value] = [*_parts(line)]
    return parts


def _problems(line: str) -> Value:
    return problems_from(_parts(line))


def _diagnoses() -> Callable[[str], Value]:
    """Reads the line; one that begins with no code is taken when it is typed again, as the next line of a paste is not.

    A code has a digit, in ICD-10 and 11 and so in DSM-5-TR.
    """
    doubted: set[str] = set()

    def read(line: str) -> Value:
        found = [diagnosis_from(part) for part in _parts(line)]
        odd = next((str(one["code"]) for one in found if not _DIGIT.search(str(one["code"]))), None)
        if odd and line not in doubted:
            doubted.add(line)
            hint = "write the code first, as F33.1 …; Enter if there is none; the same once more to have it so"
            raise ScalarError("E128", f"'{excerpt(odd)}' is no code of a diagnosis", hint)
        diagnoses: list[Value] = [*found]
        return diagnoses

    return read
