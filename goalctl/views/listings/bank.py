"""The bank as a listing: what was used how often, how it went, and whether it may go to another client as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from goalctl.analysis.caseload.banked import Banked
from goalctl.model.finding import Fault
from goalctl.views.listing import Cell, Column, Listing, Row, Tone

COLUMNS = (
    Column("id", "id"),
    Column("kind", "kind", from_width=60),
    Column("used", "used", right=True),
    Column("reached", "reached", right=True),
    Column("clients", "clients", right=True, from_width=90),
    Column("weeks", "weeks", right=True),
    Column("measure", "measured by", keep=False, from_width=110),
    Column("last", "last", from_width=90),
    Column("text", "text", keep=False),
    Column("note", "note", keep=False),
)
OWN_WORDS = "own words"
_KINDS = {"goals": "goal", "objectives": "objective", "interventions": "intervention", "homework": "homework"}


class BankedRow(NamedTuple):
    """An entry with its id, and how many people used it."""

    id: str
    entry: Banked
    clients: int


def bank_view(rows: Iterable[BankedRow], faults: Iterable[tuple[str, Fault]], *, nothing: str) -> Listing:
    """The entries in their order; a plan that can't be read comes first, since what it holds is missing."""
    told = [
        Row(
            {"id": None, "kind": f"error {fault.code}", "text": f"{fault.where}: {fault.message}", "note": client},
            Tone.BAD,
        )
        for client, fault in faults
    ]
    caption = "weeks: the median until reached. Use one with --from ID"
    return Listing("bank", COLUMNS, (*told, *(_row(row) for row in rows)), nothing, caption=caption)


def _row(row: BankedRow) -> Row:
    entry = row.entry
    weeks = entry.median_weeks
    notes = [OWN_WORDS] if any(use.holds_own_words for use in entry.uses) else []
    notes += [f"private: {' '.join(entry.private)}"] if entry.private else []
    cells: dict[str, Cell] = {
        "id": row.id,
        "kind": _KINDS[entry.kind.value],
        "used": len(entry.uses),
        "reached": entry.reached,
        "clients": row.clients,
        "measure": ", ".join(entry.measures) or None,
        "weeks": None if weeks is None else round(weeks, 1),
        "last": entry.last_used.isoformat() if entry.last_used else None,
        "text": entry.text,
        "note": ", ".join(notes) or None,
    }
    return Row(cells, Tone.GOOD if entry.reached and entry.reached == len(entry.uses) else Tone.PLAIN)
