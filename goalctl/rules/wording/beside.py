"""The words that join two parts of a goal: whatever says that one thing stands beside another becomes `plus`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.criterion import comparative, has_amount, has_date, has_frequency, has_time_of_its_own
from goalctl.rules.wording.inflection import bases, is_participle
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verb_places import (
    PERIODS,
    PERSONS,
    WEEKDAYS,
    finite_place,
    is_gerund,
    is_verb,
    word_at,
)

PLUS = "plus"
_MARKS = words(", ; . : and but plus")
_NAYS = words("no not never nothing zero none without")
_NUMBERS = words("one two three four five six seven eight nine ten once twice half")
_PEOPLE = PERSONS | words("member members person")
_FEW = 4
_ARTICLES = words("a an the his her my their our")
_FIRST_EVER = words("first new one daily weekly regular")
_LATER = words("feel be become avoid have keep cope know learn understand")
_ADVANCING = (
    verbs.CHANGE
    | verbs.COPING
    | verbs.ENDING
    | words("become bring build cultivate cut develop establish form gain grow maintain step taper")
    | words(
        "address apply discover enrol explore find join learn let pay process pursue rediscover save tackle search seek"
    )
)
_MOVES = words("climbs comes drops falls goes grows rises shrinks")
_MADE = words("amends friends more new peace progress room space time")
_DOWN_TO = {(way, "to") for way in ("back", "cut", "down", "reduced", "up")}
_WORKED = words("on through toward towards at")
_ADJECTIVES = words(
    "big broad clean clear close deep easy fair full high light long neat quick short slow small smooth soft tidy wide"
)
_STANDING_BY = words("be drive lie queue sit stand travel wait watch")
_UP_AND_DOWN = words("back down off up")
_ON_ONESELF = words("getting going keeping looking picking putting setting speaking holding walking")
_FAR = 5
_EVER_SO = words("before ever usual possible he she they i we it anyone others")
_SAME = words("as each every of on")


def with_joints(tokens: Sequence[str]) -> list[str]:
    """The tokens with `plus` in the place of all that says as much: in addition to, coupled with, whilst also."""
    found: list[str] = []
    place = 0
    while place < len(tokens):
        length = _length(tokens, place) if found else 0
        found += [PLUS] if length else [tokens[place]]
        place += length or 1
    return found


def _length(tokens: Sequence[str], place: int) -> int:
    """Of how many words the joint there is made; 0 where none stands there."""
    for phrase, is_meant in _JOINTS.get(tokens[place], ()):
        after = place + len(phrase)
        if tuple(tokens[place:after]) == phrase and after < len(tokens) and is_meant(tokens, place, after):
            return len(phrase)
    return 0


def _always(_tokens: Sequence[str], _place: int, _after: int) -> bool:
    return True


def _behind_a_mark(tokens: Sequence[str], place: int, after: int) -> bool:
    """`, also reads`; not `will also read`."""
    return tokens[place - 1] in _MARKS or (tokens[place - 1] in PERIODS and is_verb(tokens, after))


def _before_new(tokens: Sequence[str], _place: int, after: int) -> bool:
    """Whether an act, or something of another size, follows: along with cutting; not along with his son."""
    token, then = tokens[after], word_at(tokens, after + 1)
    is_somebody = bool(_PEOPLE & set(tokens[after : after + _FEW]))
    is_counted = (token.isdigit() or token in _NUMBERS or token in _NAYS) and not is_somebody
    is_sized = compares(token) or (token in _ARTICLES and (compares(then) or then in _FIRST_EVER))
    return is_gerund(token) or is_counted or is_sized


def _before_other(tokens: Sequence[str], place: int, after: int) -> bool:
    """Behind `as well as` any act, too, or what is undergone; not `as well as he can`."""
    if tokens[after] in _EVER_SO:
        return False
    is_act = is_verb(tokens, after) or is_participle(tokens[after])
    is_act |= tokens[after] in verbs.HANDIWORK and has_amount(" ".join(tokens[after:]))
    return is_act or _before_new(tokens, place, after) or has_time_of_its_own(" ".join(tokens[after:]))


def _before_another_time(tokens: Sequence[str], _place: int, after: int) -> bool:
    return tokens[after] not in _SAME


def _meanwhile(tokens: Sequence[str], place: int, after: int) -> bool:
    """Whether what is done `while` that has a time or a direction of its own: while cutting down; not while waiting."""
    rest = " ".join(tokens[after:])
    if not is_gerund(tokens[after]):
        before = " ".join(tokens[:place])
        is_sized = tokens[after] not in _EVER_SO and has_amount(rest) and has_amount(before)
        is_told = is_sized or (has_frequency(rest) and has_frequency(before))
        return is_told and (finite_place(tokens[after:]) is not None or bool(_MOVES & set(tokens[after:])))
    if bases(tokens[after]) & _STANDING_BY:
        return False
    is_led = bool(bases(tokens[after]) & _ADVANCING) or any(map(compares, tokens[after:]))
    is_led |= bool(_UP_AND_DOWN & set(tokens[after + 1 : after + _FAR])) and tokens[after] not in _ON_ONESELF
    is_led |= tokens[after] == "working" and word_at(tokens, after + 1) in _WORKED
    is_led |= tokens[after] == "making" and word_at(tokens, after + 1) in _MADE
    return is_led or has_time_of_its_own(rest) or has_date(rest)


def _for_an_end(tokens: Sequence[str], place: int, after: int) -> bool:
    """Whether an end is named by a number or a day of its own, or by more or less where the means has no number."""
    if not bases(tokens[after]) & verbs.KNOWN:
        return False
    rest, before = " ".join(tokens[after:]), " ".join(tokens[:place])
    if has_frequency(rest) or has_date(rest):
        return has_frequency(before) or has_date(before)
    return any(map(compares, tokens[after:])) and not has_frequency(before)


def _so_that(tokens: Sequence[str], place: int, after: int) -> bool:
    """Whether what follows from it has a number or a day of its own: so that attacks fall to one a week by June."""
    rest = " ".join(tokens[after:])
    is_measured = tokens[after] not in _NAYS and has_amount(rest) and (has_time_of_its_own(rest) or has_date(rest))
    return is_measured and has_frequency(" ".join(tokens[:place]))


def _for_so_much(tokens: Sequence[str], place: int, after: int) -> bool:
    """Whether a bare `to` behind a time leads to an end with a number of its own: thrice a week to sleep six hours."""
    is_behind = tokens[place - 1] in PERIODS or tokens[place - 1].removesuffix("s") in WEEKDAYS
    is_act = tokens[after] in verbs.KNOWN and not {tokens[after]} & _LATER
    return is_behind and is_act and has_time_of_its_own(" ".join(tokens[after:]))


def _thereby(tokens: Sequence[str], _place: int, after: int) -> bool:
    return is_gerund(tokens[after]) and has_frequency(" ".join(tokens[after:]))


def _with_so_much(tokens: Sequence[str], place: int, after: int) -> bool:
    """`, with the drinking down to nothing`."""
    if tokens[place - 1] != "," or tokens[after] in _NAYS:
        return False
    end = tokens.index(",", after) if "," in tokens[after:] else len(tokens)
    is_often = tokens[end - 1].removesuffix("s") in PERIODS and has_frequency(" ".join(tokens[:place]))
    return is_often or any(pair in _DOWN_TO for pair in pairwise(tokens[after:]))


def compares(token: str) -> bool:
    """Whether it is more or less of something: fewer, calmer, reduced."""
    stem = token.removesuffix("er")
    plain = {stem, stem[:-1], stem + "e", stem.removesuffix("i") + "y"}
    is_degree = token.endswith("er") and bool(plain & (nouns.TRAITS | _ADJECTIVES))
    return is_degree or bool(comparative(token))


_SPOKEN: tuple[tuple[str, Callable[[Sequence[str], int, int], bool]], ...] = (
    ("in addition to that", _always),
    ("in addition to which", _always),
    ("in addition to this", _always),
    ("in addition to", _always),
    ("in addition", _always),
    ("on top of that", _always),
    ("on top of which", _always),
    ("on top of this", _always),
    ("besides which", _always),
    ("besides that", _always),
    ("apart from which", _always),
    ("apart from that", _always),
    ("added to which", _always),
    ("added to that", _always),
    ("after which", _always),
    ("coupled with", _always),
    ("combined with", _always),
    ("paired with", _always),
    ("furthermore", _always),
    ("moreover", _always),
    ("additionally", _always),
    ("likewise", _always),
    ("not to mention", _always),
    ("but also", _always),
    ("and also", _always),
    ("while also", _always),
    ("with the further aim of", _always),
    ("with the further goal of", _always),
    ("with the additional aim of", _always),
    ("with the second aim of", _always),
    ("also", _behind_a_mark),
    ("at the same time", _before_another_time),
    ("along with", _before_new),
    ("together with", _before_new),
    ("alongside", _before_new),
    ("besides", _before_new),
    ("on top of", _before_new),
    ("as well as", _before_other),
    ("while", _meanwhile),
    ("with", _with_so_much),
    ("in order to", _for_an_end),
    ("so as to", _for_an_end),
    ("with a view to", _for_an_end),
    ("so that", _so_that),
    ("to", _for_so_much),
    ("thereby", _thereby),
    ("thus", _thereby),
)
"""What is said between two things, and what must follow or go before so that it joins them; the longer ones first."""

_JOINTS: dict[str, list[tuple[tuple[str, ...], Callable[[Sequence[str], int, int], bool]]]] = {}
for _phrase, _is_meant in _SPOKEN:
    _JOINTS.setdefault(_phrase.partition(" ")[0], []).append((tuple(_phrase.split()), _is_meant))
