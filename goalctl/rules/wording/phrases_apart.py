"""Whether two phrases without a verb that is shown are two things: two sentences, two times, a no beside a number."""

from __future__ import annotations

from collections.abc import Callable

from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.beside import PLUS, compares
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import has_frequency, has_time_of_its_own
from goalctl.rules.wording.own_times import are_sized_apart, goes_the_other_way
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.steps import SENTENCE_ENDS
from goalctl.rules.wording.things import is_about_something_abstract

_LIMITING = words(
    """
    as at baseline by each except for from in including measured not on only target until with without
    """
)
_EXEMPTING = words("allowed excepted excluded exempt included")
_QUALIFIED = words("consistent daily enough frequent good healthy regular stable weekly")
_ARTICLES = words("a an")
_ONES = words("a an one two three four five")
_LEFT = words("off out")
_DOING = words("becoming being getting having keeping making taking")
_FEW = 2


def _is_sentence_apart(one: GoalClause, other: GoalClause) -> bool:
    """Whether a sentence of its own follows, that neither limits nor excuses the first."""
    is_whole = other.joint in SENTENCE_ENDS and min(len(one.words), len(other.words)) >= _FEW
    return is_whole and other.words[0] not in _LIMITING and not _EXEMPTING & set(other.words)


def _is_no_phrase(_one: GoalClause, other: GoalClause) -> bool:
    return PLUS not in other.joint.split() and bool(other.head or other.words[0].endswith("ing"))


def _is_denied(one: GoalClause, other: GoalClause) -> bool:
    """Whether a `no` stands behind a time or behind another no."""
    return other.words[0] in {"no", "not", "never", "zero"} and (has_frequency(one.text) or is_absent(one))


def _is_absence_beside(one: GoalClause, other: GoalClause) -> bool:
    """`No contact with him and two applications a week`; not `no drinks and no rows on Fridays`."""
    is_counted = has_time_of_its_own(other.text) and any(word.isdigit() or word in _ONES for word in other.words[:1])
    return is_absent(one) and not is_absent(other) and is_counted


def _is_another_absence(one: GoalClause, other: GoalClause) -> bool:
    """`Her sister stops writing and social services no longer ring`."""
    return bool(one.head) and is_absent(one) and is_absent(other)


def _are_compared(one: GoalClause, other: GoalClause) -> bool:
    said = GoalClause("", one.about, one.about) if one.head in verbs.BEING else one
    return (not said.head and is_compared(said) and is_compared(other)) or goes_the_other_way(one, other)


def _is_another_one(one: GoalClause, other: GoalClause) -> bool:
    """`Fewer flashbacks and a first night away`, `acceptance and a kinder view`; not `lunch and a snack`."""
    is_new = other.words[0] in _ARTICLES and len(other.words) > _FEW
    return is_new and not one.head and (is_compared(one) or is_about_something_abstract(one))


def _are_phrases_timed(one: GoalClause, other: GoalClause) -> bool:
    return (one.head in {"", "have"} or PLUS in other.joint) and are_sized_apart(one, other)


def is_compared(clause: GoalClause) -> bool:
    """Whether the noun phrase begins with more, less, better, regular and the like."""
    return any(compares(word) or word in _QUALIFIED for word in clause.words[:_FEW])


def _are_both_left(one: GoalClause, other: GoalClause) -> bool:
    """`Off benefits and out of debt`."""
    return one.words[0] in _LEFT and other.words[0] in _LEFT and min(len(one.words), len(other.words)) >= _FEW


def _is_being_able(one: GoalClause, other: GoalClause) -> bool:
    """`Less crying and being able to go to mass`; not `more walking and cycling`."""
    return is_compared(one) and other.words[0] in _DOING


PairRow = tuple[Callable[[GoalClause, GoalClause], bool], bool]
OF_PHRASES: tuple[PairRow, ...] = (
    (_is_sentence_apart, True),
    (_are_phrases_timed, True),
    (_is_absence_beside, True),
    (_is_another_absence, True),
    (_are_both_left, True),
    (_is_being_able, True),
    (_is_no_phrase, False),
    (_is_denied, True),
    (_are_compared, True),
    (_is_another_one, True),
)
"""What decides of two phrases: the first question that holds, and what follows from it."""
