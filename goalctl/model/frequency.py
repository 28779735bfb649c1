"""How often something happens, from the text that a person wrote: `2w`, `4 sessions`, `3 per week`, `as needed`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from goalctl.model.scalars import KNOWN, Duration, ScalarError, duration_from, excerpt

_SESSIONS = re.compile(r"(\d{1,3}) sessions?", re.ASCII)
AS_NEEDED = "as needed"
DAYS_OF = {"day": 1, "week": 7, "month": 30}
_TIMES = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_OFTEN = r"(?:(?P<word>once|twice)|(?P<often>\d{1,2}|one|two|three|four|five|six|seven)(?: ?x| times)"
_RATE = re.compile(rf"{_OFTEN}?) ?(?:per|a|an|each|every|/) ?(?P<per>day|week|month)", re.ASCII)
_LY = re.compile(rf"{_OFTEN}) (?P<per>daily|weekly|monthly)", re.ASCII)  # never `3 weekly`: to some every three weeks
_A_DAY = {"daily": "day", "weekly": "week", "monthly": "month"}
_OTHER = {"other ": 2, "second ": 2, None: 1}
_LETTER = re.compile(r"(?<!\\)[a-z]")
_EVERY = re.compile(r"(?:every )?(?P<count>\d{1,3} ?|other |second )?(?P<unit>day|week|month)s?", re.ASCII)


@dataclass(frozen=True, slots=True)
class EverySessions:
    """An interval counted in sessions, `4 sessions`."""

    count: int

    def __str__(self) -> str:
        return f"{self.count} session{'s' if self.count > 1 else ''}"


@lru_cache(KNOWN)
def interval_from(text: str) -> Duration | EverySessions:
    """A stretch of time, `4w`, or a number of sessions, `4 sessions`."""
    match = _SESSIONS.fullmatch(text)
    if match and int(match[1]) > 0:
        return EverySessions(int(match[1]))
    try:
        return duration_from(text)
    except ScalarError:
        raise ScalarError("E127", f"'{excerpt(text)}' is not an interval", "write 4w, or 4 sessions") from None


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times in a day, a week or a month: `3 per week`, `2 per month`."""

    count: int
    per: str

    def __str__(self) -> str:
        return f"{self.count} per {self.per}"


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """No fixed rhythm: `as needed`."""

    def __str__(self) -> str:
        return AS_NEEDED


Frequency = Duration | EverySessions | Rate | AsNeeded
EACH: dict[str, Frequency] = {
    "daily": Duration(1, "d"),
    "weekly": Duration(1, "w"),
    "fortnightly": Duration(2, "w"),
    "monthly": Duration(1, "m"),
    AS_NEEDED: AsNeeded(),
}


def regex() -> str:
    """What `frequency_from` reads, for a schema: without names, in small letters and capitals, with any blanks."""
    several = "|".join([*EACH, *(one.pattern for one in (_RATE, _LY, _EVERY, _SESSIONS)), r"\d{1,4}(?:d|w|m|y)"])
    several = rf"(?!\D*0+\D)(?:{several})"  # none at all is no rhythm
    plain = re.sub(r"\?P<\w+>", "", several).replace(" ?", r"\s*").replace(" ", r"\s+")
    return rf"\s*({re.sub(_LETTER, lambda letter: f'[{letter[0]}{letter[0].upper()}]', plain)})\s*"


def is_new_frequency(text: object) -> bool:
    """Whether a reader of format 1 would refuse it: that one knows `2w` and `4 sessions` only."""
    try:
        interval_from(str(text))
    except ScalarError:
        return True
    return False


@lru_cache(KNOWN)
def frequency_from(text: str) -> Frequency:
    """How often: `2w` or `every 2 weeks`, `4 sessions`, `3 per week`, `twice a month`, `weekly`, `as needed`."""
    words = " ".join(text.lower().split())
    try:
        return EACH.get(words) or _rate(words) or _rhythm(words) or interval_from(words)
    except ScalarError:
        hint = "write 2w (every two weeks), 3 per week, twice a month, 4 sessions or as needed"
        raise ScalarError("E127", f"'{excerpt(text)}' does not say how often", hint) from None


def _rate(words: str) -> Rate | None:
    """`3 per week`, `twice a month`, `twice weekly`; none at all is no rate."""
    match = _RATE.fullmatch(words) or _LY.fullmatch(words)
    if match is None:
        return None
    often = match["word"] or match["often"]
    count = _TIMES.get(often) or int(often)
    return Rate(count, _A_DAY.get(match["per"], match["per"])) if count else None


def _rhythm(words: str) -> Duration | None:
    """`every 2 weeks`, `every week`, `every other week`."""
    match = _EVERY.fullmatch(words)
    if match is None:
        return None
    count = _OTHER.get(match["count"]) or int(match["count"])
    return Duration(count, match["unit"][0]) if count else None
