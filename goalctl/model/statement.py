"""A pre-written sentence, be it a planner's or the bank's: what it becomes in a plan, and what in it is left to say."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

PLACEHOLDER = re.compile(r"\{([a-z]+(?: [a-z]+){0,2})\}", re.ASCII)


class StatementKind(StrEnum):
    """What a statement becomes in a plan."""

    PROBLEM = "problem"
    GOAL = "goal"
    OBJECTIVE = "objective"
    INTERVENTION = "intervention"
    HOMEWORK = "homework"
    RESOURCE = "resource"


class Statement(NamedTuple):
    """One pre-written sentence, told apart by its id within the planner."""

    id: str
    kind: StatementKind
    text: str


def placeholders(text: str) -> tuple[str, ...]:
    """The words in braces that are asked for when the text is used, each once, in order."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(text)))
