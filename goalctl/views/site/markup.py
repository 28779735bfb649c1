"""The pieces that a site's pages are made of: text, links to clients, facts, tables that can be sorted and heard."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from goalctl.views.clean import clean, one_line
from goalctl.views.listing import Column, Listing, Row
from goalctl.views.listings.formats import cell_text
from goalctl.views.page import Line
from goalctl.views.reports.parts import ReportFact, Table

CLIENTS = "clients"
SHORT = 24
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIND = (
    '<div role="search" class="find" id="find" hidden><label for="words">{label}</label>'
    '<input type="search" id="words" autocomplete="off"><output for="words"></output></div>\n'
)


def said(value: str) -> str:
    """Any text on one line, as markup."""
    return escape(one_line(value))


def said_with_days(value: str) -> str:
    """The same in a narrow place: a day is not broken at its hyphens."""
    return _DAY.sub(r'<span class="short">\g<0></span>', said(value))


def told(value: str) -> str:
    """A text that keeps its lines, as markup."""
    return escape(clean(value))


@dataclass(frozen=True, slots=True)
class Links:
    """Which clients have a page, who they are where names may stand, and the way up from the page that is made."""

    clients: Collection[str] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    up: str = ""

    def to(self, client: str) -> str:
        """The client, as a link where there is a page, with the name behind it."""
        name = self.names.get(client, "")
        beside = f' <span class="called">{said(name)}</span>' if name else ""
        if client not in self.clients:
            return said(client) + beside
        return f'<a href="{self.up}{CLIENTS}/{escape(client)}.html">{said(client)}</a>{beside}'


def section(heading: str, content: str, key: str = "") -> str:
    """A section under a heading; nothing where there is nothing in it."""
    named = f' id="{key}"' if key else ""
    return f"<section{named}>\n<h2>{said(heading)}</h2>\n{content}</section>\n" if content else ""


def facts(found: Iterable[ReportFact]) -> str:
    """Labels with their values; what is empty is not stated."""
    rows = "".join(
        f"<dt>{said(fact.label)}</dt><dd>{told(fact.value) or '<span class=quiet>not stated</span>'}</dd>\n"
        for fact in found
    )
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def lines(found: Iterable[Line]) -> str:
    """Lines of a screen as paragraphs."""
    return "".join(f"<p>{said(line.text)}</p>\n" for line in found)


def table(found: Table, *, captioned: bool = True) -> str:
    """A report's table; its sentence where there are no rows."""
    if not found.rows:
        return f'<p class="quiet">{said(found.empty)}</p>\n' if found.empty else ""
    hidden = "" if captioned else ' class="said"'
    heads = "".join(f'<th scope="col" role="columnheader">{said(head)}</th>' for head in found.heads)
    rows = "".join(_report_row(found.heads, row) for row in found.rows)
    return (
        f'<table role="table">\n<caption{hidden}>{said(found.caption)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{rows}</tbody>\n</table>\n'
    )


def _report_row(heads: Sequence[str], row: Sequence[str]) -> str:
    first, *others = row
    cells = "".join(
        f'<td role="cell" data-head="{said(head)}"{_short(cell)}>{told(cell)}</td>'
        for head, cell in zip(heads[1:], others, strict=True)
    )
    kind = "" if _short(first) else ' class="long"'
    return f'<tr role="row"><th scope="row" role="rowheader"{kind}>{told(first)}</th>{cells}</tr>\n'


def _short(text: str) -> str:
    return ' class="short"' if len(text) <= SHORT else ""


@dataclass(frozen=True, slots=True)
class Looks:
    """How a listing stands in a site: which cells are markup of their own, and what a row is (`act`, `mend`).

    `stays`: those rows keep their place, whatever the others are sorted and filtered by.
    """

    links: Links
    kind_of: Callable[[Row], str] = lambda _: ""
    cells: Mapping[str, Callable[[Row], str]] = field(default_factory=dict)
    stays: Collection[str] = ("act", "mend")


def listing_table(listing: Listing, looks: Looks, caption: str = "") -> str:
    """The listing as a table whose clients are links; the sentence where there is none."""
    if not listing.rows:
        return f"<p>{said(listing.empty)}</p>\n"
    columns = _used(listing)
    heads = "".join(f'<th scope="col" role="columnheader"{_class(one)}>{said(one.heading)}</th>' for one in columns)
    bodies = "".join(_body(heading, rows, columns, looks) for heading, rows in listing.groups)
    named = said(caption or listing.title)
    return (
        f'<table role="table" data-sorted>\n<caption class="said">{named}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n{bodies}</table>\n'
    )


def _used(listing: Listing) -> list[Column]:
    """The columns in which a row says something; the first always."""
    first, *others = listing.people_columns
    return [first, *(one for one in others if any(row.cells.get(one.key) not in {None, ""} for row in listing.rows))]


def _body(heading: str, rows: Iterable[Row], columns: Sequence[Column], looks: Looks) -> str:
    head = ""
    if heading:
        wide = f'scope="rowgroup" role="rowheader" colspan="{len(columns)}"'
        head = f'<tr role="row" data-heading="1"><th {wide}>{said(heading)}</th></tr>\n'
    return f'<tbody role="rowgroup">\n{head}{"".join(_row(row, columns, looks) for row in rows)}</tbody>\n'


def _row(row: Row, columns: Sequence[Column], looks: Looks) -> str:
    kind = looks.kind_of(row)
    named = f' class="{kind}"' if kind else ""
    stays = ' data-stays="1"' if kind in looks.stays else ""
    return f'<tr role="row"{named}{stays}>{"".join(_cells(row, columns, looks))}</tr>\n'


def _cells(row: Row, columns: Sequence[Column], looks: Looks) -> Iterator[str]:
    """The first names the row, for those who hear it; an empty one names nothing."""
    for place, column in enumerate(columns):
        text = _cell(row, column, looks)
        if place == 0 and text:
            yield f'<th scope="row" role="rowheader"{_class(column)}>{text}</th>'
        else:
            yield f'<td role="cell" data-head="{said(column.heading)}"{_class(column)}>{text}</td>'


def _cell(row: Row, column: Column, looks: Looks) -> str:
    own = looks.cells.get(column.key)
    if own is not None:
        return own(row)
    value = cell_text(row.cells.get(column.key))
    if column.key == "client" and value:
        return looks.links.to(value)
    return said(value) if column.keep else said_with_days(value)


def _class(column: Column) -> str:
    names = [column.key] * (column.key in {"look", "goals"}) + ["short"] * column.keep + ["right"] * column.right
    return f' class="{" ".join(names)}"' if names else ""
