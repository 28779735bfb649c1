"""Where in a clause the verb stands, whom or what goes before it, and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.topics import TOPICS

ADJUNCT = words(
    """
    accompanied after although as asked assisted at because before by challenged despite during every faced following
    for from given having helped if in instead invited left offered on once over per prompted rather reminded seated
    shown since so starting supported teased though throughout to told twice under unless until upon when whenever where
    while with within without
    """
)
AUXILIARIES = words(
    "again also always both can consistently could first he hereby i just may might must now only regularly shall she"
    " should still successfully then they to today usually we will would"
)
TO_BE = words("am are be been being is was were")
CATENATIVE = words(
    """
    able aim attempt begin choose continue expect hope intend learn like manage need plan ready start strive try want
    willing wish work
    """
)
STARTING = words("begin continue resume start")
_DETERMINERS = words(
    """
    a about all along aloud an another any at away back both by down each eight every five for four from her herself him
    himself his how in into it its least less me more my nine off on one our out over own seven six some ten that the
    their them themselves three through to two up what with your
    """
)
JOINTS = words("and plus while then but")
STOPS = words("; . :")
NOT_AT_ALL = words("no not never")
PERSONS = TOPICS["family"] - words("divorce family marriage separation break-up") | words(
    """
    accountant adviser advisor agency attorney authority bank board boss carer carers caseworker charity chemist client
    clinic clinician coach colleague college commission committee company consultant council counsellor counselor court
    dentist department dietitian doctor employer employers ex foreman friend friends gp guardian gym hospital housemate
    hr insurance insurer judge jury keyworker landlady landlord lawyer lender magistrate management manager mediator
    mentor midwife neighbor neighbors neighbour neighbours nurse officer panel people pharmacist pharmacy physician
    physio police prosecutor psychiatrist psychologist roommate school services social-services solicitor sponsor staff
    supervisor surgeon teacher teachers team tenant therapist tribunal tutor union university ward worker workers
    """
)
PLURAL = words(
    "boys brothers carers children employers friends girls kids neighbors neighbours parents people police services"
    " sisters sons staff teachers twins workers"
)
PLURAL |= {person for person in PERSONS if person.removesuffix("s") in PERSONS - {person}}
_PASSING = words("cease disappear ease fade go heal improve say settle stop subside vanish")
_RISING = words("drops falls lifts moves rests rises runs sleeps starts stays turns works")
_SINGULAR = words("he she")
_OWNED = words("a an early her him his it me my the their them us")
_OF_NOUNS = words("about away by for from")
_COUNTING = words("few fewer many neither nobody nothing other several some sometimes today twice weekly yearly daily")
_BEFORE_BEING = words("about after at before by for from of on than to with without")
_PREPOSITIONS = words(
    """
    , . ; after and as at before by during each every for from in of on or per than to twice with
    """
)
PERIODS = words(
    "day fortnight night week month year session evening morning payday weekday weekend workday daily weekly"
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday weekday weekend")
_PER = words("a per each every")
_THIRD_PERSON = words("is has does goes")
_NO_THIRD_PERSON = words("his this always its us as")
_IN_ING = words("bring fling king ring sing spring sting string swing thing wing wring")
_UP_AND_DOWN = words("down up")
NUMBERS = words("two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10")
_TIMES = words("a days evenings hours minutes months mornings nights of out per times weeks years") | {""}
_SMALL = words(
    "across around as behind beside between but either inside later like maybe near neither never nor or outside past"
    " perhaps plus round than together toward towards via whether"
)
_FELT = words("doubt fear hope panic trust worry")
_NOT_BEHIND_VERBS = (TO_BE - {"being"}) | words("of will")
_BEFORE_THINGS = words("a an her his my the their")
_NO_VERBS = words("all both half never no not nothing such zero")
_NOUN_BEFORE = {
    "foster": PERSONS | words("care carer carers child children families home homes parents placement"),
    **dict.fromkeys(words("change decrease increase rise"), frozenset({"in"})),
}
"""What is a verb elsewhere, and a noun before those words."""


def is_gerund(token: str) -> bool:
    """Whether it is a known verb with its -ing."""
    return token.endswith("ing") and token not in _IN_ING and bool(bases(token) & verbs.KNOWN)


def is_third_person(tokens: Sequence[str], place: int) -> bool:
    """Whether a verb with its `-s` stands there rather than a noun in the plural."""
    token = tokens[place]
    if token in _THIRD_PERSON:
        return True
    if not _ends_in_s(token):
        return False
    fitting = bases(token) & verbs.KNOWN
    if not place or (fitting and fitting.isdisjoint(verbs.NOUNISH)):
        return bool(fitting) or (begins_object(word_at(tokens, 1)) and word_at(tokens, 1) not in _UP_AND_DOWN)
    return not is_noun_of(tokens, place) and _has_object(tokens, place, is_known=bool(fitting))


def _ends_in_s(token: str) -> bool:
    return token.endswith("s") and not token.endswith("ss") and token not in _NO_THIRD_PERSON


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
    return not is_counted and (after in _OWNED or after.isdigit() or counts_things(tokens, place + 1))


def counts_things(tokens: Sequence[str], place: int) -> bool:
    """`Two pots`; not `two times a week`, nor `two of four`."""
    return word_at(tokens, place) in NUMBERS and tokens[place].isalpha() and word_at(tokens, place + 1) not in _TIMES


def is_done_to_something(tokens: Sequence[str], place: int) -> bool:
    """Whether a word stands right before a thing, as no noun does: shear the ewes, whittle two spoons."""
    token, after = tokens[place], word_at(tokens, place + 1)
    is_small = not token.isalpha() or token in ADJUNCT | _DETERMINERS | _NO_VERBS | AUXILIARIES | _SMALL
    is_thing = after in _BEFORE_THINGS and word_at(tokens, place + 2) not in PERIODS
    return not is_small and not token.endswith(("s", "ly", "ed")) and (is_thing or counts_things(tokens, place + 1))


def begins_object(token: str) -> bool:
    """Whether what a verb is about may begin so."""
    return token in _DETERMINERS or token.isdigit()


def word_at(tokens: Sequence[str], place: int) -> str:
    """The word there; nothing behind the end."""
    return tokens[place] if place < len(tokens) else ""


def participle_place(tokens: Sequence[str], start: int) -> int | None:
    """Where the participle of a passive stands whose subject begins here; None where there is none."""
    for place in range(start, min(len(tokens), start + 12)):
        if tokens[place] in JOINTS | STOPS:
            return None
        if _begins_passive(tokens, place, start):
            after = next((n for n in range(place + 1, len(tokens)) if not _is_inside_passive(tokens[n])), place)
            if after > place and is_participle(tokens[after]):
                return after
    return None


def _begins_passive(tokens: Sequence[str], place: int, start: int) -> bool:
    """Whether a form of `be` or `get` stands there; not the `being` of `at ease with being alone`."""
    is_noun = tokens[place] == "being" and place > start and tokens[place - 1] in _BEFORE_BEING
    return tokens[place] in TO_BE | {"get", "gets"} and not is_noun


def _is_inside_passive(word: str) -> bool:
    """Whether it may stand before the participle: has `not been fully` paid."""
    return word in TO_BE or word in {"not", "better", "well", "more", "less"} or word.endswith("ly")


def is_verb(tokens: Sequence[str], place: int) -> bool:
    """Whether the word there is likely to be a verb."""
    token, after = tokens[place], word_at(tokens, place + 1)
    if token in _NO_VERBS or (token.endswith("ed") and token not in verbs.KNOWN):
        return False
    if bases(token) & verbs.KNOWN:
        return after not in _NOT_BEHIND_VERBS and not _is_noun_before(tokens, place)
    is_told = token.isalpha() and after in _BEFORE_THINGS and token not in ADJUNCT
    return is_told or is_third_person(tokens, place)


def _is_noun_before(tokens: Sequence[str], place: int) -> bool:
    """`Foster homes`, `worry time is kept short`, `sleep improves`: of two nouns the first, or one before its verb."""
    after = word_at(tokens, place + 1)
    is_second = not begins_object(after) and word_at(tokens, place + 2) in TO_BE
    is_second |= after.endswith("s") and bool(bases(after) & _PASSING)
    return after in _NOUN_BEFORE.get(tokens[place], ()) or (is_second and tokens[place] in verbs.NOUNISH | _FELT)


def finite_place(tokens: Sequence[str]) -> int | None:
    """Where a verb in the third person stands behind a subject."""
    for place in range(1, len(tokens)):
        if tokens[place] in JOINTS or tokens[place] == ",":
            return None
        if _is_finite(tokens, place):
            return place
    return None


def _is_finite(tokens: Sequence[str], place: int) -> bool:
    """Whether a known verb stands there behind `will`, or with an `-s` that no noun has, or any behind somebody."""
    token, before = tokens[place], tokens[place - 1]
    if before in {"will", "shall"} and token not in TO_BE:
        return bool(bases(token) & verbs.KNOWN)
    if before in PERSONS | PLURAL:
        return _is_done_by_somebody(tokens, place)
    if before in _SINGULAR and token.endswith("s"):
        return token not in _NO_THIRD_PERSON
    return _passes_by_itself(tokens, place) or _is_plain_verb(tokens, place)


def _passes_by_itself(tokens: Sequence[str], place: int) -> bool:
    """`My headaches ease`, `the mood lifts`."""
    token, before, is_owned = tokens[place], tokens[place - 1], tokens[0] in _OWNED | {"the"}
    is_rising = token in _RISING and _is_name(before) and (is_owned or before in nouns.FEELINGS)
    return is_rising or (is_owned and before.endswith("s") and token in _PASSING)


def _is_plain_verb(tokens: Sequence[str], place: int) -> bool:
    """Whether a known verb with an `-s` stands there behind what does it, and no noun is written so."""
    fitting = bases(tokens[place]) & verbs.KNOWN
    is_no_noun = fitting.isdisjoint(verbs.NOUNISH) or word_at(tokens, place + 1) in _OWNED
    return bool(fitting) and is_no_noun and _is_name(tokens[place - 1]) and is_third_person(tokens, place)


def _is_done_by_somebody(tokens: Sequence[str], place: int) -> bool:
    """Whether a verb stands there, right behind whoever does it: known, or with an -s and more behind it."""
    token, after = tokens[place], word_at(tokens, place + 1)
    if tokens[place - 1] in PLURAL and (token in verbs.KNOWN or after in _OWNED):
        return True
    if bases(token) & verbs.KNOWN:
        return _is_name(tokens[place - 1]) and (after in _PREPOSITIONS or is_third_person(tokens, place))
    return token.endswith("s") and not token.endswith(("ss", "'s")) and after not in _PREPOSITIONS | {""}


def _is_name(token: str) -> bool:
    """Whether it may be who or what does something: no article, number or small word is."""
    return token[:1].isalpha() and token not in _DETERMINERS | NOT_AT_ALL | ADJUNCT | _COUNTING
