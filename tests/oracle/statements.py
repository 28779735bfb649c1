"""What an output states: subject, predicate, value, each from one line; and a reader that knows sentences by pattern.

The readers are strict: a line is understood when one pattern fits all of it. Lines that carry a fact and fit none are
kept, so that it is known how much of each command was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

DAY = r"\d{4}-\d\d-\d\d"
NUMBER = r"-?\d+(?:\.\d+)?"
STATES = (
    "worse", "off track", "target date passed", "stale", "plateau", "at risk", "no data", "resting", "on track",
    "ahead", "reached once", "met",
)  # fmt: skip
STATE = "|".join(STATES)
WHEN = r"in \d+ \w+|\d+ \w+ overdue|today|tomorrow"
REMARK = (  # who is to decide and did not score, or scored and does not decide
    r"\w+ has not scored it yet|\w+ is none of the members now and does not decide|scores without a name do not decide"
)
FORM = r"(?:PHQ-9|GAD-7)(?: \(\w+\))?"
_FACT = re.compile(rf"\d|\b(?:{STATE}|unsigned|overdue|confidential|on.hold|discharged|no score|risk)\b", re.IGNORECASE)
_NUMBER = re.compile(NUMBER)


class Statement(NamedTuple):
    """One thing that one line says. The subject is empty for the plan itself."""

    client: str
    subject: str
    predicate: str
    value: str
    where: str
    line: str

    @property
    def about(self) -> tuple[str, str, str]:
        """What it is about, whatever it says."""
        return self.client, self.subject, self.predicate


def canonical(value: str) -> str:
    """Numbers as they compare, with one decimal place; everything else as it stands."""
    return f"{float(value) + 0.0:.1f}" if _NUMBER.fullmatch(value) else value


@dataclass
class Reading:
    """What was read of one output: statements, and the lines that carry a fact, understood or not.

    `names` are the goals' ids by their wording; `alone` is whether one client is treated, whose scores decide;
    `is_earlier` whether another plan goes on with this one; `anew` what is measured otherwise than it was; `day` the
    one that stands at its head.
    """

    where: str
    client: str = ""
    item: str = ""
    section: str = ""
    rater: str = ""
    day: str = ""
    names: dict[str, str] = field(default_factory=dict)
    alone: bool = True
    is_earlier: bool = False
    anew: frozenset[str] = frozenset()
    statements: list[Statement] = field(default_factory=list)
    understood: int = 0
    unknown: list[str] = field(default_factory=list)

    def say(self, predicate: str, value: str, line: str, *, of: str = "", client: str = "") -> None:
        """Take down a statement about `of`, about the plan where that is empty."""
        said = canonical(value.strip())
        self.statements.append(Statement(client or self.client, of, predicate, said, self.where, line.strip()))

    def knows(self, line: str, *, understood: bool) -> None:
        """Count a line that carries a fact."""
        if not _FACT.search(line):
            return
        if understood:
            self.understood += 1
        else:
            self.unknown.append(line.strip())

    def values(self, predicate: str, of: str | None = None) -> list[str]:
        """All values of a predicate so far."""
        return [one.value for one in self.statements if one.predicate == predicate and of in {None, one.subject}]


Take = Callable[[Reading, re.Match[str]], None]


@dataclass(frozen=True)
class Sentence:
    """A pattern for a whole line, and what is taken from it; `section` is where alone it may stand."""

    pattern: re.Pattern[str]
    take: Take
    section: str | None = None


def sentence(pattern: str, take: Take | None = None, *, section: str | None = None) -> Sentence:
    """Without `take` the line says nothing that another output also says."""
    return Sentence(re.compile(pattern), take or says(), section)


def says(**templates: str) -> Take:
    """Take down each predicate with its template over the groups; `of_item=` ones are about the item at hand."""

    def take(reading: Reading, match: re.Match[str]) -> None:
        found = {name: text or "" for name, text in match.groupdict().items()}
        for name, template in templates.items():
            is_of_item = name.startswith("item_")
            predicate = name.removeprefix("item_").replace("_", " ")
            reading.say(predicate, template.format(**found), match.string, of=reading.item if is_of_item else "")

    return take


def read(reading: Reading, lines: Iterable[str], sentences: tuple[Sentence, ...]) -> Reading:
    """Every line by the first sentence that fits it."""
    for line in lines:
        found = next(_fitting(reading, line, sentences), None)
        if found:
            found[0].take(reading, found[1])
        reading.knows(line, understood=found is not None)
    return reading


def _fitting(reading: Reading, line: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, re.Match[str]]]:
    for one in sentences:
        if one.section in {None, reading.section} and (match := one.pattern.fullmatch(line)):
            yield one, match


def joined(values: Iterable[str]) -> str:
    """Several values as one that compares: sorted, each once."""
    return " | ".join(sorted(set(values)))
