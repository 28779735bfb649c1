"""Text as it was typed, in the plain letters that words about risk are looked for in."""

from __future__ import annotations

import re
import unicodedata

from goalctl.model.expression import Expression

_MARK_ON_A_LETTER = Expression(r"([A-Za-z])[\u0300-\u036f]+")
_APOSTROPHE = Expression("[\u2018\u2019\u02bc\u00b4`]")
_DASH = Expression("[\u2010-\u2015\u2212]")
_BROKEN_WORD = Expression(r"(?<=\w)-\s*\n\s*(?=\w)")
_NO_APOSTROPHE = Expression(
    r"\b(do|does|did|would|could|should|was|were|is|are|has|have|had|ca|wo)n[ ;]?t\b", re.IGNORECASE
)
_JOINED_NOT = Expression(r"\b(do|does|did|would|could|should|was|were|is|are|has|have|had)not\b", re.IGNORECASE)
_PARTED_SELF = Expression(
    r"\b(him|her|my|your|them|our) (self|selves)(?=$|[.,;:!?)\"']| (?:and|or|but|with|by|if|when|in|on|at|again|last|to"
    r"|tonight|today|every|before|because)\b)",
    re.IGNORECASE,
)
_WANNA = Expression(r"\b(wan|gon)na\b", re.IGNORECASE)
_ODD_S = Expression(r"\b(want|wish|feel|think|say)'s\b", re.IGNORECASE)
_WORD = Expression(r"[A-Za-z]{5,}")
_AS_SPELT = {
    (word[0], *sorted(word)): word
    for word in (
        "wants",
        "wanted",
        "wishes",
        "myself",
        "himself",
        "herself",
        "themselves",
        "killed",
        "killing",
        "suicide",
        "suicidal",
        "harming",
        "hanging",
        "cutting",
        "tablets",
        "ideation",
        "thoughts",
        "attempted",
    )
}  # no word that is another in another order: Denise denies nothing


def as_typed_plainly(text: str) -> str:
    """The text in one line of plain letters: without accents, broken words, marks that nobody sees, odd dashes."""
    text = unicodedata.normalize("NFKD", _APOSTROPHE.sub("'", text))
    text = unicodedata.normalize("NFC", _MARK_ON_A_LETTER.sub(r"\1", text))
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf")
    joined = _BROKEN_WORD.sub("", _DASH.sub("-", seen))
    whole = _NO_APOSTROPHE.sub(r"\1n't", " ".join(joined.split()))
    for pattern, other in ((_JOINED_NOT, r"\1 not"), (_PARTED_SELF, r"\1\2"), (_ODD_S, r"\1s")):
        whole = pattern.sub(other, whole)
    whole = _WANNA.sub(lambda found: "want to" if found[1].lower() == "wan" else "going to", whole)
    return _WORD.sub(_in_its_order, whole)


def _in_its_order(found: re.Match[str]) -> str:
    """The word with its letters in their order, where it is one that tells of risk: `wnats`, `myslef`."""
    plain = found[0].lower()
    meant = _AS_SPELT.get((plain[0], *sorted(plain)), plain)
    return found[0] if meant == plain else meant
