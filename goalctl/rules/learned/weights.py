"""How likely a goal is of each kind, by the signs in its wording and by what the rules of wording found in it.

A logistic regression for each kind (Cox 1958), its weights learned from labelled goals that no rule was fitted to, so
that they say how far a rule is to be believed as well (tests/rules/lint/README.md). No client's plan is learned from.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from goalctl.rules.learned.kinds import KIND_OF, KINDS
from goalctl.rules.learned.signs import NOWHERE, signs_of, words_of
from goalctl.rules.wording.clauses import GoalSentence

FILE = Path(__file__).with_name("weights.txt")
ALWAYS = "always"  # what holds of every goal
BETWEEN = "\t"  # a sign and its weights
HUNDREDTHS = 100
TELLING = 4  # letters: a shorter word says nothing by itself


class Weighed(NamedTuple):
    """The log-odds that it is of a kind, and the word that speaks for it most; nothing where no word does."""

    log_odds: float
    word: str

    @property
    def is_likely(self) -> bool:
        """Whether it is rather of that kind than not."""
        return self.log_odds > 0


def weighed(said: GoalSentence, codes: Collection[str], measured_by: str) -> Mapping[str, Weighed]:
    """By kind; `codes` are what the rules found, `measured_by` is `none`, a `form` or an `own` measure."""
    beside = (*found_signs(codes), *measure_signs(measured_by), ALWAYS)
    signs = {**signs_of(said), **dict.fromkeys(beside, NOWHERE)}
    known = [(row, place) for sign, place in signs.items() if (row := weights_of(sign))]
    return {kind: _of_one([(row[n], place) for row, place in known], said) for n, kind in enumerate(KINDS)}


def found_signs(codes: Collection[str]) -> Iterator[str]:
    """What the rules found, by rule and by kind, and of how many kinds."""
    kinds = {KIND_OF[code] for code in codes}
    yield from (f"rule:{code}" for code in codes)
    yield from (f"found:{kind} {kind in kinds}" for kind in KINDS)
    yield f"found:{len(kinds)}"


def measure_signs(measured_by: str) -> Iterator[str]:
    """What it is measured by."""
    yield f"measure:{measured_by}"


def _of_one(weights: list[tuple[int, int]], said: GoalSentence) -> Weighed:
    by_place: dict[int, int] = defaultdict(int)
    for weight, place in weights:
        by_place[place] += weight
    words = words_of(said)
    telling = [place for place in by_place if place != NOWHERE and len(words[place]) >= TELLING and by_place[place] > 0]
    word = words[max(telling, key=by_place.__getitem__)] if telling else ""
    return Weighed(sum(by_place.values()) / HUNDREDTHS, word)


@lru_cache(maxsize=20_000)
def weights_of(sign: str) -> Sequence[int]:
    """How much it speaks for each kind, in hundredths; nothing of a sign that says nothing.

    Found by halving, in lines that are not read: of twenty thousand a goal asks for a hundred.
    """
    lines, begun = _lines(), f"{sign}{BETWEEN}"
    place = bisect_left(lines, begun)
    is_there = place < len(lines) and lines[place].startswith(begun)
    return [int(each) for each in lines[place].removeprefix(begun).split()] if is_there else ()


@cache
def _lines() -> Sequence[str]:
    """Signs and what they weigh, in the order of their characters."""
    return FILE.read_text(encoding="utf-8").split("\n")
