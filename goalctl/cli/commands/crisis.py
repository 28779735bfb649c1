"""`goalctl crisis`: one screen for a call, then the contact on record in less than a minute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

from goalctl.analysis.risk.crisis import CrisisPicture, crisis_in_data, crisis_picture
from goalctl.cli import options, session_options
from goalctl.cli.asking.entering import fitting_entry
from goalctl.cli.asking.guided import Task, guided_change
from goalctl.cli.asking.risk.crisis_questions import crisis_entry, crisis_questions
from goalctl.cli.asking.risk.risk_offer import NOBODY, offer_risk_of_session, tell_stored
from goalctl.cli.asking.risk.risk_questions import follow_up_day, risk_form
from goalctl.cli.days import day_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Date, Writer, plan_to_change, refuse_nobody, writer_of
from goalctl.cli.reading import case_asked_for, faults_in, status_with, tell_errors
from goalctl.cli.screen import terminal_size
from goalctl.cli.writing import day_in_words, write
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields
from goalctl.model.identity import Identity
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Session
from goalctl.views.data.crisis import crisis_document
from goalctl.views.listing import PageFormat
from goalctl.views.screens.crisis import crisis_page
from goalctl.workspace.operations.crisis import attempt_entry, contact_edits, contact_entry
from goalctl.workspace.store.caseload import CasePlan, PlanUnreadableError, clinician_of, risk_of
from goalctl.workspace.store.names import names_of
from goalctl.workspace.store.transaction.transaction import Changed

BELOW_THE_PAGE, BELOW_A_PROMPT = 2, 3  # lines that come after the page, and must not push its head out of sight

Ideation = Annotated[str | None, Option("--ideation", help="none, passive, active or not-asked.")]
PlanSaid = Annotated[str | None, Option("--plan", help="A plan? How, when, where?")]
Intent = Annotated[str | None, Option("--intent", help="Any intent to act on it?")]
Means = Annotated[str | None, Option("--means", help="Access to means, and what was done about them.")]
Behaviour = Annotated[str | None, Option("--behaviour", help="What was done or prepared, now or before.")]
Whose = Annotated[str | None, Option("--who", help="Who it is, in a plan with members.")]
ConcernSaid = Annotated[str | None, Option("--concern", help="What it is about, where that is not suicide.")]
DoneSaid = Annotated[list[str] | None, Option("--done", help="What you did; repeat it.")]
Told = Annotated[str | None, Option("--told", help="Whom you told or consulted.")]
FollowUp = Annotated[str | None, Option("--follow-up", metavar="DAY", help="When you look again: +1d, fri.")]
Tried = Annotated[
    str | None,
    Option("--tried", help="How you tried to reach the client, who was not reached: call, text, letter …"),
]
NoteSaid = Annotated[str | None, Option("--note", metavar="TEXT", help="What happened.")]


def command(
    desk: Desk,
    client: options.Client,
    client_at: session_options.ClientAt = None,
    who: Whose = None,
    concern: ConcernSaid = None,
    ideation: Ideation = None,
    plan: PlanSaid = None,
    intent: Intent = None,
    means: Means = None,
    behaviour: Behaviour = None,
    done: DoneSaid = None,
    told: Told = None,
    follow_up: FollowUp = None,
    tried: Tried = None,
    note: NoteSaid = None,
    place: session_options.Place = None,
    date: Date = "today",
    by: Writer = None,
    shown_as: options.Shown = PageFormat.TEXT,
) -> int:
    """Show one screen for a call in a crisis; at a terminal it then asks for the contact, and logs it as one entry.

    Names, telephone and address stand there on a terminal only. With options it logs the contact. It alerts nobody.
    """
    day = day_back(date, today=desk.today, option="--date")
    found = RiskSaid(who, concern, ideation, plan, intent, means, behaviour, done, told, follow_up)
    entry = ContactSaid(found, client_at, tried, note, place).entry(day, desk.today)
    if shown_as is PageFormat.JSON:
        return _tell_programs(desk, client, entry)
    if not entry:
        return _show_and_ask(desk, client, day, by)
    if "risk" in entry and tried is None:
        refuse_nobody(desk, plan_to_change(desk, client), who)
    _log(desk, client, fitting_entry(Session, entry), day, by)
    return 0


def _show_and_ask(desk: Desk, client: str, day: Day, by: str | None) -> int:
    """The screen, of a plan that can't be read as well, and at a terminal the questions about the contact."""
    case = case_asked_for(desk, client)
    _show(desk, case)
    if case.plan is None:
        raise PlanUnreadableError(case)
    if _asks(desk):
        _ask(desk, case.file.client, day, by)
    return tell_errors(desk, case)


def _tell_programs(desk: Desk, client: str, entry: Fields) -> int:
    """The same for programs; of a plan that can't be read too, which the status tells."""
    if entry:
        raise UsageError("--format json shows what is known, and logs nothing", "leave it out, or what is to be logged")
    case = case_asked_for(desk, client)
    desk.write_json(crisis_document(_picture(desk, case), faults_in(case), today=desk.today))
    if case.plan is None:
        raise PlanUnreadableError(case)
    return status_with(case)


@dataclass(frozen=True, slots=True)
class RiskSaid:
    """The options that say what was found, done and told."""

    who: str | None
    concern: str | None
    ideation: str | None
    plan: str | None
    intent: str | None
    means: str | None
    behaviour: str | None
    done: Sequence[str] | None
    consulted: str | None
    follow_up: str | None

    def record(self, day: Day, today: Day) -> Fields:
        """What they say, as a risk record."""
        return entry_values(**asdict(self) | {"follow_up": follow_up_day(self.follow_up, on=day, today=today)})


@dataclass(frozen=True, slots=True)
class ContactSaid:
    """The options that say a contact, or a try to reach the client."""

    found: RiskSaid
    client_at: str | None
    tried: str | None
    note: str | None
    place: str | None

    def entry(self, day: Day, today: Day) -> Fields:
        """What they say, as the plan holds it; empty when they say nothing."""
        record = self.found.record(day, today)
        if self.tried is not None:
            if set(record) - {"consulted"} or self.client_at:
                raise UsageError("--tried says that the client was not reached", "keep --told and --note beside it")
            return attempt_entry(self.tried, on=day, told=self.found.consulted, note=self.note)
        if not record and self.client_at is None and self.note is None:
            return {}
        return contact_entry(record, on=day, client_at=self.client_at, note=self.note, place=self.place)


def _asks(desk: Desk) -> bool:
    return desk.may_ask and desk.on_terminal


def _show(desk: Desk, case: CasePlan) -> None:
    size = terminal_size()
    height = size.lines - (BELOW_A_PROMPT if _asks(desk) and case.plan else BELOW_THE_PAGE)
    identity = _identity(desk, case.file.client) if desk.on_terminal else None
    room = desk.width if desk.on_terminal else None
    desk.show_page(crisis_page(_picture(desk, case), identity, room=room, height=height))


def _picture(desk: Desk, case: CasePlan) -> CrisisPicture:
    practice = desk.practice
    if case.plan is not None:
        return crisis_picture(desk.case(case.plan))
    risk, clinician = risk_of(practice, case, today=desk.today), clinician_of(practice, case)
    return crisis_in_data(
        case.file.client, case.document.data, risk, practice.forms,
        today=desk.today, clinician=clinician, now=practice.today,
    )  # fmt: skip


def _identity(desk: Desk, client: str) -> Identity | None:
    """Who it is; names that can't be used are told, and never stand in the way of the page."""
    try:
        return names_of(desk.practice).get(client)
    except GoalctlError as error:
        desk.say(f"{error.message} ({error.hint})")
        return None


def _ask(desk: Desk, client: str, day: Day, by: str | None) -> None:
    form = risk_form(desk.practice)

    def task_for(plan: Plan) -> Task:
        questions = crisis_questions(form, members=plan.members, on=day, today=desk.today)
        return Task(questions, lambda answers: crisis_entry(form, answers, on=day), _edits_of(desk, by), day=day)

    if saved := guided_change(desk, client, "crisis", task_for):
        _tell(desk, saved.changed, day)


def _log(desk: Desk, client: str, entry: Fields, day: Day, by: str | None) -> None:
    edits = _edits_of(desk, by)
    what = "a contact in a crisis" if Kind(str(entry["kind"])).client_was_seen else "a try to reach the client"
    changed = write(desk, client, lambda plan: edits(plan, entry), f"logged {what} of {day_in_words(day)}:")
    _tell(desk, changed, day)


def _edits_of(desk: Desk, by: str | None) -> Callable[[Plan, Fields], list[Edit]]:
    return lambda plan, entry: contact_edits(plan, entry, by=writer_of(desk, plan, by))


def _tell(desk: Desk, changed: Changed, day: Day) -> None:
    """The follow-up and what the record opened, or what is still open without one; the id of the entry on stdout."""
    entry = changed.plan.sessions[-1]
    if entry.risk:
        tell_stored(desk, changed, day)
        return
    desk.write(f"{entry.id}\n")
    if not entry.kind.client_was_seen:
        desk.say(f"the client was not reached; {NOBODY}")
    offer_risk_of_session(desk, changed)
