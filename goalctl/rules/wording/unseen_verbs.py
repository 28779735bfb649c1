"""What a clause's verb leaves unseen, and what excuses it: manages stress, but manages the bills."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from goalctl.rules.wording import verbs
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import has_amount, has_frequency
from goalctl.rules.wording.things import is_about_something_concrete, is_built_in_talks, thing_of
from goalctl.rules.wording.topics import TOPICS
from goalctl.rules.wording.why_unseen import Found, Unseen

_HANDLED = TOPICS["money"] | TOPICS["home"] | TOPICS["medicine"] | TOPICS["food"]
_BY_HEART = {("by", "heart"), ("from", "memory"), ("off", "pat"), ("word", "for")}


def _is_recited(clause: GoalClause) -> bool:
    """`Knows the number by heart` can be heard, and so can the ten words that are learnt."""
    is_counted = clause.head == "learn" and has_amount(clause.text) and not is_built_in_talks(clause)
    is_by_heart = not _BY_HEART.isdisjoint(pairwise(clause.about))
    return is_by_heart or (is_counted and is_about_something_concrete(clause))


def by_verb(clause: GoalClause) -> Found | None:
    """Why nobody can see it, by the first row that holds its verb; None where that can be seen or heard."""
    kind = next(kind for kind, heads in _VERBS if clause.head in heads)
    is_seen = any(clause.head in heads and shows(clause) for heads, shows in _SEEN)
    return None if is_seen else (kind, clause.head)


def has_its_verb(clause: GoalClause) -> bool:
    """Whether the verb alone says whether one can see it."""
    return any(clause.head in heads for _, heads in _VERBS)


def _is_said(clause: GoalClause) -> bool:
    """Aloud, or what others have said: forgiven."""
    is_forgiven = clause.is_passive and clause.head == "forgive"
    return is_forgiven or clause.about[:1] in {("aloud",), ("out",)}


def _is_taken_part_in(clause: GoalClause) -> bool:
    return clause.about[:1] == ("in",) and is_about_something_concrete(clause)


def _is_of_visible_things(clause: GoalClause) -> bool:
    """`Manages the bills` can be seen, `manages stress` can't; of other things only where it is counted."""
    return thing_of(clause) in _HANDLED or (has_frequency(clause.text) and is_about_something_concrete(clause))


_VERBS: tuple[tuple[Unseen, frozenset[str]], ...] = (
    (Unseen.KNOWING, verbs.KNOWING),
    (Unseen.INNER, verbs.INNER),
    (Unseen.WAY, verbs.SOFT),
    (Unseen.STATE, frozenset({"live"})),
    (Unseen.STATE, verbs.COPING),
)
"""What verbs leave unseen; the first that holds the verb decides."""

_SEEN: tuple[tuple[frozenset[str], Callable[[GoalClause], bool]], ...] = (
    (verbs.KNOWING, _is_recited),
    (verbs.INNER, _is_said),
    (frozenset({"engage"}), _is_taken_part_in),
    (verbs.COPING, _is_of_visible_things),
)
"""What can be seen or heard all the same."""
