"""`goalctl init`: make a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goalctl.cli.desk import desk_of
from goalctl.workspace.operations.init import start_workspace


def command(
    ctx: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The folder to make it in.", show_default=False)
    ] = Path(),
    git: Annotated[bool, typer.Option("--git", help="Keep every change as a commit in git.")] = False,
) -> None:
    """Make a workspace: settings, a folder for plans, and the schema for editors."""
    desk = desk_of(ctx)
    for path in start_workspace(folder.absolute(), git=git):
        desk.write(f"{path}\n")
    desk.say("next: goalctl add-client" if folder == Path() else f"next: cd {folder} && goalctl add-client")
