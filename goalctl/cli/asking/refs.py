"""Ids of the library and the bank in the place of words; told without either, which take long to import."""

from __future__ import annotations

import re

from goalctl.cli.desk import Desk

BANK = "bank:"
NAMED = re.compile(
    r"(?<![\w/:.-])(?:(?P<area>[a-z0-9][a-z0-9-]*)/(?P<id>[pgihr]\d+(?:\.\d+)?)|bank:[0-9a-f]{4,64})(?![\w/]|\.\w)",
    re.ASCII,
)


def is_ref(text: str) -> bool:
    """Whether a text names something in the library or the bank rather than being the thing itself."""
    return NAMED.fullmatch(text) is not None or (text.startswith(BANK) and " " not in text)


def expanded(desk: Desk, client: str, text: str) -> str:
    """The text with words in the place of every id that the library or the bank has; each is shown."""
    if NAMED.search(text) is None:
        return text
    from goalctl.cli.asking.library_words import LibraryWords

    return LibraryWords(desk, client).expanded(text)
