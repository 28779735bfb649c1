"""Who comes today, as a listing: what needs an act, then faults, then a row a visit. Light: no models, no Rich."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from goalctl.analysis.caseload.visit import Visit
from goalctl.analysis.risk.told import ToldRow, rows_in_need
from goalctl.model.finding import Fault
from goalctl.views.covered import with_cover
from goalctl.views.listing import ACT, MEND, Column, Listing, Row, Tone
from goalctl.views.words.visit import preparation_words

COLUMNS = (
    Column("client", "client"),
    Column("why", "why here"),
    Column("last", "last seen", from_width=70),
    Column("prepare", "prepare", keep=False),
    Column("clinician", "clinician", from_width=110),
)
NOBODY: Mapping[str, str] = {}
COMES = "comes"


def today_view(
    visits: Sequence[Visit],
    risk: Sequence[tuple[ToldRow, str]],
    faults: Iterable[tuple[str, Fault]],
    *,
    today: date,
    covered: Mapping[str, str] = NOBODY,
) -> Listing:
    """A row for each who comes; before them every risk that needs an act, whoever comes, and every fault.

    `covered` says by client who looks after whose, where somebody does.
    """
    whose = {row.client: clinician for row, clinician in risk}
    seen = {visit.client: visit.last_seen for visit in visits}
    rows = [
        _row(row.client, ACT, seen.get(row.client), row.words, whose[row.client], Tone.BAD)
        for row in rows_in_need(row for row, _ in risk)
    ]
    rows += [_row(client, MEND, None, f"{fault.where}: {fault.message}", "", Tone.BAD) for client, fault in faults]
    for visit in visits:
        words = preparation_words(visit, today=today)
        rows.append(_row(visit.client, COMES, visit.last_seen, words, visit.clinician, Tone.PLAIN))
    rows = [with_cover(row, "prepare", covered) for row in rows]
    nobody = f"Nobody is expected on {today}."
    caption = nobody if rows and not visits else ""
    return Listing("today", COLUMNS, tuple(rows), nobody, caption, title=f"Who comes on {today}")


def _row(client: str, why: str, last: date | None, prepare: str, clinician: str, tone: Tone) -> Row:
    seen = last.isoformat() if last else None
    cells = {"client": client, "why": why, "last": seen, "prepare": prepare, "clinician": clinician or None}
    return Row(cells, tone)
