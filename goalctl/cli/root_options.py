"""What stands before any command: its options make the desk; and what `goalctl` alone shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.screen import Colour
from goalctl.cli.table import BY_NAME, COMMANDS
from goalctl.workspace.store.account import Account


def day_page(desk: Desk) -> int:
    """What `goalctl` alone shows."""
    from goalctl.cli.commands.day import show_day

    return show_day(desk)


def opened_desk(
    account: Account,
    name: str | None,
    *,
    workspace: Annotated[
        Path | None,
        Option("--workspace", "-C", metavar="DIR", envvar="GOALCTL_WORKSPACE", help="The workspace's folder."),
    ] = None,
    today: Annotated[
        str | None,
        Option(
            "--today",
            metavar="DAY",
            envvar="GOALCTL_TODAY",
            help="The day to see things from, as 2026-03-31; what came later is left out.",
        ),
    ] = None,
    no_input: Annotated[bool, Option("--no-input", help="Never ask; say which option is missing.")] = False,
    no_index: Annotated[bool, Option("--no-index", help="Read every plan anew; nothing is remembered.")] = False,
    with_client: Annotated[
        bool, Option("--with-client", help="For a screen that the client sees: one client, no alarming words.")
    ] = False,
    colour: Annotated[
        Colour, Option("--color", help="Colours: at a terminal, always (in a pipe too), or never.")
    ] = Colour.AUTO,
) -> Desk:
    """Treatment plans as plain text: SMART goals, scores after every session, deadlines and charts.

    goalctl gives no advice, alerts nobody and is no substitute for judgement.
    """
    account.is_seen_by_client = with_client
    desk = Desk(
        workspace, today, no_input=no_input, with_client=with_client, no_index=no_index, colour=colour, account=account
    )
    account.tell = desk.say
    if with_client:
        refuse_what_the_client_must_not_see(name)
    return desk


def refuse_what_the_client_must_not_see(name: str | None) -> None:
    """With `--with-client` only commands run that show one client, and that one nothing alarming."""
    entry = BY_NAME.get(name or "")
    if name is None or (entry and not entry.with_client):
        may = ", ".join(command.name for command in COMMANDS if command.with_client)
        what = name or "the day's page"
        raise UsageError(f"{what} is not for a screen that the client sees", f"with --with-client there are: {may}")
