"""Numbers of a sentence as figures: twenty as 20, an hour and a half as 90 minutes, half a pound as 0.5 pound."""

from __future__ import annotations

import re
from functools import lru_cache

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "once": 1, "twice": 2, "thrice": 3, "dozen": 12,
}  # fmt: skip
_NO_DIGITS = frozenset(["one", "once", "twice", "thrice", "dozen"])
_NAMING = frozenset(["point", "way"])  # a ten-point scale counts nothing
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_PARTS_OF_AN_HOUR = {"half an": 0.5, "a quarter of an": 0.25, "3 quarters of an": 0.75, "an": 1.0}
_BITS = {"bit": ".1", "half": ".5", "quarter": ".25", "3 quarters": ".75"}
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_IN_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)?")
_TEN_AND_ONE = re.compile(r"\b([2-9]0) (?=[1-9]\b)")
_HUNDREDS = re.compile(r"\b(?:a|(\d+)) (hundred|thousand)\b")
_HOURS = re.compile(
    r"\b(half an|a quarter of an|3 quarters of an|an|\d+(?:\.\d+)?) ?(?:hours?|h|hrs?)\b"
    r"(?: (?:and )?(?:(\d+) ?min(?:ute)?s?|([1-5]\d)(?= (?:a|by|each|every|instead|per|rather|to)\b|[ .]*$)"
    r"|(a) (half|quarter)))?"
)
_SECONDS = re.compile(r"\b(\d+) ?min(?:ute)?s? (?:and )?(\d+) ?sec(?:ond)?s?\b")
_A_BIT = re.compile(r"\b(\d+) and (?:a )?(bit|half|quarter|3 quarters)\b")
_HALF = re.compile(r"\bhalf (?:a|an)\b(?! (?:day|dozen|hour))")
_FINE = re.compile(r"\b(?:min(?:ute)?s?|half an?|quarter|h(?:ours?|rs?)? [1-5]\d)\b")
_SHARE = re.compile(r" ?(?:per ?cent\b|percentage points?\b|%)")


@lru_cache(maxsize=256)
def with_digits(text: str) -> str:
    """The text with digits for its number words, all but `one`, and for those before a hyphen: a 10-minute talk."""
    return _TEN_AND_ONE.sub(lambda match: match[1][0], _IN_WORDS.sub(lambda match: _digits(match[0]), text))


def _digits(word: str) -> str:
    first, dash, second = word.partition("-")
    if first in _TENS and (second in _UNITS or not dash):
        return str(_TENS[first] + _UNITS.get(second, 0))
    number = _UNITS.get(first) or _TENS.get(first)
    return word if number is None or first in _NO_DIGITS or second in _NAMING else f"{number}{dash}{second}"


def in_figures(text: str) -> str:
    """The text with figures for its number words, hours as minutes where it speaks of minutes too, and `%`."""
    said = _IN_WORDS.sub(lambda match: _figures(match[0]), _THOUSANDS.sub("", text))
    said = _HUNDREDS.sub(lambda match: str(int(match[1] or 1) * (100 if match[2] == "hundred" else 1000)), said)
    said = _TEN_AND_ONE.sub(lambda match: match[1][0], said)
    said = _HOURS.sub(_minutes, said) if _FINE.search(said) else said
    said = _SECONDS.sub(lambda match: f"{int(match[1]) + int(match[2]) / 60:g} minutes", said)
    said = _A_BIT.sub(lambda match: match[1] + _BITS[match[2]], said)
    return _SHARE.sub("% ", _HALF.sub("0.5", said))


def _figures(word: str) -> str:
    ten, dash, unit = word.partition("-")
    if ten in _TENS and (unit in _UNITS or not dash):
        return str(_TENS[ten] + _UNITS.get(unit, 0))
    if dash and ten in _UNITS and unit in {"point", "minute", "hour", "mile", "kilo", "page"}:
        return f"{_UNITS[ten]}-{unit}"
    return str(_UNITS.get(word, word))


def _minutes(match: re.Match[str]) -> str:
    hours = _PARTS_OF_AN_HOUR.get(match[1]) or float(match[1])
    more = float(match[2] or match[3] or 0) + {"half": 30, "quarter": 15}.get(match[5], 0)
    return f"{60 * hours + more:g} minutes"
