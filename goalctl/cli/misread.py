"""What Typer does not understand of a line, in our words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import typer

from goalctl.cli.completion.option_names import options_of
from goalctl.cli.failures import USAGE, UsageError
from goalctl.cli.table import BY_NAME
from goalctl.model.nearest import ranked

ROOT_OPTIONS = (
    "-C", "--workspace", "--today", "--no-input", "--no-index", "--with-client", "--color", "--version"
)  # fmt: skip

FLEET, ASKED = "goalctl fleet", ("due", "caseload", "outcomes", "check")

_NEAR = re.compile(r" Did you mean .*| \(Possible options: [^)]*\)", re.DOTALL)  # the hint says it, or knows better


def misread(error: typer.TyperException, words: Sequence[str] = ()) -> UsageError:
    """The same as an error of ours, with a hint; `words` are the line's, since not each error knows its command."""
    command = next((word for word in words if word in BY_NAME), "")
    hint = _hint(error, f"goalctl {command}".rstrip())
    told = UsageError(_NEAR.sub("", error.format_message()).rstrip("."), hint)
    told.exit_status = getattr(error, "exit_code", USAGE)
    return told


def _hint(error: typer.TyperException, line: str) -> str:
    """Where an option stands that was not known there; what is missing, or near; else where help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else line
    if error.format_message().startswith("No such command"):
        return _nearest_command(error.format_message(), context)
    if context and error.format_message().startswith("Missing argument"):
        words = [one.metavar or one.name for one in context.command.params if one.param_type_name == "argument"]
        return f"{path} {' '.join(words)}; --help tells more"
    near = getattr(error, "possibilities", None)
    otherwise = f"did you mean {', '.join(near)}?" if near else f"{path} --help tells what can stand here"
    return _place_of(error, path, line) or otherwise


def _place_of(error: typer.TyperException, path: str, line: str) -> str:
    """Where an option belongs that is the root's and stands behind the command, or the other way round; else empty."""
    option = getattr(error, "option_name", None)
    if not (option and error.format_message().startswith("No such option")):
        return ""
    if line == FLEET and (place := _place_in_fleet(option, path)):
        return place
    if option in ROOT_OPTIONS:
        command = (line if line == FLEET else path).partition(" ")[2]
        return f"{option} stands before the command: goalctl {option} … {command}"
    command = _command_with(option, line.partition(" ")[2]) if path == "goalctl" else ""
    return f"{option} stands behind a command, as in: goalctl {command} {option} …" if command else ""


def _place_in_fleet(option: str, path: str) -> str:
    """Where it belongs that is the question's and stands before it, or the other way round; else empty."""
    if path != FLEET:
        is_its_own = option == "-C" or option in options_of("fleet")
        return f"{option} stands before what is asked: {FLEET} {option} …" if is_its_own else ""
    asked = next((one for one in ASKED if option in options_of(one)), "")
    return f"{option} stands behind what is asked: {FLEET} … {asked} {option} …" if asked else ""


def _command_with(option: str, typed: str) -> str:
    """The command of the line if it has this option, else the nearest thing to the day's page; empty where none has."""
    return next((name for name in (typed, "today", "due", *BY_NAME) if option in options_of(name)), "")


def _nearest_command(message: str, context: Any) -> str:  # noqa: ANN401 - Typer's own click
    """Of the group that lacks it, where one was named."""
    group = context.command_path if context and context.parent else ""
    wanted = message.partition("'")[2].partition("'")[0]
    near = ranked(wanted, context.command.commands if group else BY_NAME, most=2)
    if near:
        return f"did you mean {' or '.join(f'{group} {one}'.strip() for one in near)}?"
    return f"{group or 'goalctl'} --help lists the commands"
