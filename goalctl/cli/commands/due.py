"""`goalctl due`: what is overdue and what is coming. Warm, it reads no plan and imports no model."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NamedTuple

from goalctl.analysis.due.deadline import Deadline, Due
from goalctl.analysis.risk.told import ToldRow
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, FINDINGS, UsageError
from goalctl.cli.options import AnyClient, OfClinician, OfSupervisor, Revision
from goalctl.cli.people import person_of, tell_if_nobodys
from goalctl.model.day_words import stretch_from
from goalctl.model.errors import GoalctlError
from goalctl.model.scalars import Duration, ScalarError
from goalctl.views.listing import Format, Listing
from goalctl.views.listings.due import DueBy, DueItem, due_view, in_order
from goalctl.workspace.memory.answer import Answer, Inquiry, SettingsBrief
from goalctl.workspace.memory.parts import Part


class DueFormat(StrEnum):
    """The formats of every listing, and a calendar."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    HTML = "html"
    ICS = "ics"


Within = Annotated[
    str | None, Option("--within", metavar="2w", help="How far to look ahead; else the practice's due_within.")
]
Unsigned = Annotated[bool, Option("--unsigned", help="Only entries to sign, or to sign again after a correction.")]
InWords = Annotated[
    bool | None,
    Option("--words/--no-words", help="Goals in words, or ids only, as in a calendar.", show_default=False),
]
ShownAs = Annotated[DueFormat | None, Option("--format", help="How to show it.", show_default=False)]
ExitCode = Annotated[
    bool, Option("--exit-code", help="Leave with status 1 when something is overdue or a risk needs an act.")
]


class NoCalendarError(GoalctlError):
    """The library that writes calendars is an extra, and is not installed."""

    def __init__(self) -> None:
        super().__init__("--format ics needs the icalendar library", "install it: pip install 'goalctl[calendar]'")


class DueChoice(NamedTuple):
    """Which of all deadlines are asked for; `within` is None for as far as the practice looks ahead."""

    within: Duration | None
    overdue: bool
    unsigned: bool
    clinician: str | None
    supervisor: str | None = None

    def takes(self, due: Deadline, last: date, today: date) -> bool:
        """Whether this one is, if so far is looked ahead."""
        if self.unsigned and due.kind is not Due.SIGNATURE:
            return False
        return due.day < today if self.overdue else due.day <= last

    def nothing(self, within: Duration, today: date) -> str:
        """The sentence for when there is none."""
        if self.unsigned:
            return "Nothing is unsigned where treatment goes on; goalctl check --audit tells of the others (A146)."
        return f"Nothing is overdue on {today}." if self.overdue else f"Nothing is due within {within} of {today}."


def command(
    desk: Desk,
    client: AnyClient = None,
    within: Within = None,
    overdue: Annotated[bool, Option("--overdue", help="Only what is overdue.")] = False,
    unsigned: Unsigned = False,
    clinician: OfClinician = None,
    supervisor: OfSupervisor = None,
    by: Annotated[DueBy | None, Option("--by", help="Group the list.", show_default=False)] = None,
    words: InWords = None,
    revision: Revision = None,
    shown_as: ShownAs = None,
    exit_code: ExitCode = False,
) -> int:
    """List what is overdue and what is coming, of one client or of all; risk that needs an act leads, always."""
    whose = person_of(desk, clinician, "--clinician"), person_of(desk, supervisor, "--supervisor")
    wanted = DueChoice(_stretch(within), overdue, unsigned, *whose)
    found = _found_in_commit(desk, client, wanted, revision) if revision else _found_now(desk, client, wanted)
    if shown_as is DueFormat.ICS:
        desk.write(_calendar(desk, found, with_words=bool(words)))
    else:
        _show(desk, found, by, Format(shown_as) if shown_as else None, with_words=words is not False)
    return COULD_NOT if found.answer.hides_something else FINDINGS if exit_code and found.is_late else 0


class Found:
    """What is asked for of what is due."""

    def __init__(self, answer: Answer, wanted: DueChoice) -> None:
        self.answer, self.wanted = answer, wanted

    @property
    def within(self) -> Duration:
        """How far is looked ahead."""
        return self.wanted.within or self.answer.settings.due_within

    @cached_property
    def items(self) -> list[DueItem]:
        """The deadlines that are asked for."""
        briefs, today = self.answer.chosen(self.wanted.clinician, self.wanted.supervisor), self.answer.today
        last, takes = self.within.after(today), self.wanted.takes
        return [DueItem(due, brief.clinician) for brief in briefs for due in brief.deadlines if takes(due, last, today)]

    @cached_property
    def risk(self) -> list[tuple[ToldRow, str]]:
        """The rows of risk, whatever else is asked for."""
        return list(self.answer.risk_of(self.wanted.clinician, self.wanted.supervisor))

    @property
    def is_late(self) -> bool:
        """Whether something is overdue or a risk needs an act."""
        late = any(item.deadline.is_overdue(today=self.answer.today) for item in self.items)
        return late or any(row.needs_act for row, _ in self.risk)

    def listing(self, by: DueBy | None, *, with_words: bool) -> Listing:
        """All of it on lines."""
        today, nothing = self.answer.today, self.wanted.nothing(self.within, self.answer.today)
        faults, covered = self.answer.faults, self.answer.covered
        return due_view(
            self.items, faults, self.risk, today=today, nothing=nothing, by=by, with_words=with_words, covered=covered
        )

    def document(self, by: DueBy | None, *, with_words: bool) -> Mapping[str, object]:
        """All of it for programs, in the same order."""
        from goalctl.views.data.many import due_document

        items = in_order(self.items, by, today=self.answer.today)
        deadlines = ((item.deadline, item.clinician) for item in items)
        today, covers = self.answer.today, self.answer.covers
        faults, risk = self.answer.faults, self.risk
        return due_document(deadlines, faults, risk, today=today, with_words=with_words, covers=covers)


def _show(desk: Desk, found: Found, by: DueBy | None, shown_as: Format | None, *, with_words: bool) -> None:
    desk.answer(
        lambda: found.listing(by, with_words=with_words),
        lambda: found.document(by, with_words=with_words),
        shown_as,
    )


def _found_now(desk: Desk, client: str | None, wanted: DueChoice) -> Found:
    """Of a client who has no plan on that day, and of people who have no clients, it is said why nothing is found."""
    found = Found(desk.memory.answer(_inquiry(desk, client, wanted, desk.memory.settings)), wanted)
    if not client:
        tell_if_nobodys(desk, found.answer, wanted.clinician, wanted.supervisor)
    elif not found.answer.briefs:
        from goalctl.cli.reading import readable_plan

        readable_plan(desk, client)  # which says since when there is one
    return found


def _found_in_commit(desk: Desk, client: str | None, wanted: DueChoice, revision: str) -> Found:
    """The same as a commit has it; every plan is read anew."""
    from goalctl.cli.reading import committed_caseload
    from goalctl.workspace.memory.ask import answer_of_commit, settings_brief

    then = committed_caseload(desk, revision)
    inquiry = _inquiry(desk, client, wanted, settings_brief(then.practice))
    return Found(answer_of_commit(then, inquiry), wanted)


def _inquiry(desk: Desk, client: str | None, wanted: DueChoice, settings: SettingsBrief) -> Inquiry:
    today = desk.today_in(settings.timezone)
    until = (wanted.within or settings.due_within).after(today)
    return Inquiry((Part.DUE, Part.RISK), today, client, until)


def _calendar(desk: Desk, found: Found, *, with_words: bool) -> str:
    """With a stated day the calendar is always the same; else its stamp is the moment it is made."""
    today = found.answer.today
    made = datetime.combine(today, time(), UTC) if desk.stated_today else datetime.now(UTC)
    try:
        from goalctl.views.listings.calendar import calendar_text
    except ModuleNotFoundError as error:
        raise NoCalendarError from error
    deadlines, follow_ups = [item.deadline for item in found.items], [row for row, _ in found.risk]
    return calendar_text(deadlines, found.answer.faults, follow_ups, today=today, made=made, with_words=with_words)


def _stretch(text: str | None) -> Duration | None:
    try:
        return stretch_from(text) if text else None
    except ScalarError as error:
        raise UsageError(f"--within: {error}", error.hint) from None
