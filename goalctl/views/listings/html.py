"""A listing as one HTML page that needs nothing else: to read on a screen or aloud, to mail or to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from goalctl.views.clean import one_line
from goalctl.views.listing import Column, Listing, Row, Tone
from goalctl.views.listings.formats import cell_text
from goalctl.views.style import BASE_STYLE

STYLE = f"""\
{BASE_STYLE}
body {{ font: 11pt/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; max-width: 64rem;
  margin: 2rem auto; padding: 0 1.25rem; }}
h1 {{ font-size: 1.5rem; margin: 0 0 1rem; }}
th, td {{ padding: .35rem .6rem; }}
thead th {{ border-bottom: 2px solid var(--accent); color: var(--deep); }}
th[scope=row] {{ font-weight: 400; }}
th[scope=rowgroup] {{ padding-top: 1.1rem; font-size: 1.05em; color: var(--deep); }}
.right {{ text-align: right; font-variant-numeric: tabular-nums; }}
.good {{ color: var(--good); }} .soon {{ color: var(--soon); }} .late {{ color: var(--late); }}
.quiet, .caption {{ color: var(--quiet); }}
.bad, th.bad[scope=row] {{ color: var(--late); font-weight: 700; }}
@media screen and (max-width: 40rem) {{ body {{ margin: 1rem auto; padding: 0 .9rem; }}
  th, td, .right, tbody th {{ padding: .08rem 0; text-align: left; }} }}
@media print {{ body {{ margin: 0; max-width: none; font-size: 9.5pt; }} @page {{ margin: 16mm; }} }}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'"


def html_page(listing: Listing) -> str:
    """The whole page; it runs no script, loads nothing and sends nothing. Colour repeats what words say."""
    title = _text(listing.title or listing.name)
    body = list(_table(listing)) if listing.rows else [f"<p>{_text(listing.empty)}</p>"]
    body += [f'<p class="caption">{_text(listing.caption)}</p>'] if listing.rows and listing.caption else []
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1 id="title">{title}</h1>\n' + "\n".join(body) + "\n</main>\n</body>\n</html>\n"
    )


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
