"""Regular expressions that cost nothing until a goal is read."""

from __future__ import annotations

import re
from functools import cached_property


class Phrases:
    """Phrases as alternatives of one expression over text in small letters, compiled at the first use."""

    def __init__(self, *alternatives: str, start: bool = False) -> None:
        self._source = f"{'^' if start else ''}(?:{'|'.join(alternatives)})"

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def find(self, text: str) -> str:
        """The first of them in the text, or nothing."""
        match = self._compiled.search(text)
        return match[0] if match else ""

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in the text."""
        return self._compiled.search(text) is not None

    def groups(self, text: str) -> dict[str, str]:
        """The named parts of the first of them, without those that are not there."""
        match = self._compiled.search(text)
        return {name: part for name, part in match.groupdict().items() if part} if match else {}

    def replaced(self, text: str, mark: str) -> str:
        """The text with a mark in the place of every one of them."""
        return self._compiled.sub(mark, text)

    def without(self, text: str) -> str:
        """The text with every one of them taken out."""
        return self.replaced(text, " ")


def words(text: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(text.split())
