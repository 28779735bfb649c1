"""What changed when, as a listing."""

from __future__ import annotations

from collections.abc import Iterable

from goalctl.analysis.history.event import Event
from goalctl.views.listing import Column, Listing, Row

COLUMNS = (
    Column("day", "day"),
    Column("id", "id"),
    Column("event", "what happened", keep=False),
    Column("because", "why", keep=False),
    Column("by", "by", from_width=100),
)


def history_view(events: Iterable[Event], *, empty: str) -> Listing:
    """The events in the order given."""
    return Listing("history", COLUMNS, tuple(_row(event) for event in events), empty)


def _row(event: Event) -> Row:
    day, why = event.day.isoformat() if event.day else None, event.because or None
    return Row({"day": day, "id": event.item, "event": event.beside_its_item, "because": why, "by": event.by or None})
