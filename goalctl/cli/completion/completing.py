"""What TAB offers: commands, clients, ids, forms, planners, options and their values, each with what help says of it.

No models and no Typer: plain text is enough. Clients come from the folder's listing, ids from one file's text. Where
nothing can be known, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from goalctl.cli.completion.candidates import Candidates
from goalctl.cli.completion.option_names import ROOT, OptionHelp, options_of, summary_of
from goalctl.cli.completion.words import COLOURS, GROUPS, IN_COMMAND, QUESTIONS, VALUES
from goalctl.cli.table import BY_NAME, COMMANDS, Command
from goalctl.model.errors import GoalctlError

Offer: TypeAlias = str | tuple[str, str]
"""A word, or a word and what it is for."""
FLEET = "fleet"
WITH_VALUE = {"-C", "-o", "--workspace", "--today", "--color"}


def candidates_for(words: Sequence[str]) -> dict[str, str]:
    """The words that can stand at the end of this line, of which the last one is incomplete; with what each is for."""
    *before, incomplete = words or [""]
    found: list[Offer] = []
    with suppress(GoalctlError, OSError):
        found = list(_candidates(before, incomplete))
    offers = dict(offer for offer in found if isinstance(offer, tuple))
    offers |= dict.fromkeys((offer for offer in found if isinstance(offer, str)), "")
    return {word: summary for word, summary in offers.items() if word.startswith(incomplete)}


def _candidates(before: list[str], incomplete: str) -> Iterator[Offer]:
    if before[-1:] == ["--color"]:
        yield from COLOURS
        return
    line = _without_root_options(before)
    command = BY_NAME.get(line[0]) if line else None
    if command is not None:
        candidates = Candidates(_workspace(before), with_client="--with-client" in before)
        yield from _in_command(command, line[1:], incomplete, candidates)
    elif incomplete.startswith("-"):
        yield from _told(options_of(ROOT))
    elif not line and not set(before[-1:]) & WITH_VALUE:
        yield from ((entry.name, entry.summary) for entry in COMMANDS)


def _told(options: Mapping[str, OptionHelp]) -> Iterator[Offer]:
    return ((name, told.summary) for name, told in options.items())


def _without_root_options(words: list[str]) -> list[str]:
    """The line from the command on."""
    left = list(words)
    while left and left[0].startswith("-"):
        del left[: 2 if left[0] in WITH_VALUE else 1]
    return left


def _workspace(words: list[str]) -> Path | None:
    stated = next((value for option, value in pairwise(_parted(words)) if option in {"-C", "--workspace"}), "")
    return Path(stated).expanduser() if stated else None


def _parted(words: list[str]) -> Iterator[str]:
    """The words, with `--workspace=DIR` and `-CDIR` as two."""
    for word in words:
        option, equals, value = word.partition("=")
        if equals and option == "--workspace":
            yield from (option, value)
        elif word.startswith("-C") and word != "-C":
            yield from ("-C", word.removeprefix("-C"))
        else:
            yield word


def _in_command(command: Command, line: list[str], incomplete: str, candidates: Candidates) -> Iterator[Offer]:
    """What can stand next on the line of a command, after these words."""
    group = GROUPS.get(command.name, {})
    chosen = next((word for word in line if word in group), "")
    options = options_of(f"{command.name} {chosen}".rstrip())
    given = list(_arguments(line, options))
    if command.name == FLEET and given:
        yield from _in_question(line[line.index(given[0]) :], incomplete, candidates)
    elif line and _takes_value(options, line[-1]):
        yield from _values(command, chosen, line[-1], incomplete, given, candidates)
    elif incomplete.startswith("-"):
        yield from _begun_option(command, chosen, incomplete, given, candidates)
    elif group and not chosen:
        yield from _of_group(command, given, candidates)
    else:
        yield from _next_argument(group.get(chosen, command.takes), given[bool(chosen) :], incomplete, candidates)


def _in_question(line: list[str], incomplete: str, candidates: Candidates) -> Iterator[Offer]:
    """What stands behind a fleet's question is the question's own, and no client: a client is one practice's."""
    command = BY_NAME.get(QUESTIONS.get(line[0], ""))
    if command is not None:
        yield from _in_command(command._replace(takes=()), line[1:], incomplete, candidates)


def _begun_option(
    command: Command, chosen: str, incomplete: str, given: list[str], candidates: Candidates
) -> Iterator[Offer]:
    """The options of the command; behind `=`, what can be the value of the one before it."""
    option, equals, value = incomplete.partition("=")
    if equals:
        yield from (f"{option}={word}" for word in _values(command, chosen, option, value, given, candidates))
    else:
        yield from _told(options_of(f"{command.name} {chosen}".rstrip()))


def _of_group(command: Command, given: list[str], candidates: Candidates) -> Iterator[Offer]:
    """The commands of a group; an area stands for `planners show` with it."""
    yield from ((name, summary_of(f"{command.name} {name}")) for name in GROUPS[command.name])
    if command.name == "planners" and not given:
        yield from candidates.of("area", "", [])


def _takes_value(options: Mapping[str, OptionHelp], word: str) -> bool:
    told = options.get(word)
    return word in WITH_VALUE or (told is not None and told.takes_value)


def _arguments(line: list[str], options: Mapping[str, OptionHelp]) -> Iterator[str]:
    """The words that are neither options nor their values."""
    value_of = ""
    for word in line:
        if not value_of and not word.startswith("-"):
            yield word
        value_of = word if _takes_value(options, word) else ""


def _next_argument(kinds: tuple[str, ...], given: list[str], incomplete: str, candidates: Candidates) -> Iterator[str]:
    """The last kind may stand any number of times, except a person, of whom a command has one."""
    if not kinds or (len(given) >= len(kinds) and kinds[-1] in {"client", "clinician"}):
        return
    yield from candidates.of(kinds[min(len(given), len(kinds) - 1)], incomplete, given)


def _values(
    command: Command, chosen: str, option: str, incomplete: str, given: list[str], candidates: Candidates
) -> Iterator[str]:
    """What can be the value of an option of that command."""
    own = ((name, option) for name in (command.name, f"{command.name} {chosen}"))
    told = options_of(f"{command.name} {chosen}".rstrip()).get(option)
    anywhere = told.choices if told and told.choices else VALUES.get(option, ())
    kind = next((IN_COMMAND[one] for one in own if one in IN_COMMAND), anywhere)
    if isinstance(kind, tuple):
        yield from kind
    else:
        yield from candidates.of(kind, incomplete, given)
