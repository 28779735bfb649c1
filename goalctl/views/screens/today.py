"""Who comes today on one screen, names included where they may stand; what is left out is said. Light: no models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from goalctl.analysis.caseload.visit import Visit
from goalctl.analysis.figures import counted
from goalctl.analysis.risk.told import ToldRow, rows_in_need
from goalctl.model.finding import Fault
from goalctl.views.listing import ACT, MEND, Tone
from goalctl.views.page import Line
from goalctl.views.screens.fitting import Room, ScreenPart, laid_out, rows_of, within_room
from goalctl.views.words.visit import WHO_COMES, head_of_the_day, visit_words

REST = "goalctl today --format table"


@dataclass(frozen=True, slots=True)
class Visits:
    """What the page needs; `names` are empty where none may stand, `days_since_sync` is None without a remote.

    `covered` says by client who looks after whose, where somebody does.
    """

    today: date
    visits: Sequence[Visit]
    risk: Sequence[ToldRow]
    faults: Sequence[Fault]
    names: Mapping[str, str]
    room: Room
    days_since_sync: int | None = None
    covered: Mapping[str, str] = field(default_factory=dict)


def today_page(day: Visits) -> Iterator[Line]:
    """Risk that needs an act whole, then who comes, a line each, as many as there is room for."""
    come = counted(len(day.visits), "client comes", "clients come") if day.visits else "nobody is expected"
    above = [Line(head_of_the_day(day.today, come, day.days_since_sync), tone=Tone.GOOD)]
    if leading := [Line(f"{row.client} {row.words}", 1, Tone.BAD) for row in rows_in_need(day.risk)]:
        above += [Line(""), Line(ACT), *leading]
    yield from above
    width = day.room.width
    faults = [within_room(Line(f"{fault.where}: {fault.message}", 1, Tone.BAD), width) for fault in day.faults]
    coming = [
        visit_words(one, day.names.get(one.client, ""), today=day.today, cover=day.covered.get(one.client, ""))
        for one in day.visits
    ]
    visits = [within_room(Line(text, 1), width) for text in coming]
    left = Room(width, day.room.height - rows_of(above, width))
    first, then = ScreenPart(MEND, faults, "goalctl check"), ScreenPart(WHO_COMES, visits, REST, len(visits))
    yield from laid_out([first, then], left)
