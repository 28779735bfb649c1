"""The options of every command and what each is for, from one table made before a release: no command is imported.

`python -m tests.cli.option_table` makes it of what Typer knows; a test holds the two against each other.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("options.tsv")
ROOT = "goalctl"


class OptionHelp(NamedTuple):
    """An option: whether a value follows it, what help says of it, and the few words that the value is one of."""

    takes_value: bool
    summary: str
    choices: tuple[str, ...]


def options_of(command: str) -> dict[str, OptionHelp]:
    """The long options of a command, `planners show` of one in a group; `goalctl` stands for what goes before any."""
    return dict(_option(line) for line in _section(command)[1:])


def summary_of(command: str) -> str:
    """What help says of a command."""
    return "".join(_section(command)[:1])


def _section(command: str) -> list[str]:
    """The lines about a command: its summary, then its options."""
    _, found, after = _text().partition(f"\n\n{command}\t")
    return after.partition("\n\n")[0].split("\n") if found else []


def _option(line: str) -> tuple[str, OptionHelp]:
    name, value, summary = line.split("\t")
    return name, OptionHelp(bool(value), summary, tuple(value[1:].split("|")) if value[1:] else ())


@cache
def _text() -> str:
    return "\n\n" + TABLE.read_text(encoding="utf-8").rstrip("\n")
