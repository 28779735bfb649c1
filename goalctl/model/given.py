"""Something that comes from outside a plan: what would go into it, for whom, and where it was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.model.finding import Fault, Value
from goalctl.model.ids import FormRef

QUESTIONNAIRE = "goalctl-answers-1"
"""How the text begins that a questionnaire ends in; another grammar has another number."""


@dataclass(frozen=True, slots=True)
class Given:
    """An entry for a client's plan, as the plan would hold it but for its id, and the line it was given on."""

    client: str
    entry: dict[str, Value]
    line: int

    @property
    def goal(self) -> str:
        """The words of a goal."""
        return str(self.entry.get("goal") or "")


@dataclass(frozen=True, slots=True)
class FilledIn:
    """A questionnaire that came back: whose, which form, on which day, the answers as they were given.

    `sheet` tells the questions that were read apart from others, `digest` these answers; `line` is where it begins.
    """

    client: str
    ref: FormRef
    sheet: str
    day: date
    answers: Mapping[str, str]
    digest: str
    line: int


def refusal(lines: Iterable[int], reason: str, hint: str = "") -> Fault:
    """What stands against these lines of a table."""
    return Fault(f"line {', '.join(map(str, lines))}", "", reason, hint)
