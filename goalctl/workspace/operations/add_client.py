"""`add-client`: a new plan and its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.fields import in_order
from goalctl.model.finding import Value
from goalctl.model.formats import NEWEST
from goalctl.model.ids import client_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError
from goalctl.workspace.edits.additions import new_client_id
from goalctl.workspace.shelves.templates import begun_with, with_template
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import PlanFile, scan

_ENDINGS = (".yaml", ".yml")


class NewClientError(GoalctlError):
    """No new plan can have that id."""

    exit_status = 2


def whole_plan(plan: dict[str, Value], *, clinician: str | None, today: date) -> dict[str, Value]:
    """The plan with what follows from settings and day; what is noted of the client is of the opening day."""
    whole = entry_values(format=NEWEST, clinician=clinician, opened=today, status="active") | plan
    on = entry_values(on=whole["opened"])
    noted = {"diagnoses": on | entry_values(by=whole.get("clinician")), "problems": on, "values": on}
    for key, more in noted.items():
        if isinstance(given := whole.get(key), list):
            whole[key] = [_with_note(one, more) for one in given]
    return in_order(Plan, whole)


def _with_note(one: Value, more: dict[str, Value]) -> Value:
    return (one if isinstance(one, dict) else {"value": one}) | more


def plan_from_template(plan: dict[str, Value], template: str, root: Path) -> dict[str, Value]:
    """The plan on top of what a template gives; what it says itself wins."""
    opened = date.fromisoformat(str(plan["opened"]))
    return in_order(Plan, with_template(begun_with(template, opened=opened, root=root), plan))


def new_plan_file(root: Path, wanted: str | None) -> PlanFile:
    """Where the plan of a new client will be; without an id that is wanted, of a random one."""
    (root / PLANS).mkdir(mode=0o700, exist_ok=True)
    found = scan(root)
    files = {file.client: file for file in found.files}
    try:
        client = client_from(wanted) if wanted is not None else new_client_id(files)
    except ScalarError as error:
        raise NewClientError(str(error), error.hint) from None
    if client.endswith(_ENDINGS):
        raise NewClientError(f"{client} is a file's name", f"write the id alone: {client.rpartition('.')[0]}")
    if client in files:
        raise NewClientError(f"there is a client {client} already: {files[client].name}", "choose another id")
    for name, stray in found.beside(client):
        raise NewClientError(f"{client} may be there already: {name}: {stray.message}", stray.hint)
    return PlanFile(client, f"{PLANS}/{client}.yaml", (0, 0, 0, 0))
