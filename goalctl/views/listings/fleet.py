"""The listings of many workspaces as one, every row marked with its workspace."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.views.listing import Column, Listing, Row

WORKSPACE = Column("workspace", "workspace")


def fleet_view(told: Sequence[tuple[str, Listing]]) -> Listing:
    """Workspace after workspace in the order given; people see each as a heading, programs as a first column."""
    first = told[0][1]
    columns = dict.fromkeys(column for _, listing in told for column in listing.columns)
    rows = tuple(_marked(name, row) for name, listing in told for row in listing.rows)
    return first._replace(columns=(WORKSPACE, *columns), rows=rows, by=WORKSPACE.key)


def _marked(name: str, row: Row) -> Row:
    return Row({WORKSPACE.key: name, **row.cells}, row.tone, f"{name}: {row.group}" if row.group else name)
