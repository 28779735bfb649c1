"""The command line as a whole: how a line is answered, and errors to exit status.

A line is read plainly where it can be (`plain_line.py`); Typer, which takes longer to import than most commands to run,
reads the rest (`with_typer.py`).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from goalctl.cli.at_once import answer_at_once
from goalctl.cli.endings import SIGNALLED, ending_of
from goalctl.cli.plain_line import NotPlainError, command_values, is_of_the_library, root_values
from goalctl.cli.root_options import day_page, opened_desk
from goalctl.cli.table import BY_NAME
from goalctl.workspace.store.account import Account


def run(words: Sequence[str]) -> int:
    """Run one command and give its exit status; whatever goes wrong becomes a sentence on stderr."""
    _end_when_told()
    _open_what_is_closed()
    account = Account()
    return ending_of(lambda: _answered(words, account), account)


def _answered(words: Sequence[str], account: Account) -> object:
    _agree_on_characters()  # which writes what the output still holds, if it can
    answer = answer_at_once(words)
    if answer is not None:
        sys.stdout.write(answer)
        return None
    typed = [word.replace("\r\n", "\n") for word in words]
    if any(_may_stand_for_words(word) for word in typed):
        from goalctl.cli.stand_ins import refuse_what_only_stands_for_words

        refuse_what_only_stands_for_words(typed)
    try:
        command = _plain_command(typed, account)
    except NotPlainError:
        from goalctl.cli.with_typer import answered

        return answered(typed, account)
    return command()


def _may_stand_for_words(word: str) -> bool:
    """Whether it is worth a closer look (`stand_ins.py`): `…`, a lone `-`, marks that nobody sees."""
    return not word.isascii() or word.endswith("-")


def _plain_command(words: Sequence[str], account: Account) -> Callable[[], object]:
    """What the line asks for, ready to run."""
    options, line = root_values(opened_desk, words)
    name = line[0] if line else None
    command, values = _command(line)

    def at_the_desk() -> object:
        desk = opened_desk(account, name, **options)  # type: ignore[arg-type] # as its own signature says
        try:
            return command(desk, **values)
        finally:
            desk.close()

    return at_the_desk


def _command(line: Sequence[str]) -> tuple[Callable[..., object], dict[str, object]]:
    """The command that the line names, and what it is given; where it names none, the day's page."""
    if not line:
        return day_page, {}
    entry = BY_NAME.get(line[0])
    if entry is None or (entry.writes and is_of_the_library(line)):
        raise NotPlainError
    module = entry.load()
    if hasattr(module, "app") or hasattr(module, "CONTEXT"):
        raise NotPlainError
    return module.command, command_values(module.command, line[1:])


def _end_when_told() -> None:
    """A signal from outside and a terminal that is closed end the work in order; `nohup` keeps the second away."""
    signal.signal(signal.SIGTERM, _terminate)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _terminate)


def _terminate(number: int, _frame: object) -> None:
    signal.signal(number, signal.SIG_IGN)  # a closed terminal says so more than once, also while what was typed is kept
    raise SystemExit(SIGNALLED + number)


def _open_what_is_closed() -> None:
    """Output that the caller has closed goes nowhere, as was asked for; where input is, nobody types."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - open until the end
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - the same
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - the same


def _agree_on_characters() -> None:
    """What the output can't hold is written as an escape; a line of the input ends as lines end anywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(newline=None)
