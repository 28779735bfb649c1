"""The listings of many workspaces as one, every row marked with its workspace."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from goalctl.views.listing import Column, Listing, Row, Tone

WORKSPACE = Column("workspace", "workspace")


def fleet_view(told: Sequence[tuple[str, Listing]], *, for_people: bool) -> Listing:
    """Workspace after workspace in the order given; people see each as a heading, programs as a first column.

    For people, who has nothing to show stands there too, with the sentence that says so, unless nobody has anything.
    """
    first = told[0][1]
    columns = dict.fromkeys(column for _, listing in told for column in listing.columns)
    if for_people:  # what it is grouped by is in the headings
        columns = {column: None for column in columns if column.key != first.by}
    rows = [_marked(name, row) for name, listing in told for row in _rows(listing, with_sentence=for_people)]
    if not any(listing.rows for _, listing in told):
        rows = []
    return first._replace(
        columns=(WORKSPACE, *columns), rows=tuple(rows), by=WORKSPACE.key,
        empty=_of_all(told, lambda one: one.empty, " "), title=_of_all(told, lambda one: one.title, "; "),
    )  # fmt: skip


def _rows(listing: Listing, *, with_sentence: bool) -> Sequence[Row]:
    if listing.rows or not with_sentence:
        return listing.rows
    wordy = next((column for column in listing.columns if not column.keep), listing.columns[-1])
    return [Row({wordy.key: listing.empty}, Tone.QUIET)]


def _of_all(told: Sequence[tuple[str, Listing]], said: Callable[[Listing], str], between: str) -> str:
    """What all say, once; else each with those whose it is: days, settings and counts are a workspace's own."""
    whose: dict[str, list[str]] = {}
    for name, listing in told:
        whose.setdefault(said(listing), []).append(name)
    if len(whose) == 1:
        return said(told[0][1])
    return between.join(f"{', '.join(names)}: {sentence}" for sentence, names in whose.items())


def _marked(name: str, row: Row) -> Row:
    return Row({WORKSPACE.key: name, **row.cells}, row.tone, f"{name}: {row.group}" if row.group else name)
