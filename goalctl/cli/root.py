"""The command line as a whole: root options, one lazy group over the table of commands, and errors to exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from goalctl import __version__
from goalctl.cli.at_once import answer_at_once
from goalctl.cli.desk import Desk
from goalctl.cli.endings import ending_of
from goalctl.cli.failures import UsageError
from goalctl.cli.one_of_each import OneOfEach, OneOfEachGroup
from goalctl.cli.table import BY_NAME, COMMANDS, PANELS, Command
from goalctl.workspace.store.account import Account

SIGNALLED = 128  # and the signal's number, as shells have it
HELP = {"help_option_names": ["-h", "--help"]}


class Root(OneOfEachGroup):
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


@cache
def real_command(entry: Command) -> Any:  # noqa: ANN401 - Typer's own click
    """The command, with its module imported."""
    module = import_module(entry.module)
    if hasattr(module, "app"):
        for info in module.app.registered_commands:
            info.cls = OneOfEach if info.cls is TyperCommand else info.cls
        return typer.main.get_command(module.app)
    app = _app()
    app.command(entry.name, cls=OneOfEach, context_settings=HELP | getattr(module, "CONTEXT", {}))(module.command)
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
        str | None,
        typer.Option(
            "--today",
            envvar="GOALCTL_TODAY",
            help="The day to see things from, as 2026-03-31; what came later is left out.",
        ),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; say which option is missing.")] = False,
    no_index: Annotated[bool, typer.Option("--no-index", help="Read every plan anew; nothing is remembered.")] = False,
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
    account = ctx.find_object(Account) or Account()
    desk = ctx.obj = Desk(
        workspace, today, no_input=no_input, with_client=with_client, no_index=no_index, account=account
    )
    account.tell = desk.say
    ctx.call_on_close(desk.close)
    del version  # its callback has answered
    if with_client:
        refuse_what_the_client_must_not_see(ctx.invoked_subcommand)
    if ctx.invoked_subcommand is not None:
        return None
    from goalctl.cli.commands.day import show_day

    return show_day(desk)


@cache
def built() -> Any:  # noqa: ANN401 - Typer's own click
    """The command line, ready to run any number of times."""
    return typer.main.get_command(root)


def run(words: Sequence[str]) -> int:
    """Run one command and give its exit status; whatever goes wrong becomes a sentence on stderr."""
    _end_when_told()
    _open_what_is_closed()
    _agree_on_characters()
    account = Account()
    return ending_of(lambda: _answered(words, account), account)


def _answered(words: Sequence[str], account: Account) -> object:
    answer = answer_at_once(words)
    if answer is not None:
        sys.stdout.write(answer)
        return None
    typed = [word.replace("\r\n", "\n") for word in words]
    return built()(args=typed, prog_name="goalctl", standalone_mode=False, obj=account)


def _end_when_told() -> None:
    """A signal from outside and a terminal that is closed end the work in order; `nohup` keeps the second away."""
    signal.signal(signal.SIGTERM, _terminate)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _terminate)


def _terminate(number: int, _frame: object) -> None:
    raise SystemExit(SIGNALLED + number)


def _open_what_is_closed() -> None:
    """Output that the caller has closed goes nowhere, which is what the caller asked for."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open until the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - the same


def _agree_on_characters() -> None:
    """What the output can't hold is written as an escape; a line of the input ends as lines end anywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(newline=None)
