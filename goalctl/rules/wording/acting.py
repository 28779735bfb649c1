"""Who or what acts at a place of a goal, whether a time has ended there, and whether two verbs stand alike."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.rules.wording import verbs
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.persons import is_person
from goalctl.rules.wording.verb_places import (
    ADJUNCT,
    NUMBERS,
    PERIODS,
    PERSONS,
    WEEKDAYS,
    begins_object,
    finite_place,
    is_done_to_something,
    is_gerund,
    is_third_person,
    word_at,
)

JOINTS = words("and plus then but , ; . :") | {"\u2013"}
OWNERS = words("his her my their our the all")
VERBS = verbs.KNOWN | verbs.HANDIWORK
_BEFORE_A_VERB = words("no not longer never also always finally")
_MONTHS = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec christmas easter spring summer autumn winter"
)
_OFTEN = words("fortnightly monthly nightly often regularly")
_FAR = 4
_LONGEST_SUBJECT = 7
_LONGEST_NAME = 4
_WAYS = words("across after around into past round")
_DEGREES = words("again better earlier less longer more often soundly well")
SUBORDINATE = words(
    "albeit although as because despite during even except given how however if incl including notwithstanding now"
    " once since though unless until whatever when whenever where whereas wherever whether which who whoever whom whose"
    " why"
)
"""What begins a part that only says when, why or of whom."""

_WHY = {("so", "that"), ("seeing", "as"), ("seeing", "that"), ("as", "if"), ("in", "case"), ("in", "light")}


def is_period(token: str) -> bool:
    """Whether it is a stretch of time or a day of the week."""
    return token in PERIODS | _MONTHS or token.removesuffix("s") in PERIODS | WEEKDAYS


def is_said_why(said: Sequence[str]) -> bool:
    """Whether it begins with a word for when, why or of whom: who, unless, so that, seeing as."""
    is_time = said[0] == "once" and "".join(said[1:2]) in {"a", "each", "every", "in", "per", ""}
    return (said[0] in SUBORDINATE and not is_time) or tuple(said[:2]) in _WHY


def has_finite(tokens: Sequence[str], place: int) -> bool:
    """Whether a verb stands behind a subject that begins there."""
    said = tokens[place : place + _LONGEST_SUBJECT]
    end = next((n for n, token in enumerate(said) if token in SUBORDINATE | {"that", "what"}), len(said))
    return finite_place([token for token in said[:end] if token not in _BEFORE_A_VERB]) is not None


def names_a_person(tokens: Sequence[str], place: int) -> bool:
    """Whether it begins with somebody: his wife, the council, school."""
    said = tokens[place : place + _LONGEST_NAME]
    is_bare = bool(PERSONS & set(said[:2])) and said[0] not in ADJUNCT
    is_owned = said[0] in OWNERS and bool(PERSONS & set(said))
    return is_bare or is_owned


def is_after_a_time(tokens: Sequence[str], place: int) -> bool:
    """Whether a time ends before the joint, as in `three meals a day, exercises twice a week`: then no list goes on."""
    said = [token for token in tokens[max(0, place - _FAR) : place] if token.isalnum() and token not in JOINTS]
    before, last = ("", "", *said)[-2:]
    return (
        is_period(last)
        or last in _OFTEN
        or (last[:1].isdigit() and last[-1:].isalpha())
        or (before in {"in", "of"} and last in NUMBERS)
    )


def are_alike(tokens: Sequence[str], first: int, other: int) -> bool:
    """Whether two verbs stand in the same form, the second with an object or at least known for a verb."""
    one, two = tokens[first], tokens[other]
    if "is" in (tokens[first - 1], tokens[other - 1]):  # is working
        return all(tokens[n - 1] == "is" or is_third_person(tokens, n) for n in (first, other))
    if one.endswith("ing") and one not in verbs.KNOWN:
        return two.endswith("ing") and bool(bases(two) & verbs.KNOWN)
    if is_third_person(tokens, first):
        return is_third_person(tokens, other)
    return {one, two} <= verbs.CHANGE or _is_meant_as_verb(tokens, other)


def _is_meant_as_verb(tokens: Sequence[str], place: int) -> bool:
    """Whether the word there is known for a verb and no noun, or what follows could only follow a verb."""
    token, after = tokens[place], word_at(tokens, place + 1)
    if token not in VERBS:
        return is_done_to_something(tokens, place)
    return (
        token in verbs.KNOWN - (verbs.NOUNISH - verbs.BEING)
        or begins_object(after)
        or after in _DEGREES | _WAYS
        or is_gerund(after)
        or is_person(after)
        or (after == "to" and token not in verbs.NOUNISH)
    )
