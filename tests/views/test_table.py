"""A listing on a terminal: what is grouped lines up from group to group."""

import io

from rich.console import Console

from goalctl.views.listing import Column, Listing, Row
from goalctl.views.listings.table import table

COLUMNS = (Column("week", "week"), Column("client", "client"), Column("what", "what", keep=False))
ROWS = (
    Row({"week": "overdue", "client": "c-1", "what": "Walks on three days"}, group="overdue"),
    Row({"week": "2026-03-09", "client": "c-long-1", "what": "Calls"}, group="week of 2026-03-09"),
)
GROUPED = """\
client     what
──────────────────────────────

overdue
c-1        Walks on three
           days

week of 2026-03-09
c-long-1   Calls
"""
FLAT = """\
client     what
──────────────────────────────
c-1        Walks on three days
c-long-1   Calls
"""


def shown(listing, width=30):
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(table(listing, width=width))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def test_groups_line_up_under_one_row_of_heads():
    assert shown(Listing("due", COLUMNS, ROWS, "Nothing.", by="week"), 26) == GROUPED.replace("─" * 30, "─" * 26)


def test_ungrouped_rows_are_one_table():
    rows = tuple(Row(row.cells) for row in ROWS)
    assert shown(Listing("due", COLUMNS[1:], rows, "Nothing.")) == FLAT


def test_nothing_is_one_sentence():
    assert shown(Listing("due", COLUMNS, (), "Nothing.")) == "Nothing.\n"
