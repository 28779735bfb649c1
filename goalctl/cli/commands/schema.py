"""`goalctl schema`: the JSON Schema of plans, for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.cli.desk import desk_of
from goalctl.model.schema import schema_text
from goalctl.workspace.operations.init import write_schema
from goalctl.workspace.shelves.kinds import library_schemas
from goalctl.workspace.store.git.waiting import Waiting
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import SCHEMA
from goalctl.workspace.store.transaction.committing import take_up


def command(
    ctx: typer.Context,
    write: Annotated[bool, typer.Option("--write", help="Put it beside the plans.")] = False,
) -> None:
    """Show the JSON Schema of a plan, or put it where editors look for it."""
    desk = desk_of(ctx)
    if not write:
        desk.write(schema_text())
        return
    write_schema(desk.root)
    names = (f"{PLANS}/{SCHEMA}", *library_schemas(desk.practice))
    for name in names:
        desk.say(f"wrote {name}")
    if why := take_up(desk.practice, Waiting("schemas", names, "written anew")):
        desk.say(f"saved, but not committed: {why}")
