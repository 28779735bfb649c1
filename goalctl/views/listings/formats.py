"""A listing as plain text, CSV or Markdown: stable, unwrapped, without colour.

What programs get as JSON is in `views/data`, HTML in `html`, the table of a terminal in `table`; those are imported
only when asked for.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from goalctl.model.formulas import safe_cell
from goalctl.model.scalars import number_text
from goalctl.views.clean import clean, one_line
from goalctl.views.listing import Cell, Column, Format, Listing, Row


def cell_text(value: Cell) -> str:
    """A cell's value on one line, safe to show."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return number_text(float(value)) if isinstance(value, int | float) else one_line(value)


def plain(listing: Listing) -> str:
    """Columns padded to their widest value and parted by two spaces; one row a line, whatever its length."""
    if not listing.rows:
        return listing.empty + "\n"
    columns = listing.people_columns
    heads = [column.heading for column in columns]
    groups = [(heading, [_texts(row, columns) for row in rows]) for heading, rows in listing.groups]
    table = [heads, *(row for _, rows in groups for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = [_line(columns, widths, heads)]
    for heading, rows in groups:
        lines += [*_above(heading), *(_line(columns, widths, row) for row in rows)]
    return "\n".join(lines) + "\n"


def _above(heading: str) -> list[str]:
    return ["", one_line(heading)] if heading else []


def _texts(row: Row, columns: Sequence[Column]) -> list[str]:
    return [cell_text(row.cells.get(column.key)) for column in columns]


def _line(columns: Sequence[Column], widths: list[int], row: list[str]) -> str:
    cells = [
        cell.rjust(width) if column.right else cell.ljust(width)
        for cell, width, column in zip(row, widths, columns, strict=True)
    ]
    return "  ".join(cells).rstrip()


def csv_text(listing: Listing) -> str:
    """RFC 4180 with a header; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.key for column in listing.columns])
    for row in listing.rows:
        writer.writerow([_csv_cell(row.cells.get(column.key)) for column in listing.columns])
    return out.getvalue()


def _csv_cell(value: Cell) -> str:
    """Numbers as they are, texts never as a formula."""
    return safe_cell(clean(value)) if isinstance(value, str) else cell_text(value)


def markdown(listing: Listing) -> str:
    """A Markdown table; one under a heading for each group."""
    if not listing.rows:
        return listing.empty + "\n"
    columns = listing.people_columns
    head = _md_row([column.heading for column in columns])
    rule = "|" + "|".join(" ---: " if column.right else " --- " for column in columns) + "|"
    tables = []
    for heading, rows in listing.groups:
        lines = [f"## {_md_text(one_line(heading))}", ""] if heading else []
        tables.append("\n".join([*lines, head, rule, *(_md_row(_texts(row, columns)) for row in rows)]) + "\n")
    return "\n".join(tables)


def _md_row(cells: list[str]) -> str:
    return "| " + " | ".join(_md_text(cell) for cell in cells) + " |"


def _md_text(text: str) -> str:
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, "\\" + mark)
    return text


TEXTS: dict[Format, Callable[[Listing], str]] = {
    Format.PLAIN: plain,
    Format.CSV: csv_text,
    Format.MD: markdown,
}
