"""Regular expressions that cost nothing until a goal is read, and then only those that its first letter asks for."""

from __future__ import annotations

import re
from functools import cache

_FIRST = re.compile(r"(?:\\b)?(?:\(\?:((?:[a-z][^()]*)(?:\|[a-z][^()]*)*)\)(?![?*{])|([a-z])(?![?*{]))")


class Phrases:
    """Phrases as alternatives of one expression over text in small letters, compiled at the first use.

    Of phrases that stand at the `start`, those whose first letter is plain are compiled for texts that begin with it.
    """

    def __init__(self, *alternatives: str, start: bool = False) -> None:
        self._alternatives = alternatives
        self._at_start = start
        self._compiled: dict[str, re.Pattern[str]] = {}

    def _found(self, text: str) -> re.Match[str] | None:
        by_letter = self._expression(text[:1]).search(text) if self._at_start and text else None
        return by_letter or self._expression("").search(text)

    def _expression(self, initial: str) -> re.Pattern[str]:
        """What may begin with that letter; for no letter, all whose first letter is not plain."""
        if initial not in self._compiled:
            fitting = [each for each in self._alternatives if not self._at_start or initial in _initials(each)]
            self._compiled[initial] = re.compile(f"{'^' if self._at_start else ''}(?:{'|'.join(fitting) or '(?!)'})")
        return self._compiled[initial]

    def find(self, text: str) -> str:
        """The first of them in the text, or nothing."""
        match = self._found(text)
        return match[0] if match else ""

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in the text."""
        return self._found(text) is not None

    def groups(self, text: str) -> dict[str, str]:
        """The named parts of the first of them, without those that are not there."""
        match = self._found(text)
        return {name: part for name, part in match.groupdict().items() if part} if match else {}

    def replaced(self, text: str, mark: str) -> str:
        """The text with a mark in the place of every one of them."""
        if not self._at_start:
            return self._expression("").sub(mark, text)
        match = self._found(text)
        return mark + text[match.end() :] if match else text

    def without(self, text: str) -> str:
        """The text with every one of them taken out."""
        return self.replaced(text, " ")


@cache
def _initials(alternative: str) -> frozenset[str]:
    """The letters that a phrase may begin with; an empty one where its expression does not show them plainly."""
    found = _FIRST.match(alternative)
    return frozenset((found[2] or (each[0] for each in found[1].split("|"))) if found else [""])


def words(text: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(text.split())
