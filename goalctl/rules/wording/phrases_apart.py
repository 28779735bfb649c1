"""Whether two phrases without a verb that is shown are two things: two sentences, two times, a no beside a number."""

from __future__ import annotations

from collections.abc import Callable

from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.acting import SUBORDINATE
from goalctl.rules.wording.beside import PLUS, compares
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import has_frequency
from goalctl.rules.wording.once import is_done_once
from goalctl.rules.wording.own_times import are_sized_apart, is_closed
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.steps import SENTENCE_ENDS
from goalctl.rules.wording.verb_places import ADJUNCT, finite_place

_LIMITING = words("as at baseline by each except for from in including measured not on only target until with without")
_EXEMPTING = words("allowed excepted excluded exempt included")
_QUALIFIED = words("consistent daily enough frequent good healthy regular stable weekly")
_RELATIVE = SUBORDINATE | words("( at he how i it on she that they to we what")
_CHANGES = Phrases(
    r"\b(?:come|coming|cut|down|drop|dropping|ease|easing|fall|falling|go|going|lift|lifting|rise|rising|shrink"
    r"|subside|fade)s? (?:away|down|off|to|up)\b",
    r"(?<=\w )(?:decrease|double|drop|ease|fade|fall|halve|lessen|lift|rise|shrink|subside)(?:s|d|ed)?\b",
    r"\b(?:down|halved|limited|lowered|reduced)\b",
)
_FEW = 2


def _is_sentence_apart(one: GoalClause, other: GoalClause) -> bool:
    """Whether a sentence of its own follows, that neither limits nor excuses the first."""
    is_whole = other.joint in SENTENCE_ENDS and min(len(one.words), len(other.words)) >= _FEW
    return is_whole and other.words[0] not in _LIMITING and not _EXEMPTING & set(other.words)


def _is_denied(one: GoalClause, other: GoalClause) -> bool:
    """Whether a `no` stands behind a time or behind another no."""
    is_denied = other.words[0] in {"no", "not", "never", "zero"} and "than" not in other.words[: _FEW + 1]
    return is_denied and (has_frequency(one.text) or is_absent(one) or is_done_once(one))


def _without_being(clause: GoalClause) -> GoalClause:
    """What somebody is to be, by itself."""
    return GoalClause("", clause.about, clause.about) if clause.head in verbs.BEING else clause


def _is_said_again(one: GoalClause, other: GoalClause) -> bool:
    """`Fewer checks, 20 a day down to 19`, `a message each Friday, no longer than five lines`."""
    if other.joint == "," and other.words[:1] == ("no",) and {"longer", "later"} & set(other.words[1:2]):
        return True
    return other.joint == "," and is_compared(_without_being(one)) and other.words[0].isdigit()


def _are_compared(one: GoalClause, other: GoalClause) -> bool:
    said = _without_being(one)
    are_both = is_compared(said) and is_compared(other)
    are_both |= other.joint != "," and all(is_compared(half) or is_closed(half) for half in (said, other))
    are_both &= not said.head
    return are_both


def _is_closed_beside(_one: GoalClause, other: GoalClause) -> bool:
    return PLUS in other.joint and (is_closed(other) or is_compared(other) or is_absent(other))


def _are_phrases_sized(one: GoalClause, other: GoalClause) -> bool:
    return (one.head in {"", "have"} or PLUS in other.joint) and are_sized_apart(one, other)


def is_compared(clause: GoalClause) -> bool:
    """Whether the noun phrase begins with more, less, better, regular and the like, or ends with how it changes."""
    is_first = any(compares(word) or word in _QUALIFIED for word in clause.words[:_FEW])
    return is_first or _CHANGES.stand_in(clause.text)


def _is_told_of_somebody(_one: GoalClause, other: GoalClause) -> bool:
    """`Hired by the warehouse, and the council rehouses us`; not `a plan she keeps to`."""
    place = finite_place(other.words)
    return place is not None and other.words[0] not in ADJUNCT and not _RELATIVE & set(other.words[:place])


PairRow = tuple[Callable[[GoalClause, GoalClause], bool], bool]
OF_PHRASES: tuple[PairRow, ...] = (
    (_is_said_again, False),
    (_is_told_of_somebody, True),
    (_is_sentence_apart, True),
    (_is_closed_beside, True),
    (_are_phrases_sized, True),
    (_is_denied, True),
    (_are_compared, True),
)
"""What decides of two phrases: the first question that holds, and what follows from it."""
