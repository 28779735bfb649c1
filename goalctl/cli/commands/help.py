"""`goalctl help`: how a command is used, and the whole manual."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import desk_of
from goalctl.cli.failures import UsageError
from goalctl.model.nearest import did_you_mean
from goalctl.model.scalars import excerpt

MANUAL = Path(__file__).parent.parent / "goalctl.1"  # made with the tables of TAB: `python -m tests.cli.option_table`


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        Argument(metavar="[COMMAND]...", help="A command, as log-session or planners use.", show_default=False),
    ] = None,
    man: Annotated[bool, Option("--man", help="The whole manual, as man reads it.")] = False,
) -> None:
    """Show how a command is used, with examples: the same as its --help; alone, what commands there are."""
    desk, shown = desk_of(ctx), ctx.find_root()
    if man:
        desk.write(MANUAL.read_text(encoding="utf-8"))
        return
    for word in words or ():
        shown = _inside(shown, word)
    desk.write(f"{shown.get_help()}\n")


def _inside(context: Any, word: str) -> Any:  # noqa: ANN401 - Typer's own click
    """The context of the command of that name, below the one that is given."""
    group = context.command
    found = group.get_command(context, word) if hasattr(group, "get_command") else None
    if found is None:
        known = group.list_commands(context) if hasattr(group, "list_commands") else ()
        hint = did_you_mean(word, known, f"{context.command_path} --help tells what there is", most=2)
        raise UsageError(f"{context.command_path} has no command '{excerpt(word)}'", hint)
    return type(context)(found, info_name=word, parent=context)
