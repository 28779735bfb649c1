"""What is asked about a new goal: six things, in the practice's own words where its SMART form has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from goalctl.cli.asking.ask import Question, words_from
from goalctl.cli.asking.entry_of import holds
from goalctl.cli.asking.form_questions import reworded_questions
from goalctl.cli.asking.judging import JUDGED_BY, judge_questions
from goalctl.cli.asking.measure_questions import KEY, measure_questions
from goalctl.cli.days import day_ahead
from goalctl.cli.writing import day_in_words
from goalctl.model.entry import entry_values, plain_value
from goalctl.model.finding import Fields, Value
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, flag_from
from goalctl.workspace.store.practice import Practice

SMART = "smart"
MEASURE = (SMART, KEY)
_NUMBERED = re.compile(r"(\d{1,2})(?:[\s,.:]+(.*))?", re.ASCII)
_FOLLOWING = ("level", JUDGED_BY)
_YES_NO = {"y": "yes", "n": "no"}


def goal_questions(practice: Practice, plan: Plan, stated: Fields, *, today: date) -> list[Question]:
    """The six, and in a plan of several people by whose scores it is judged; without what was stated already."""
    six = [
        _goal(),
        *measure_questions(practice, MEASURE),
        *judge_questions(plan, MEASURE, stated),
        deadline_question(("smart", "time_bound", "deadline"), today),
        _because(),
        _in_client_control(),
        value_question(plan.values),
    ]
    return numbered_questions(
        [
            question
            for question in reworded_questions(six, practice.forms.get(SMART))
            if not _is_stated(stated, question)
        ]
    )


def numbered_questions(questions: Sequence[Question]) -> list[Question]:
    """The questions with how many there are; those that only follow from another answer carry no number."""
    whole = [question for question in questions if not question.key.startswith(_FOLLOWING)]
    numbers = {question.key: f"{n}/{len(whole)} " for n, question in enumerate(whole, start=1)}
    return [replace(question, ask=numbers.get(question.key, "") + question.ask) for question in questions]


def deadline_question(place: tuple[str, ...], today: date) -> Question:
    """By when; days may be typed as `fri` or `+6w`, and come back as a date."""

    def read(line: str) -> Value:
        day = day_ahead(line.lower(), today=today, option="the deadline")
        if day < today:
            raise ScalarError("E122", f"{day} has passed", "write a day to come, as 3m")
        return plain_value(day)

    return Question(
        "deadline",
        "By which day?",
        "as 3m, 6w, fri or 2026-03-31; weeks rather than years",
        read=read,
        to=place,
        echo=lambda value: day_in_words(date.fromisoformat(str(value)), what="by"),
        retell=str,
    )


def _is_stated(stated: Fields, question: Question) -> bool:
    measured = question.key == KEY or question.key.startswith("level")
    return holds(stated, MEASURE) if measured else holds(stated, question.place)


def _goal() -> Question:
    return Question(
        "goal", "The goal, in one sentence?", "what will be different; one thing, that can be seen", required=True
    )


def _because() -> Question:
    return Question(
        "because",
        "Why can it be reached?",
        "what worked before, what helps",
        to=("smart", "attainable", "because"),
    )


def _in_client_control() -> Question:
    return Question(
        "in_client_control",
        "Is it up to the client?",
        "y, or n when it depends on somebody else",
        read=yes_or_no,
        to=("smart", "attainable", "in_client_control"),
    )


def yes_or_no(line: str) -> Value:
    """`y` and `n` are enough."""
    return plain_value(flag_from(_YES_NO.get(line.lower(), line)))


def value_question(values: Sequence[str]) -> Question:
    """Which of the plan's values it serves, by number, or why the client wants it."""

    def read(line: str) -> Value:
        number = _NUMBERED.fullmatch(line)
        if number is None:
            return entry_values(value=line) if line in values else entry_values(in_their_words=words_from(line))
        place = int(number[1]) - 1
        if not 0 <= place < len(values):
            offered = f"1 to {len(values)}" if values else "the client's own words"
            raise ScalarError("E129", f"there is no value {number[1]} here", f"write {offered}")
        return entry_values(value=values[place], in_their_words=words_from(number[2] or ""))

    help_ = "a number, or the client's own words, or both: 1 I want to play again"
    return Question(
        "value",
        "Which value does it serve?",
        help_ if values else "why the client wants it, in their own words",
        read=read,
        to=("smart", "relevant"),
        above="\n".join(f"{n} {value}" for n, value in enumerate(values, start=1)),
        echo=lambda value: " · ".join(str(part) for part in value.values()) if isinstance(value, dict) else "",
    )
