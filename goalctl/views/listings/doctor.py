"""What is wrong around the plans, as a listing."""

from __future__ import annotations

from collections.abc import Iterable

from goalctl.views.listing import Column, Listing, Row, Tone

COLUMNS = (
    Column("where", "where", keep=False),
    Column("what", "what is wrong", keep=False),
    Column("mend", "how to mend it", keep=False),
    Column("matters", "matters", from_width=100),
)


def doctor_view(troubles: Iterable[tuple[str, str, str, bool]]) -> Listing:
    """Where, what, how to mend it, and whether it matters; in the order given."""
    rows = [
        Row({"where": where, "what": what, "mend": mend, "matters": matters}, Tone.BAD if matters else Tone.QUIET)
        for where, what, mend, matters in troubles
    ]
    return Listing("doctor", COLUMNS, tuple(rows), "Nothing is wrong around the plans.", title="Doctor")
