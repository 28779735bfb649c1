"""A: texts that look copied: from another client's plan, or from one session to the next.

Texts are compared by the share of three-word runs they have in common. Only texts that share one of their few smallest
hashes are compared at all, so that a thousand plans take seconds; of the pairs just above the limit a few in a thousand
are missed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from goalctl.model.finding import Finding, Severity
from goalctl.rules.rule import Rule, RuleCase

# Our own, all five: shorter texts are alike by chance, and four of five runs in common survive a changed word or two;
# the last two keep a thousand plans within seconds.
RUN = 3
LEAST_WORDS = 8
ALIKE = 0.8
SKETCH = 4
MOST_COMPARED = 50
# Scripts that put no blanks between words, Thai to Khmer, kana and Han: each letter is compared as if it were a word,
# and counts as a third of one, our own too.
_LETTER = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_WORD = re.compile(rf"({_LETTER})|(?:(?!{_LETTER})\w)+")
IN_A_WORD = 3


@dataclass(frozen=True, slots=True)
class OwnedText:
    """One text, whose it is, and where it came from in words; texts of one owner, or of one event, are not compared.

    An event is an hour that several had together, as a group; empty for any other text.
    """

    text: str
    owner: str
    origin: str
    event: str = ""


class Seen:
    """The passages that were seen so far."""

    def __init__(self) -> None:
        self._index: dict[int, list[tuple[OwnedText, frozenset[int]]]] = defaultdict(list)

    def twin_of(self, passage: OwnedText) -> OwnedText | None:
        """An earlier passage of another owner that says almost the same; None for short texts. Remembers this one."""
        found = list(_WORD.finditer(passage.text.casefold()))
        words, letters = [one[0] for one in found], sum(one[1] is not None for one in found)
        if len(words) - letters + letters / IN_A_WORD < LEAST_WORDS:
            return None
        runs = frozenset(crc32(" ".join(words[n : n + RUN]).encode()) for n in range(len(words) - RUN + 1))
        sketch = sorted(runs)[:SKETCH]
        near = (pair for hashed in sketch for pair in self._index[hashed][-MOST_COMPARED:])
        twin = next((other for other, other_runs in near if _alike(passage, runs, other, other_runs)), None)
        for hashed in sketch:
            self._index[hashed].append((passage, runs))
        return twin


def _alike(one: OwnedText, runs: frozenset[int], other: OwnedText, other_runs: frozenset[int]) -> bool:
    is_shared = one.owner == other.owner or (one.event != "" and one.event == other.event)
    return not is_shared and len(runs & other_runs) >= ALIKE * len(runs | other_runs)


def _nothing(_case: RuleCase) -> Iterator[Finding]:
    """One plan alone can't tell: the workspace compares them."""
    return iter(())


_SOURCE = "Joint Commission: a plan is the client's own; payers on cloned documentation"
_GOAL = "goals: [{id: g1, goal: Goes to the market alone on two mornings a week and buys three things}]"
_NOTE = "note: Practised the exercise twice in the hour and agreed on the homework for the week"

GOALS = Rule(
    "A170",
    "goals like another client's",
    "a plan that fits anybody was made for nobody",
    _nothing,
    Severity.WARNING,
    mend="word it with this client; a goal from a planner may be alike, its specific part not",
    source=_SOURCE,
    bad=_GOAL,
    good=_GOAL.replace("Goes", "With the dog she goes").replace("buys three things", "asks one stall for the price"),
)
NOTES = Rule(
    "A171",
    "a note like another client's",
    "two hours with two people are never the same; what a group did is, and its note may stand in every plan",
    _nothing,
    Severity.WARNING,
    mend="write what this client did and said",
    source=_SOURCE,
    bad=f"sessions: [{{date: 2026-02-02, {_NOTE}}}]",
    good="sessions: [{date: 2026-02-02, note: Breathed through the noise of the drill outside and laughed}]",
)
REPEATED = Rule(
    "A172",
    "a note like an earlier one of this client",
    "a note that is carried forward says nothing about this session",
    _nothing,
    Severity.WARNING,
    mend="write what was different this time",
    source=_SOURCE,
    bad=f"sessions: [{{date: 2026-02-02, {_NOTE}}}, {{date: 2026-02-09, {_NOTE}}}]",
    good=f"sessions: [{{date: 2026-02-02, {_NOTE}}}, {{date: 2026-02-09, note: Alone on the bus for the first time}}]",
)
BESIDE_OTHERS = frozenset({GOALS.code, NOTES.code})
"""What only a check of all plans can tell, for the other plan may not be among those that are checked."""

RULES = (GOALS, NOTES, REPEATED)
