"""Whether the second of two parts is a step of the first: speaks of what that did, follows from it, ends it."""

from __future__ import annotations

from itertools import pairwise

from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import comparative, has_date, has_frequency, has_time_of_its_own
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.topics import TOPICS

SENTENCE_ENDS = words("; .")
_SHORTEST_NAME = 4
_TIME_WORDS = words(
    """
    about after at before better daily days each evening every fewer first five four hours last least less minutes
    month monthly more morning most next night nightly nights once three times twice until week weekly weeks with
    """
)
_ANAPHORA = words("it them there this these those one both so such him")
_BACKWARD = Phrases(
    r"\b(?:of them|each time|afterwards?|instead|the same(?! (?:day|night|time|week))|what (?:was|is|he|she"
    r"|they)|along(?! with)|before that|after that)\b|\bthe (?:first|last|second|next|rest|others?)$"
)
_SOME_OF_THEM = words("one ones two three four five each some half")
_PRONOMINAL = words("at for in of on to with") | {""}
_ON_SO_MANY = Phrases(r"\bon (?:one|two|three|four|five)$")
_STANDING_ALONE = words("a aloud by each every first from out")
_ASKING = words("answer ask propose suggest")
_TALKING = words("ask call email invite meet phone ring text write")
_HANDING = words("bring hand sign tell")
_LOGS = words("chart diary journal list log note record tally")
_UNTIL_WHEN = words("after before by during if instead since until when while")
_MOVING = words("catch come cycle drive enter get go leave ride run take travel visit walk")
_TO_PLACES = words("at into to")
_OF_NO_TOPIC = words(
    "book check class date grade lift mark office pay phone post raise read rise run shift train weigh"
)
_MOMENTS = words(
    """
    breathe choose close come count enter exhale go inhale look notice open pack pause pick press pull put
    recognise recognize say select set sit smile stand step stop switch touch turn wait wake
    """
)
"""Verbs of what takes a moment, or makes ready: without a time of its own such an act leads to the next one."""

_FOLLOWING = words("close come exhale leave let pause put remain sit stay wait")
"""Verbs of how an act ends."""


def continues(one: GoalClause, other: GoalClause) -> bool:
    """Whether both are one act, whatever they are about."""
    is_time_shared = other.joint not in SENTENCE_ENDS and _is_time_shared(other)
    return is_time_shared or _refers_back(one, other) or _leads_there(one, other)


def is_a_step(one: GoalClause, other: GoalClause) -> bool:
    """Whether verbs or joint say that the one makes ready for the other, or that the other ends the one."""
    is_ready = is_a_moment(one) and not comparative(one.text)
    is_gone_on = other.head in _MOVING and other.about[:1] == ("on",)
    is_undergone = other.is_passive and not one.is_passive and one.head != "get"
    return is_ready or is_gone_on or is_undergone or other.head in _FOLLOWING or "then" in other.joint.split()


def _is_time_shared(clause: GoalClause) -> bool:
    """Whether the time at the end, behind a comma, is for all that stands before."""
    return has_frequency(clause.text.rpartition(" , ")[2]) and "," in clause.words


def _refers_back(one: GoalClause, other: GoalClause) -> bool:
    """Whether the second part speaks of what the first one did: one of them, brings it along."""
    is_named_again = bool(_content(one.head, *one.about) & _content(*other.about))
    is_log = other.head == "keep" and bool(_LOGS & set(other.about))
    return is_named_again or is_log or _stands_for_it(other) or _is_noted(one, other)


def _stands_for_it(clause: GoalClause) -> bool:
    """Whether a word stands in it for something named before: it, one of them, lets her choose, does the first."""
    is_let = clause.head == "let" and clause.about[:1] == ("her",)
    is_named = bool(_ANAPHORA & {*clause.words[1:]} - {"one"}) or clause.words[-1:] == ("that",)
    if is_let or is_named or _BACKWARD.stand_in(clause.text):
        return True
    behind = pairwise((*_ON_SO_MANY.without(clause.text).split(), ""))
    return clause.head not in verbs.CHANGE and any(
        n in _SOME_OF_THEM and (word in _PRONOMINAL or (n == "one" and word in _STANDING_ALONE)) for n, word in behind
    )


def _is_noted(one: GoalClause, other: GoalClause) -> bool:
    """Whether the first act is written down, told or brought along by the second."""
    is_by_itself = has_time_of_its_own(one.text) and one.head not in _TALKING
    steps = verbs.STEPS - _ASKING if is_by_itself else verbs.STEPS
    is_handed = other.head in _HANDING and bool(topics_of(one) and topics_of(other) - topics_of(one))
    return other.head in steps and not (is_handed or other.is_passive or has_time_of_its_own(other.text))


def _content(*tokens: str) -> set[str]:
    """The words that name something, without those of time and the small ones."""
    return {token.removesuffix("s") for token in tokens if len(token) >= _SHORTEST_NAME and token not in _TIME_WORDS}


def _leads_there(one: GoalClause, other: GoalClause) -> bool:
    """`Walks to the shop and buys fruit twice a week`: the way there is a step of what is done there."""
    is_way = is_a_moment(one) or goes_somewhere(one)
    is_timed = has_frequency(one.text) or has_date(one.text)
    is_led_to = has_frequency(other.text) or one.head == "come"
    return is_way and bool(other.head) and is_led_to and not is_timed


def goes_somewhere(clause: GoalClause) -> bool:
    """Whether it names a way and where it leads."""
    return clause.head in _MOVING and bool(_TO_PLACES & set(clause.about))


def is_a_moment(clause: GoalClause) -> bool:
    """Whether it takes no longer than to open a door."""
    is_search = clause.head == "look" and clause.about[:1] == ("for",)
    return clause.head in _MOMENTS and not (is_search or clause.is_passive or is_absent(clause))


def topics_of(clause: GoalClause) -> set[str]:
    """The parts of a life it speaks of; `raises her hand` is not about a pay rise."""
    verb = next((n for n, word in enumerate(clause.words) if clause.head in bases(word)), 0)
    said = clause.words if clause.is_passive else clause.words[verb:]
    end = next((n for n, word in enumerate(said) if word in _UNTIL_WHEN and n), len(said))
    said = said[:end] if clause.head else clause.words
    pairs = {f"{one}-{other}" for one, other in pairwise(said)}
    its = {clause.head, clause.head + "s"} if clause.head in _OF_NO_TOPIC else set()
    named = {word.removesuffix("'s") for word in said} - its
    tokens = named | pairs | (bases(clause.head) - _OF_NO_TOPIC)
    return {topic for topic, known in TOPICS.items() if tokens & known}
