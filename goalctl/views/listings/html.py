"""A listing as one HTML page that needs nothing else: to read on a screen or aloud, to mail or to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from goalctl.views.clean import one_line
from goalctl.views.listings.formats import cell_text
from goalctl.views.listings.listing import Column, Listing, Row, Tone

STYLE = """\
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 11pt/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; color: #1b2226; background: #fff;
  max-width: 64rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid #c9d3d6; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #2f6f73; color: #23575a; }
th[scope=row] { font-weight: 400; }
th[scope=rowgroup] { padding-top: 1.1rem; font-size: 1.05em; color: #23575a; }
.short { white-space: nowrap; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.good { color: #1d6b35; } .soon { color: #7a4b00; } .late { color: #a3201d; } .quiet { color: #566166; }
.bad, th.bad[scope=row] { color: #a3201d; font-weight: 700; }
.caption { color: #4a565c; }
tr { break-inside: avoid; }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; } @page { margin: 16mm; } }
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
    heads = "".join(f'<th scope="col"{_kind(column, Tone.PLAIN)}>{_text(column.heading)}</th>' for column in columns)
    yield f'<table aria-labelledby="title">\n<thead><tr>{heads}</tr></thead>'
    for heading, rows in listing.groups:
        yield "<tbody>"
        if heading:
            yield f'<tr><th scope="rowgroup" colspan="{len(columns)}">{_text(heading)}</th></tr>'
        yield from (_row(row, columns) for row in rows)
        yield "</tbody>"
    yield "</table>"


def _row(row: Row, columns: Sequence[Column]) -> str:
    """The first column names the row, for those who hear the table."""
    first, *others = columns
    cells = [f'<th scope="row"{_kind(first, row.tone)}>{_cell(row, first)}</th>']
    cells += [f"<td{_kind(column, row.tone)}>{_cell(row, column)}</td>" for column in others]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(row: Row, column: Column) -> str:
    return escape(cell_text(row.cells.get(column.key)))


def _kind(column: Column, tone: Tone) -> str:
    names = ["short"] * column.keep + ["right"] * column.right + [tone.value] * (tone is not Tone.PLAIN)
    return f' class="{" ".join(names)}"' if names else ""
