"""A listing as a Rich table for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from goalctl.views.cells import columns_of
from goalctl.views.clean import one_line
from goalctl.views.listing import Column, Listing, Row, Tone
from goalctl.views.listings.formats import cell_text
from goalctl.views.style import STYLES

LEAST_WORDS = 12
GAP = 2


def table(listing: Listing, *, width: int) -> RenderableType:
    """The listing's rows in their tones; long columns wrap, short ones never do. Groups stand under their headings."""
    if not listing.rows:
        return Text(listing.empty)
    columns = [column for column in listing.people_columns if column.from_width <= width]
    if _is_too_narrow(listing, columns, width):
        return Group(*_lines(listing))
    left_out = ", ".join(column.heading for column in listing.people_columns if column not in columns)
    remarks = [listing.caption, f"a wider terminal shows {left_out} too" if left_out else ""]
    parts = _groups(listing, columns) if listing.by else [_rows(columns, listing.rows)]
    return Group(*parts, *(Text(remark, style=STYLES[Tone.QUIET]) for remark in remarks if remark))


def _groups(listing: Listing, columns: Sequence[Column]) -> Iterator[RenderableType]:
    """One head for all, then each group under its heading, aligned with the others."""
    yield _grid(columns, listing.rows, with_heads=True)
    for heading, rows in listing.groups:
        yield Text(f"\n{one_line(heading)}", style="bold")
        yield _rows(columns, rows, aligned=listing.rows)


def _rows(columns: Sequence[Column], rows: Sequence[Row], *, aligned: Sequence[Row] = ()) -> Table:
    grid = _grid(columns, aligned, with_heads=not aligned)
    _keep_whole(grid, columns, rows)
    for row in rows:
        grid.add_row(*(Text(_cell(row, column), style=STYLES[row.tone]) for column in columns))
    return grid


def _is_too_narrow(listing: Listing, columns: Sequence[Column], width: int) -> bool:
    """Whether the columns that are never cut leave no room for the words beside them."""
    kept = [max(columns_of(_cell(row, column)) for row in listing.rows) + GAP for column in columns if column.keep]
    return len(kept) < len(columns) and width - sum(kept) < LEAST_WORDS


def _lines(listing: Listing) -> Iterator[Text]:
    """Where no two columns fit side by side: each row's values one after another, wrapped, none left out."""
    for heading, rows in listing.groups:
        if heading:
            yield Text(one_line(heading), style="bold")
        for row in rows:
            cells = (_cell(row, column) for column in listing.people_columns)
            yield Text(" ".join(cell for cell in cells if cell), style=STYLES[row.tone])


def _keep_whole(grid: Table, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Days, clients and ids are never cut, however narrow the terminal: other columns wrap instead."""
    for drawn, column in zip(grid.columns, columns, strict=True):
        if column.keep:
            drawn.min_width = max([len(column.heading), *(columns_of(_cell(row, column)) for row in rows)])


def _grid(columns: Sequence[Column], aligned: Sequence[Row], *, with_heads: bool) -> Table:
    """A table without rows yet, whose columns are as wide as all the `aligned` rows need, so that groups line up."""
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, show_header=with_heads, expand=bool(aligned))
    for column in columns:
        widest = max([len(column.heading), *(columns_of(_cell(row, column)) for row in aligned)])
        grid.add_column(
            Text(column.heading), justify="right" if column.right else "left", no_wrap=column.keep, overflow="fold",
            width=widest if aligned and column.keep else None, ratio=1 if aligned and not column.keep else None,
        )  # fmt: skip
    return grid


def _cell(row: Row, column: Column) -> str:
    return cell_text(row.cells.get(column.key))
