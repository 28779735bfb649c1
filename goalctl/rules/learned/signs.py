"""What can be seen in a goal's wording without understanding it: its words, their classes, its clauses' shapes.

Every sign has a name, as `word:lets` or `pair:person decision`, and the place of the word it was seen at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from goalctl.rules.wording import given, nouns, verbs
from goalctl.rules.wording.acting import is_period
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import comparative, has_amount, has_date, has_frequency
from goalctl.rules.wording.denials import NAYS
from goalctl.rules.wording.figures import with_digits
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import is_body, is_person

NOWHERE = -1
LONGEST = 60  # words: what comes later in a goal says little about it
_FIRST_WORDS, _FIRST_CLAUSES = 3, 3
_WORDS_A_STEP, _STEPS = 3, 10  # a length counts in threes, up to thirty
_NUMBERS = words("half once one twice")
_BACK = words("both he her him it one she so that them there these this those")
_NEAR = 5  # words into a clause: where it refers to what was said before
_CLASSES = {
    "knowing": verbs.KNOWING,
    "inner": verbs.INNER,
    "way": verbs.SOFT,
    "coping": verbs.COPING,
    "change": verbs.CHANGE,
    "light": verbs.LIGHT,
    "being": verbs.BEING,
    "ending": verbs.ENDING,
    "decision": verbs.DECIDING,
    "act": verbs.OBSERVABLE | verbs.HANDIWORK,
    "abstract": nouns.ABSTRACT,
    "feeling": nouns.FEELINGS,
    "trait": nouns.TRAITS,
    "gift": given.GIFTS | given.AWARDS | given.GIVEN_ALONE,
    "nay": NAYS,
}
_ENDINGS = {
    "'s": "owner",
    "s'": "owner",
    "ing": "-ing",
    "ed": "-ed",
    "ness": "-ness",
    "tion": "-tion",
    "ity": "-ity",
    "ment": "-ment",
    "ance": "-ance",
    "ence": "-ance",
    "ship": "-ship",
    "ly": "-ly",
    "er": "-er",
    "s": "-s",
}


@lru_cache(maxsize=512)
def signs_of(said: GoalSentence) -> Mapping[str, int]:
    """Each sign and the place of its word among `words_of` the goal; `NOWHERE` for what the whole of it shows."""
    return {**dict(_of_clauses(said)), **dict(_of_words(said))}


def words_of(said: GoalSentence) -> list[str]:
    """The words and marks that signs are read from, numbers as digits."""
    return said.every_token[:LONGEST]


def _of_words(said: GoalSentence) -> Iterator[tuple[str, int]]:
    tokens = words_of(said)
    named = [_name_of(token, said) for token in tokens]
    plain = [name or _plain(token) for name, token in zip(named, tokens, strict=True)]
    classes = [(name,) if name else _classes(token) for name, token in zip(named, tokens, strict=True)]
    main = [own[0] if own and own[0][0] != "-" else word for own, word in zip(classes, plain, strict=True)]
    for place, (word, its) in enumerate(zip(plain, classes, strict=True)):
        yield from _of_word(place, word, its)
    yield from _of_neighbours("words", plain)
    yield from _of_neighbours("pair", main)


def _of_word(place: int, word: str, classes: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Itself and its classes, wherever it stands; of the first words, where they stand as well."""
    for at in ("", f" {place + 1}") if place < _FIRST_WORDS else ("",):
        yield f"word{at}:{word}", place
        yield from ((f"class{at}:{each}", place) for each in classes)


def _of_neighbours(kind: str, row: Sequence[str]) -> Iterator[tuple[str, int]]:
    for place, (one, other) in enumerate(pairwise(["^", *row, "$"])):
        yield f"{kind}:{one} {other}", min(place, len(row) - 1)


def _of_clauses(said: GoalSentence) -> Iterator[tuple[str, int]]:
    yield f"length:{min(len(words_of(said)) // _WORDS_A_STEP, _STEPS)}", NOWHERE
    yield f"clauses:{min(len(said.clauses), _FIRST_CLAUSES + 1)}", NOWHERE
    yield f"compares:{bool(comparative(said.text))}", NOWHERE
    yield f"sized:{has_frequency(said.text)} {has_amount(said.text)}", NOWHERE
    for one, other in pairwise(said.clauses[:2]):
        yield f"sized apart:{any(_sizes(one))} {any(_sizes(other))}", NOWHERE
        yield f"refers back:{not _BACK.isdisjoint(other.words[1:_NEAR])}", NOWHERE
    for n, clause in enumerate(said.clauses[:_FIRST_CLAUSES], 1):
        its = _classes(clause.head) if clause.head else ("none",)
        yield from ((f"verb {n}:{each}", NOWHERE) for each in its)
        yield f"joint {n}:{clause.joint}", NOWHERE
        yield f"passive {n}:{clause.is_passive}", NOWHERE
        yield f"sized {n}:{' '.join(map(str, _sizes(clause)))}", NOWHERE


def _sizes(clause: GoalClause) -> tuple[bool, bool, bool]:
    """Whether it says how often, how much, and by when."""
    return has_frequency(clause.text), has_amount(clause.text), has_date(clause.text)


def _name_of(token: str, said: GoalSentence) -> str:
    """A name, a short form in capitals or a number counts as such, whichever it is."""
    if token in said.names:
        return "name"
    if token in said.acronyms:
        return "capitals"
    return "number" if token[0].isdigit() or token in _NUMBERS or with_digits(token) != token else ""


@cache
def _plain(token: str) -> str:
    """The word in its base form, as far as it is known."""
    known = bases(token) & verbs.KNOWN
    if token in verbs.IRREGULAR:
        return verbs.IRREGULAR[token]
    if known:
        return min(sorted(known), key=len)
    is_plural = token.endswith("s") and not token.endswith("ss") and len(token) > len("his")
    return token[:-1] if is_plural else token


@cache
def _classes(token: str) -> tuple[str, ...]:
    """What sorts of word it may be, the most telling one first."""
    forms = bases(token)
    found = [name for name, holds in (("person", is_person), ("body", is_body), ("time", is_period)) if holds(token)]
    found += [name for name, its in _CLASSES.items() if forms & its]
    return (*found, *dict.fromkeys(name for ending, name in _ENDINGS.items() if token.endswith(ending)))
