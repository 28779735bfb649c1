"""Two goals in one: two things that can be reached apart, not the steps of one act."""

from __future__ import annotations

from itertools import pairwise

from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.behaviour import is_about_a_state, names_nothing_visible
from goalctl.rules.wording.clauses import INSIDE, GoalClause, GoalSentence, halves
from goalctl.rules.wording.criterion import comparative, has_amount, has_date, has_frequency, has_time_of_its_own
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.numbers import is_done_once
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.steps import SENTENCE_ENDS, continues, goes_somewhere, is_a_step, topics_of

_SO_MANY_OF = Phrases(
    r"\b(?:\w+) (?:out )?of (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b", r"\d+ ?%"
)
_SHORTEST_SENTENCE = 4
_LIMITING = words("as at baseline by each for from in including measured not on only target until with without")
_BUILDING = words("build create develop establish")
_QUALIFIED = words("consistent daily enough good healthy regular stable weekly")
_ERRANDS = words("book buy call draw find get make meet phone plan ring visit write")
"""Verbs of what is often done for the sake of something else."""

_LEADING = words("will shall to also able be learn want wants regularly")
_FALLING = words("fewer less lower no not")
_RISING = words("better greater higher more stronger")
_GETTING = words("find gain get obtain regain secure start")
_MILESTONES = words("accommodation apartment degree diploma employment flat housing job licence license")
_APART = Phrases(r"\bin addition\b|\bas well as\b|\bplus\b|\bwhile\b|\bat the same time\b|\bon top\b|;")


def two_in_one(statement: GoalSentence) -> tuple[str, str] | None:
    """The verbs, or first words, of two parts that stand each by itself; None where it is one goal."""
    parts = halves(statement.clauses)
    end = next((n for n, part in enumerate(parts) if part.joint == ":"), len(parts))  # the rest says how
    parts = parts[:end]
    for n, (one, other) in enumerate(pairwise(parts)):
        is_listed = any(has_frequency(part.text) for part in parts[n + 2 :])
        if _stand_apart(one, other, is_listed=is_listed):
            return _name(one), _name(other)
    return None


def _stand_apart(one: GoalClause, other: GoalClause, *, is_listed: bool = False) -> bool:
    """Whether they can be reached apart; `is_listed` tells that more parts follow, with a time for all of them."""
    if continues(one, other):
        return False
    if _are_of_two_topics(one, other) or _is_milestone_beside(one, other):
        return True
    return _are_acts_apart(one, other, is_listed=is_listed) or _are_nouns_apart(one, other)


def _are_acts_apart(one: GoalClause, other: GoalClause, *, is_listed: bool) -> bool:
    """Two verbs, each with its own time, or each with a change, or with `as well as` and its like between them."""
    are_acts = bool(one.head and other.head)
    return are_acts and (
        _are_both_done_once(one, other)
        or ("then" not in other.joint.split() and _are_timed_apart(one, other))
        or _APART.stand_in(other.joint)
        or (_has_subject(one) and _has_subject(other))
        or (not is_listed and (_are_changes(one, other) or _are_by_themselves(one, other)))
    )


def _are_by_themselves(one: GoalClause, other: GoalClause) -> bool:
    """Whether two verbs are no steps of one act: the first ends with its own time, or neither has one.

    A time behind both is for both: visits the grave and leaves flowers on his birthday.
    """
    is_timed = _ends_by_itself(one) or has_date(one.text)
    is_instead = is_absent(one) != is_absent(other) and not is_timed
    if is_a_step(one, other) or is_instead or topics_of(one) & topics_of(other):
        return False
    if is_about_a_state(one) and is_about_a_state(other):
        return _goes_the_other_way(one, other)
    is_later_timed = has_frequency(other.text) or has_date(other.text)
    return one.head not in _ERRANDS and not goes_somewhere(one) if is_timed else not is_later_timed


def _has_subject(clause: GoalClause) -> bool:
    """Whether it says by itself who does it: two who act can each do it alone."""
    place = next((n for n, word in enumerate(clause.words) if clause.head in bases(word)), 0)
    return not clause.is_passive and any(len(word) > 1 and word not in _LEADING for word in clause.words[:place])


def _goes_the_other_way(one: GoalClause, other: GoalClause) -> bool:
    """Whether there is to be less of the one and more of the other."""
    return any(_FALLING & set(a.words) and _RISING & set(b.words) for a, b in ((one, other), (other, one)))


def _are_both_done_once(one: GoalClause, other: GoalClause) -> bool:
    """`Sells the house and joins a group`; not where one day at the end is for both."""
    is_timed = has_date(other.text) or has_frequency(f"{one.text} {other.text}")
    return not is_timed and is_done_once(one) and is_done_once(other)


def _are_nouns_apart(one: GoalClause, other: GoalClause) -> bool:
    """Two noun phrases, each with its own time, its own more or less, or its own no; or a `no` behind a time."""
    if other.joint in SENTENCE_ENDS and min(len(one.words), len(other.words)) >= _SHORTEST_SENTENCE:
        return other.words[0] not in _LIMITING
    if other.head or (other.words and other.words[0].endswith("ing")):
        return False
    is_denied = other.words[:1] in {("no",), ("never",)} and (has_frequency(one.text) or is_absent(one))
    are_compared = (not one.head and _compares(one) and _compares(other)) or _goes_the_other_way(one, other)
    return is_denied or are_compared or (one.head in {"", "have"} and _are_timed_apart(one, other))


def _compares(clause: GoalClause) -> bool:
    """Whether the noun phrase begins with more, less, better, regular and the like."""
    return bool(comparative(" ".join(clause.words[:2])) or _QUALIFIED & set(clause.words[:2]))


def _are_timed_apart(one: GoalClause, other: GoalClause) -> bool:
    return _ends_by_itself(one) and has_time_of_its_own(other.text)


def _ends_by_itself(clause: GoalClause) -> bool:
    """Whether it says how often, or in how many of how many, so that nothing behind it is needed for that."""
    return has_time_of_its_own(clause.text) or _SO_MANY_OF.stand_in(clause.text)


def _are_changes(one: GoalClause, other: GoalClause) -> bool:
    """Whether both are a change of something, or one is and the other an act with an object of its own."""
    has_objects = bool(one.about and other.about)
    is_built = one.head in verbs.CHANGE and other.head in _BUILDING
    is_mixed = is_built or (other.head in verbs.CHANGE and names_nothing_visible(other))
    is_mixed |= one.head in verbs.CHANGE and other.head not in verbs.BEING and names_nothing_visible(other)
    is_reached_beside = (
        (one.head in verbs.CHANGE or "%" in one.words) and has_amount(one.text) and has_time_of_its_own(other.text)
    )
    return has_objects and ((_is_change(one) and _is_change(other)) or is_mixed or is_reached_beside)


def _is_change(clause: GoalClause) -> bool:
    return clause.head in verbs.CHANGE or (clause.head not in {"feel", "get"} and names_nothing_visible(clause))


def _is_milestone_beside(one: GoalClause, other: GoalClause) -> bool:
    """Whether one of two acts, or each of two things, is got once, as a job or a flat, and they are of two topics."""
    are_acts = bool(one.head and other.head)
    got = [(clause.head in _GETTING | {""}) and bool(_MILESTONES & set(clause.about)) for clause in (one, other)]
    is_told = any(got) if are_acts else all(got) or (any(got) and (_compares(one) or _compares(other)))
    return is_told and not topics_of(one) & topics_of(other)


def _are_of_two_topics(one: GoalClause, other: GoalClause) -> bool:
    """Whether each is about something else; of noun phrases only where each has a time, or one says what won't be."""
    if not (one.head or other.head or _are_phrases_apart(one, other)):
        return False
    first, second = topics_of(one), topics_of(other)
    return bool(one.about and first and second) and not first & second


def _are_phrases_apart(one: GoalClause, other: GoalClause) -> bool:
    are_timed = all(has_frequency(half.text) or has_date(half.text) for half in (one, other))
    return are_timed or is_absent(one) or is_absent(other) or other.words[:1] in INSIDE


def _name(clause: GoalClause) -> str:
    return clause.head or (clause.words[0] if clause.words else "")
