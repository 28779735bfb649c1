"""What somebody's words of a day say of risk beside the records of that day: more than those asked, or found.

Where there is a record, words that say something is so ("he wants to die") are told if it did not ask about that, or
found nothing; words that deny it, or tell of another time, are not. A weapon may be meant for anybody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.risk.notes import RiskPlace, places_of_risk, sentences_of
from goalctl.analysis.risk.recorded import HARM, concerns_recorded
from goalctl.analysis.risk.said import is_long_past
from goalctl.model.session import Concern, Risk

_OF_ANYBODY = "a weapon"
_OWN = frozenset({Concern.SUICIDE, Concern.SELF_HARM})
_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|never|none|nor|neither|den(?:y|ie[sd]|ying)|denial|without|nil|neg\w*|\w+n't)\b"
)
_WHAT = r"^ ?(?:/ ?hi\b)? ?(?:thoughts?|ideation|intent|urges?)? ?"
_DENIED_BEHIND = re.compile(
    rf"{_WHAT}(?:[:=] ?|- )?(?:(?:was |were |is |are )?(?:denie[ds]|nil|none|no|absent|neg\w*|not)\b|\(-\)|- ?$)"
)
_DENIED_ITSELF = re.compile(r"(?:no|denie[sd]) (?:si|h\.?i)")
_TURN = re.compile(
    r"\b(?:but|however|although|though|yet|except)\b"
    r"|(?:,|\band) (?:(?:he|she|they|client|now|also) )*(?=(?:wants?|wish(?:es)?|says|reports|feels|thinks|has)\b)",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:para)?suicid(?:e|al|ality)|s[./]?i|s\.?i\.? with(?:out)?|si/hi|nssi|dsh|sib|tash|sh urges?|sh thoughts"
    r"|self[- ]?(?:harm|injur|mutilat|poison)\w*|homicid(?:e|al)"
    r"|ipv|dv|violence|(?:domestic|sexual|physical) (?:abuse|assault)"
)
_MORE = "increas|wors|escalat|persist|intermittent|constant|chronic|fluctuat|recurr|return"
_TOLD_BEHIND = re.compile(
    rf"{_WHAT}[:=,(]? ?(?:\+|daily|active|passive|present|yes|most|every|again|back|on \w|{_MORE}"
    r"|(?:with|without|w/o?) (?:an? |any |no )?(?:plan|intent|means)"
    r"|attempt\w* (?:yesterday|today|tonight|last|this|on)\b)"
)
_TELLS = re.compile(
    r"\b(?:disclos|report|admit|endors|express|has|having|had|feel|felt|want|think|thought|say|said)\w*|\+\)? ?$"
)
_IS_SO = re.compile(r"\b(?:is|was|remain\w*|still|bec[oa]mes?|(?:acute|active|chronic|passive)ly) $")
_IS_ASKED = re.compile(r"\b(?:whether|if)\b")


class Beside(StrEnum):
    """How words about risk stand to the records of their day."""

    NO_RECORD = "there is no risk record of that day"
    NOT_ASKED = "no risk record of that day asks about it"
    NOT_FOUND = "the risk record of that day found nothing"


class Untold(NamedTuple):
    """The words for what is spoken of, and how the records leave it."""

    words: tuple[str, ...]
    beside: Beside


def untold(text: str, records: Iterable[Risk], *, on: date) -> Untold | None:
    """What the text speaks of and the records of the day do not answer; None for nothing."""
    asked = [one for risk in records for one in concerns_recorded(risk, on=on) if one.reach]
    if not asked:
        return _untold((one.word for one in places_of_risk(text)), Beside.NO_RECORD)
    found = {one.concern for one in asked if one.found or one.past}
    is_so = [(concern, word) for concern, word in _told_as_so(text, on) if word != _OF_ANYBODY]
    not_asked = _untold(_beyond(is_so, {one.concern for one in asked}), Beside.NOT_ASKED)
    return not_asked or _untold(_beyond(is_so, found), Beside.NOT_FOUND)


def _untold(words: Iterable[str], beside: Beside) -> Untold | None:
    told = tuple(dict.fromkeys(words))
    return Untold(told, beside) if told else None


def _beyond(spoken: Iterable[tuple[Concern, str]], known: Collection[Concern]) -> list[str]:
    """The words about what is none of these concerns, nor beside one of them."""
    return [word for concern, word in spoken if _side_of(concern).isdisjoint(known)]


def _side_of(concern: Concern) -> frozenset[Concern]:
    return next((side for side in (_OWN, HARM) if concern in side), frozenset({concern}))


def _told_as_so(text: str, on: date) -> Iterator[tuple[Concern, str]]:
    """What a part of a sentence says is so now; one that only names the topic says nothing."""
    for part in (part for sentence in sentences_of(text) for part in _TURN.split(sentence)):
        if not is_long_past(part, on=on):
            yield from ((one.concern, one.word) for one in places_of_risk(part) if _is_so(part.casefold(), one))


def _is_so(part: str, one: RiskPlace) -> bool:
    before, named, behind = part[: one.start], part[one.start : one.end], part[one.end :]
    if _DENIED_ITSELF.fullmatch(named) or _DENIED_BEFORE.search(before) or _DENIED_BEHIND.search(behind):
        return False
    return not _TOPIC.fullmatch(named) or _says_so(before, named, behind)


def _says_so(before: str, named: str, behind: str) -> bool:
    """Whether what stands around the name of a topic says that it is so."""
    is_the_client = named in {"suicidal", "homicidal"} and _IS_SO.search(before) and not _IS_ASKED.search(before)
    return bool(is_the_client or _TELLS.search(before) or _TOLD_BEHIND.search(behind))
