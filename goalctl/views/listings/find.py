"""Where the record speaks of something, as a listing: the newest first, each with day and place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goalctl.analysis.history.passage import Passage
from goalctl.model.finding import Fault
from goalctl.views.listing import MEND, Column, Listing, Row, Tone

COLUMNS = (
    Column("client", "client"),
    Column("day", "day"),
    Column("place", "place", keep=False),
    Column("text", "says", keep=False),
)


def find_view(passages: Iterable[Passage], unread: Sequence[tuple[str, Fault]], words: str) -> Listing:
    """A row a passage; before them one for each file that was not read, where something may stand as well."""
    rows = [
        Row({"client": client, "day": None, "place": MEND, "text": f"{fault.where}: {fault.message}"}, Tone.BAD)
        for client, fault in unread
    ]
    for passage in passages:
        day = passage.day.isoformat() if passage.day else None
        rows.append(Row({"client": passage.client, "day": day, "place": passage.place, "text": passage.text}))
    return Listing("find", COLUMNS, tuple(rows), f"Nothing here speaks of {words}.", title=f"Where it says: {words}")
