"""A listing as plain text, JSON, CSV or Markdown: stable, unwrapped, without colour."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from goalctl.model.scalars import number_text
from goalctl.views.clean import clean, one_line
from goalctl.views.listing import Cell, Format, Listing

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|")


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
    table = [[column.heading for column in listing.columns]]
    table += [[cell_text(row.cells.get(column.key)) for column in listing.columns] for row in listing.rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = ["  ".join(_padded(listing, widths, row)).rstrip() for row in table]
    return "\n".join(lines) + "\n"


def _padded(listing: Listing, widths: list[int], row: list[str]) -> list[str]:
    return [
        cell.rjust(width) if column.right else cell.ljust(width)
        for cell, width, column in zip(row, widths, listing.columns, strict=True)
    ]


def json_text(listing: Listing) -> str:
    """An object with the rows as a list of objects under the listing's name; absent values are null."""
    rows = [{column.key: _json_value(row.cells.get(column.key)) for column in listing.columns} for row in listing.rows]
    return json.dumps({"format": 1, listing.name: rows}, ensure_ascii=False, indent=2) + "\n"


def _json_value(value: Cell) -> Cell:
    return clean(value) if isinstance(value, str) else value


def csv_text(listing: Listing) -> str:
    """RFC 4180 with a header; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.key for column in listing.columns])
    for row in listing.rows:
        writer.writerow([defused(row.cells.get(column.key)) for column in listing.columns])
    return out.getvalue()


def defused(value: Cell) -> str:
    """A CSV cell: numbers as they are, texts never as a formula."""
    text = clean(value) if isinstance(value, str) else cell_text(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_STARTS) else text


def markdown(listing: Listing) -> str:
    """A Markdown table."""
    if not listing.rows:
        return listing.empty + "\n"
    lines = [_md_row([column.heading for column in listing.columns])]
    lines.append("|" + "|".join(" ---: " if column.right else " --- " for column in listing.columns) + "|")
    lines += [_md_row([cell_text(row.cells.get(column.key)) for column in listing.columns]) for row in listing.rows]
    return "\n".join(lines) + "\n"


def _md_row(cells: list[str]) -> str:
    return "| " + " | ".join(_md_escaped(cell) for cell in cells) + " |"


def _md_escaped(text: str) -> str:
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, "\\" + mark)
    return text


TEXTS: dict[Format, Callable[[Listing], str]] = {
    Format.PLAIN: plain,
    Format.JSON: json_text,
    Format.CSV: csv_text,
    Format.MD: markdown,
}
