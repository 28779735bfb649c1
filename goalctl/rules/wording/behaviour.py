"""Whether a goal says what the client does that someone can see or hear; no number changes anything about that."""

from __future__ import annotations

from functools import lru_cache

from goalctl.rules.wording import idioms, verbs
from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.clauses import statement as parsed
from goalctl.rules.wording.criterion import has_amount, has_frequency
from goalctl.rules.wording.given_up import given_up
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.inner_absence import unseen_absence
from goalctl.rules.wording.minds import REGARD
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.reasons import for_itself
from goalctl.rules.wording.states import SEEMING, by_being
from goalctl.rules.wording.things import is_about_something_concrete, is_felt, unseen_thing
from goalctl.rules.wording.unseen_verbs import by_verb, has_its_verb
from goalctl.rules.wording.why_unseen import Found, Unseen

_LINKS = words("of to with")
_LONGEST_NOUN = 5  # words, with what goes before the noun
_PHRASES = (
    (Unseen.INNER, idioms.HIDDEN),
    (Unseen.KNOWING, idioms.KNOWING),
    (Unseen.WAY, idioms.WAY),
    (Unseen.STATE, idioms.STATE),
    (Unseen.INNER, idioms.INNER),
)


@lru_cache(maxsize=512)
def unseen(statement: GoalSentence) -> Found | None:
    """Why nobody can see it, and the words that say so; None as soon as one clause says what can be seen or heard."""
    if idioms.RATED.stand_in(statement.text) or _is_shown(statement.text):
        return None
    said = for_itself(statement)
    if regard := REGARD.find(said.text):
        return Unseen.STATE, regard.strip()
    found = [_unseen_in(clause) for clause in said.clauses]
    return found[0] if all(found) else None


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


def _unseen_in(clause: GoalClause) -> Found | None:
    text = f"{clause.head} {' '.join(clause.about)}".strip()
    if is_absent(clause) or given_up(clause):
        return unseen_absence(clause)
    if _names_a_state(clause):
        return Unseen.STATE, clause.words[0]
    for kind, phrases in _PHRASES:
        if found := phrases.find(text).strip():
            return None if _is_done(clause, kind) else (kind, found)
    return _by_its_verb(clause)


def _is_done(clause: GoalClause, kind: Unseen) -> bool:
    """Whether a way is ticked off: works on the railway every Saturday."""
    return kind is Unseen.WAY and has_frequency(clause.text) and is_about_something_concrete(clause)


def _names_a_state(clause: GoalClause) -> bool:
    """`Awareness of early warning signs`, `a steadier sense of who she is`: whatever verb seems to stand behind."""
    end = next((n for n, word in enumerate(clause.words[:_LONGEST_NOUN]) if n and word in _LINKS), 0)
    before = clause.words[:end]
    is_verb_first = bool(before) and clause.head in bases(before[0])
    return bool(before) and not is_verb_first and is_felt(before[-1]) and not has_amount(clause.text)


def _by_its_verb(clause: GoalClause) -> Found | None:
    if clause.head in SEEMING | {""} and (found := by_being(clause)):
        return found
    if clause.head in verbs.BEING - {"feel"} and not clause.is_passive:
        return by_being(clause)
    if has_its_verb(clause):
        return by_verb(clause)
    thing = unseen_thing(clause)
    return (Unseen.STATE, thing) if thing else None
