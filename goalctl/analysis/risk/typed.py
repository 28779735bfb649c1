"""Text as it was typed, in the plain letters that words about risk are looked for in."""

from __future__ import annotations

import re
import unicodedata

from goalctl.model.expression import Expression

_MARK_ON_A_LETTER = Expression(r"([A-Za-z])[\u0300-\u036f]+")
_APOSTROPHE = Expression("[\u2018\u2019\u02bc\u00b4`]")
_DASH = Expression("[\u2010-\u2015\u2212]")
_BROKEN_WORD = Expression(r"(?<=\w)-\s*\n\s*(?=\w)")
_NO_APOSTROPHE = Expression(r"\b(do|does|did|would|could|should|was|were|is|are|has|have|had|ca|wo)nt\b", re.IGNORECASE)


def as_typed_plainly(text: str) -> str:
    """The text in one line of plain letters: without accents, broken words, marks that nobody sees, odd dashes."""
    text = unicodedata.normalize("NFKD", _APOSTROPHE.sub("'", text))
    text = unicodedata.normalize("NFC", _MARK_ON_A_LETTER.sub(r"\1", text))
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf")
    joined = _BROKEN_WORD.sub("", _DASH.sub("-", seen))
    return _NO_APOSTROPHE.sub(r"\1n't", " ".join(joined.split()))
