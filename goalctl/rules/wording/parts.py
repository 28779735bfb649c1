"""Where the clauses of a sentence begin, and where in them the verb stands; on words in small letters, by lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalctl.rules.wording import verbs
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words

ADJUNCT = words(
    """
    after as at before by during every following for from given if in on once since starting to twice upon when while
    with
    """
)
_AUXILIARIES = words(
    """
    again also always both can consistently could first he hereby i just may might must now only regularly shall she
    should successfully then they to today usually we will would
    """
)
TO_BE = words("am are be been being is was were")
_CATENATIVE = words(
    """
    able aim attempt begin choose continue expect hope intend learn like manage need plan ready start strive try
    want willing wish work
    """
)
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
_JOINTS = words("and plus while then but")
_ABLE = words("able willing ready")
_LONG_JOINTS = (
    ("in", "addition", "to"),
    ("in", "addition"),
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("besides",),
    ("at", "the", "same", "time"),
    ("on", "top", "of", "that"),
    ("but", "also"),
)
_BESIDE = words("while as along together besides addition")
_THEY = words("he she they we i")
_STOPS = words("; . :")
_NOT_AT_ALL = words("no not never")
_OWNERS = words("his her my their our the all")
_PREPOSITIONS = words(
    """
    , . ; after and as at before by during each every for from in of on or per than to twice with
    """
)
_PERIODS = words("day night week month year session evening morning weekday weekend daily weekly")
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday weekday weekend")
_PER = words("a per each every")
_THIRD_PERSON = words("is has does goes")
_NO_THIRD_PERSON = words("his this always its us as")
_SLOW = words("come get grow")


def parts_of(tokens: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The tokens of each clause, with what joins it to the one before."""
    start, joint, place = 0, "", 0
    while place < len(tokens):
        after = _skip_joints(tokens, place)
        if after > place:
            is_inside = start < place and after < len(tokens)
            if is_inside and _begins_clause(tokens, after, start, " ".join(tokens[place:after])):
                yield joint, list(tokens[start:place])
                start, joint = after, " ".join(tokens[place:after])
            place = max(after, place + 1)
        else:
            place += 1
    if start < len(tokens):
        yield joint, list(tokens[start:])


def _skip_joints(tokens: Sequence[str], place: int) -> int:
    """Where what follows a mark or a joining word begins; the place itself where none stands there."""
    while place < len(tokens) and (tokens[place] in _JOINTS or tokens[place] in ",;.:\u2013"):
        place += 1
    for phrase in _LONG_JOINTS:
        if tuple(tokens[place : place + len(phrase)]) == phrase:
            return place + len(phrase)
    return place


def _begins_clause(tokens: Sequence[str], place: int, start: int, joint: str) -> bool:
    """Whether a verb like the first one, or a subject with its own verb, stands there."""
    first, here = verb_place(tokens, start), verb_place(tokens, place)
    if first is None or here is None:
        return False
    if joint in _STOPS or _begins_anew(tokens, (start, first), (place, here)):
        return True
    if _BESIDE & set(joint.split()):
        return _is_gerund(tokens[here]) or _are_alike(tokens, first, here)
    if not is_verb(tokens, first):
        return tokens[place] == "no" or (tokens[start] in _NOT_AT_ALL and _is_third_person(tokens, here))
    return _is_coordinate(tokens, (start, first), (place, here))


def _begins_anew(tokens: Sequence[str], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a new subject, `will` or, behind a time, any verb stands there."""
    (start, first), (place, here) = one, other
    has_verb = is_verb(tokens, first)
    if here > place and tokens[place] in _THEY:
        return has_verb or finite_place(tokens[:place]) is not None
    if participle_place(tokens, place) is not None:
        return participle_place(tokens, start) is not None or tokens[place] in _OWNERS
    is_told = has_verb and bool(bases(tokens[here]) & verbs.KNOWN) and _is_after_a_time(tokens, place)
    return is_told or (here > place and tokens[place] in {"will", "shall"})


def _is_coordinate(tokens: Sequence[str], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two verbs stand in the same form, or the words before them do: wants to walk and learns to swim."""
    (start, first), (place, here) = one, other
    spoken = next((n for n in range(start, first) if bases(tokens[n]) & _CATENATIVE), first)
    heard = next((n for n in range(place, here) if bases(tokens[n]) & _CATENATIVE), here)
    return _are_alike(tokens, spoken, heard) or _are_alike(tokens, first, here)


def _is_gerund(token: str) -> bool:
    return token.endswith("ing") and bool(bases(token) & verbs.KNOWN)


def _is_after_a_time(tokens: Sequence[str], place: int) -> bool:
    """Whether a time ends before the joint, as in `three meals a day, exercises twice a week`: then no list goes on."""
    before = next((token for token in reversed(tokens[:place]) if token.isalnum() and token not in _JOINTS), "")
    return before in _PERIODS or before.removesuffix("s") in _WEEKDAYS


def _are_alike(tokens: Sequence[str], first: int, other: int) -> bool:
    """Whether two verbs stand in the same form, the second with an object or at least known for a verb."""
    one, two = tokens[first], tokens[other]
    if one.endswith("ing") and one not in verbs.KNOWN:
        return two.endswith("ing") and bool(bases(two) & verbs.KNOWN)
    if _is_third_person(tokens, first):
        return _is_third_person(tokens, other)
    return two in verbs.KNOWN and (two not in verbs.NOUNISH or _begins_object(_word_at(tokens, other + 1)))


def _is_third_person(tokens: Sequence[str], place: int) -> bool:
    """Whether a verb with its `-s` stands there rather than a noun in the plural."""
    token = tokens[place]
    if token in _THIRD_PERSON:
        return True
    if not token.endswith("s") or token.endswith("ss") or token in _NO_THIRD_PERSON:
        return False
    fitting = bases(token) & verbs.KNOWN
    if not place:
        return bool(fitting) or _begins_object(_word_at(tokens, 1))
    is_plain = bool(fitting) and not fitting & verbs.NOUNISH
    return is_plain or _has_object(tokens, place, is_known=bool(fitting))


def _has_object(tokens: Sequence[str], place: int, *, is_known: bool) -> bool:
    """Whether an object follows, as in `walks the dog`, and not a period, as in `walks a day`."""
    after = _word_at(tokens, place + 1)
    is_counted = after in _PER and _word_at(tokens, place + 2) in _PERIODS
    return not is_counted and (_begins_object(after) or (is_known and after != "" and after not in _PREPOSITIONS))


def _begins_object(token: str) -> bool:
    return token in _DETERMINERS or token.isdigit()


def _word_at(tokens: Sequence[str], place: int) -> str:
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
    token, after, last = tokens[place], _word_at(tokens, place + 1), _word_at(tokens, place + 2)
    if after == "to" and _leads_to(token, last):
        return 2
    is_adverb = token.endswith("ly") and token not in _NO_LY
    is_copula = token in TO_BE and (after in _ABLE or last in _ABLE)
    return int(token in _AUXILIARIES or is_adverb or is_copula)


def _leads_to(token: str, verb: str) -> bool:
    """Whether the verb behind its `to` is what counts: `wants to walk`, and `comes to know` but not `comes to eat`."""
    fitting = bases(token)
    is_slow = bool(fitting & _SLOW) and bool(bases(verb) & (verbs.KNOWING | verbs.INNER | verbs.COPING))
    return is_slow or bool(fitting & _CATENATIVE)


def participle_place(tokens: Sequence[str], start: int) -> int | None:
    """Where the participle of a passive stands whose subject begins here; None where there is none."""
    for place in range(start, min(len(tokens), start + 12)):
        if tokens[place] in _JOINTS or tokens[place] in _STOPS:
            return None
        if tokens[place] in TO_BE or tokens[place] in {"get", "gets"}:
            after = next((n for n in range(place + 1, len(tokens)) if not _is_inside_passive(tokens[n])), place)
            if after > place and is_participle(tokens[after]):
                return after
    return None


def _is_inside_passive(word: str) -> bool:
    """Whether it may stand before the participle: has `not been fully` paid."""
    return word in TO_BE or word == "not" or word.endswith("ly")


def is_verb(tokens: Sequence[str], place: int) -> bool:
    """Whether the word there is likely to be a verb."""
    token, after = tokens[place], _word_at(tokens, place + 1)
    if token in {"no", "not", "never", "don't", "nothing", "zero"}:
        return False
    fitting = bases(token) & verbs.KNOWN
    if token.endswith("ed") and token not in verbs.KNOWN:
        return False
    if fitting:
        return after not in TO_BE | {"of", "will"}
    return (token.endswith("s") and _is_third_person(tokens, place)) or (
        token.isalpha() and after in {"a", "an", "the", "my", "his", "her", "their"} and token not in ADJUNCT
    )


def finite_place(tokens: Sequence[str]) -> int | None:
    """Where a verb in the third person stands behind a subject."""
    for place in range(1, len(tokens)):
        if tokens[place] in _JOINTS or tokens[place] == ",":
            return None
        if _is_finite(tokens, place):
            return place
    return None


def _is_finite(tokens: Sequence[str], place: int) -> bool:
    """Whether a known verb stands there behind `will`, or with an `-s` that no noun has."""
    fitting = bases(tokens[place]) & verbs.KNOWN
    if tokens[place - 1] in {"will", "shall"} and tokens[place] not in TO_BE:
        return bool(fitting)
    return bool(fitting) and not fitting & verbs.NOUNISH and _is_third_person(tokens, place)
