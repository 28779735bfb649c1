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
    return first._replace(columns=(WORKSPACE, *columns), rows=rows, by=WORKSPACE.key, empty=_empty(told))


def _empty(told: Sequence[tuple[str, Listing]]) -> str:
    """The one sentence of all, else each with those whose it is: days, settings and counts are a workspace's own."""
    whose: dict[str, list[str]] = {}
    for name, listing in told:
        whose.setdefault(listing.empty, []).append(name)
    if len(whose) == 1:
        return told[0][1].empty
    return " ".join(f"{', '.join(names)}: {sentence}" for sentence, names in whose.items())


def _marked(name: str, row: Row) -> Row:
    return Row({WORKSPACE.key: name, **row.cells}, row.tone, f"{name}: {row.group}" if row.group else name)
