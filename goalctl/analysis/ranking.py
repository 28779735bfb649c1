"""Finding texts by a few words that may be mistyped or inflected, best match first; rare words count for more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

EXACT, STEM = 1.0, 0.9
BESIDE = 0.5  # a word of the heading counts half as much as one of the text itself
ENOUGH = 0.5
_LEAST_STEM = 4
_ENDING = 4
_SHORTEST_TYPED_WRONG = 4
_LIKENESS = {4: 0.75, 5: 0.75, 6: 0.75}
_LONG_LIKENESS = 0.7
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SMALL = frozenset(
    "a an and as at be before by each for from has have in into is it my of on one or own that the their to up with".split()
)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without the small words."""
    found = [word for word in _WORD.findall(text.casefold()) if word not in _SMALL]
    return tuple(part for word in found for part in (word, *(word.split("-") if "-" in word else ())))


@dataclass(frozen=True)
class Findable:
    """A text to be found by its own words, and by those of what it stands under (`beside`)."""

    text: str
    beside: str = ""

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Each word with how much it counts."""
        return {**dict.fromkeys(words_of(self.beside), BESIDE), **dict.fromkeys(words_of(self.text), 1.0)}


@dataclass
class Ranking:
    """Texts that can be searched again and again; positions are those of the texts as given."""

    texts: Sequence[Findable]
    _holders: dict[str, list[tuple[int, float]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for position, text in enumerate(self.texts):
            for word, weight in text.weights.items():
                self._holders.setdefault(word, []).append((position, weight))

    def best(self, query: str) -> list[int]:
        """The positions of the texts that hold enough of the words, best first, ties in the given order."""
        asked = words_of(query)
        scores: Counter[int] = Counter()
        whole = 0.0
        for word in dict.fromkeys(asked):
            near = self._near(word)
            rarity = self._rarity(near)
            whole += rarity
            for position, share in self._found(near).items():
                scores[position] += rarity * share
        fitting = [position for position, score in scores.items() if score >= ENOUGH * whole]
        return sorted(fitting, key=lambda position: (-round(scores[position], 6), position))

    def _near(self, word: str) -> dict[str, float]:
        """The words that may be meant, each with how sure that is; only when none is there, those mistyped."""
        known = {other: likeness for other in self._holders if (likeness := _same(word, other))}
        if known or len(word) < _SHORTEST_TYPED_WRONG:
            return known
        least = _LIKENESS.get(len(word), _LONG_LIKENESS)
        scorer = OSA.normalized_similarity
        return {
            other: likeness * STEM
            for other, likeness, _ in process.extract(word, list(self._holders), scorer=scorer, score_cutoff=least)
        }

    def _rarity(self, near: Iterable[str]) -> float:
        holders = {position for word in near for position, _ in self._holders[word]}
        return math.log(1 + (1 + len(self.texts)) / (1 + len(holders)))

    def _found(self, near: Mapping[str, float]) -> dict[int, float]:
        shares: dict[int, float] = {}
        for word, likeness in near.items():
            for position, weight in self._holders[word]:
                shares[position] = max(shares.get(position, 0.0), likeness * weight)
        return shares


def _same(word: str, other: str) -> float:
    """1 for the same word, a little less for another form of it (`walk`, `walking`), else 0."""
    if word == other:
        return EXACT
    short, long = sorted((word, other), key=len)
    stem = short[:-1] if len(short) > _LEAST_STEM else short
    is_form = len(stem) >= _LEAST_STEM and long.startswith(stem) and len(long) - len(stem) <= _ENDING
    return STEM if is_form else 0.0
