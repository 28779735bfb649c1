"""What somebody says of a table: a mapping by name or as a file, single columns, values for all rows, how it writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import TypeVar

from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.documents.document import read_document
from goalctl.exchange.cells import Conventions
from goalctl.library.shelf import ENDING
from goalctl.model.scalars import ScalarError, excerpt
from goalctl.model.table_map import DayOrder, Decimal, LongTable, TableMap
from goalctl.model.types import Word
from goalctl.workspace.shelves.kinds import MAPPINGS, NoLibraryFileError

W = TypeVar("W", bound=Word)


@dataclass(frozen=True, slots=True)
class Mapped:
    """What is known of a table before it is read; `said` was typed, `usual` is a mapping's."""

    said: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    stated: Mapping[str, str] = field(default_factory=dict)
    written: Conventions = field(default_factory=Conventions)
    long: LongTable | None = None


def mapped(
    desk: Desk, map_: Sequence[str] | None, set_: Sequence[str] | None, dates: str | None, decimal: str | None
) -> Mapped:
    """The mappings that are named, the later ones over the earlier, and over them what the options say."""
    words = [word for word in map_ or () if "=" in word]
    named = [_mapping(desk, word) for word in map_ or () if "=" not in word]
    known = reduce(TableMap.over, reversed(named)) if named else TableMap(mapping="none", name="none")
    written = Conventions(known.dates, known.decimal, frozenset(known.missing), known.clients, known.answers)
    if dates:
        written = replace(written, dates=_word(DayOrder, dates, "--dates"))
    if decimal:
        written = replace(written, decimal=_word(Decimal, decimal, "--decimal"))
    return Mapped(_heads(words), known.columns, {**known.set_, **_stated(set_)}, written, known.long)


def _mapping(desk: Desk, word: str) -> TableMap:
    """A file when there is one, else the practice's own or a shipped one by name."""
    path = Path(word)
    if path.suffix != ENDING:
        return MAPPINGS.known(MAPPINGS.shelf(desk.root), word)
    document = read_document(path.absolute(), TableMap, root=path.absolute().parent)
    if document.content is None:
        raise NoLibraryFileError("mapping", path.stem, word, document.findings)
    return document.content


def _word(kind: type[W], text: str, option: str) -> W:
    try:
        return kind.read(text)
    except ScalarError as error:
        raise UsageError(f"{option}: {error}", error.hint) from None


def _heads(words: Sequence[str]) -> dict[str, str]:
    """`HEAD=KEY,HEAD=KEY`; a comma within a head, as in `Day, local=date`, has no `=` before it."""
    parts: list[str] = []
    for word in words:
        held: list[str] = []
        for piece in word.split(","):
            held.append(piece)
            if "=" in piece:
                parts.append(",".join(held))
                held = []
        parts += [",".join(held)] if held else []
    return _pairs(parts, "--map", "Client=client")


def _stated(words: Sequence[str] | None) -> dict[str, str]:
    return _pairs(words or (), "--set", "client=c-7f3k")


def _pairs(parts: Sequence[str], option: str, example: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts:
        head, equals, key = part.rpartition("=") if option == "--map" else part.partition("=")
        if not (equals and head.strip() and key.strip()):
            raise UsageError(f"{option}: '{excerpt(part)}' is not understood", f"write it as {example}")
        found[head.strip()] = key.strip()
    return found
