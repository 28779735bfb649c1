"""The one fuzzy matcher: what was probably meant by a word, whatever it was a word for.

It counts slips of a finger (a letter too many, too few, another one, or two that changed places: optimal string
alignment) against the length of the longer word. A part of a name stands for it, `goal` for `add-goal`, and so does a
beginning. Capitals make no difference. RapidFuzz is imported by the first word that is not known: 8 ms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

LIKE = 0.599  # two letters of five may be wrong, whatever a float makes of 3/5
SEVERAL, BEHIND = 3, 0.2  # what is further behind the best than that is not offered beside it
BEGINNING, PART = 0.7, 0.95  # a beginning is worth less than a slip in a long word, a part a little less than the whole
_LEAST_PART, _LEAST_BEGINNING = 3, 4  # shorter ones, as the g1 of g1.1, stand for too much
_BETWEEN = re.compile(r"[^a-z0-9]+")


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that was probably meant, the first of several; None where none is like the word."""
    return next(iter(ranked(word, choices, most=1)), None)


def did_you_mean(word: str, choices: Iterable[str], otherwise: str, *, most: int = 1) -> str:
    """The hint behind a word that is not known: what was probably meant, else the other sentence."""
    near = ranked(word, choices, most=most)
    return f"did you mean {' or '.join(near)}?" if near else otherwise


def ranked(word: str, choices: Iterable[str], *, most: int = SEVERAL) -> list[str]:
    """The choices that were probably meant, best first, ties in the given order."""
    typed = word.casefold()
    found = [(max(_likenesses(typed, choice.casefold())), choice) for choice in choices]
    least = max([LIKE, *(likeness - BEHIND for likeness, _ in found)])
    fitting = sorted((pair for pair in found if pair[0] >= least), key=lambda pair: -pair[0])
    return [choice for _, choice in fitting[:most]]


def mistyped(word: str, choices: Iterable[str], *, like: float) -> dict[str, float]:
    """The choices that slips alone make of the word, each with how like it is (1: the same), best first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, list(choices), scorer=OSA.normalized_similarity, score_cutoff=like, limit=SEVERAL)
    return {choice: likeness for choice, likeness, _ in found}


def one_slip_away(word: str, choices: Sequence[str]) -> str | None:
    """The choice that a single slip makes of the word, the first of several; None where it takes more."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else None


def in_common(one: Sequence[str], other: Sequence[str]) -> float:
    """Twice the longest common row of words over all words of both, 0 to 1 (Indel similarity)."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)


def _likenesses(word: str, choice: str) -> Iterator[float]:
    """How like the word the choice is as a whole, by its parts, and by a beginning that either has of the other."""
    from rapidfuzz.distance import OSA

    yield OSA.normalized_similarity(word, choice) if word else 0.0
    if len(word) >= _LEAST_PART:
        yield from (PART * OSA.normalized_similarity(word, part) for part in _BETWEEN.split(choice) if part != choice)
    if min(len(word), len(choice)) >= _LEAST_BEGINNING and (choice.startswith(word) or word.startswith(choice)):
        yield BEGINNING
