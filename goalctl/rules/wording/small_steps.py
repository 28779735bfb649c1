"""How far it goes by the words alone: from twenty a day to nineteen, six hours and ten minutes instead of six hours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from goalctl.rules.wording.patterns import Phrases

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "once": 1, "twice": 2,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_FRACTIONS = {"half an": 0.5, "a quarter of an": 0.25, "three quarters of an": 0.75, "an": 1, "a": 1}
_TELLING = frozenset(["from", "instead", "rather", "not", "place"])  # without one of them no pattern fits
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_IN_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)?")
_TEN_AND_ONE = re.compile(r"\b([2-9]0) (?=[1-9]\b)")
_HUNDREDS = re.compile(r"\b(?:a|(\d+)) (hundred|thousand)\b")
_HOURS = re.compile(
    r"\b(half an|a quarter of an|3 quarters of an|an|\d+(?:\.\d+)?) (?:hours?|h|hrs?)\b"
    r"(?: (?:and )?(?:(\d+) min(?:ute)?s?|(a) (half|quarter)))?"
)
_A_BIT = re.compile(r"\b(\d+) and a (bit|half)\b")
_MINUTES = re.compile(r"\b(?:min(?:ute)?s?|half an?|quarter)\b")
_N = r"(?<![\d:.])(?!\d+\.[0134][05]\b)\d+(?:\.\d+)?(?![:\d])"  # no time of the day
_GAP = r"%?(?: [a-z%$\u00a3-]+){0,6}?"
_WAYS = Phrases(
    rf"\bfrom (?:[a-z]+ ){{0,3}}?(?P<start>{_N})(?: (?:to|or) (?P<upper>{_N})(?={_GAP} to ))?{_GAP} to (?:[a-z]+ )?"
    rf"(?P<end>{_N})\b",
    rf"\b(?P<less>{_N}){_GAP},? (?:instead of|rather than|not|in place of) (?:(?!to\b)[a-z]+ ){{0,2}}?(?P<now>{_N})"
    rf"(?:(?: to | or |-|\u2013)(?P<most>{_N}))?\b",
)
_FORM = Phrases(
    r"\b(?P<form>(?:phq|gad|core|pcl|k|who|bdi|isi|wsas|audit|pss|dass|oq|epds|hads|ors|srs)-?(?:\d+|ii)?)\b"
)
_SCALE = Phrases(
    r"\b[01] ?(?:-|\u2013|to) ?(?P<high>100?)\b", r"\bout of (?P<of>100?)\b", r"\b(?P<points>100?)-point\b"
)
_SHARE = Phrases("%", r"\bper ?cent\b")


@dataclass(frozen=True)
class Way:
    """From where to where the words say that it goes; `scale` is 0 where they name none, `form` the form they name."""

    start: float
    end: float
    scale: float = 0
    form: str = ""
    is_in_range: bool = False


def way_in_words(text: str) -> Way | None:
    """The way that a sentence states, None where it states none."""
    if not _TELLING & set(text.split()):
        return None
    said = in_figures(text)
    found = _WAYS.groups(said)
    if not found:
        return None
    start, end = (float(found.get(one) or found[other]) for one, other in (("start", "now"), ("end", "less")))
    most = float(found.get("upper") or found.get("most") or 0)
    form = _FORM.groups(said.partition(" from ")[0]).get("form", "")
    return Way(start, end, _scale(said), form, is_in_range=start <= end <= most)


def in_figures(text: str) -> str:
    """The text with figures for its number words, and hours as minutes where it speaks of minutes too."""
    said = _IN_WORDS.sub(lambda match: _figures(match[0]), _THOUSANDS.sub("", text))
    said = _HUNDREDS.sub(lambda match: str(int(match[1] or 1) * (100 if match[2] == "hundred" else 1000)), said)
    said = _TEN_AND_ONE.sub(lambda match: match[1][0], said)
    said = _HOURS.sub(_minutes, said) if _MINUTES.search(said) else said
    return _A_BIT.sub(lambda match: f"{match[1]}.{'1' if match[2] == 'bit' else '5'}", said)


def _figures(word: str) -> str:
    ten, dash, unit = word.partition("-")
    if ten in _TENS and (unit in _UNITS or not dash):
        return str(_TENS[ten] + _UNITS.get(unit, 0))
    if word.endswith("-point") and ten in _UNITS:
        return f"{_UNITS[ten]}-point"
    return str(_UNITS.get(word, word))


def _minutes(match: re.Match[str]) -> str:
    hours = _FRACTIONS.get(match[1].replace("3", "three")) or float(match[1])
    more = float(match[2] or 0) + {"half": 30, "quarter": 15}.get(match[4], 0)
    return f"{60 * hours + more:g} minutes"


def _scale(said: str) -> float:
    named = next(iter(_SCALE.groups(said).values()), "")
    return 100 if _SHARE.stand_in(said) else float(named or 0)
