"""What every changing command does at its beginning: open the right plan, and know who writes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from goalctl.analysis.risk.attendance import plans_company
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.people import stated_or_here
from goalctl.model.nearest import did_you_mean
from goalctl.model.people import former_members, people_of
from goalctl.model.plan import Plan
from goalctl.model.scalars import excerpt
from goalctl.workspace.edits.items import still_open
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.caseload import plan_now

Because = Annotated[str | None, Option("--because", metavar="TEXT", help="Why; it stays on record.")]
Writer = Annotated[
    str | None, Option("--by", metavar="WHO", help="Who writes it; else whoever doctor says writes here.")
]
With = Annotated[str | None, Option("--with", metavar="WHO", help="With whom it was settled, as client.")]
Date = Annotated[str, Option("--date", metavar="DAY", help="The day: ISO, yesterday, -3d, fri.")]


def plan_to_change(desk: Desk, client: str) -> Plan:
    """The plan as it stands now; the whole id of the client is needed."""
    return plan_now(desk.practice, client)


def open_plan(desk: Desk, client: str) -> Plan:
    """The same, unless it is discharged."""
    return still_open(plan_to_change(desk, client))


def writer_of(desk: Desk, plan: Plan, by: str | None) -> str | None:
    """Who writes: as stated, else who sits here, else the plan's clinician."""
    return stated_or_here(desk, by) or plan.clinician


def trail_of(desk: Desk, plan: Plan, by: str | None, because: str | None, with_: str | None = None) -> Trail:
    """Today's trail."""
    return Trail(desk.today, writer_of(desk, plan, by), because, with_)


def refuse_nobody(desk: Desk, plan: Plan, who: str | None) -> None:
    """Of several members each has risk of their own: a record of nobody, or of a stranger, answers for none of them.

    It may answer what is on record of nobody, or of that name, already.
    """
    if who is None and not plan.members:
        return
    company = plans_company(plan)
    known: set[str | None] = {row.person for row in desk.case(plan).risk.rows}
    if who is None and None not in known:
        hint = f"--who {plan.members[0]}; each has a record of their own"
        raise UsageError(f"--who is missing: is it about {' or '.join(plan.members)}?", hint)
    person = company.person(who)
    known |= company.members | company.guardians | {name.casefold() for name in former_members(plan)}
    if person is not None and person not in known:
        hint = did_you_mean(person, people_of(plan), f"known here: {', '.join(people_of(plan))}")
        raise UsageError(f"--who: {excerpt(person)} is nobody of this plan", hint)


def days_of_today(desk: Desk) -> set[date]:
    """The day that things are seen from, and the one by which entries are written."""
    now = desk.practice.written()
    return {desk.today, now.date() if now else desk.today}
