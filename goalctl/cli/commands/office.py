"""`goalctl office`: what those need who bill and call; nothing clinical is in it."""

from __future__ import annotations

from typing import Annotated

from goalctl.analysis.figures import counted
from goalctl.analysis.office import office_lines
from goalctl.cli.colleagues import read_cases
from goalctl.cli.days import stretch_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.options import ListingFormat
from goalctl.cli.people import person_of
from goalctl.views.data.people import office_document
from goalctl.views.listings.handover import office_view


def command(
    desk: Desk,
    begin: Annotated[
        str | None, Option("--from", metavar="DAY", help="The first day; else that of this month.")
    ] = None,
    end: Annotated[str | None, Option("--to", metavar="DAY", help="The last day; else today.")] = None,
    clinician: Annotated[
        str | None,
        Option("--clinician", metavar="WHO", help="Only what this clinician did or has to do; me: yourself."),
    ] = None,
    shown_as: ListingFormat = None,
) -> int:
    """List entries unsigned for over 72 hours, missed and cancelled appointments, and sessions by CPT code and month.

    Nothing clinical is in it: of a risk that needs an act, only that a clinical follow-up is due.
    """
    first, last = stretch_back(begin, end, today=desk.today)
    first = first or last.replace(day=1)
    whose = person_of(desk, clinician, "--clinician")
    read = read_cases(desk, None)
    every = office_lines(read.cases, read.risk_of(whose), first, last, today=desk.today)
    unknown = {row.client for row, _ in read.risk if row.is_unread}  # nobody knows whose they are
    lines = [line for line in every if whose in {None, line.clinician} or line.client in unknown]
    desk.answer(
        lambda: office_view(lines, first, last, unread=read.unread),
        lambda: office_document(lines, first, last, unread=read.unread, today=desk.today),
        shown_as,
    )
    if read.unread:
        desk.say(f"{counted(read.unread, 'file')} could not be read: goalctl check")
    return read.status
