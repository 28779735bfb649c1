"""A listing as a Rich table for a terminal."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from goalctl.views.clean import one_line
from goalctl.views.formats import cell_text
from goalctl.views.listing import Listing, Tone

STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: "green",
    Tone.SOON: "yellow",
    Tone.LATE: "red",
    Tone.BAD: "bold red",
    Tone.QUIET: "dim",
}


def table(listing: Listing, *, width: int) -> RenderableType:
    """The listing's rows in their tones; long columns wrap, short ones never do."""
    if not listing.rows:
        return Text(listing.empty)
    shown = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    columns = [column for column in listing.people_columns if column.from_width <= width]
    for column in columns:
        shown.add_column(
            Text(column.heading), justify="right" if column.right else "left", no_wrap=column.keep, overflow="fold"
        )
    for heading, rows in listing.groups:
        if heading:
            if shown.row_count:
                shown.add_row()
            shown.add_row(Text(one_line(heading), style="bold"))
        for row in rows:
            style = STYLES[row.tone]
            shown.add_row(*(Text(cell_text(row.cells.get(column.key)), style=style) for column in columns))
    return Group(shown, Text(listing.caption, style="dim")) if listing.caption else shown
