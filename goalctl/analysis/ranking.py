"""Finding texts by a few words that may be mistyped or inflected, best match first; rare words count for more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from goalctl.model.nearest import mistyped

BESIDE = 0.5  # a word of the heading counts half as much as one of the text itself
MISTYPED = 0.9
ENOUGH = 0.34
LIKE = 0.7
_SHORTEST_MISTYPED = 4
_LEAST_STEM = 3
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SMALL_WORDS = """
a an and as at be before by each for from has have in into is it my of on one or own that the their to up with
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_ENDINGS = (
    *("liness", "ations", "ation", "nesses", "iness", "ness", "ments", "ment", "ings", "ing", "ions", "ion"),
    *("ives", "ive", "ers", "ies", "ied", "ety", "ily", "ous", "ly", "ed", "er", "es", "s", "y", "e"),
)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without the small words; one with dashes also in its parts."""
    whole = (word.removesuffix("'s").removesuffix("\u2019s") for word in _WORD.findall(text.casefold()))
    found = [word for word in whole if word not in _SMALL]
    return tuple(part for word in found for part in (word, *(word.split("-") if "-" in word else ())))


@lru_cache(4096)
def stem_of(word: str) -> str:
    """The word without its ending, so that `walks` and `walking`, `anxious` and `anxiety` are found by each other."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word.removesuffix(ending)
    return word


class Findable(NamedTuple):
    """A text to be found by its own words, and by those of what it stands under (`beside`)."""

    text: str
    beside: str = ""

    @property
    def weights(self) -> Mapping[str, float]:
        """Each word with how much it counts."""
        beside = dict.fromkeys(words_of(self.beside), BESIDE)
        return {**beside, **{word: 1 + beside.get(word, 0.0) for word in words_of(self.text)}}


class Ranking:
    """Texts that can be searched again and again; positions are those of the texts as given."""

    def __init__(self, texts: Sequence[Findable]) -> None:
        self.texts = texts
        self._holders: dict[str, dict[int, float]] = {}

    @cached_property
    def _folded(self) -> list[str]:
        """Each text as its words are taken from it, so that most are passed over without being parted."""
        return [f"{text.text}\n{text.beside}".casefold() for text in self.texts]

    @cached_property
    def _stems(self) -> dict[str, str]:
        """The stem of every word that stands anywhere."""
        return {word: stem_of(word) for text in self.texts for word in text.weights}

    def _holding(self, stem: str) -> dict[int, float]:
        """The texts that hold a word of that stem, which a word begins with, and how much that counts."""
        if stem not in self._holders:
            weights = ((n, self.texts[n].weights) for n, text in enumerate(self._folded) if stem in text)
            found = ((n, [weight for word, weight in of.items() if stem_of(word) == stem]) for n, of in weights)
            self._holders[stem] = {position: max(held) for position, held in found if held}
        return self._holders[stem]

    def best(self, query: str) -> list[int]:
        """The positions of the texts that hold enough of the words, best first, ties in the given order.

        A word that no text holds, nor anything like it, is passed over.
        """
        scores: Counter[int] = Counter()
        whole = 0.0
        for word in dict.fromkeys(words_of(query)):
            if shares := self._shares(word):
                rarity = math.log(1 + len(self.texts) / len(shares))
                whole += rarity
                scores.update({position: rarity * share for position, share in shares.items()})
        fitting = [position for position, score in scores.items() if score >= ENOUGH * whole]
        return sorted(fitting, key=lambda position: (-round(scores[position], 6), position))

    def stems_meant(self, query: str) -> set[str]:
        """The stems of the texts' own words that the words of the query mean."""
        return {stem for word in words_of(query) for stem in self._meant(word)}

    def _shares(self, word: str) -> dict[int, float]:
        """The texts that hold the word, each with how much that counts."""
        shares: dict[int, float] = {}
        for stem, likeness in self._meant(word).items():
            for position, weight in self._holding(stem).items():
                share = likeness * weight
                shares[position] = max(share, shares.get(position, share))
        return shares

    def _meant(self, word: str) -> dict[str, float]:
        """The stems that are meant, each with how sure that is; words that are alike only when it is no known word."""
        if self._holding(stem_of(word)):
            return {stem_of(word): 1.0}
        if len(word) < _SHORTEST_MISTYPED:
            return {}
        alike = mistyped(word, self._stems, like=LIKE)
        best = max(alike.values(), default=0.0)
        return {self._stems[other]: likeness * MISTYPED for other, likeness in alike.items() if likeness == best}
