"""Two goals in one: two things that can be reached apart, not the steps of one act."""

from __future__ import annotations

import re
from itertools import pairwise

from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.acting import OWNERS
from goalctl.rules.wording.behaviour import is_about_a_state, names_nothing_visible
from goalctl.rules.wording.beside import PLUS
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import has_amount, has_date, has_frequency, has_time_of_its_own
from goalctl.rules.wording.halves import INSIDE, halves
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.once import is_done_once
from goalctl.rules.wording.own_times import are_sized_apart, is_timed
from goalctl.rules.wording.parts import LIKEWISE
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.phrases_apart import OF_PHRASES, PairRow
from goalctl.rules.wording.steps import (
    SENTENCE_ENDS,
    is_a_step,
    is_time_shared,
    pointing_words,
    refers_back,
    topics_of,
)
from goalctl.rules.wording.verb_places import PERSONS

_JOINING = words("begin choose close enrol enroll enter join open pick register see set sign start")
_ERRANDS = words("book buy call draw find get make meet phone plan ring visit write")
"""Verbs of what is often done for the sake of something else."""

_LEADING = words("will shall to also able be learn want wants regularly")
_STRONG = words("plus ; .")
_IT = words("it them this these those")
_FEW = 2
_LABELS = re.compile(r"([a-z]+)(?: [a-z]+)?: .*[a-z0-9][.;,] (?:and )?([a-z]+)(?: [a-z]+)?: ")
"""`Sleep: in bed by ten. Food: three meals.`"""


def two_in_one(statement: GoalSentence) -> tuple[str, str] | None:
    """The verbs, or first words, of two parts that stand each by itself; None where it is one goal."""
    if labels := _LABELS.match(statement.text):
        return labels[1], labels[2]
    parts = halves(statement.clauses)
    end = next((n for n, part in enumerate(parts) if part.joint == ":"), len(parts))  # the rest says how
    parts = _with_bare_comma(parts[:end])
    for n, (one, other) in enumerate(pairwise(parts)):
        rest = [part.text for part in parts[n + 2 :]]
        is_listed = any(map(has_frequency, rest))  # with a time for all of them
        is_listed |= len(parts) > _FEW and "," in (one.joint, other.joint) and not is_timed(one)
        if _stand_apart(one, other, is_listed=is_listed):
            return _name(one), _name(other)
    return None


def _with_bare_comma(parts: tuple[GoalClause, ...]) -> tuple[GoalClause, ...]:
    """Two acts with a mere comma between stand beside each other: steps of one end with an `and`."""
    if len(parts) != _FEW or parts[1].joint != "," or not parts[1].head:
        return parts
    is_list = "and" in parts[1].words or is_time_shared(parts[1]) or is_a_step(*parts)
    return parts if is_list else (parts[0], parts[1]._replace(joint=PLUS))


def _stand_apart(one: GoalClause, other: GoalClause, *, is_listed: bool) -> bool:
    """What the first row says that holds for both."""
    rows = _OF_ANY + (_OF_ACTS if one.head and other.head else OF_PHRASES)
    rows = tuple(row for row in rows if not (is_listed and row[0] in _UNLESS_LISTED))
    return next((verdict for holds, verdict in rows if holds(one, other)), False)


def _name(clause: GoalClause) -> str:
    return clause.head or (clause.words[0] if clause.words else "")


# Of any two parts


def _is_time_for_both(one: GoalClause, other: GoalClause) -> bool:
    """Whether the time behind a comma at the end is for both; not where the first has one of its own."""
    is_open = not has_time_of_its_own(one.text) or "once" in one.words
    return is_open and PLUS not in other.joint and other.joint not in SENTENCE_ENDS and is_time_shared(other)


def _is_beside_it(_one: GoalClause, other: GoalClause) -> bool:
    """`So is the envy`, or another act behind `plus` or a full stop that speaks of nothing named before."""
    is_strong = bool(_STRONG & set(other.joint.split())) or other.joint == "\u2013 and"
    return other.words[0] in LIKEWISE or (is_strong and bool(other.head) and not _IT & pointing_words(other.words))


def _have_subjects(one: GoalClause, other: GoalClause) -> bool:
    if one.is_passive and other.is_passive:
        return False
    are_two = _has_subject(one) or bool(PERSONS & set(_subject(other)))
    return bool(one.head and other.head) and are_two and _has_subject(other)


def _are_of_two_topics(one: GoalClause, other: GoalClause) -> bool:
    """Whether each is about something else; of noun phrases only where each has a time, or one says what won't be."""
    if not (one.head or other.head or _are_phrases_apart(one, other)):
        return False
    first, second = topics_of(one), topics_of(other)
    return bool(one.about and first and second) and not first & second


def _are_phrases_apart(one: GoalClause, other: GoalClause) -> bool:
    are_timed = all(has_frequency(half.text) or has_date(half.text) for half in (one, other))
    return are_timed or is_absent(one) or is_absent(other) or other.words[0] in INSIDE


# Of two acts


def _has_subject(clause: GoalClause) -> bool:
    """Whether it says by itself who does it: two who act can each do it alone."""
    if clause.is_passive:
        return clause.words[0] in OWNERS
    return any((len(word) > 1 or word == "i") and word not in _LEADING for word in _subject(clause))


def _subject(clause: GoalClause) -> tuple[str, ...]:
    return clause.words[: next((n for n, word in enumerate(clause.words) if clause.head in bases(word)), 0)]


def _are_both_done_once(one: GoalClause, other: GoalClause) -> bool:
    """`Sells the house and joins a group`, with a day at the end or without."""
    return not has_frequency(f"{one.text} {other.text}") and is_done_once(one) and is_done_once(other)


def _are_states(one: GoalClause, other: GoalClause) -> bool:
    """Whether both say how somebody is or feels."""
    return all(is_about_a_state(half) for half in (one, other))


def _is_one_instead(one: GoalClause, other: GoalClause) -> bool:
    return is_absent(one) != is_absent(other) and not (is_timed(one) or names_nothing_visible(one))


def _is_once_beside_often(one: GoalClause, other: GoalClause) -> bool:
    """`Hands in her notice and rows twice a week`: no time behind is for what is done once."""
    is_often = has_frequency(other.text) and (has_amount(other.text) or not has_date(other.text))
    is_once = is_done_once(one) and one.head not in _JOINING and not _is_errand(one)
    return is_once and not is_done_once(other) and is_often


def _share_a_topic(one: GoalClause, other: GoalClause) -> bool:
    return bool(topics_of(one) & topics_of(other))


def _is_first_by_itself(one: GoalClause, _other: GoalClause) -> bool:
    """Whether the first ends with its own time, and is no errand for the other; a time behind both is for both."""
    return is_timed(one) and not _is_errand(one)


def _is_errand(clause: GoalClause) -> bool:
    return clause.head in _ERRANDS


def _is_neither_timed(one: GoalClause, other: GoalClause) -> bool:
    return not (is_timed(one) or has_frequency(other.text) or has_date(other.text))


def _is_set_apart(one: GoalClause, other: GoalClause) -> bool:
    """`Gains insight and stays sober for 90 days`, `takes up the harp, and is up by eight by May`: it has its time."""
    if names_nothing_visible(one) and one.about:
        return has_frequency(other.text) or has_date(other.text)
    return other.joint == ", and" and bool(other.about) and is_timed(other)


_OF_ANY: tuple[PairRow, ...] = (
    (_have_subjects, True),
    (_is_time_for_both, False),
    (_is_beside_it, True),
    (refers_back, False),
    (_are_of_two_topics, True),
)
_OF_ACTS: tuple[PairRow, ...] = (
    (_are_both_done_once, True),
    (_are_states, False),
    (are_sized_apart, True),
    (is_a_step, False),
    (_is_once_beside_often, True),
    (_is_one_instead, False),
    (_share_a_topic, False),
    (_is_first_by_itself, True),
    (_is_neither_timed, True),
    (_is_set_apart, True),
)
"""What decides whether two parts stand apart: the first question that holds of them, and what follows from it."""

_UNLESS_LISTED = (
    _are_both_done_once,
    _is_once_beside_often,
    are_sized_apart,
    _is_first_by_itself,
    _is_neither_timed,
)
"""What says nothing where further parts follow of which one has a time: that is for all of them."""
