"""`goalctl due`: what is overdue and what is coming. Warm, it reads no plan and imports no model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated

import typer

from goalctl.analysis.due.deadline import Due
from goalctl.analysis.risk.told import ToldRow
from goalctl.cli.desk import Desk, desk_of, machine_time
from goalctl.cli.failures import COULD_NOT, FINDINGS, UsageError
from goalctl.cli.options import AnyClient, Revision
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fault, fault_of
from goalctl.model.scalars import Duration, ScalarError, duration_from
from goalctl.views.listings.due import By, DueItem, due_view
from goalctl.views.listings.listing import Format
from goalctl.workspace.memory.index import PlanBrief, SettingsBrief
from goalctl.workspace.memory.watch import Watch
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import PlanFile, Scan, scan

CALENDAR = "ics"
FORMATS = (*Format, CALENDAR)


def _format(text: str) -> str:
    if text not in FORMATS:
        raise typer.BadParameter(f"'{text}' is not one of {', '.join(map(repr, map(str, FORMATS)))}.")
    return text


class NoCalendarError(GoalctlError):
    """The library that writes calendars is an extra, and is not installed."""

    def __init__(self) -> None:
        super().__init__("--format ics needs the icalendar library", "install it: pip install 'goalctl[calendar]'")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of all deadlines are asked for."""

    within: Duration
    overdue: bool
    unsigned: bool
    clinician: str | None

    def takes(self, item: DueItem, today: date) -> bool:
        """Whether this one is."""
        due = item.deadline
        if self.clinician not in {None, item.clinician} or (self.unsigned and due.kind is not Due.SIGNATURE):
            return False
        return due.is_overdue(today=today) if self.overdue else due.is_within(self.within, today=today)

    def nothing(self, today: date) -> str:
        """The sentence for when there is none."""
        if self.unsigned:
            return "Nothing is unsigned."
        return f"Nothing is overdue on {today}." if self.overdue else f"Nothing is due within {self.within} of {today}."


@dataclass(frozen=True, slots=True)
class Seen:
    """The plans in brief as of a day, and everything that is wrong."""

    today: date
    settings: SettingsBrief
    briefs: list[PlanBrief]
    strays: tuple[tuple[str, Fault], ...]

    @property
    def items(self) -> Iterator[DueItem]:
        """Every deadline of every plan."""
        return (DueItem(due, brief.clinician) for brief in self.briefs for due in brief.deadlines)

    def risk(self, clinician: str | None) -> list[tuple[ToldRow, str]]:
        """Every row of risk of that clinician's plans, else of all; one that nobody can read is everybody's."""
        return [
            (row, brief.clinician)
            for brief in self.briefs
            for row in brief.risk.rows
            if clinician in {None, brief.clinician} or row.is_unread
        ]

    @property
    def faults(self) -> list[tuple[str, Fault]]:
        """What is wrong with settings, files and plans, each with its client where there is one."""
        own = [(brief.client, fault) for brief in self.briefs for fault in brief.faults]
        return [*(("", fault) for fault in self.settings.faults), *self.strays, *own]


def command(
    ctx: typer.Context,
    client: AnyClient = None,
    within: Annotated[
        str | None,
        typer.Option("--within", metavar="2w", help="How far to look ahead; else the practice's due_within."),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    unsigned: Annotated[
        bool, typer.Option("--unsigned", help="Only entries to sign, or to sign again after a correction.")
    ] = False,
    clinician: Annotated[str | None, typer.Option("--clinician", help="Only plans of this clinician.")] = None,
    by: Annotated[By | None, typer.Option("--by", help="Group the list.", show_default=False)] = None,
    words: Annotated[
        bool | None,
        typer.Option("--words/--no-words", help="Goals in words, or ids only, as in a calendar.", show_default=False),
    ] = None,
    revision: Revision = None,
    shown_as: Annotated[
        str | None,
        typer.Option(
            "--format", parser=_format, metavar=f"<{'|'.join(FORMATS)}>", help="How to show it.", show_default=False
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Leave with status 1 when something is overdue or a risk needs an act.")
    ] = False,
) -> int:
    """List what is overdue and what is coming, of one client or of all; risk that needs an act leads, always."""
    desk = desk_of(ctx)
    seen = _seen_then(desk, client, revision) if revision else _seen_now(desk, client)
    wanted = Wanted(_stretch(within) if within else seen.settings.due_within, overdue, unsigned, clinician)
    items = [item for item in seen.items if wanted.takes(item, seen.today)]
    risk = seen.risk(clinician)
    if shown_as == CALENDAR:
        desk.write(_calendar(desk, items, risk, seen, with_words=bool(words)))
    else:
        listing = due_view(
            items, seen.faults, risk, today=seen.today, nothing=wanted.nothing(seen.today), by=by,
            with_words=words is not False,
        )  # fmt: skip
        desk.show(listing, Format(shown_as) if shown_as else None)
    if any(fault.hides_something for _, fault in seen.faults):
        return COULD_NOT
    return FINDINGS if exit_code and _is_late(items, risk, seen.today) else 0


def _is_late(items: list[DueItem], risk: list[tuple[ToldRow, str]], today: date) -> bool:
    return any(item.deadline.is_overdue(today=today) for item in items) or any(row.needs_act for row, _ in risk)


def _seen_now(desk: Desk, client: str | None) -> Seen:
    found = scan(desk.root)
    watch = Watch.of(desk.root, machine_time)
    today = desk.today_in(watch.settings.timezone)
    briefs = watch.briefs(_files(found, client), today=today, all_files=client is None)
    return Seen(today, watch.settings, briefs, _strays(found, client))


def _seen_then(desk: Desk, client: str | None, revision: str) -> Seen:
    """The same as a commit has it; every plan is read anew."""
    from goalctl.workspace.memory.briefs import brief_of, settings_brief
    from goalctl.workspace.store.commit import caseload_at

    then = caseload_at(desk.root, revision, machine_time)
    settings = settings_brief(then.practice)
    today = desk.today_in(settings.timezone)
    files = _files(then.scan, client)
    briefs = [brief_of(then.practice, then.case(file), today=today) for file in files]
    return Seen(today, settings, briefs, _strays(then.scan, client))


def _files(found: Scan, client: str | None) -> tuple[PlanFile, ...]:
    return found.files if client is None else (client_file(found, client, exact=False),)


def _strays(found: Scan, client: str | None) -> tuple[tuple[str, Fault], ...]:
    return () if client else tuple(("", fault_of(name, finding)) for name, finding in found.strays)


def _calendar(
    desk: Desk, items: list[DueItem], risk: list[tuple[ToldRow, str]], seen: Seen, *, with_words: bool
) -> str:
    """With a stated day the calendar is always the same; else its stamp is the moment it is made."""
    made = datetime.combine(seen.today, time(), UTC) if desk.stated_today else datetime.now(UTC)
    try:
        from goalctl.views.listings.calendar import calendar_text
    except ModuleNotFoundError as error:
        raise NoCalendarError from error
    deadlines, follow_ups = [item.deadline for item in items], [row for row, _ in risk]
    return calendar_text(deadlines, seen.faults, follow_ups, today=seen.today, made=made, with_words=with_words)


def _stretch(text: str) -> Duration:
    try:
        return duration_from(text)
    except ScalarError as error:
        raise UsageError(f"--within: {error}", error.hint) from None
