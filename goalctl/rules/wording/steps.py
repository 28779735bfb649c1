"""Whether the second of two parts is a step of the first: speaks of what that did, follows from it, ends it."""

from __future__ import annotations

from itertools import pairwise

from goalctl.rules.wording import verbs
from goalctl.rules.wording.absence import is_absent
from goalctl.rules.wording.behaviour import names_nothing_visible
from goalctl.rules.wording.beside import compares
from goalctl.rules.wording.clauses import GoalClause
from goalctl.rules.wording.criterion import comparative, has_amount, has_date, has_frequency, has_time_of_its_own
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.own_times import OR_LESS, is_closed
from goalctl.rules.wording.patterns import Phrases, words
from goalctl.rules.wording.topics import TOPICS
from goalctl.rules.wording.verb_places import PERIODS, PLURAL, WEEKDAYS

SENTENCE_ENDS = words("; .")
_AGAIN = words("and at by each every on once twice weekly") | {","}
_THIS = words("it that this")
_SHORTEST_NAME = 4
_RISING = words("decrease drop ease fall go half halve lift reduce rise shrink")
_TIME_WORDS = words(
    "about after at before better both daily days down each evening evenings every fewer first five four from hours"
    " into last least less minutes month monthly months more morning mornings most never next night nightly nights"
    " often once over regular than three time times twice under until week weekly weeks with zero"
)
_ANAPHORA = words("it its them there this these those one both so such")
_BACKWARD = Phrases(
    r"\b(?:of them|each time|afterwards?|instead(?! of)|the same(?! (?:day|night|time|week))|what (?:was|is|he|she"
    r"|they)|(?:at|in|after|before) (?:each|every) (?:meeting|one|session|visit)|along(?! with)"
    r"|before that|after that|with the (?:money|proceeds|rest))\b"
    r"|\bthe (?:first|last|second|next|rest|others?)$"
)
_MOMENTS_AHEAD = WEEKDAYS | words(
    "afternoon autumn block fall fortnight half-term holiday holidays quarter season semester spring summer term time"
    " winter"
)
_PRONOMINAL = words("at for in of on to with") | {""}
_BEHIND_ONE = _PRONOMINAL | _AGAIN | words("after before daily during monthly nightly when")
_NOTING = words("bring enter log mark note photograph rate record report score sign tick write")
_TALKING = words("ask attend call email invite meet phone ring see show tell text visit write")
_BRINGING = words("bring email give hand read send share show")
_LOGS = words("chart copy diary journal list log note notes photo proof receipt record sheet slip tally")
_WRITING = words("enter log mark note record track write")
_UNTIL_WHEN = words("after before by during if instead since until when while")
_OF_NO_TOPIC = words(
    "book check class date grade lift mark office pay phone post raise read rise run shift train weigh"
)
_MOMENTS = words(
    "board breathe catch choose close come count crouch enter exhale go inhale kneel lift light look notice open pack"
    " pause pick press pull put recognise recognize say select set sit smile stand step stop switch touch turn unfold"
    " unlock unwrap wait wake"
)
"""Verbs of what takes a moment, or makes ready: without a time of its own such an act leads to the next one."""

_FREED = words("admit discharge elect house rehouse release reunite vote")
_UP = {("up",), ("dressed",), ("out", "of", "bed"), ("down", "on"), ("down", "to"), ("up", "from")}
_ABOARD = words("in into off on")
_FOLLOWING = words("close come exhale leave let listen pause put remain sit stay wait")
"""Verbs of how an act ends."""


def is_a_step(one: GoalClause, other: GoalClause) -> bool:
    """Whether verbs or joint say that the one makes ready for the other, or that the other ends the one."""
    is_led = "then" in other.joint.split() or _ends_it(other)
    is_undergone = other.is_passive and other.head not in verbs.DECIDING | _FREED
    return is_led or _is_ready(one, other) or (is_undergone and not one.is_passive and one.head != "get")


def _ends_it(clause: GoalClause) -> bool:
    return clause.head in _FOLLOWING and not (is_absent(clause) or has_time_of_its_own(clause.text))


def _is_ready(one: GoalClause, other: GoalClause) -> bool:
    """Whether the first takes a moment, and neither is more or less of something."""
    is_change = other.head in verbs.CHANGE or bool(comparative(one.text) or comparative(other.text))
    return is_a_moment(one) and not is_change


def is_time_shared(clause: GoalClause) -> bool:
    """Whether the time at the end, behind a comma, is for all that stands before."""
    return has_frequency(clause.text.rpartition(" , ")[2]) and "," in clause.words


def refers_back(one: GoalClause, other: GoalClause) -> bool:
    """Whether the second part speaks of what the first one did: one of them, brings it along."""
    is_named_again = bool(_content(one.head, *one.about) & _content(*other.about)) or _speaks_of_one(one, other)
    return (
        is_named_again or _stands_for_it(_without_people(one, other)) or any(holds(one, other) for holds in _ABOUT_IT)
    )


def _speaks_of_one(one: GoalClause, other: GoalClause) -> bool:
    """`Learn three skills and practise one daily`: one of so many that the first part is about."""
    is_alone = any(word == "one" and then in _BEHIND_ONE for word, then in pairwise((*other.words[1:], "")))
    return is_alone and has_amount(one.text)


def _without_people(one: GoalClause, other: GoalClause) -> GoalClause:
    """The second part without a `them` for people, where the first has ended: shouts at the kids less."""
    are_people = "them" in other.about and bool(PLURAL & set(one.words)) and (is_closed(one) or comparative(one.text))
    return other._replace(words=tuple(word for word in other.words if word != "them")) if are_people else other


def _is_logged(one: GoalClause, other: GoalClause) -> bool:
    is_kept = other.head == "keep" and not has_date(one.text)
    is_brought = other.head in _BRINGING and not has_time_of_its_own(other.text)
    return bool(_LOGS & set(other.about)) and (is_kept or is_brought or one.head in _WRITING)


def _stands_for_it(clause: GoalClause) -> bool:
    """Whether a word stands in it for something named before: it, one of them, lets her choose, does the first."""
    is_this = clause.words[0] in _THIS and clause.joint in SENTENCE_ENDS
    is_let = clause.head == "let" and clause.about[:1] == ("her",)
    pointing = pointing_words(clause.words[1:])
    is_named = bool(_ANAPHORA & pointing - {"one"}) or clause.words[-1:] == ("that",)
    is_this |= clause.head == "take" and clause.about[:1] == ("turns",)
    return is_this or is_let or is_named or _BACKWARD.stand_in(clause.text)


def pointing_words(said: tuple[str, ...]) -> set[str]:
    """The words without a `this` that only names a time."""
    return {word for word, then in pairwise((*said, "")) if not _is_period(word, then)}


def _is_period(word: str, then: str) -> bool:
    """`This weekend`, which points at no act."""
    is_of_some = word == "both" and then.isalpha() and then not in _PRONOMINAL | _AGAIN
    return is_of_some or (word in {"this", "that", "these", "both"} and then in PERIODS | _MOMENTS_AHEAD)


def _is_noted(one: GoalClause, other: GoalClause) -> bool:
    """Whether the first act is written down, told or brought along by the second."""
    is_told = other.is_passive or OR_LESS.stand_in(other.text) or has_time_of_its_own(other.text)
    return other.head in _noting(one) and not is_told


def _noting(one: GoalClause) -> frozenset[str]:
    """The verbs by which such an act is noted: more of them where it takes a moment, or is a talk."""
    is_timed = has_time_of_its_own(one.text)
    is_short = one.head in _TALKING or (is_a_moment(one) and not is_timed)
    steps = verbs.STEPS if is_short else _NOTING
    return steps if is_timed else steps | words("explain say")


_ABOUT_IT = (_is_logged, _is_noted)
"""How the second act may be about the first: it is entered in a log, written down."""


def _content(*tokens: str) -> set[str]:
    """The words that name something, without those of time and the small ones."""
    named = {token for token in tokens if len(token) >= _SHORTEST_NAME and token not in _TIME_WORDS}
    named = {token for token in named if bases(token).isdisjoint(_RISING)}
    return {token.removesuffix("s") for token in named if not (compares(token) or token.endswith("ly"))}


def is_a_moment(clause: GoalClause) -> bool:
    """Whether it takes no longer than to open a door."""
    is_up = clause.about in _UP or clause.about[:2] in _UP or bool(_ABOARD & set(clause.about[:1]))
    if clause.head == "get" and is_up:
        return not is_absent(clause)
    is_none = (clause.head, *clause.about[:1]) in {("look", "for"), ("set", "up")}
    is_none |= clause.is_passive or is_absent(clause) or names_nothing_visible(clause)
    return clause.head in _MOMENTS and not is_none


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
