"""`goalctl today`: who comes, and one line of preparation each. Warm, into a pipe it reads no plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goalctl.analysis.caseload.visit import Visit
from goalctl.analysis.risk.told import ToldRow
from goalctl.cli.desk import Desk, machine_time
from goalctl.cli.failures import COULD_NOT
from goalctl.cli.options import ListingFormat, OfClinician
from goalctl.cli.people import person_of, tell_if_nobodys
from goalctl.cli.visits import names_beside, visits_of
from goalctl.views.listings.today import today_view
from goalctl.views.screens.today import Visits, today_page
from goalctl.workspace.memory.answer import Answer, Inquiry
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.store.git.second_copy import days_since_sync


def command(desk: Desk, clinician: OfClinician = None, shown_as: ListingFormat = None) -> int:
    """Show who comes today, by the appointments in the notes: risk first, what is due, open homework.

    Risk that needs an act leads, whoever comes. On a terminal it fits the screen and says what it left out.
    """
    settings = desk.memory.settings
    today = desk.today_in(settings.timezone)
    parts, until = (Part.DUE, Part.RISK, Part.STANDING), settings.due_within.after(today)
    answer = desk.memory.answer(Inquiry(parts, today, until=until))
    whose = person_of(desk, clinician, "--clinician")
    tell_if_nobodys(desk, answer, whose)
    visits, risk = visits_of(answer, whose), list(answer.risk_of(whose))
    if shown_as is None and (room := desk.room):
        faults, rows = [fault for _, fault in answer.faults], [row for row, _ in risk]
        synced = days_since_sync(desk.root, machine_time(None))
        day = Visits(today, visits, rows, faults, names_beside(desk), room, synced, answer.covered)
        desk.show_page(today_page(day))
    else:
        desk.answer(
            lambda: today_view(visits, risk, answer.faults, today=today, covered=answer.covered),
            lambda: _document(visits, answer, risk),
            shown_as,
        )
    return COULD_NOT if answer.hides_something else 0


def _document(visits: Iterable[Visit], answer: Answer, risk: Iterable[tuple[ToldRow, str]]) -> Mapping[str, object]:
    from goalctl.views.data.many import today_document

    return today_document(visits, answer.faults, risk, today=answer.today, covers=answer.covers)
