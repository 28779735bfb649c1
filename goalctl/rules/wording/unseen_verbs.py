"""What a clause's verb leaves unseen, and what excuses it: manages stress, but manages the bills."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from goalctl.rules.wording import verbs
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import has_amount, has_date, has_frequency
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.things import (
    is_about_something_concrete,
    is_built_in_talks,
    is_on_paper,
    is_only_talked_about,
    thing_of,
)
from goalctl.rules.wording.topics import TOPICS
from goalctl.rules.wording.why_unseen import Found, Unseen

_LOOKED_INTO = words(
    """
    confront delve dissect face grapple probe review revisit sift tackle trace uncover unpack unpick unravel untangle
    wrestle
    """
)
"""Verbs of what is done with things, and said of what is only talked about."""

_HOUSEMATES = TOPICS["family"] | words("boys cat cats dog flatmate flatmates friend friends girls housemates people")
_OWNERS = words("my his her the their")
_BY_HEART = {("by", "heart"), ("from", "memory"), ("off", "pat"), ("word", "for")}
_COUNTING = words("one two three four five six seven eight nine ten twelve at")
_MINDED = _HOUSEMATES | words("baby children grandchildren shop stall till toddler toddlers")
_PAPERS = words("application applications claims invoice invoices order orders payment payments payroll photos")
_OF_THINGS = words("master view experience value need like")
_HANDLED = TOPICS["money"] | TOPICS["home"] | TOPICS["medicine"] | TOPICS["food"]
_DONE_WITH = {
    "accept": words(
        """
        accept award calls compliment compliments feedback gifts invitation invitations offer offers request requests
        visitors visits
        """
    ),
    "change": words(
        """
        address bandage bank bed clothes college course doctor dressing gp job lock locks name nappies nappy password
        pharmacy route school schools seats sheets surname surgery
        """
    ),
    "grow": words("beans beard flowers hair herbs nails plants potatoes salad tomatoes veg vegetables"),
    "feel": words("abdomen belly breast breasts feet floor ground lump lumps pulse texture"),
    "view": words("apartment exhibition film flat hostel house place property room rooms school video videos"),
}
"""What is visibly taken or changed, by verbs that are else said of the inner life."""


def by_verb(clause: GoalClause) -> Found | None:
    """Why nobody can see it, by the first row that holds its verb; None where that is excused, or no row has it."""
    for kind, heads, is_excused in _VERBS:
        if clause.head in heads:
            return None if is_excused(clause) else (kind, clause.head)
    return None


def has_its_verb(clause: GoalClause) -> bool:
    """Whether the verb alone says whether one can see it."""
    return any(clause.head in heads for _, heads, _ in _VERBS)


def _is_recited(clause: GoalClause) -> bool:
    """`Knows the number by heart` can be heard, and so can the ten words that are learnt."""
    is_counted = clause.head == "learn" and has_amount(clause.text) and not is_built_in_talks(clause)
    is_by_heart = not _BY_HEART.isdisjoint(pairwise(clause.about))
    return is_by_heart or (is_counted and is_about_something_concrete(clause))


def _is_done_to_things(clause: GoalClause) -> bool:
    """`Thinks aloud`, `cares for the dog`, `feels her pulse` and `masters three chords` can be heard or seen."""
    return any(shows(clause) for shows in (_cares_for, _is_said, _is_with_its_thing, _is_counted_thing))


def _cares_for(clause: GoalClause) -> bool:
    """Whether it is care of somebody or something of one's own."""
    is_own = clause.about[:1] == ("for",) and not _OWNERS.isdisjoint(clause.about[1:2])
    return (clause.head == "care" and is_own) or (clause.head == "mind" and thing_of(clause) in _MINDED)


def _is_said(clause: GoalClause) -> bool:
    """Aloud, or what others have said: forgiven."""
    is_forgiven = clause.is_passive and clause.head == "forgive"
    return is_forgiven or clause.about[:1] in {("aloud",), ("out",)}


def _is_with_its_thing(clause: GoalClause) -> bool:
    return thing_of(clause) in _DONE_WITH.get(clause.head, frozenset())


def _is_counted_thing(clause: GoalClause) -> bool:
    is_counted = not _COUNTING.isdisjoint(clause.about[:1]) or any(word.isdigit() for word in clause.about[:2])
    return is_counted and clause.head in _OF_THINGS and is_about_something_concrete(clause)


def _is_counted_way(clause: GoalClause) -> bool:
    """`Explores three new walks a month` names a way that can be ticked off."""
    if is_on_paper(clause):
        return True
    if clause.head == "process" and thing_of(clause) not in _PAPERS:
        return False
    is_told = has_frequency(clause.text) or has_date(clause.text)
    is_counted = is_told if clause.head == "discuss" else has_amount(clause.text)
    return is_counted and is_about_something_concrete(clause)


def _is_of_visible_things(clause: GoalClause) -> bool:
    """`Manages the bills` can be seen, `manages stress` can't; of other things only where it is counted."""
    if thing_of(clause) in _HANDLED or _is_with_its_thing(clause):
        return True
    return has_frequency(clause.text) and is_about_something_concrete(clause)


def _is_taken_part_in(clause: GoalClause) -> bool:
    return clause.about[:1] == ("in",) and is_about_something_concrete(clause)


def _is_where_or_with_whom(clause: GoalClause) -> bool:
    """`Lives with his brother` can be seen, `lives with the tinnitus` can't."""
    is_with = clause.about[:1] in {("alongside",), ("with",)} and clause.about[1:2] in {
        ("my",),
        ("his",),
        ("her",),
        ("the",),
        ("their",),
    }
    return not is_with or thing_of(clause) in _HOUSEMATES


def _is_of_things(clause: GoalClause) -> bool:
    """`Unpacks the boxes` and `reviews the plan` can be seen, `unpacks the themes` can't, however many they are."""
    return not is_only_talked_about(clause)


_VERBS: tuple[tuple[Unseen, frozenset[str], Callable[[GoalClause], bool]], ...] = (
    (Unseen.KNOWING, verbs.KNOWING, _is_recited),
    (Unseen.INNER, verbs.INNER, _is_done_to_things),
    (Unseen.WAY, frozenset({"engage"}), _is_taken_part_in),
    (Unseen.WAY, verbs.SOFT, _is_counted_way),
    (Unseen.WAY, _LOOKED_INTO, _is_of_things),
    (Unseen.STATE, frozenset({"live"}), _is_where_or_with_whom),
    (Unseen.STATE, verbs.COPING, _is_of_visible_things),
)
"""What verbs leave unseen, and what excuses them; the first that holds the verb decides."""
