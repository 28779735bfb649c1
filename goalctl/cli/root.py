"""The command line as a whole: root options, one lazy group over the table of commands, and errors to exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from goalctl import __version__
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError, bug, status_of
from goalctl.cli.table import BY_NAME, COMMANDS, PANELS, Command
from goalctl.model.errors import GoalctlError

ASKED = "__complete"  # what the completion scripts call
INTERRUPTED = 130
TERMINATED = 143
HELP = {"help_option_names": ["-h", "--help"]}


class Root(TyperGroup):
    """Finds commands in the table and imports the one that runs."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - click's signature
        """The names, in the table's order."""
        return [command.name for command in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - click's signature
        """The command that runs, with its module imported; help lists commands without this."""
        entry = BY_NAME.get(cmd_name)
        return real_command(entry) if entry else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - click's signature
        """The commands by panel, one line each."""
        for panel in PANELS:
            rows = [(command.name, command.summary) for command in COMMANDS if command.panel == panel]
            with formatter.section(panel):
                formatter.write_dl(rows)


def real_command(entry: Command) -> Any:  # noqa: ANN401 - Typer's own click
    """The command, with its module imported."""
    module = import_module(entry.module)
    if hasattr(module, "app"):
        return typer.main.get_command(module.app)
    app = _app()
    app.command(entry.name, context_settings=HELP | getattr(module, "CONTEXT", {}))(module.command)
    return typer.main.get_command(app)


def refuse_what_the_client_must_not_see(name: str | None) -> None:
    """With `--with-client` only commands run that show one client, and that one nothing alarming."""
    entry = BY_NAME.get(name or "")
    if name is None or (entry and not entry.with_client):
        may = ", ".join(command.name for command in COMMANDS if command.with_client)
        what = name or "the day's page"
        raise UsageError(f"{what} is not for a screen that the client sees", f"with --with-client there are: {may}")


def _app() -> typer.Typer:
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"goalctl {__version__}\n")
        raise typer.Exit


root = typer.Typer(
    cls=Root,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=HELP,
    invoke_without_command=True,
)


@root.callback()
def goalctl(
    ctx: typer.Context,
    workspace: Annotated[
        Path | None, typer.Option("--workspace", "-C", envvar="GOALCTL_WORKSPACE", help="The workspace's folder.")
    ] = None,
    today: Annotated[
        str | None, typer.Option("--today", envvar="GOALCTL_TODAY", help="The day to see things from, as 2026-03-31.")
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; say which option is missing.")] = False,
    with_client: Annotated[
        bool, typer.Option("--with-client", help="For a screen that the client sees: one client, no alarming words.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which goalctl this is.")
    ] = False,
) -> int | None:
    """Treatment plans as plain text: SMART goals, scores after every session, deadlines and charts.

    goalctl gives no advice, alerts nobody and is no substitute for judgement.
    """
    desk = ctx.obj = Desk(workspace, today, no_input=no_input, with_client=with_client)
    del version  # its callback has answered
    if with_client:
        refuse_what_the_client_must_not_see(ctx.invoked_subcommand)
    if ctx.invoked_subcommand is not None:
        return None
    from goalctl.cli.commands.day import show_day

    return show_day(desk)


def run(words: Sequence[str]) -> int:
    """Run one command and give its exit status; whatever goes wrong becomes a sentence on stderr."""
    signal.signal(signal.SIGTERM, _terminated)
    _open_what_is_closed()
    if words[:1] == [ASKED]:
        from goalctl.cli.completion.completing import candidates_for

        sys.stdout.write("".join(f"{word}\n" for word in candidates_for(words[1:])))
        return 0
    try:
        result = root(args=list(words), prog_name="goalctl", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_gone()
    except KeyboardInterrupt:
        return INTERRUPTED
    except (GoalctlError, typer.TyperException, typer.Abort, OSError, UnicodeError) as error:
        return status_of(error)
    except Exception as error:  # noqa: BLE001 - a bug must not spill a client's words with a traceback
        return bug(error)
    return result if isinstance(result, int) else 0


def _terminated(_signal: int, _frame: object) -> None:
    raise SystemExit(TERMINATED)


def _open_what_is_closed() -> None:
    """Output that the caller has closed goes nowhere, which is what the caller asked for."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open until the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - the same


def _reader_gone() -> int:
    """The reader of a pipe has seen enough; nothing more may be written, not even on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
