"""A listing as one HTML page that needs nothing else: to read on a screen or aloud, to mail or to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from goalctl.views.clean import one_line
from goalctl.views.frame import Frame, framed, masthead
from goalctl.views.listing import Column, Listing, Row, Tone
from goalctl.views.listings.formats import cell_text


def html_page(listing: Listing) -> str:
    """The whole page; it runs no script, loads nothing and sends nothing. Colour repeats what words say."""
    title = listing.title or listing.name
    body = list(_table(listing)) if listing.rows else [f"<p>{_text(listing.empty)}</p>"]
    body += [f'<p class="caption">{_text(listing.caption)}</p>'] if listing.rows and listing.caption else []
    content = f"{masthead(title)}<main>\n" + "\n".join(body) + "\n</main>\n"
    return framed(Frame(title, kind="listing"), content)


def _text(text: str) -> str:
    return escape(one_line(text))


def _table(listing: Listing) -> Iterator[str]:
    columns = listing.people_columns
    heads = "".join(
        f'<th scope="col" role="columnheader"{_kind(column, Tone.PLAIN)}>{_text(column.heading)}</th>'
        for column in columns
    )
    yield f'<table role="table" aria-labelledby="title">\n<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
    for heading, rows in listing.groups:
        yield '<tbody role="rowgroup">'
        if heading:
            head = f'<th scope="rowgroup" role="rowheader" colspan="{len(columns)}">{_text(heading)}</th>'
            yield f'<tr role="row">{head}</tr>'
        yield from (_row(row, columns) for row in rows)
        yield "</tbody>"
    yield "</table>"


def _row(row: Row, columns: Sequence[Column]) -> str:
    """The first column names the row, for those who hear the table; what is empty there names nothing."""
    first, *others = columns
    name = _cell(row, first)
    cells = [
        f'<th scope="row" role="rowheader"{_kind(first, row.tone)}>{name}</th>' if name else '<td role="cell"></td>'
    ]
    cells += [
        f'<td role="cell" data-head="{_text(column.heading)}"{_kind(column, row.tone)}>{_cell(row, column)}</td>'
        for column in others
    ]
    return f'<tr role="row">{"".join(cells)}</tr>'


def _cell(row: Row, column: Column) -> str:
    return escape(cell_text(row.cells.get(column.key)))


def _kind(column: Column, tone: Tone) -> str:
    names = ["short"] * column.keep + ["right"] * column.right + [tone.value] * (tone is not Tone.PLAIN)
    return f' class="{" ".join(names)}"' if names else ""
