"""`goalctl void`: an entry that belongs elsewhere is marked, never removed."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.desk import desk_of
from goalctl.cli.naming import Entry, entry_at
from goalctl.cli.opening import WHY, Because, Writer, filled, plan_to_change, trail_of, unfinished
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.plan import Plan
from goalctl.workspace.edits.entries import entry_words
from goalctl.workspace.operations.amend import known_place, voided


def command(
    ctx: typer.Context,
    client: options.Client,
    entry: Entry,
    because: Because = None,
    other_client: Annotated[
        bool, typer.Option("--other-client", help="It is about somebody else: no document will hold it.")
    ] = False,
    by: Writer = None,
) -> None:
    """Mark an entry as void: it stays in the file with the reason, and no longer counts."""
    desk = desk_of(ctx)
    plan = plan_to_change(desk, client)
    wanted = plan.sessions[entry_at(plan, entry, today=desk.today)]
    reason = filled(desk, plan, "void", {"because": because}, [WHY])["because"]
    trail = trail_of(desk, plan, by, reason)

    def changes(plan: Plan) -> list[Edit]:
        return voided(plan, known_place(plan, wanted.known_as), trail, other_client=other_client)

    write(desk, client, changes, f"{entry_words(wanted)} is void from now on:")
    unfinished(desk, "void", client).forget()
