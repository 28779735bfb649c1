"""`goalctl add-client`: a new plan."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from goalctl.cli.asking.client_questions import client_questions, diagnosis_from, problems_from
from goalctl.cli.asking.entering import fitting
from goalctl.cli.asking.entry_of import Entry, entry_of
from goalctl.cli.asking.guided import settled, sitting
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import plan_to_change
from goalctl.model.entry import said
from goalctl.model.fields import in_order
from goalctl.model.finding import Value
from goalctl.model.formats import NEWEST
from goalctl.model.ids import client_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.views.clean import clean
from goalctl.workspace.edits.additions import new_client_id, new_plan_text
from goalctl.workspace.operations.episode import continued
from goalctl.workspace.shelves.templates import begun_with, with_template
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import PlanFile, scan
from goalctl.workspace.store.transaction import create_plan


def command(
    ctx: typer.Context,
    client: Annotated[
        str | None,
        typer.Argument(metavar="[CLIENT]", help="A pseudonym; a random one if left out.", show_default=False),
    ] = None,
    clinician: Annotated[
        str | None, typer.Option("--clinician", help="Who treats; else the practice's clinician.")
    ] = None,
    opened: Annotated[
        str | None, typer.Option("--opened", metavar="DAY", help="When treatment began; else today.")
    ] = None,
    problem: Annotated[list[str] | None, typer.Option("--problem", help="What brought the client; repeat it.")] = None,
    diagnosis: Annotated[
        list[str] | None, typer.Option("--diagnosis", metavar='"F33.1 name"', help="Code and name; repeat it.")
    ] = None,
    value: Annotated[list[str] | None, typer.Option("--value", help="What matters to the client; repeat it.")] = None,
    strength: Annotated[list[str] | None, typer.Option("--strength", help="A strength; repeat it.")] = None,
    barrier: Annotated[list[str] | None, typer.Option("--barrier", help="What may get in the way; repeat it.")] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="NAME",
            help="Begin with this template or planner; goalctl forms templates lists them.",
        ),
    ] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="OLD", help="The client's earlier, discharged plan.")
    ] = None,
) -> None:
    """Make a new plan; its file is plans/CLIENT.yaml. On a terminal it asks, unless options say what goes into it."""
    desk = desk_of(ctx)
    day = day_back(opened, today=desk.today, option="--opened") if opened else None
    stated = said(
        clinician=clinician, opened=day, diagnoses=[diagnosis_from(text) for text in diagnosis or ()],
        values=value, strengths=strength, barriers=barrier, problems=problems_from(problem or []),
    )  # fmt: skip
    file = _new_file(desk, client)
    if stated or template or after or not desk.may_ask:
        entry = _completed(desk, said(client=file.client) | stated)
        _make(desk, _begun_with(desk, entry, template, after))
    else:
        _ask(desk, file, client or "new")


def _completed(desk: Desk, entry: Entry) -> Entry:
    """The entry with what follows from settings and day; what is noted of the client is of the opening day."""
    whole = said(format=NEWEST, clinician=desk.practice.settings.clinician, opened=desk.today, status="active") | entry
    on = said(on=whole["opened"])
    noted = {"diagnoses": on | said(by=whole.get("clinician")), "problems": on, "values": on}
    for key, more in noted.items():
        if isinstance(given := whole.get(key), list):
            whole[key] = [_noted(one, more) for one in given]
    return in_order(Plan, whole)


def _noted(one: Value, more: Entry) -> Value:
    return (one if isinstance(one, dict) else {"value": one}) | more


def _begun_with(desk: Desk, entry: Entry, template: str | None, after: str | None) -> Entry:
    """The entry on top of what a template or the client's earlier plan gives; what options say wins."""
    if template:
        opened = date.fromisoformat(str(entry["opened"]))
        entry = with_template(begun_with(template, opened=opened, root=desk.root), entry)
    if after:
        entry = continued(entry, plan_to_change(desk, after))
    return in_order(Plan, entry)


def _ask(desk: Desk, file: PlanFile, kept_as: str) -> None:
    """Make the plan that the answers describe."""
    questions = client_questions(file.client, {file.client for file in scan(desk.root).files}, today=desk.today)
    with sitting(desk, "add-client", kept_as, questions, with_help=True) as walk:
        entry = settled(
            walk,
            lambda answers: _completed(desk, entry_of(questions, answers)),
            lambda entry: "\n".join(f"+{clean(line)}" for line in _text(desk, entry)[1].splitlines()),
        )
        _make(desk, entry)


def _make(desk: Desk, entry: Entry) -> None:
    file, text = _text(desk, entry)
    create_plan(desk.practice, file, text)
    desk.say(f"made {file.name}\nnext: goalctl add-goal {file.client} …")
    desk.write(f"{file.client}\n")


def _text(desk: Desk, entry: Entry) -> tuple[PlanFile, str]:
    """The new file and what it will hold."""
    file = _new_file(desk, str(entry.get("client")))
    return file, new_plan_text(file, fitting(Plan, entry))


def _new_file(desk: Desk, wanted: str | None) -> PlanFile:
    (desk.root / PLANS).mkdir(mode=0o700, exist_ok=True)
    files = {file.client: file for file in scan(desk.root).files}
    try:
        client = client_from(wanted) if wanted is not None else new_client_id(files)
    except ScalarError as error:
        raise UsageError(str(error), error.hint) from None
    if client in files:
        raise UsageError(f"there is a client {client} already: {files[client].name}", "choose another id")
    return PlanFile(client, f"{PLANS}/{client}.yaml", (0, 0, 0, 0))
