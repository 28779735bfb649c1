"""What every changing command does at its beginning: open the right plan, know who writes, ask for what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from goalctl.cli.asking.ask import Question
from goalctl.cli.asking.guided import sitting
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.writing import whose
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.workspace.edits.items import still_open
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.store.caseload import PlanUnreadableError, case_plan
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.rescued import Unfinished
from goalctl.workspace.store.scan import scan

Because = Annotated[str | None, typer.Option("--because", metavar="TEXT", help="Why; it stays on record.")]
Writer = Annotated[
    str | None, typer.Option("--by", metavar="WHO", help="Who writes it; else the practice's clinician.")
]
With = Annotated[str | None, typer.Option("--with", metavar="WHO", help="With whom it was settled, as client.")]
Date = Annotated[str, typer.Option("--date", metavar="DAY", help="The day: ISO, yesterday, -3d, fri.")]

WHY = Question("because", "Why?", "One sentence for whoever reads the plan later; it stays on record.", required=True)


def plan_to_change(desk: Desk, client: str) -> Plan:
    """The plan as it stands now; the whole id of the client is needed."""
    case = case_plan(desk.practice, client_file(scan(desk.root), client, exact=True))
    if case.plan is None:
        raise PlanUnreadableError(case)
    return case.plan


def open_plan(desk: Desk, client: str) -> Plan:
    """The same, unless it is discharged."""
    return still_open(plan_to_change(desk, client))


def writer_of(desk: Desk, plan: Plan, by: str | None) -> str | None:
    """Who writes: as stated, else the practice's clinician, else the plan's."""
    return by or desk.practice.settings.clinician or plan.clinician


def trail_of(desk: Desk, plan: Plan, by: str | None, because: str | None, with_: str | None = None) -> Trail:
    """Today's trail."""
    return Trail(desk.today, writer_of(desk, plan, by), because, with_)


def complete_answers(
    desk: Desk, plan: Plan, command: str, given: Mapping[str, Value], questions: Sequence[Question]
) -> dict[str, str]:
    """What was given, and the answers to the questions for the rest.

    They are asked only when one that is required has no answer yet and somebody is there; else its option is named.
    """
    found = {key: value for key, value in given.items() if isinstance(value, str) and value.strip()}
    missing = [question for question in questions if question.key not in found]
    needed = [question for question in missing if question.required]
    if not needed:
        return found
    if not desk.may_ask:
        question = needed[0]
        asks = question.ask[:1].lower() + question.ask[1:]
        raise UsageError(f"--{question.key.replace('_', '-')} is missing: {asks}", question.help)
    desk.say(whose(plan))
    with sitting(desk, command, plan.client, missing) as walk:
        answers = walk.run()
    if walk.typed:  # until the command has saved it, and forgets it
        unfinished(desk, command, plan.client).keep(walk.typed)
    return found | {key: str(value) for key, value in answers.items()}


def unfinished(desk: Desk, command: str, client: str) -> Unfinished:
    """Where the answers to this command's questions are kept when it is stopped."""
    return Unfinished(desk.root, command, client)
