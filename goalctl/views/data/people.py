"""What programs read about covers, hand-over, supervision and the office."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from goalctl.analysis.caseload.cover import Covering
from goalctl.analysis.handover import Agenda, HandoverLine
from goalctl.analysis.office import OfficeLine
from goalctl.views.data.many import Faults, cover_row, troubles
from goalctl.views.data.text import VERSION

if TYPE_CHECKING:
    from goalctl.views.data.shapes_people import (
        AgendaDocument,
        AwayDocument,
        CoverDocument,
        CoversDocument,
        HandoverData,
        OfficeDocument,
    )


def covers_document(covers: Iterable[Covering], *, today: date) -> CoversDocument:
    """Every cover, in the order given."""
    rows = [{**cover_row(cover), "runs": cover.runs_on(today)} for cover in covers]
    return {"goalctl": VERSION, "kind": "covers", "as_of": today, "covers": rows}  # type: ignore[typeddict-item] # mypy reads no shape out of **


def cover_document(
    cover: Covering, lines: Iterable[HandoverLine], faults: Faults, *, clients: int, today: date
) -> CoverDocument:
    """What a colleague has to know, in the order given."""
    return {
        "goalctl": VERSION, "kind": "cover", "as_of": today, "cover": cover_row(cover), "clients": clients,
        "errors": troubles(faults), "lines": _lines(lines),
    }  # fmt: skip


def away_document(cover: Covering, lines: Iterable[HandoverLine], faults: Faults, *, today: date) -> AwayDocument:
    """What happened meanwhile, in the order given."""
    return {
        "goalctl": VERSION, "kind": "away", "as_of": today, "cover": cover_row(cover),
        "errors": troubles(faults), "lines": _lines(lines),
    }  # fmt: skip


def agenda_document(agenda: Agenda, faults: Faults, *, today: date) -> AgendaDocument:
    """What is to be talked over, in the order given."""
    return {
        "goalctl": VERSION, "kind": "agenda", "as_of": today, "clinician": agenda.clinician, "since": agenda.since,
        "sessions": agenda.sessions, "minutes": agenda.minutes, "errors": troubles(faults),
        "lines": _lines(agenda.lines),
    }  # fmt: skip


def office_document(
    lines: Sequence[OfficeLine], first: date, last: date, *, unread: int, today: date
) -> OfficeDocument:
    """What the office needs, in the order given."""
    return {
        "goalctl": VERSION, "kind": "office", "as_of": today, "first": first, "last": last, "not_in_it": unread,
        "office": [
            {
                "part": one.part.value, "client": one.client or None, "clinician": one.clinician or None,
                "day": one.day, "cpt": one.cpt or None, "n": one.number,
            }
            for one in lines
        ],
    }  # fmt: skip


def _lines(lines: Iterable[HandoverLine]) -> list[HandoverData]:
    return [
        {"client": one.client, "part": one.part, "day": one.day, "what": one.what, "by": one.by or None}
        for one in lines
    ]
