"""`goalctl undo`: take back the last change that goalctl made to a plan."""

from __future__ import annotations

import typer

from goalctl.cli.desk import desk_of
from goalctl.cli.options import Client
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.versions import undone


def command(ctx: typer.Context, client: Client) -> None:
    """Take back goalctl's last change of a plan, as a new commit; needs `commit: true`."""
    desk = desk_of(ctx)
    file = client_file(scan(desk.root), client, exact=True)
    desk.say(f"took back: {undone(desk.practice, file)}")
