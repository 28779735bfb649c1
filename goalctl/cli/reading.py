"""How reading commands come by one plan: by any beginning of the client's id that fits only one."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.history.replay import is_there
from goalctl.analysis.risk.picture import RiskPicture
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fault, fault_of, faults_of
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.views.listing import PageFormat
from goalctl.views.screens.findings import findings_text
from goalctl.views.words.risk import act_lines
from goalctl.workspace.store.caseload import CasePlan, PlanUnreadableError, case_plan, risk_of
from goalctl.workspace.store.clients import found_in
from goalctl.workspace.store.git.commit import CommittedCaseload, caseload_at
from goalctl.workspace.store.scan import Scan
from goalctl.workspace.store.stray_risk import beside_told, unread_episodes


class NotYetError(GoalctlError):
    """The plan is of a later day than the one that things are seen from."""

    def __init__(self, plan: Plan, day: date, *, today: date) -> None:
        way = f"goalctl --today {plan.opened} …" if day == today else f"--to {plan.opened}, or later"
        hint = f"it is there from its first day on: {way}"
        super().__init__(f"on {day} there was no {plan.client} yet: it was opened on {plan.opened}", hint)


def see_recorded(desk: Desk, recorded: str | None) -> date | None:
    """The day by which what is shown had been written, where one is stated; things are seen from it, too."""
    if recorded is None:
        return None
    day = day_back(recorded, today=desk.today, option="--recorded")
    desk.see_from(day)
    return day


def committed_caseload(desk: Desk, revision: str) -> CommittedCaseload:
    """The caseload of a git revision under its own settings; what the folder's say now is nobody's concern then."""
    then = caseload_at(desk.root, revision, desk.clock)
    desk.practice = then.practice
    return then


def case_asked_for(desk: Desk, client: str) -> CasePlan:
    """The client's file, whether it can be read or not, with what lies beside it and other episodes that can't be."""
    found, file = found_in(desk.root, client, exact=False)
    case = case_plan(desk.practice, file)
    unread = unread_episodes(desk.practice, case, today=desk.today)
    return case._replace(beside=(*beside_told(desk.practice, found, case.file.client), *unread))


def readable_plan(desk: Desk, client: str, *, on: date | None = None) -> tuple[CasePlan, Plan]:
    """The client's plan, as its file has it; one that was not there yet on that day, else today, is an error.

    So is one that can't be read, which tells every problem of the file, and risk before.
    """
    case = case_asked_for(desk, client)
    if case.plan is None:
        tell_risk_of(desk, case)
        raise PlanUnreadableError(case)
    if not was_there(desk, case.plan, on=on):
        raise NotYetError(case.plan, on or desk.today, today=desk.today)
    return case, case.plan


def was_there(desk: Desk, plan: Plan, *, on: date | None = None) -> bool:
    """Whether there was that plan on that day, else on the one that things are seen from."""
    return is_there(plan, today=on or desk.today, now=desk.practice.today)


def tell_risk(desk: Desk, client: str, picture: RiskPicture) -> None:
    """Say on stderr what needs an act today, unless the client sees the screen."""
    if not desk.with_client:
        for line in act_lines(picture):
            desk.say(clean(f"{client} {line.text}"))


def tell_risk_of(desk: Desk, case: CasePlan) -> None:
    """The same of a file, whether it can be read or not."""
    tell_risk(desk, case.file.client, risk_of(desk.practice, case, today=desk.today))


def faults_in(case: CasePlan) -> list[tuple[str, Fault]]:
    """What is wrong with a plan that could be read, and beside it, as documents for programs hold it."""
    beside = [fault_of(name, finding) for name, finding in case.beside]
    return [(case.file.client, fault) for fault in (*beside, *faults_of(case.file.name, case.errors))]


def refuse_for_the_client(shown_as: PageFormat) -> None:
    """Raise for data where a client, or a reader of theirs, sees the screen: it holds everything."""
    if shown_as is PageFormat.JSON:
        raise UsageError("--format json holds all that is known, which is not for a client", "leave it out")


def tell_errors(desk: Desk, case: CasePlan) -> int:
    """Say on stderr what is wrong with a plan that could be read, and beside it; the status is that of the answer.

    Where the client sees the screen nothing is told, as it would be with lines of the plan, and the status is 0.
    """
    if desk.with_client:
        return 0
    if told := [*case.beside, *((case.file.name, finding) for finding in case.errors)]:
        desk.say(findings_text(told))
    return status_with(case)


def tell_strays(desk: Desk, found: Scan) -> int:
    """Say on stderr which files beside the plans are not in the answer; the status tells that it is not whole."""
    if found.strays:
        desk.say(findings_text(found.strays))
    return COULD_NOT if found.strays else 0


def status_with(case: CasePlan) -> int:
    """That of an answer from a plan that could be read: it is whole unless something of the record lies beside it."""
    return COULD_NOT if case.beside else 0
