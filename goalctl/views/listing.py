"""A listing: columns and rows of plain values, which any format can show. Light: no Rich here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeAlias

Cell: TypeAlias = str | int | float | bool | None
ACT, MEND = "act today", "mend first"  # what leads, wherever many are listed: a risk that needs it, what can't be read


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
    HTML = "html"


class PageFormat(StrEnum):
    """How a page can be had: to be read, or as data."""

    TEXT = "text"
    JSON = "json"


class Column(NamedTuple):
    """One column: `key` in JSON and CSV, `heading` for people; `keep` columns are never wrapped or cut.

    A table on a terminal leaves the column out below `from_width` columns.
    """

    key: str
    heading: str
    right: bool = False
    keep: bool = True
    from_width: int = 0


class Row(NamedTuple):
    """One row: a value for each column's key, its tone, and the heading it stands under where rows are grouped."""

    cells: Mapping[str, Cell]
    tone: Tone = Tone.PLAIN
    group: str = ""


class Listing(NamedTuple):
    """Rows under columns; `empty` is the one sentence for when there are none, `caption` a line below the rows.

    `by` is the key of the column that rows are grouped by: people see it as headings, programs as a column. `title`
    heads a page that stands alone.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str
    caption: str = ""
    by: str = ""
    title: str = ""

    @property
    def people_columns(self) -> tuple[Column, ...]:
        """The columns that people see: what is in the headings is not said again."""
        return tuple(column for column in self.columns if column.key != self.by)

    @property
    def groups(self) -> Iterator[tuple[str, list[Row]]]:
        """Each heading with the rows under it; one without a heading when nothing is grouped."""
        return ((heading, list(rows)) for heading, rows in groupby(self.rows, key=lambda row: row.group))
