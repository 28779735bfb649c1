"""What TAB offers: commands, clients, ids, forms, planners, options and their values. No models: plain text is enough.

Clients come from the folder's listing, ids from one file's text. Where nothing can be known, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from goalctl.cli.completion.candidates import Candidates
from goalctl.cli.completion.option_names import options_of
from goalctl.cli.completion.words import GROUPS, IN_COMMAND, VALUES
from goalctl.cli.table import BY_NAME, COMMANDS, Command
from goalctl.model.errors import GoalctlError

ROOT_OPTIONS = ("--workspace", "--today", "--no-input", "--no-index", "--with-client", "--version", "--help")
WITH_VALUE = {"-C", "--workspace", "--today"}


def candidates_for(words: Sequence[str]) -> list[str]:
    """The words that can stand at the end of this line, of which the last one is incomplete."""
    *before, incomplete = words or [""]
    found: list[str] = []
    with suppress(GoalctlError, OSError, SyntaxError):
        found = list(_candidates(before, incomplete))
    return [word for word in dict.fromkeys(found) if word.startswith(incomplete)]


def _candidates(before: list[str], incomplete: str) -> Iterator[str]:
    line = _without_root_options(before)
    command = BY_NAME.get(line[0]) if line else None
    if command is not None:
        yield from _in_command(command, line[1:], incomplete, Candidates(_workspace(before)))
    elif incomplete.startswith("-"):
        yield from ROOT_OPTIONS
    elif not line:
        yield from (entry.name for entry in COMMANDS)


def _without_root_options(words: list[str]) -> list[str]:
    """The line from the command on."""
    left = list(words)
    while left and left[0].startswith("-"):
        del left[: 2 if left[0] in WITH_VALUE else 1]
    return left


def _workspace(words: list[str]) -> Path | None:
    stated = next((value for option, value in pairwise(words) if option in {"-C", "--workspace"}), "")
    return Path(stated).expanduser() if stated else None


def _in_command(command: Command, line: list[str], incomplete: str, candidates: Candidates) -> Iterator[str]:
    """What can stand next on the line of a command, after these words."""
    group = GROUPS.get(command.name, {})
    chosen = next((word for word in line if word in group), "")
    options = options_of(command.module, chosen if group else command.name)
    given = list(_arguments(line, options))
    if line and options.get(line[-1]):
        yield from _values(command, chosen, line[-1], incomplete, given, candidates)
    elif incomplete.startswith("-"):
        option, equals, value = incomplete.partition("=")
        values = _values(command, chosen, option, value, given, candidates)
        yield from (f"{option}={word}" for word in values) if equals else options
    elif group and not chosen:
        yield from _of_group(command, given, candidates)
    else:
        yield from _next_argument(group.get(chosen, command.takes), given[bool(chosen) :], incomplete, candidates)


def _of_group(command: Command, given: list[str], candidates: Candidates) -> Iterator[str]:
    """The commands of a group; an area stands for `planners show` with it."""
    yield from GROUPS[command.name]
    if command.name == "planners" and not given:
        yield from candidates.of("area", "", [])


def _arguments(line: list[str], options: dict[str, bool]) -> Iterator[str]:
    """The words that are neither options nor their values."""
    value_of = ""
    for word in line:
        if not value_of and not word.startswith("-"):
            yield word
        value_of = word if options.get(word) else ""


def _next_argument(kinds: tuple[str, ...], given: list[str], incomplete: str, candidates: Candidates) -> Iterator[str]:
    """The last kind may stand any number of times, except a client, of whom a command has one."""
    if not kinds or (len(given) >= len(kinds) and kinds[-1] == "client"):
        return
    yield from candidates.of(kinds[min(len(given), len(kinds) - 1)], incomplete, given)


def _values(
    command: Command, chosen: str, option: str, incomplete: str, given: list[str], candidates: Candidates
) -> Iterator[str]:
    """What can be the value of an option of that command."""
    kind = IN_COMMAND.get((command.name, option)) or IN_COMMAND.get((f"{command.name} {chosen}", option))
    kind = kind or VALUES.get(option, ())
    if isinstance(kind, tuple):
        yield from kind
    else:
        yield from candidates.of(kind, incomplete, given)
