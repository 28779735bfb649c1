"""A CSV from elsewhere as rows of named cells: separator and columns are found out, nothing is typed yet.

A row that can't be used is a value with its place and the reason, so that all of them are told at once.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fault
from goalctl.model.formulas import undefused
from goalctl.model.scalars import shown

SEPARATORS = ",;\t"
LEFT_OUT = "-"


class TableError(GoalctlError):
    """The table as a whole can't be used: no header, an unknown column, a broken quotation."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, and its cells by column; an empty cell is left out."""

    line: int
    cells: Mapping[str, str]


def bad_row(line: int, reason: str, hint: str = "") -> Fault:
    """A row that can't be used, why, and how to mend it."""
    return Fault(f"line {line}", "", reason, hint)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that a table may have; `renamed` says which of its heads means which of them, or `-` for none.

    `stated` are values for columns that the table does not have.
    """

    known: Collection[str]
    renamed: Mapping[str, str]
    stated: Mapping[str, str]


def rows_of(text: str, columns: Columns) -> tuple[list[Row], list[Fault]]:
    """The rows below the header, without empty ones, and those that have more cells than the header."""
    lines = list(_lines(text))
    if not lines:
        raise TableError("the file is empty", "its first line says what the columns are: client,id,date,score")
    heads = _keys(lines[0][1], columns)
    rows: list[Row] = []
    bad: list[Fault] = []
    for line, cells in lines[1:]:
        if len(cells) > len(heads):
            bad.append(bad_row(line, f"{len(cells)} cells under {len(heads)} columns", "quote what holds commas"))
        elif any(cells):
            rows.append(Row(line, dict(columns.stated) | _named(heads, cells)))
    return rows, bad


def heads_of(text: str) -> Sequence[str]:
    """The heads of the columns, as they stand there."""
    return next((cells for _, cells in _lines(text)), [])


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    began = 1
    try:
        for cells in reader:
            yield began, [undefused(cell.strip()) for cell in cells]
            began = reader.line_num + 1
    except csv.Error as error:
        raise TableError(f"line {began} is no CSV: {error}", "look for a quotation mark that is not closed") from None


def _named(heads: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    return {key: cell for key, cell in zip(heads, cells, strict=False) if cell and key != LEFT_OUT}


def _keys(heads: Sequence[str], columns: Columns) -> list[str]:
    """What each column means; a head that nobody knows is refused, so that nothing is lost without a word."""
    if absent := [head for head in columns.renamed if head not in heads]:
        raise TableError(f"there is no column {shown(absent[0])}", f"the columns are: {', '.join(map(shown, heads))}")
    keys = [columns.renamed.get(head) or head.lower().replace(" ", "_") for head in heads]
    for head, key in zip(heads, keys, strict=True):
        if key != LEFT_OUT and key not in columns.known:
            raise TableError(f"the column '{shown(head)}' is not known", _hint(head, key, columns.known))
    doubled = [key for key in keys if key != LEFT_OUT and keys.count(key) > 1]
    if doubled:
        raise TableError(f"two columns mean {doubled[0]}", f'leave one out: --map "{shown(heads[0])}=-"')
    return keys


def _hint(head: str, key: str, known: Collection[str]) -> str:
    near = get_close_matches(key, list(known), n=1, cutoff=0.5)
    meant = near[0] if near else next(iter(known))
    return f'say what it means with --map "{shown(head)}={meant}", or leave it out with --map "{shown(head)}=-"'
