"""`goalctl add-client`: a new plan."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.entering import fitting
from goalctl.cli.failures import UsageError
from goalctl.model.entry import said
from goalctl.model.finding import Value
from goalctl.model.ids import client_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.workspace.additions import new_client_id, new_plan_text
from goalctl.workspace.change import create_plan
from goalctl.workspace.root import PLANS
from goalctl.workspace.scan import PlanFile, scan


def command(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(metavar="[CLIENT]", help="A pseudonym; a random one if left out.", show_default=False),
    ] = None,
    clinician: Annotated[
        str | None, typer.Option("--clinician", help="Who treats; else the practice's clinician.")
    ] = None,
    opened: Annotated[str, typer.Option("--opened", metavar="DAY", help="When treatment began.")] = "today",
    problem: Annotated[list[str] | None, typer.Option("--problem", help="What brought the client; repeat it.")] = None,
    diagnosis: Annotated[
        list[str] | None, typer.Option("--diagnosis", metavar='"F33.1 name"', help="Code and name; repeat it.")
    ] = None,
    value: Annotated[list[str] | None, typer.Option("--value", help="What matters to the client; repeat it.")] = None,
    strength: Annotated[list[str] | None, typer.Option("--strength", help="A strength; repeat it.")] = None,
    barrier: Annotated[list[str] | None, typer.Option("--barrier", help="What may get in the way; repeat it.")] = None,
) -> None:
    """Make a new plan; its file is plans/CLIENT.yaml."""
    desk = desk_of(ctx)
    day = day_back(opened, today=desk.today, option="--opened")
    file = _new_file(desk, client)
    writer = clinician or desk.practice.settings.clinician
    problems: list[Value] = [said(id=f"p{n}", problem=text) for n, text in enumerate(problem or (), start=1)]
    diagnoses: list[Value] = [_diagnosis(text, str(day), writer) for text in diagnosis or ()]
    entry = said(
        format=1, client=file.client, clinician=writer, opened=day, status="active", diagnoses=diagnoses,
        values=value, strengths=strength, barriers=barrier, problems=problems,
    )  # fmt: skip
    create_plan(desk.practice, file, new_plan_text(file, fitting(Plan, entry)))
    desk.say(f"made {file.name}\nnext: goalctl add-goal {file.client} …")
    desk.write(f"{file.client}\n")


def _new_file(desk: Desk, wanted: str | None) -> PlanFile:
    files = {file.client: file for file in scan(desk.root).files}
    try:
        client = client_from(wanted) if wanted is not None else new_client_id(files)
    except ScalarError as error:
        raise UsageError(str(error), error.hint) from None
    if client in files:
        raise UsageError(f"there is a client {client} already: {files[client].name}", "choose another id")
    return PlanFile(client, f"{PLANS}/{client}.yaml", (0, 0, 0, 0))


def _diagnosis(text: str, day: str, by: str | None) -> dict[str, Value]:
    code, _, name = text.strip().partition(" ")
    return said(code=code, name=name.strip(), on=day, by=by)
