"""Thoughts of a risk record, parted by whom they are about: oneself, and what one may do to others."""

from __future__ import annotations

import re
from typing import NamedTuple

from goalctl.analysis.risk.harm_words import A_WEAPON, HURT
from goalctl.analysis.risk.notes import places_of_risk
from goalctl.analysis.risk.said import DENIALS, Said, meaning_of
from goalctl.analysis.risk.shorthand import in_plain_order
from goalctl.analysis.risk.typed import as_typed_plainly
from goalctl.model.expression import Expression
from goalctl.model.session import Concern

_OF_OTHERS, _OF_ONESELF = Expression(r"\b(?:hi|homicid\w*)\b"), Expression(r"\b(?:si|suicid\w*)\b")
_HURTING = Expression(rf"\b(?:{HURT}|hit|beat|shook)")
_SELF = Expression(r"\b(?:him|her|my|it)?self\b(?!-)|\bthemselves\b")
_OF_THOUGHTS = Expression(r"\b(?:si|suicid\w*|ideation|thoughts?|active|passive|yes)\b")
_BARE = Expression(r"(?:hi|homicidal|ideation|thoughts?|plans?|intent|or|and| )+")


class Thoughts(NamedTuple):
    """What a text about thoughts says of oneself, and what of killing others; None for nothing. No word is lost."""

    of_oneself: str | None
    of_others: str | None


def thoughts_in(text: str | None) -> Thoughts:
    """The text parted by whom it is about: `no SI, HI toward his boss`, and `no HI` says nothing of suicide."""
    plain = in_plain_order(as_typed_plainly(text or "").casefold())
    parts = [part.strip() for part in re.split(r"[;,.]", plain) if part.strip()]
    others = [part for part in parts if _names_others(part) and not _names_oneself(part)]
    if not others or _is_one_list(parts, others):
        return Thoughts(text, _of_others_as_well(parts))
    rest, told = ", ".join(part for part in parts if part not in others), ", ".join(others)
    if _says_more(rest, beside=told) or _is_about_oneself(rest):
        return Thoughts(rest, told)
    return Thoughts(None, ", ".join(parts))


def _says_more(rest: str, *, beside: str) -> bool:
    return meaning_of(beside) is Said.DENIED and meaning_of(rest) is Said.PRESENT


def _is_one_list(parts: list[str], others: list[str]) -> bool:
    """Whether one denial stands before all of it: `no suicidal, homicidal ideation`."""
    return len(parts) > len(others) and any(_BARE.fullmatch(part) for part in others)


def _of_others_as_well(parts: list[str]) -> str | None:
    """What tells of others in one breath with oneself: `SI/HI daily`; None where a denial stands before it."""
    is_denied = any(map(_begins_with_denial, parts[:1]))
    about = [part for part in parts if _names_others(part) and (_names_oneself(part) or not is_denied)]
    told = [part for part in about if meaning_of(part) is Said.PRESENT and not _begins_with_denial(part)]
    return ", ".join(told) or None


def _names_others(part: str) -> bool:
    """Whether it is of killing or hurting somebody else, in short or in words: `HI`, `wants to kill his boss`."""
    if _OF_OTHERS.search(part):
        return True
    return bool(_HURTING.search(part)) and any(
        one.concern is Concern.HARM_TO_OTHERS and one.word != A_WEAPON for one in places_of_risk(part)
    )


def _names_oneself(part: str) -> bool:
    if _OF_ONESELF.search(part) or _SELF.search(part):
        return True
    return any(one.concern in {Concern.SUICIDE, Concern.SELF_HARM} for one in places_of_risk(part))


def _begins_with_denial(part: str) -> bool:
    return bool(DENIALS.intersection(part.split()[:1]))


def _is_about_oneself(text: str) -> bool:
    return bool(_OF_THOUGHTS.search(text)) or _names_oneself(text)


def is_about_killing(text: str | None) -> bool:
    """Whether harm in the text is what the client may do to others, and not the other way round."""
    return bool(_OF_OTHERS.search((text or "").casefold()))
