"""Whether what is not to be can be seen no more than if it were to be: not think of it, stop worrying, no guilt."""

from __future__ import annotations

from collections.abc import Callable
from itertools import dropwhile

from goalctl.rules.wording import idioms, nouns, verbs
from goalctl.rules.wording.absence import denied
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.given_up import given_up
from goalctl.rules.wording.inflection import bases, positives
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.things import OBJECT_ENDS, is_felt, thing_of
from goalctl.rules.wording.why_unseen import Found, Unseen

_DENYING = words(
    "a again all always any at be being ever just longer more never no not quite so too to want wants will"
)
_CIRCUMSTANCES = words("at by during for in on with")
_FIGURES = words(
    """
    alarmist burden coward critic cynic disappointment disgrace doormat enemy failure fraud freak hothead impostor loner
    loser martyr misery nuisance outsider overthinker perfectionist pessimist pleaser procrastinator pushover quitter
    victim weakling worrier wreck
    """
)
"""What somebody may be, and nobody sees."""

_BROODING = words(
    """
    agonise agonize blame brood catastrophise catastrophize chastise compare daydream doubt dwell fantasise fantasize
    fixate idealise idealize mope obsess overanalyse overanalyze overthink personalise personalize pine second-guess
    stew wallow
    """
)
_NO_MORE = words("any anymore ever these").union({""})
_OWNERS = words("my his her the their")


def unseen_absence(clause: GoalClause) -> Found | None:
    """What is denied in it that nobody can see; None where it can be seen or heard."""
    said = given_up(clause) or denied(clause)
    bare = tuple(dropwhile(_DENYING.__contains__, said))
    if not bare:
        return None
    thing = thing_of(GoalClause("", bare, bare))
    if _is_felt_or_been(clause, bare, thing):
        return Unseen.INNER, thing
    return (Unseen.INNER, bare[0]) if any(tells(clause, bare) for tells in _TELLING) else None


def _is_felt_or_been(clause: GoalClause, bare: tuple[str, ...], thing: str) -> bool:
    """No guilt, not a burden."""
    return (is_felt(thing) and bare[0] not in _CIRCUMSTANCES) or (_says_how(clause) and thing in _FIGURES)


def _says_how(clause: GoalClause) -> bool:
    """Whether it is about how somebody is, or gets."""
    return not (verbs.BEING | {"being", "get"}).isdisjoint(clause.words)


def _is_trait(clause: GoalClause, said: tuple[str, ...]) -> bool:
    word, then = (*said, "")[:2]
    is_one = bool(positives(word) & (nouns.TRAITS - {"free"})) and then in OBJECT_ENDS | _NO_MORE
    return is_one and _says_how(clause)


def _is_inner(_clause: GoalClause, said: tuple[str, ...]) -> bool:
    """Whether the verb is one of knowing, feeling or brooding; of `worry my mother` it is not."""
    word, then = (*said, "")[:2]
    is_worry_of_others = "worry" in bases(word) and then in _OWNERS
    return bool(bases(word) & (verbs.INNER | verbs.KNOWING | _BROODING)) and not is_worry_of_others


def _is_phrase(_clause: GoalClause, said: tuple[str, ...]) -> bool:
    """`Not take it personally`, `stop beating himself up`."""
    verb = next(iter(sorted(bases(said[0]) & verbs.KNOWN)), said[0])
    texts = (" ".join(said), " ".join((verb, *said[1:])))
    return any(phrases.stand_in(text) for text in texts for phrases in (idioms.STATE, idioms.INNER))


_TELLING: tuple[Callable[[GoalClause, tuple[str, ...]], bool], ...] = (_is_trait, _is_inner, _is_phrase)
"""What says of the words that are denied that nobody can see it."""
