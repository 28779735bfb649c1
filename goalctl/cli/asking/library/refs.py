"""Ids of the library and the bank in the place of words; told without either, which take long to import."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, NamedTuple

from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.model.finding import Fields
from goalctl.model.statement import StatementKind

BANK = "bank:"
NAMED = re.compile(
    r"(?<![\w/:.-])(?:(?P<area>[a-z0-9][a-z0-9-]*)/(?P<id>[pgihr]\d+(?:\.\d+)?)|bank:[0-9a-f]{4,64})(?![\w/]|\.\w)",
    re.ASCII,
)

From = Annotated[
    str | None,
    Option("--from", metavar="AREA/ID|bank:ID", help="From the library or the bank, as depression/g3."),
]
Fill = Annotated[
    list[str] | None,
    Option("--fill", metavar='"WORD=…"', help="What stands in braces in the library's text; repeat it."),
]
WithObjectives = Annotated[
    bool, Option("--with-objectives", help="With --from: the goal's objectives and interventions too.")
]


class LibraryRef(NamedTuple):
    """What is named on the command line, and the words given for its braces."""

    ref: str
    kind: StatementKind
    fill: Sequence[str] = ()
    with_objectives: bool = False


def is_ref(text: str) -> bool:
    """Whether a text names something in the library or the bank rather than being the thing itself."""
    return NAMED.fullmatch(text) is not None or (text.startswith(BANK) and " " not in text)


def expanded(desk: Desk, client: str, text: str) -> str:
    """The text with words in the place of every id that the library or the bank has; each is shown."""
    if NAMED.search(text) is None:
        return text
    from goalctl.cli.asking.library.library_words import LibraryWords

    return LibraryWords(desk, client).expanded(text)


def words_or_source(desk: Desk, client: str, words: str | None, from_: str | None) -> tuple[str | None, str | None]:
    """An id that was typed in the place of words is where the entry comes from, as with `--from`."""
    if words is None or (from_ is None and is_ref(words.strip())):
        return None, from_ or words
    return expanded(desk, client, words), from_


def on_top_of(desk: Desk, client: str, source: LibraryRef | None, stated: Fields) -> Fields:
    """What options say, on top of what the library or the bank has, where one is named."""
    if source is None:
        return stated
    from goalctl.cli.asking.library.from_library import library_entry

    return library_entry(desk, client, source, stated)
