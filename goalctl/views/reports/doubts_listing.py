"""What is doubtful in documents for others, a doubt on a line, or as data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from goalctl.views.data.text import VERSION
from goalctl.views.listing import Column, Listing, Row, Tone
from goalctl.views.reports.doubt import Doubt, DoubtKind

if TYPE_CHECKING:
    from goalctl.views.data.shapes_beside import DoubtsDocument

COLUMNS = (
    Column("client", "client"),
    Column("report", "report", from_width=90),
    Column("what", "what"),
    Column("said", "in the record", keep=False),
    Column("hint", "mend it with", keep=False, from_width=120),
)
NOTHING = "Nothing in it is contradictory, old, without support or missing."


def doubts_view(found: Iterable[tuple[str, str, Doubt]]) -> Listing:
    """The doubts with the client and the report they are about, in the order given."""
    rows = [
        Row(
            {"client": client, "report": report, "what": one.kind.value, "said": one.said, "hint": one.hint or None},
            Tone.LATE if one.kind in {DoubtKind.CONTRADICTORY, DoubtKind.NO_SUPPORT} else Tone.SOON,
        )
        for client, report, one in found
    ]
    return Listing("doubts", COLUMNS, tuple(rows), NOTHING, title="Before it is signed")


def doubts_document(found: Iterable[tuple[str, str, Doubt]], today: date) -> DoubtsDocument:
    """The doubts in the order given."""
    return {
        "goalctl": VERSION,
        "kind": "doubts",
        "as_of": today,
        "doubts": [
            {"client": client, "report": report, "what": one.kind.value, "said": one.said, "hint": one.hint or None}
            for client, report, one in found
        ],
    }
