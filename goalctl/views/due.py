"""What is due, as a listing: faults first, then by day, each with how late or how soon in words. No Rich, no models."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goalctl.analysis.deadline import Deadline, in_words
from goalctl.model.finding import Fault
from goalctl.views.listing import Column, Listing, Row, Tone

COLUMNS = (
    Column("day", "day"),
    Column("when", "when"),
    Column("client", "client"),
    Column("id", "id"),
    Column("kind", "kind"),
    Column("what", "what", keep=False),
)


def due_view(
    deadlines: Iterable[Deadline], faults: Iterable[tuple[str, Fault]], *, today: date, nothing: str
) -> Listing:
    """The deadlines by day; before them a row for every fault of a plan, so that no client is left out in silence.

    `faults` come with the client they belong to, which is empty when no client is meant; `nothing` is the sentence
    for an empty list.
    """
    rows = [_fault_row(client, fault) for client, fault in faults]
    rows += [_row(deadline, today) for deadline in sorted(deadlines)]
    return Listing("due", COLUMNS, tuple(rows), nothing)


def _row(deadline: Deadline, today: date) -> Row:
    cells = {
        "day": deadline.day.isoformat(),
        "when": in_words(deadline.day, today=today),
        "client": deadline.client,
        "id": deadline.item,
        "kind": deadline.kind.value,
        "what": deadline.what,
    }
    if deadline.is_overdue(today=today):
        return Row(cells, Tone.LATE)
    return Row(cells, Tone.SOON if deadline.day == today else Tone.PLAIN)


def _fault_row(client: str, fault: Fault) -> Row:
    cells = {"day": None, "when": "mend first", "client": client, "id": None, "kind": f"error {fault.code}"}
    return Row({**cells, "what": f"{fault.where}: {fault.message}"}, Tone.BAD)
