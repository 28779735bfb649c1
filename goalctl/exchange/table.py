"""A CSV from elsewhere as rows of named cells: separator and columns are found out, nothing is typed yet.

A row that can't be used is a value with its place and the reason, so that all of them are told at once.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import TypeVar

from goalctl.analysis.figures import counted
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fault
from goalctl.model.formulas import text_of_cell
from goalctl.model.scalars import excerpt

SEPARATORS = ",;\t|"
LEFT_OUT = "-"
T = TypeVar("T")
_WIDE = 3  # columns: fewer can't hold a client, a day and a score
_LOOKED_AT = 20
_QUOTED = re.compile(r'"[^"]*"')
_EXCELS = re.compile(r"\"?sep=(?P<separator>.)\"?\r?\n?", re.IGNORECASE)


class TableError(GoalctlError):
    """The table as a whole can't be used: no header, an unknown column, a broken quotation."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the line it begins on, and its cells by column; an empty cell is left out.

    `places` are the lines of single cells, where they stood on lines of their own.
    """

    line: int
    cells: Mapping[str, str]
    places: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """The cells of a row as they stand there, the line it begins on, and those of its cells if they have their own."""

    line: int
    cells: tuple[str, ...]
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table before anybody says what its columns mean.

    `beside` are the lines that are no row of it: a title above the heads, and the heads once more.
    """

    heads: tuple[str, ...]
    lines: tuple[SheetLine, ...]
    beside: tuple[int, ...] = ()


def bad_row(line: int, reason: str, hint: str = "") -> Fault:
    """A row that can't be used, why, and how to mend it."""
    return Fault(f"line {line}", "", reason, hint)


def sheet_of(text: str) -> RawTable:
    """The table in a text; the line `sep=;` that Excel understands is understood here too."""
    lines = [*dropwhile(lambda line: not any(line.cells), _lines(text))]
    if not lines:
        raise TableError("the file is empty", "its first line says what the columns are: client,id,date,score")
    top = _rows_above(lines)
    heads = lines[top].cells
    rows = tuple(row for row in lines[top + 1 :] if row.cells != heads)
    beside = [row.line for row in lines[:top] if any(row.cells)]
    beside += [row.line for row in lines[top + 1 :] if row.cells == heads]
    nameless = [place for place, head in enumerate(heads) if not head]
    if filled := [place for place in nameless if any("".join(row.cells[place : place + 1]) for row in rows)]:
        raise TableError(f"column {filled[0] + 1} has no head", "the first line says what each column is")
    return RawTable(heads, rows, tuple(beside))


def _rows_above(lines: Sequence[SheetLine]) -> int:
    """How many rows of one cell stand above the heads of a table that is wider: a title, a day of printing."""
    filled = [sum(map(bool, line.cells)) for line in lines]
    top = next((place for place, count in enumerate(filled) if count > 1), 0)
    is_wide = filled[top] >= _WIDE and 2 * sum(count > 1 for count in filled[top:]) > len(lines) - top
    return top if is_wide else 0


def _lines(text: str) -> Iterator[SheetLine]:
    stated = _EXCELS.match(text)
    body = text[stated.end() :] if stated else text
    plain = [_QUOTED.sub("", line) for line in body.split("\n", _LOOKED_AT)[:_LOOKED_AT]]
    first = next((line for line in plain if any(mark in line for mark in SEPARATORS)), "")
    separator = stated["separator"] if stated else max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    above = 1 if stated else 0
    began = 1 + above
    try:
        for cells in reader:
            yield SheetLine(began, tuple(text_of_cell(cell.strip()) for cell in cells))
            began = reader.line_num + 1 + above
    except csv.Error as error:
        raise TableError(f"line {began} is no CSV: {error}", "look for a quotation mark that is not closed") from None


def with_fields_as_columns(sheet: RawTable, field_head: str, value_head: str) -> RawTable:
    """A table with a row for each value as one with a column for each field; rows that agree in all else are one.

    A field that has two values holds both, `2 / 3`, which no answer is: nothing is passed over in silence.
    """
    refuse_absent((field_head, value_head), sheet.heads)
    fields, values = sheet.heads.index(field_head), sheet.heads.index(value_head)
    kept = [place for place in range(len(sheet.heads)) if place not in {fields, values}]
    found: dict[tuple[str, ...], dict[str, tuple[str, int]]] = {}
    for row in filter(lambda row: any(row.cells), sheet.lines):
        cells = (*row.cells, *("" for _ in sheet.heads[len(row.cells) :]))
        own = found.setdefault(tuple(cells[place] for place in kept), {})
        before, _ = own.get(cells[fields], (cells[values], 0))
        both = before if before == cells[values] else f"{before} / {cells[values]}"
        own[cells[fields]] = (both, row.line)
    named = list(dict.fromkeys(name for own in found.values() for name in own))
    lines = tuple(_joined(same, own, named) for same, own in found.items())
    return RawTable((*(sheet.heads[place] for place in kept), *named), lines)


def _joined(same: tuple[str, ...], own: Mapping[str, tuple[str, int]], named: Sequence[str]) -> SheetLine:
    first = min(line for _, line in own.values())
    values = [own.get(name, ("", first)) for name in named]
    cells = (*same, *(text for text, _ in values))
    return SheetLine(first, cells, (*(first for _ in same), *(line for _, line in values)))


def rows_of(sheet: RawTable, keys: Sequence[str], stated: Mapping[str, str]) -> tuple[list[TableRow], list[Fault]]:
    """The rows under these keys, without empty ones, and those that have more cells than the header.

    `stated` are values for columns that the table does not have.
    """
    if doubled := [key for key in keys if key != LEFT_OUT and keys.count(key) > 1]:
        heads = [head for head, key in zip(sheet.heads, keys, strict=True) if key == doubled[0]]
        one = heads[0] if heads.count(heads[0]) == 1 else heads[-1]
        is_one_head = heads.count(one) > 1
        hint = (
            "give each a head of its own, or take one out"
            if is_one_head
            else f'leave one out: --map "{excerpt(one)}=-"'
        )
        raise TableError(f"two columns mean {doubled[0]}", hint)
    rows: list[TableRow] = []
    bad: list[Fault] = []
    for row in sheet.lines:
        if any(row.cells[len(keys) :]):
            reason = f"{len(row.cells)} cells under {counted(len(keys), 'column')}"
            bad.append(bad_row(row.line, reason, "quote what holds commas"))
        elif any(row.cells):
            rows.append(TableRow(row.line, {**stated, **_named(keys, row.cells)}, _named(keys, row.places)))
    return rows, bad


def _named(keys: Sequence[str], cells: Iterable[T]) -> dict[str, T]:
    return {key: cell for key, cell in zip(keys, cells, strict=False) if cell and key != LEFT_OUT}


def refuse_absent(wanted: Iterable[str], heads: Sequence[str]) -> None:
    """Raise when a head that somebody named is not there."""
    if absent := [head for head in wanted if head not in heads]:
        listed = ", ".join(map(excerpt, heads))
        raise TableError(f"there is no column {excerpt(absent[0])}", f"the columns are: {listed}")
