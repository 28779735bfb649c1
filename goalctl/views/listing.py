"""A listing: columns and rows of plain values, which any format can show. Light: no Rich here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | None


class Tone(StrEnum):
    """How a row is coloured; the words of the row always say the same."""

    PLAIN = "plain"
    GOOD = "good"
    SOON = "soon"
    LATE = "late"
    BAD = "bad"
    QUIET = "quiet"


class Format(StrEnum):
    """The formats of every listing."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` in JSON and CSV, `heading` for people; `keep` columns are never wrapped or cut.

    A table on a terminal leaves the column out below `from_width` columns.
    """

    key: str
    heading: str
    right: bool = False
    keep: bool = True
    from_width: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a value for each column's key, and its tone."""

    cells: Mapping[str, Cell]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under columns; `empty` is the one sentence for when there are none, `caption` a line below the rows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str
    caption: str = ""
