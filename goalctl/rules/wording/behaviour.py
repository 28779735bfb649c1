"""Whether a goal says what the client does that someone can see or hear; no number changes anything about that."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from goalctl.rules.wording import idioms, nouns, verbs
from goalctl.rules.wording.absence import denied, is_absent
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.clauses import statement as parsed
from goalctl.rules.wording.criterion import has_amount, has_frequency
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.others import done_by_others, is_about_the_mind_of_others, up_to_others
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.things import (
    OBJECT_ENDS,
    is_about_something_concrete,
    is_built_in_talks,
    is_felt,
    is_on_paper,
    thing_of,
    unseen_thing,
)
from goalctl.rules.wording.topics import TOPICS


class Unseen(Enum):
    """Why nobody can see whether it happened."""

    KNOWING = "knowing"
    INNER = "inner"
    WAY = "way"
    STATE = "state"


_PHRASES = (
    (Unseen.INNER, idioms.HIDDEN),
    (Unseen.KNOWING, idioms.KNOWING),
    (Unseen.WAY, idioms.WAY),
    (Unseen.STATE, idioms.STATE),
    (Unseen.INNER, idioms.INNER),
)
_DEGREES = words("more less very an a much as so most the always also both less too")
_DENYING = words("no not never longer more to will be being so want wants")
_BY_HOW_MUCH = Phrases(r"(?:[\w.-]+ )?(?:per ?cent|%|times)\b", r"(?:twice|half)\b", start=True)
_ARTICLES = words("a an the one two three")
_PLACES = words(
    """
    above abstinent alone asleep at awake away back below between clean downstairs dressed early employed enrolled
    first for home in indoors inside late near off on out outdoors outside over past punctual quiet ready registered
    seated silent sober there through under up upstairs with within
    """
)
_PRESENT_AT = {("present", "at"), ("present", "for"), ("present", "in")}
_FELT = nouns.FEELINGS | words("regret regrets resentment")
_CIRCUMSTANCES = words("at by during for in on with")
_FIGURES = words("burden coward disappointment disgrace doormat failure fraud impostor loser nuisance pushover victim")
_OVERCOMING = words("get live lose")
_OWNERS = words("my his her the their")
_SEEMING = words("appear get look sound")
_COUNTING = words("one two three four five six seven eight nine ten twelve at")
_OF_THINGS = words("master view experience value need like")
_HANDLED = TOPICS["money"] | TOPICS["home"] | TOPICS["medicine"] | TOPICS["food"]
_DONE_WITH = {
    "accept": words(
        "calls compliment compliments feedback gifts invitation invitations offer offers request requests visitors "
        "visits"
    ),
    "change": words("bandage bed clothes dressing job nappies nappy password route schools seats sheets"),
}
"""What is visibly taken or changed, by verbs that are else said of the inner life."""


@lru_cache(maxsize=512)
def unseen(statement: GoalSentence) -> tuple[Unseen, str] | None:
    """Why nobody can see it, and the words that say so; None as soon as one clause says what can be seen or heard."""
    if idioms.RATED.stand_in(statement.text) or _is_shown(statement.text):
        return None
    if by_others := up_to_others(statement):
        is_trait = by_others in {"be", "is", "are"} and bool(nouns.TRAITS & set(statement.tokens))
        is_trait |= _is_shown_by_others(statement)
        is_taken = bool(_DONE_WITH["accept"].intersection(statement.tokens))  # accepts his invitations
        is_inner = is_about_the_mind_of_others(by_others) and not is_taken
        return (Unseen.STATE, by_others) if is_trait or is_inner else None
    found = [_unseen_in(clause) for clause in statement.clauses]
    return found[0] if all(found) else None


def _is_shown_by_others(statement: GoalSentence) -> bool:
    """`My wife shows more empathy` is no easier to see than one's own."""
    theirs = done_by_others(statement)
    first = theirs.clauses[0] if theirs else None
    if first is None or has_frequency(statement.text):
        return False
    return first.head in verbs.LIGHT | verbs.CHANGE and _unseen_in(first) is not None


def _is_shown(text: str) -> bool:
    """Whether it goes on to say how it will show, in words of which one can see something."""
    begins = idioms.SHOWN.find(text)
    shown = text.partition(begins)[2].strip() if begins else ""
    return bool(shown) and not all(map(_unseen_in, parsed(shown).clauses))


def names_nothing_visible(clause: GoalClause) -> bool:
    """Whether the clause by itself says nothing that can be seen or heard."""
    return _unseen_in(clause) is not None


def is_about_a_state(clause: GoalClause) -> bool:
    """Whether it says how somebody is or feels."""
    return clause.head in verbs.BEING | {"get"}


def _unseen_in(clause: GoalClause) -> tuple[Unseen, str] | None:
    if is_absent(clause):
        return _unseen_absence(clause)
    text = f"{clause.head} {' '.join(clause.about)}".strip()
    for kind, phrases in _PHRASES:
        if phrases.stand_in(text):
            is_done = kind is Unseen.WAY and has_frequency(clause.text) and is_about_something_concrete(clause)
            return None if is_done else (kind, phrases.find(text).strip())
    return _by_verb(clause)


def _unseen_absence(clause: GoalClause) -> tuple[Unseen, str] | None:
    """`Not think about it`, `stop worrying`, `free from guilt` are as hard to see as thinking, worry and guilt are."""
    said = denied(clause)
    first, then = (*(word for word in said if word not in _DENYING), "", "")[:2]
    is_being = bool((verbs.BEING | {"being", "get"}) & set(clause.words))
    is_trait = first in nouns.TRAITS - {"free"} and is_being and then in OBJECT_ENDS | {""}
    is_worry_of_others = "worry" in bases(first) and then in _OWNERS  # stop worrying my mother
    is_inner = bool(bases(first) & (verbs.INNER | verbs.KNOWING)) and not is_worry_of_others
    is_feeling = clause.head in _OVERCOMING and bool(_FELT & set(clause.about))
    thing = thing_of(GoalClause("", said, said))
    is_felt_or_so = (is_felt(thing) and said[0] not in _CIRCUMSTANCES) or (is_being and thing in _FIGURES)
    return (
        (Unseen.INNER, thing if is_felt_or_so else first)
        if is_trait or is_inner or is_feeling or is_felt_or_so
        else None
    )


def _by_verb(clause: GoalClause) -> tuple[Unseen, str] | None:
    if clause.head in _SEEMING and (found := _by_being(clause, alone=True)):
        return found
    if clause.head in verbs.BEING - {"feel"} and not clause.is_passive:
        return _by_being(clause)
    for kind, heads, is_excused in _VERBS:
        if clause.head in heads:
            return None if is_excused(clause) else (kind, clause.head)
    thing = unseen_thing(clause)
    return (Unseen.STATE, thing) if thing else None


def _by_being(clause: GoalClause, *, alone: bool = False) -> tuple[Unseen, str] | None:
    """`Be in bed` can be seen, `be calm` can't; `stay in the shop` can, `stay positive` can't."""
    about = _BY_HOW_MUCH.without(" ".join(clause.about)).split()
    word, then = (*(word for word in about if word not in _DEGREES and not word.endswith("ly")), "", "")[:2]
    if word in _PLACES or word.isdigit() or (word, then) in _PRESENT_AT:
        return None
    if alone and (then not in OBJECT_ENDS | {""} or _ARTICLES & set(clause.about[:2])):
        return None  # gets good grades
    if word in nouns.TRAITS:
        return Unseen.INNER, f"{clause.head} {word}"
    is_somebody = bool(_ARTICLES.intersection(clause.about[:2]))  # a member, the one who cooks
    is_told = clause.head in {"be", "become", "feel"} and not is_somebody
    return (Unseen.STATE, f"{clause.head} {word}") if is_told else None


def _is_recited(clause: GoalClause) -> bool:
    """`Knows the number by heart` can be heard, and so can the ten words that are learnt."""
    is_counted = clause.head == "learn" and has_amount(clause.text) and not is_built_in_talks(clause)
    is_by_heart = clause.about[-2:] in {("by", "heart"), ("from", "memory")}
    return is_by_heart or (is_counted and is_about_something_concrete(clause))


def _is_done_to_things(clause: GoalClause) -> bool:
    """`Thinks aloud`, `cares for the dog` and `masters three chords` can be heard or seen."""
    if clause.head == "care":
        return clause.about[:1] == ("for",) and bool(_OWNERS.intersection(clause.about[1:2]))
    is_forgiven = clause.is_passive and clause.head == "forgive"  # what others say
    first = clause.about[0] if clause.about else ""
    is_counted = first.isdigit() or first in _COUNTING
    is_of_things = is_counted and clause.head in _OF_THINGS and is_about_something_concrete(clause)
    return is_forgiven or first in {"aloud", "out"} or is_of_things


def _is_counted_way(clause: GoalClause) -> bool:
    """`Explores three new walks a month` names a way that can be ticked off."""
    if is_on_paper(clause):
        return True
    is_counted = has_frequency(clause.text) if clause.head == "discuss" else has_amount(clause.text)
    return is_counted and is_about_something_concrete(clause)


def _is_of_visible_things(clause: GoalClause) -> bool:
    """`Manages the bills` can be seen, `manages stress` can't; of other things only where it is counted."""
    if thing_of(clause) in _HANDLED | _DONE_WITH.get(clause.head, frozenset()):
        return True
    return has_frequency(clause.text) and is_about_something_concrete(clause)


def _is_taken_part_in(clause: GoalClause) -> bool:
    return clause.about[:1] == ("in",) and is_about_something_concrete(clause)


_VERBS: tuple[tuple[Unseen, frozenset[str], Callable[[GoalClause], bool]], ...] = (
    (Unseen.KNOWING, verbs.KNOWING, _is_recited),
    (Unseen.INNER, verbs.INNER, _is_done_to_things),
    (Unseen.WAY, frozenset({"engage"}), _is_taken_part_in),
    (Unseen.WAY, verbs.SOFT, _is_counted_way),
    (Unseen.STATE, verbs.COPING, _is_of_visible_things),
)
"""What verbs leave unseen, and what excuses them; the first that holds the verb decides."""
