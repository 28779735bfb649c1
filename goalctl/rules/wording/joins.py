"""Two goals in one: two things that can be reached apart, not the steps of one act."""

from __future__ import annotations

from itertools import pairwise

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.behaviour import is_about_a_state, names_nothing_visible
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.criterion import comparative, has_frequency, has_time_of_its_own
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import Phrases, words

_SHORTEST_NAME = 4
_TIME_WORDS = words(
    """
    about after at before daily days each evening every first five four hours last least minutes month monthly morning
    most next night nightly nights once three times twice until week weekly weeks with
    """
)
_ANAPHORA = words("it them there this that these those one both so such him")
_BACKWARD = Phrases(
    r"\b(?:of them|each time|afterwards?|the same|what (?:was|is|he|she|they)|along|before that|after that)\b"
)
_APART = Phrases(r"\bin addition\b|\bas well as\b|\bplus\b|\bwhile also\b|\bat the same time\b|\bon top\b|;")


def two_in_one(statement: GoalSentence) -> tuple[str, str] | None:
    """The verbs, or first words, of two parts that stand each by itself; None where it is one goal."""
    for one, other in pairwise(_halves(statement.clauses)):
        if _stand_apart(one, other):
            return _name(one), _name(other)
    return None


def _halves(clauses: tuple[GoalClause, ...]) -> tuple[GoalClause, ...]:
    """The clauses; of a mere noun phrase what stands before and behind its `and` or comma."""
    whole = clauses[0].words
    place = next((n for n, word in enumerate(whole) if word in {"and", "plus", ",", ";"}), 0)
    if len(clauses) > 1 or clauses[0].head or not place:
        return clauses
    return tuple(GoalClause("", half, half) for half in (whole[:place], whole[place + 1 :]))


def _stand_apart(one: GoalClause, other: GoalClause) -> bool:
    if _refers_back(one, other) or _is_time_shared(other):
        return False
    if _are_of_two_topics(one, other):
        return True
    if is_about_a_state(one) and is_about_a_state(other):
        return False
    return _are_acts_apart(one, other) or _are_nouns_apart(one, other)


def _are_acts_apart(one: GoalClause, other: GoalClause) -> bool:
    """Two verbs, each with its own time, or each with a change, or with `as well as` and its like between them."""
    are_acts = bool(one.head and other.head)
    return are_acts and (_are_timed_apart(one, other) or _are_changes(one, other) or _APART.stand_in(other.joint))


def _are_nouns_apart(one: GoalClause, other: GoalClause) -> bool:
    """Two noun phrases, each with its own time, or each with its own more or less."""
    if one.head or other.head or (other.words and other.words[0].endswith("ing")):
        return False
    return _are_timed_apart(one, other) or bool(_compares(one) and _compares(other))


def _compares(clause: GoalClause) -> str:
    return comparative(" ".join(clause.words[:2]))


def _are_timed_apart(one: GoalClause, other: GoalClause) -> bool:
    return has_time_of_its_own(one.text) and has_time_of_its_own(other.text)


def _is_time_shared(clause: GoalClause) -> bool:
    """Whether the time at the end, behind a comma, is for all that stands before."""
    return has_time_of_its_own(clause.text.rpartition(" , ")[2]) and "," in clause.words


def _are_changes(one: GoalClause, other: GoalClause) -> bool:
    """Whether both are a change of something, or one is and the other an act with an object of its own."""
    has_objects = bool(one.about and other.about)
    built = {"build", "create", "develop", "establish"}
    is_built = one.head in verbs.CHANGE and other.head in built
    is_mixed = is_built or (other.head in verbs.CHANGE and names_nothing_visible(other))
    is_mixed |= one.head in verbs.CHANGE and other.head not in verbs.BEING and names_nothing_visible(other)
    return has_objects and ((_is_change(one) and _is_change(other)) or is_mixed)


def _is_change(clause: GoalClause) -> bool:
    return clause.head in verbs.CHANGE or (clause.head not in {"feel", "get"} and names_nothing_visible(clause))


def _refers_back(one: GoalClause, other: GoalClause) -> bool:
    """Whether the second part speaks of what the first one did: one of them, brings it along."""
    if _ANAPHORA & set(other.words[1:]) - {"one"} or _BACKWARD.stand_in(other.text):
        return True
    if {"one", "of"} <= set(other.words):
        return True
    shared = _content(one.head, *one.about) & _content(*other.about)
    is_step = other.head in verbs.STEPS and not has_time_of_its_own(other.text)
    return bool(shared) or is_step


def _content(*tokens: str) -> set[str]:
    """The words that name something, without those of time and the small ones."""
    return {token for token in tokens if len(token) >= _SHORTEST_NAME} - _TIME_WORDS


def _are_of_two_topics(one: GoalClause, other: GoalClause) -> bool:
    """Whether each is about something else; of two noun phrases only where each says how often."""
    if not (one.head or other.head or _are_frequent(one, other)):
        return False
    first, second = _topics(one), _topics(other)
    have_topics = bool(one.about and first and second)
    return have_topics and not first & second and _says_what(other)


def _are_frequent(one: GoalClause, other: GoalClause) -> bool:
    return has_frequency(one.text) and has_frequency(other.text)


def _says_what(clause: GoalClause) -> bool:
    """Whether it has a verb or names a thing, if only behind `no`."""
    return bool(clause.head) or clause.words[:1] == ("no",) or not is_absent(clause)


def _topics(clause: GoalClause) -> set[str]:
    tokens = {clause.head, *clause.words, *bases(clause.head)}
    return {topic for topic, known in nouns.TOPICS.items() if tokens & known}


def _name(clause: GoalClause) -> str:
    return clause.head or (clause.words[0] if clause.words else "")
