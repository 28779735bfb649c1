"""Words that a command needs and that were not typed: picked or asked at a terminal, one after the other.

Which kind of word stands where is said once, in `table.py` and for groups in the tables of TAB.
"""

from __future__ import annotations

import textwrap
from typing import Any

from goalctl.cli.asking.choices import Asked, picking_of
from goalctl.cli.asking.picker import HELP, Picking, picked
from goalctl.cli.completion.words import GROUPS, WRITING
from goalctl.cli.days import day_ahead
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.table import BY_NAME

CLIENT = "client"
DATE = "DATE"


def asked_words(desk: Desk, ctx: Any, param: Any) -> list[str]:  # noqa: ANN401 - Typer's own click
    """What the person picks or types for that argument of the command."""
    arguments = [one.name for one in ctx.command.params if one.param_type_name == "argument"]
    place, kinds = arguments.index(param.name), _kinds(ctx)
    kind = kinds[place] if place < len(kinds) else ""
    given = [ctx.params.get(name) for name in arguments[:place]]
    client = str(given[0]) if kinds[:1] == (CLIENT,) and given else ""
    entry = BY_NAME.get(_root_name(ctx))
    asked = Asked(
        desk,
        ctx.command_path.partition(" ")[2],
        client,
        str(given[-1]) if len(given) > 1 else "",
        writes=(entry is not None and entry.writes) or (_root_name(ctx), ctx.info_name) in WRITING,
    )
    picking = picking_of(kind, asked)
    if picking is None:
        return _typed_words(desk, param)
    return [picked(desk, _not_empty(picking, asked))]


def picked_client(desk: Desk, command: str, nobody: UsageError, *, writes: bool = False) -> str:
    """Whom the person picks, for a command that can stand without a client; `nobody` where there is none to ask."""
    asked = Asked(desk, command, writes=writes)
    picking = picking_of(CLIENT, asked) if desk.may_ask else None
    if picking is None:
        raise nobody
    return picked(desk, _not_empty(picking, asked))


def may_be_asked(desk: Desk, ctx: Any) -> bool:  # noqa: ANN401 - the same
    """Whether there is somebody to ask; a screen that a client sees never lists the others."""
    return desk.may_ask and not (desk.with_client and _kinds(ctx)[:1] == (CLIENT,) and not ctx.params.get(CLIENT))


def _kinds(ctx: Any) -> tuple[str, ...]:  # noqa: ANN401 - the same
    """The kinds of the words that the command takes."""
    root = _root_name(ctx)
    if root in GROUPS:
        return GROUPS[root].get(ctx.info_name, ())
    return BY_NAME[root].takes if root in BY_NAME else ()


def _root_name(ctx: Any) -> str:  # noqa: ANN401 - the same
    """The command of the table: the group, for a command of one."""
    names = ctx.command_path.split()
    return names[1] if len(names) > 1 else ""


def _not_empty(picking: Picking, asked: Asked) -> Picking:
    """The question, unless there is nothing to pick from."""
    if picking.choices:
        return picking
    nothing = f"{picking.ask.rstrip('?')}: there is none yet"
    raise UsageError(nothing, "goalctl add-client" if not asked.client else f"goalctl show {asked.client}")


def _typed_words(desk: Desk, param: Any) -> list[str]:  # noqa: ANN401 - the same
    """What is typed in answer; of an argument that may stand several times each word is one."""
    name = param.metavar or param.name.upper()
    what = textwrap.fill(param.help or f"{name} is needed.", desk.width - 1, break_on_hyphens=False)
    desk.say(what)
    while True:
        try:
            line = desk.read_line(f"{name.rstrip('.')} > ").strip()
        except EOFError:
            raise KeyboardInterrupt from None
        if line and line != HELP and _is_day(desk, name, line):
            return line.split() if param.nargs == -1 else [line]
        desk.say(f"{what}\nIt is needed; Ctrl-C stops." if line == HELP else "It is needed; Ctrl-C stops.")


def _is_day(desk: Desk, name: str, line: str) -> bool:
    """Whether a word that has to be a day is one; why not is said. Every other word may be anything."""
    if name != DATE:
        return True
    try:
        day_ahead(line, today=desk.today, option=name)
    except UsageError as error:
        desk.say(f"{error} ({error.hint})")
        return False
    return True
