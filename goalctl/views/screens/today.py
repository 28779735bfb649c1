"""Who comes today on one screen, names included where they may stand; what is left out is said. Light: no models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.caseload.visit import Visit
from goalctl.analysis.risk.told import ToldRow, rows_in_need
from goalctl.model.finding import Fault
from goalctl.views.listing import Tone
from goalctl.views.page import Line
from goalctl.views.screens.fitting import within_room
from goalctl.views.words.visit import WHO_COMES, visit_words

REST = "goalctl today --format table"
_AROUND = 6  # lines for the day, two headings with the space before them, and the prompt


@dataclass(frozen=True, slots=True)
class Visits:
    """What the page needs; `names` are empty where none may stand, `width` and `height` those of the terminal."""

    today: date
    visits: Sequence[Visit]
    risk: Sequence[ToldRow]
    faults: Sequence[Fault]
    names: Mapping[str, str]
    width: int
    height: int


def today_page(day: Visits) -> Iterator[Line]:
    """Risk that needs an act whole, then who comes, a line each, as many as there is room for."""
    number = len(day.visits)
    come = {0: "nobody is expected", 1: "1 client comes"}.get(number, f"{number} clients come")
    yield Line(f"{day.today:%a} {day.today} · {come}", tone=Tone.GOOD)
    leading = [Line(f"{row.client} {row.words}", 1, Tone.BAD) for row in rows_in_need(day.risk)]
    yield from _part("act today", leading)
    faults = [within_room(Line(f"{fault.where}: {fault.message}", 1, Tone.BAD), day.width) for fault in day.faults]
    yield from _part("mend first", faults)
    used = sum(1 + len(line.text) // day.width for line in leading) + (2 + len(faults) if faults else 0)
    yield from _part(WHO_COMES, list(_visits(day, max(day.height - used - _AROUND, 1))))


def _visits(day: Visits, room: int) -> Iterator[Line]:
    """As many as there is room for; where one is left out, a line says how many."""
    shown = day.visits if len(day.visits) <= room else day.visits[: max(room - 1, 1)]
    for visit in shown:
        text = visit_words(visit, day.names.get(visit.client, ""), today=day.today)
        yield within_room(Line(text, 1), day.width)
    if left := len(day.visits) - len(shown):
        yield Line(f"and {left} more: {REST}", 1, Tone.QUIET)


def _part(title: str, lines: Sequence[Line]) -> Iterator[Line]:
    if lines:
        yield Line("")
        yield Line(title)
        yield from lines
