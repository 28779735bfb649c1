"""Whether a note speaks of suicide, harm or a weapon, so that saving it without a risk record asks once.

Data, not a parser: a list of patterns with the word that each stands for. A denial counts too, because what was asked
and denied belongs in a record; a manner of speaking ("killing time", "dying to go") is taken out before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from goalctl.analysis.risk.harm_words import HARM_WORDS
from goalctl.analysis.risk.manners import MANNERS_OF_SPEAKING
from goalctl.analysis.risk.own_ways import WAYS
from goalctl.analysis.risk.own_words import OWN_WORDS
from goalctl.analysis.risk.screens import SCREENS
from goalctl.analysis.risk.stems import STEMS
from goalctl.analysis.risk.typed import as_typed_plainly
from goalctl.model.expression import Expression
from goalctl.model.session import Concern

_NEW_LINE = Expression(
    r"(?<![,:(/&+])(?<!\b(?:an|or|of|to|no|by|in|on|is))(?<!\b(?:and|the|any|nor|not|for|was|has|his|her))(?<!\bwith)"
    r"(?<!\bthat)(?<!\bdenies)(?<!\bdenied) *\r?\n\s*(?:[-*\u2022\u2013] +|\d{1,2}[.)] +)?"
    r"(?=[A-Z\d+]|(?<=[-*\u2022\u2013] )|(?<=[.)] ))"
)
_END = Expression(r"(?:[.;!]|\?(?! (?:a(?:nswer)?: ?)?(?:no|none|nil|denie[sd])\b))\s+", re.IGNORECASE)


_SPOKEN_OF = (*OWN_WORDS, *WAYS, *SCREENS, *HARM_WORDS)


def patterns() -> tuple[str, ...]:
    """What is looked for, the manners of speaking first."""
    return ("|".join(MANNERS_OF_SPEAKING), *(rf"\b(?:{pattern})\b" for _, _, pattern in _SPOKEN_OF))


@cache
def _expressions() -> tuple[Expression, ...]:
    """The same, each compiled for a text that has one of its stems: it takes longer than reading any."""
    found = zip(patterns(), STEMS, strict=True)
    return tuple(Expression(pattern, re.IGNORECASE, stems=stems) for pattern, stems in found)


def _without_manners(text: str) -> str:
    return _expressions()[0].sub(" ", text)


class RiskPlace(NamedTuple):
    """Where a text, as `sentences_of` gives it, speaks of something, and the word for it."""

    start: int
    end: int
    concern: Concern
    word: str


def sentences_of(text: str) -> list[str]:
    """The sentences as they are read, without manners of speaking; a line that begins anew is one, as in a telegram."""
    return _END.split(_without_manners(as_typed_plainly(_NEW_LINE.sub(". ", text))))


def places_of_risk(text: str) -> list[RiskPlace]:
    """Every place in which the text speaks of something, in their order."""
    plain = _without_manners(as_typed_plainly(text))
    asked = zip(_SPOKEN_OF, _expressions()[1:], strict=True)
    found = ((match, concern, word) for (concern, word, _), each in asked for match in each.finditer(plain))
    return sorted(RiskPlace(match.start(), match.end(), concern, word) for match, concern, word in found)


def speaks_of_risk(text: str) -> tuple[tuple[Concern, str], ...]:
    """What the text speaks of, as concern and word, each once and by its place in the text; empty when of none."""
    return tuple(dict.fromkeys((one.concern, one.word) for one in places_of_risk(text)))
