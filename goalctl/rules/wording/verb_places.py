"""Where in a clause the verb stands, whom or what goes before it, and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.rules.wording import verbs
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.topics import TOPICS

ADJUNCT = words(
    """
    after as at before by during every following for from given if in instead on once rather since starting to
    twice upon when while with without
    """
)
_AUXILIARIES = words(
    """
    again also always both can consistently could first he hereby i just may might must now only regularly shall she
    should successfully then they to today usually we will would
    """
)
TO_BE = words("am are be been being is was were")
CATENATIVE = words(
    """
    able aim attempt begin choose continue expect hope intend learn like manage need plan ready start strive try
    want willing wish work
    """
)
_ON = words("each every on")
STARTING = words("begin continue resume start")
_NO_LY = words(
    "apply comply family only rely reply supply multiply daily weekly nightly monthly yearly friendly lonely early"
)
_DETERMINERS = words(
    """
    a about all along aloud an another any at away back both by down each eight every five for four from her herself
    him himself his how in into it its least less me more my nine off on one our out over own seven six some ten
    that the their them themselves three through to two up what with your
    """
)
JOINTS = words("and plus while then but")
_ABLE = words("able willing ready")
STOPS = words("; . :")
NOT_AT_ALL = words("no not never")
_PERSONS = TOPICS["family"] - words("divorce family marriage separation break-up") | words(
    "boss client coach council court doctor employer ex friend judge landlord manager neighbor neighbour nurse school "
    "sponsor teacher"
)
_OWNED = words("a an early her him his it me my the their them us")
_OF_NOUNS = words("about away by for from")
_COUNTING = words("few fewer many neither nobody nothing other several some sometimes today twice weekly yearly daily")
_PREPOSITIONS = words(
    """
    , . ; after and as at before by during each every for from in of on or per than to twice with
    """
)
PERIODS = words("day night week month year session evening morning weekday weekend daily weekly")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday weekday weekend")
_PER = words("a per each every")
_THIRD_PERSON = words("is has does goes")
_NO_THIRD_PERSON = words("his this always its us as")
_SLOW = words("come get grow")


def is_gerund(token: str) -> bool:
    """Whether it is a known verb with its -ing."""
    return token.endswith("ing") and bool(bases(token) & verbs.KNOWN)


def is_third_person(tokens: Sequence[str], place: int) -> bool:
    """Whether a verb with its `-s` stands there rather than a noun in the plural."""
    token = tokens[place]
    if token in _THIRD_PERSON:
        return True
    if not token.endswith("s") or token.endswith("ss") or token in _NO_THIRD_PERSON:
        return False
    fitting = bases(token) & verbs.KNOWN
    if not place:
        return bool(fitting) or begins_object(word_at(tokens, 1))
    if not fitting & verbs.NOUNISH and fitting:
        return True
    return not is_noun_of(tokens, place) and _has_object(tokens, place, is_known=bool(fitting))


def is_noun_of(tokens: Sequence[str], place: int) -> bool:
    """`Tests for hepatitis` is a noun and looks on; `looks for a job` is not."""
    after, then = word_at(tokens, place + 1), word_at(tokens, place + 2)
    return after in _OF_NOUNS and not begins_object(then)


def _has_object(tokens: Sequence[str], place: int, *, is_known: bool) -> bool:
    """Whether an object follows, as in `walks the dog`, and not a period, as in `walks a day`."""
    after = word_at(tokens, place + 1)
    is_counted = after in _PER and word_at(tokens, place + 2) in PERIODS
    if is_known:
        return not is_counted and after != "" and (begins_object(after) or after not in _PREPOSITIONS)
    return not is_counted and (after in _OWNED or after.isdigit())


def begins_object(token: str) -> bool:
    """Whether what a verb is about may begin so."""
    return token in _DETERMINERS or token.isdigit()


def word_at(tokens: Sequence[str], place: int) -> str:
    """The word there; nothing behind the end."""
    return tokens[place] if place < len(tokens) else ""


def verb_place(tokens: Sequence[str], place: int) -> int | None:
    """Where the verb stands that begins here, behind auxiliaries, adverbs and `wants to`; None where none begins."""
    while place < len(tokens):
        leading = _leading(tokens, place)
        if not leading:
            return place
        place += leading
    return None


def _leading(tokens: Sequence[str], place: int) -> int:
    """How many words there only lead to a verb: two of `wants to`, one of `will`, none of the verb itself."""
    token, after, last = tokens[place], word_at(tokens, place + 1), word_at(tokens, place + 2)
    if after == "to" and _leads_to(token, last):
        return 2
    if token in _ON and after.removesuffix("s") in WEEKDAYS:
        return 2
    if is_gerund(after) and bases(token) & STARTING:
        return 1
    if (after, last) == ("how", "to") and "learn" in bases(token):
        return 3
    is_adverb = token.endswith("ly") and token not in _NO_LY
    is_copula = token in TO_BE and (after in _ABLE or last in _ABLE)
    return int(token in _AUXILIARIES or is_adverb or is_copula)


def _leads_to(token: str, verb: str) -> bool:
    """Whether the verb behind its `to` is what counts: `wants to walk`, and `comes to know` but not `comes to eat`."""
    fitting = bases(token)
    is_slow = bool(fitting & _SLOW) and bool(bases(verb) & (verbs.KNOWING | verbs.INNER | verbs.COPING))
    return is_slow or bool(fitting & CATENATIVE)


def participle_place(tokens: Sequence[str], start: int) -> int | None:
    """Where the participle of a passive stands whose subject begins here; None where there is none."""
    for place in range(start, min(len(tokens), start + 12)):
        if tokens[place] in JOINTS or tokens[place] in STOPS:
            return None
        if tokens[place] in TO_BE or tokens[place] in {"get", "gets"}:
            after = next((n for n in range(place + 1, len(tokens)) if not _is_inside_passive(tokens[n])), place)
            if after > place and is_participle(tokens[after]):
                return after
    return None


def _is_inside_passive(word: str) -> bool:
    """Whether it may stand before the participle: has `not been fully` paid."""
    return word in TO_BE or word in {"not", "better", "well", "more", "less"} or word.endswith("ly")


def is_verb(tokens: Sequence[str], place: int) -> bool:
    """Whether the word there is likely to be a verb."""
    token, after = tokens[place], word_at(tokens, place + 1)
    if token in {"no", "not", "never", "nothing", "zero", "half", "all", "both", "such"}:
        return False
    fitting = bases(token) & verbs.KNOWN
    if token.endswith("ed") and token not in verbs.KNOWN:
        return False
    if fitting:
        return after not in (TO_BE - {"being"}) | {"of", "will"}
    return (token.endswith("s") and is_third_person(tokens, place)) or (
        token.isalpha() and after in {"a", "an", "the", "my", "his", "her", "their"} and token not in ADJUNCT
    )


def finite_place(tokens: Sequence[str]) -> int | None:
    """Where a verb in the third person stands behind a subject."""
    for place in range(1, len(tokens)):
        if tokens[place] in JOINTS or tokens[place] == ",":
            return None
        if _is_finite(tokens, place):
            return place
    return None


def _is_finite(tokens: Sequence[str], place: int) -> bool:
    """Whether a known verb stands there behind `will`, or with an `-s` that no noun has."""
    fitting = bases(tokens[place]) & verbs.KNOWN
    if tokens[place - 1] in {"will", "shall"} and tokens[place] not in TO_BE:
        return bool(fitting)
    before, after = tokens[place - 1], word_at(tokens, place + 1)
    is_verb_here = before in _PERSONS or not fitting & verbs.NOUNISH or after in _OWNED
    is_told = after in _PREPOSITIONS and before in _PERSONS
    return bool(fitting) and is_verb_here and _is_name(before) and (is_told or is_third_person(tokens, place))


def _is_name(token: str) -> bool:
    """Whether it may be who or what does something: no article, number or small word is."""
    return token[:1].isalpha() and token not in _DETERMINERS | NOT_AT_ALL | ADJUNCT | _COUNTING
