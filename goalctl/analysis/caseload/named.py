"""Whether a text names somebody of the plan it stands in, so that it can't go into another client's as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from goalctl.analysis.risk.attendance import OTHERS, THE_CLIENT
from goalctl.model.people import former_people
from goalctl.model.plan import Plan

NAMES = "names"
"""Stands among the codes of the privacy rules that a text of the bank meets."""
_ROLES = OTHERS | THE_CLIENT | {
    *("son", "daughter", "child", "kid", "twin", "brother", "sister", "sibling", "family", "member", "adult", "aunt"),
    *("uncle", "grandmother", "grandfather", "grandma", "grandpa", "grandparent", "grandparents", "gran", "nan"),
    *("stepmother", "stepfather", "stepmum", "stepmom", "stepdad"),
}  # fmt: skip
_ALSO_WORDS = frozenset(
    {
        *("will", "mark", "may", "june", "april", "august", "grace", "hope", "joy", "faith", "rose", "dawn", "sue"),
        *("bill", "rob", "pat", "art", "drew", "chase", "max", "ray", "guy", "jack", "frank", "summer", "dean", "don"),
        *("grant", "miles", "penny", "carol", "eve", "heather", "ivy", "lily", "ruby", "violet", "rich", "angel"),
        *("christian", "sunny", "page", "gene", "star", "sky", "per", "kind", "van", "von", "der", "den", "del", "ter"),
    }
)
_SHORTEST, _LEAST_CERTAIN = 2, 3  # letters; our own
_BEFORE_A_SENTENCE = " \t\"'([*-\u201c\u2018\u2013\u2022"


def names_in(plan: Plan) -> tuple[str, ...]:
    """The ids, and each part of the names of all who are or were its people, that a text could say.

    Roles and single letters are nobody's.
    """
    ids = (name for name in (plan.client, plan.previous or "") if len(name) >= _SHORTEST)
    people = (part for name in (*plan.members, *plan.guardians, *former_people(plan)) for part in _parts(name))
    return tuple(dict.fromkeys((*ids, *people)))


def _parts(name: str) -> list[str]:
    parts = [part for part in re.split(r"[-_.,\s\d]+", _plain(name)) if len(part) >= _SHORTEST]
    return [] if any(part.casefold() in _ROLES for part in parts) else parts


def _plain(text: str) -> str:
    """Of each letter and of the apostrophe one sign, however they were typed."""
    return normalize("NFC", text).replace("\u2019", "'")


def names_any(names: Iterable[str], text: str) -> bool:
    """Whether one of the names stands in the text as a word, or anywhere in it in a script without capitals.

    In any case, but for two letters, names that are words as well, and a bare genitive: these count where they begin
    with a capital, and such words at the beginning of a sentence as a possessive only.
    """
    said = _plain(text)
    return any(_is_named(name, said) for name in names if name.casefold() in said.casefold())


def _is_named(name: str, text: str) -> bool:
    if not name.isascii() and name.lower() == name.upper():
        return name in text
    return any(_counts(name, match, text) for match in _found(name, text))


def _found(name: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w){re.escape(name)}(?P<ending>'s|s)?(?!\w|'t\b)", text, re.IGNORECASE)


def _counts(name: str, found: re.Match[str], text: str) -> bool:
    is_word, ending = name.casefold() in _ALSO_WORDS, found["ending"]
    if not is_word and len(name) >= _LEAST_CERTAIN and ending != "s":
        return True
    before = text[: found.start()].rstrip(_BEFORE_A_SENTENCE)
    begins = not before or before[-1] in ".!?:;\n"
    return found[0][0].isupper() and not (is_word and begins and ending != "'s")
