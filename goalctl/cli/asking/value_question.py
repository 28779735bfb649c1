"""Which of the client's values something serves, or why the client wants it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goalctl.cli.asking.ask import Question, words_from
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.scalars import ScalarError

_NUMBERED = re.compile(r"(\d{1,2})(?:[\s,.:]+(.*))?", re.ASCII)


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
