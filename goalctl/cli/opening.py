"""What every changing command does at its beginning: open the right plan, and know who writes."""

from __future__ import annotations

from typing import Annotated

from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.people import person_of
from goalctl.model.plan import Plan
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
    return person_of(desk, by or None, "--by") or desk.writer.name or plan.clinician


def trail_of(desk: Desk, plan: Plan, by: str | None, because: str | None, with_: str | None = None) -> Trail:
    """Today's trail."""
    return Trail(desk.today, writer_of(desk, plan, by), because, with_)


def refuse_nobody(desk: Desk, plan: Plan, who: str | None) -> None:
    """Of several members each has risk of their own: a record of nobody answers for none of them.

    It may answer what is on record of nobody already.
    """
    if not plan.members or who is not None:
        return
    if all(row.person for row in desk.practice.case(plan, today=desk.today).risk.rows):
        hint = f"--who {plan.members[0]}; each has a record of their own"
        raise UsageError(f"--who is missing: is it about {' or '.join(plan.members)}?", hint)
