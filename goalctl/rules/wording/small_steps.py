"""How far it goes by the words alone: from twenty a day to nineteen."""

from __future__ import annotations

from dataclasses import dataclass

from goalctl.rules.wording.patterns import Phrases

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "once": 1, "twice": 2,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_FRACTIONS = {
    "half an hour": 30,
    "a quarter of an hour": 15,
    "three quarters of an hour": 45,
    "an hour": 60,
    "a hundred": 100,
}
_ANY = "|".join(
    (*_FRACTIONS, *(f"{ten}(?:[- ](?:{'|'.join(_UNITS)}))?" for ten in _TENS), *reversed(_UNITS), r"\d+(?:\.\d+)?")
)
_NUMBER = rf"(?:{_ANY})(?: and a bit)?"
_RANGE = rf"(?:{_NUMBER})(?: (?:to|or) (?:{_NUMBER}))?"
_GAP = r"(?: [a-z%$\u00a3-]+){0,6}?"
_WAYS = Phrases(
    rf"\bfrom (?:about |the present |around )?(?P<start>{_NUMBER})%?{_GAP} (?:down |up )?to (?:about "
    rf"|around )?(?P<end>{_NUMBER})\b",
)
_INSTEAD = Phrases(
    rf"\b(?P<end>{_NUMBER})\b{_GAP} (?:instead of|rather than|not|in place of) (?:the )?(?:present |current |usual "
    rf"|now |about )?(?P<start>{_RANGE})\b",
)
_TELLING = frozenset(["from", "instead", "rather", "not", "place"])  # without one of them no pattern fits
_FORM = Phrases(
    r"\b(?P<form>(?:phq|gad|core|pcl|k|who|bdi|isi|wsas|audit|pss|dass|oq|epds|hads|ors|srs)-?(?:\d+|ii)?)\b"
)
_SCALE = Phrases(
    r"\b(?P<low>[01]) ?(?:-|\u2013|to) ?(?P<high>10|100)\b",
    r"\bout of (?P<outof>10|100)\b",
    r"\b(?P<points>10|ten|100|hundred)-point\b",
)


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
    found = _WAYS.groups(text) or _INSTEAD.groups(text)
    if not found:
        return None
    low, *high = (_value(part) for part in _split_range(found["start"]))
    end = _value(found["end"])
    is_in_range = bool(high) and min(low, *high) <= end <= max(low, *high)
    form = _FORM.groups(text.partition(" from ")[0]).get("form", "")
    return Way(low, end, _scale(text), form, is_in_range=is_in_range)


def _split_range(text: str) -> list[str]:
    return text.replace(" or ", " to ").split(" to ")


def _scale(text: str) -> float:
    found = _SCALE.groups(text)
    if "%" in text or "per cent" in text or "percent" in text:
        return 100
    named = found.get("high") or found.get("outof") or found.get("points")
    return {"ten": 10.0, "hundred": 100.0}.get(named, 0) or float(named) if named else 0


def _value(text: str) -> float:
    bit = 0.1 if text.endswith(" and a bit") else 0
    text = text.removesuffix(" and a bit")
    if text in _FRACTIONS:
        return _FRACTIONS[text] + bit
    ten, _, unit = text.replace("-", " ").partition(" ")
    if ten in _TENS:
        return _TENS[ten] + _UNITS.get(unit, 0) + bit
    return _UNITS[text] + bit if text in _UNITS else float(text) + bit
