"""Where the clauses of a sentence begin; on words in small letters, by lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalctl.rules.wording import verbs
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verb_places import (
    ADJUNCT,
    CATENATIVE,
    JOINTS,
    NOT_AT_ALL,
    PERIODS,
    STARTING,
    STOPS,
    WEEKDAYS,
    begins_object,
    finite_place,
    is_gerund,
    is_noun_of,
    is_third_person,
    is_verb,
    participle_place,
    verb_place,
    word_at,
)

_LONG_JOINTS = (
    ("in", "addition", "to"),
    ("in", "addition"),
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("besides",),
    ("at", "the", "same", "time"),
    ("on", "top", "of", "that"),
    ("but", "also"),
)
_LEADING_FURTHER = verbs.CHANGE | verbs.COPING | words("become build develop maintain")
"""What is done beside something else, behind a mere `while`; of other verbs that is only when: while driving."""

_BESIDE = words("while as along together besides addition")
_THEY = words("he she they we i")
_OWNERS = words("his her my their our the all")
_DEGREES = words("again better earlier less longer more often soundly well")


def parts_of(tokens: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The tokens of each clause, with what joins it to the one before."""
    start, joint, place = 0, "", 0
    while place < len(tokens):
        after = _skip_joints(tokens, place)
        if after > place:
            is_inside = start < place and after < len(tokens)
            if is_inside and _begins_clause(tokens, after, start, " ".join(tokens[place:after])):
                yield joint, list(tokens[start:place])
                start, joint = after, " ".join(tokens[place:after])
            place = max(after, place + 1)
        else:
            place += 1
    if start < len(tokens):
        yield joint, list(tokens[start:])


def _skip_joints(tokens: Sequence[str], place: int) -> int:
    """Where what follows a mark or a joining word begins; the place itself where none stands there."""
    while place < len(tokens) and (tokens[place] in JOINTS or tokens[place] in ",;.:\u2013"):
        place += 1
    for phrase in _LONG_JOINTS:
        if tuple(tokens[place : place + len(phrase)]) == phrase:
            return place + len(phrase)
    return place


def _begins_clause(tokens: Sequence[str], place: int, start: int, joint: str) -> bool:
    """Whether a verb like the first one, or a subject with its own verb, stands there."""
    first, here = verb_place(tokens, start), verb_place(tokens, place + (tokens[place] == "never"))
    if first is None or here is None:
        return False
    if joint in STOPS or (joint != "while" and _begins_anew(tokens, (start, first), (place, here))):
        return True
    if joint == "while":
        return is_gerund(tokens[here]) and (here > place or bool(bases(tokens[here]) & _LEADING_FURTHER))
    if _BESIDE & set(joint.split()):
        return is_gerund(tokens[here]) or _are_alike(tokens, first, here)
    if is_verb(tokens, first):
        return _is_coordinate(tokens, (start, first), (place, here))
    is_absent = tokens[start] in NOT_AT_ALL and (tokens[place] in NOT_AT_ALL or is_third_person(tokens, here))
    return tokens[place] == "no" or is_absent or _have_subjects(tokens, start, (place, here))


def _have_subjects(tokens: Sequence[str], start: int, other: tuple[int, int]) -> bool:
    """Whether both parts have verbs behind subjects, or the second one shares the subject of the first."""
    place, here = other
    if finite_place(tokens[start:place]) is None or tokens[place] in ADJUNCT:
        return False
    return is_third_person(tokens, here) or finite_place(tokens[place:]) is not None


def _begins_anew(tokens: Sequence[str], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a new subject, `will` or, behind a time, any verb stands there."""
    (start, first), (place, here) = one, other
    has_verb = is_verb(tokens, first)
    if here > place and tokens[place] in _THEY:
        return has_verb or finite_place(tokens[:place]) is not None
    if has_verb and _is_after_a_time(tokens, place) and finite_place(tokens[place : place + 4]) is not None:
        return True
    if participle_place(tokens, place) is not None:
        return participle_place(tokens, start) is not None or tokens[place] in _OWNERS
    is_verb_here = bool(bases(tokens[here]) & verbs.KNOWN) and not is_noun_of(tokens, here)
    is_told = has_verb and is_verb_here and _is_after_a_time(tokens, place)
    return is_told or (here > place and tokens[place] in {"will", "shall"})


def _is_coordinate(tokens: Sequence[str], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two verbs stand in the same form, or the words before them do: wants to walk and learns to swim."""
    (start, first), (place, here) = one, other
    if tokens[place] == "never":
        return bool(bases(tokens[here]) & verbs.KNOWN)
    leading = CATENATIVE | STARTING
    spoken = next((n for n in range(start, first) if bases(tokens[n]) & leading), first)
    heard = next((n for n in range(place, here) if bases(tokens[n]) & leading), here)
    return _are_alike(tokens, spoken, heard) or _are_alike(tokens, first, here)


def _is_after_a_time(tokens: Sequence[str], place: int) -> bool:
    """Whether a time ends before the joint, as in `three meals a day, exercises twice a week`: then no list goes on."""
    before = next((token for token in reversed(tokens[:place]) if token.isalnum() and token not in JOINTS), "")
    return before in PERIODS or before.removesuffix("s") in PERIODS | WEEKDAYS


def _are_alike(tokens: Sequence[str], first: int, other: int) -> bool:
    """Whether two verbs stand in the same form, the second with an object or at least known for a verb."""
    one, two = tokens[first], tokens[other]
    if one.endswith("ing") and one not in verbs.KNOWN:
        return two.endswith("ing") and bool(bases(two) & verbs.KNOWN)
    if is_third_person(tokens, first):
        return is_third_person(tokens, other)
    if one in verbs.CHANGE and two in verbs.CHANGE:
        return True
    after = word_at(tokens, other + 1)
    return two in verbs.KNOWN and (two not in verbs.NOUNISH or begins_object(after) or after in _DEGREES)
