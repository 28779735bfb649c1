"""The forms of a verb and the verb behind a form, without a dictionary."""

from __future__ import annotations

from functools import cache

from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.verbs import IRREGULAR

_ODD = {**IRREGULAR, "has": "have"}
_VOWELS = tuple("aeiou")
_NO_PARTICIPLES = words("bed breed feed need red seed shed speed weed wed sacred hundred naked kindred indeed")


@cache
def bases(token: str) -> frozenset[str]:
    """What the token may be a form of: itself, without its ending, with the letter that the ending took."""
    found = {token}
    if token.endswith("s") and not token.endswith("ss"):
        found |= {token[:-1], token.removesuffix("es"), token.removesuffix("ies") + "y"}
    for ending in ("ing", "ed"):
        if token.endswith(ending) and len(token) > len(ending) + 1:
            stem = token.removesuffix(ending)
            found |= {stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem, stem.removesuffix("i") + "y"}
    if token in _ODD:
        found.add(_ODD[token])
    if token.startswith("re-"):
        found |= bases(token.removeprefix("re-"))
    return frozenset(found)


def is_participle(token: str) -> bool:
    """Whether it may say what was done with something: seen, reduced."""
    return token in IRREGULAR or (token.endswith("ed") and token not in _NO_PARTICIPLES)


def forms_of(base: str) -> tuple[str, ...]:
    """The base with its endings, the last letter doubled or dropped as English does."""
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    plural = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    is_short = base[-1] not in "wxy" and base[-2:-1] in _VOWELS and base[-3:-2] not in _VOWELS
    doubled = base + base[-1] if is_short else base
    return base, plural, base + "ed", base + "ing", doubled + "ed", doubled + "ing"


@cache
def positives(token: str) -> frozenset[str]:
    """What the token may be more or most of: braver and bravest of brave, happier of happy, sadder of sad; itself."""
    found = {token}
    for ending in ("er", "est"):
        if token.endswith(ending) and len(token) > len(ending) + len("sad") - 1:
            stem = token.removesuffix(ending)
            found |= {stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem, stem.removesuffix("i") + "y"}
    return frozenset(found)
