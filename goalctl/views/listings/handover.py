"""Lines about clients for a colleague: a cover's sheet, what happened meanwhile, an agenda; covers, and the office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goalctl.analysis.caseload.cover import Covering
from goalctl.analysis.figures import counted, figure
from goalctl.analysis.handover import Agenda, HandoverLine, HandoverPart
from goalctl.analysis.office import OfficeLine, OfficePart
from goalctl.model.finding import Fault
from goalctl.views.listing import MEND, Cell, Column, Listing, Row, Tone

_COLUMNS = (
    Column("client", "client"),
    Column("part", "part"),
    Column("day", "day"),
    Column("what", "what", keep=False),
    Column("by", "by"),
)
NOTHING_WAITS = "Nothing waits, and no session was held."
OF_THE_REST = "In the plans that could be read nothing waits, and no session was held."
_TONES = {HandoverPart.RISK: Tone.BAD, HandoverPart.FOLLOW_UP: Tone.SOON, HandoverPart.WORSE: Tone.LATE}


def handover_view(
    name: str, lines: Iterable[HandoverLine], faults: Iterable[tuple[str, Fault]], *, title: str, caption: str = ""
) -> Listing:
    """The lines in the order given, before them a row for every fault, so that no client is left out in silence."""
    rows = [
        Row(_cells(client, MEND, None, f"{fault.where}: {fault.message}", ""), Tone.BAD) for client, fault in faults
    ]
    rows += [
        Row(_cells(one.client, one.part.value, one.day, one.what, one.by), _TONES.get(one.part, Tone.PLAIN))
        for one in lines
    ]
    columns = _COLUMNS if any(row.cells["by"] for row in rows) else _COLUMNS[:-1]
    return Listing(name, columns, tuple(rows), f"{title}: nothing to tell.", caption, title=title)


def _cells(client: str | None, part: str, day: date | None, what: str, by: str) -> dict[str, Cell]:
    return {"client": client, "part": part, "day": day.isoformat() if day else None, "what": what, "by": by or None}


def agenda_view(agenda: Agenda, faults: Iterable[tuple[str, Fault]]) -> Listing:
    """The agenda, and last what was held since anything was talked over."""
    since = f"since supervision on {agenda.since}" if agenda.since else "nothing talked over in supervision yet"
    hours = f", {figure(agenda.minutes / 60)} h on record" if agenda.minutes else ""
    held = f"{counted(agenda.sessions, 'session')}{hours}, {since}"
    found = handover_view("agenda", agenda.lines, faults, title=f"Supervision of {agenda.clinician}")
    return found._replace(rows=(*found.rows, Row(_cells(None, "held", agenda.since, held, ""), Tone.QUIET)))


def cover_words(cover: Covering) -> str:
    """`s.lee for m.kowalski, Mon 2026-02-09 to Fri 2026-02-20`."""
    return f"{cover.words}, {cover.first:%a} {cover.first} to {cover.last:%a} {cover.last}"


def covers_view(covers: Iterable[Covering], *, today: date) -> Listing:
    """Every cover, in the order given."""
    columns = (
        Column("clinician", "away"), Column("by", "who covers"), Column("first", "from"), Column("last", "to"),
        Column("runs", "today"),
    )  # fmt: skip
    rows = [
        Row(
            {
                "clinician": one.of, "by": one.by, "first": one.first.isoformat(), "last": one.last.isoformat(),
                "runs": "runs" if one.runs_on(today) else "to come" if one.first > today else "over",
            },
            Tone.SOON if one.runs_on(today) else Tone.QUIET,
        )
        for one in covers
    ]  # fmt: skip
    nothing = "Nobody covers for anybody; goalctl cover m.kowalski --by s.lee --from DAY --to DAY begins that."
    return Listing("covers", columns, tuple(rows), nothing, title=f"Covers, as of {today}")


def office_view(lines: Iterable[OfficeLine], first: date, last: date, *, unread: int) -> Listing:
    """The lines in the order given; `unread` files have no say in it."""
    columns = (
        Column("part", "part"), Column("day", "day"), Column("client", "client"), Column("clinician", "clinician"),
        Column("cpt", "CPT"), Column("n", "n", right=True),
    )  # fmt: skip
    rows = [
        Row(
            {
                "part": one.part.value, "day": _office_day(one), "client": one.client or None,
                "clinician": one.clinician or None, "cpt": one.cpt or None, "n": one.number,
            },
            Tone.PLAIN if one.part is OfficePart.SESSIONS else Tone.LATE,
        )
        for one in lines
    ]  # fmt: skip
    return Listing(
        "office",
        columns,
        tuple(rows),
        OF_THE_REST if unread else NOTHING_WAITS,
        title=f"For the office, {first} to {last}",
    )


def _office_day(line: OfficeLine) -> str | None:
    """A day, of sessions their month."""
    if line.day is None:
        return None
    return f"{line.day:%Y-%m}" if line.part is OfficePart.SESSIONS else line.day.isoformat()
