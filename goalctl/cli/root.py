"""The command line as a whole: how a line is answered, and errors to exit status.

A line is read plainly where it can be (`plain_line.py`); Typer, which takes longer to import than most commands to run,
reads the rest (`with_typer.py`).
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from itertools import pairwise

from goalctl.cli.at_once import answer_at_once
from goalctl.cli.endings import SIGNALLED, ending_of
from goalctl.cli.failures import UsageError
from goalctl.cli.plain_line import NotPlainError, command_values, is_of_the_library, root_values
from goalctl.cli.root_options import day_page, opened_desk
from goalctl.cli.table import BY_NAME
from goalctl.cli.unseen import is_unseen
from goalctl.workspace.store.account import Account

UNSAID = "…"
PIPED = "-"
_AS_PIPED = re.compile(rf"(--[\w-]+|note|response|because)={PIPED}")
_READ_WHAT_IS_PIPED = frozenset({"check", "import"})
_OF_SEVERAL = re.compile(r"[\w.+-]+=\s*(?:\{.*\}|\[.*\])\s*", re.DOTALL)
_ONE_OF_THEM = re.compile(rf"[:,{{\[]\s*([\"']?){UNSAID}\1\s*[,}}\]]")
_WORDS = re.compile(rf"""(?<=[:,{{\[])\s*(?:"(?!{UNSAID}")[^"]*"|'(?!{UNSAID}')[^']*')""")  # quoted, and said


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
    refuse_what_only_stands_for_words(typed)
    try:
        command = _plain_command(typed, account)
    except NotPlainError:
        from goalctl.cli.with_typer import answered

        return answered(typed, account)
    return command()


def refuse_what_only_stands_for_words(words: Sequence[str]) -> None:
    """A hint that is pasted as it is, `--because …`, would put the `…` on record as the reason; or a part of it.

    So would a paste of which only marks came along that nobody sees.
    """
    if unseen := next((word for word in words if is_unseen(word.rpartition("=")[2])), None):
        raise UsageError(
            f"{unseen.rpartition('=')[0] or 'a word'} holds nothing that can be seen", "write it, or leave it out"
        )
    if any(_is_unsaid(word) for word in words if UNSAID in word):
        raise UsageError(f"{UNSAID} stands for what only you can say", f"write your own words where the {UNSAID} is")
    if any(word == PIPED or word.endswith(f"={PIPED}") for word in words) and _is_piped_where_nothing_reads(words):
        hint = f'only log-session --note {PIPED} does; elsewhere write it as "$(cat)"'
        raise UsageError(f"nothing reads what is piped in here, and '{PIPED}' is no text", hint)


def _is_piped_where_nothing_reads(words: Sequence[str]) -> bool:
    """Whether a lone `-` is given as words: it would be on record in the place of what was piped in."""
    if not _READ_WHAT_IS_PIPED.isdisjoint(words):
        return False
    noted = {"--note"} if {"log-session", "log"} & set(words) else set()
    after = {option for option, word in pairwise(words) if word == PIPED and option.startswith("--")}
    stated = {found[1] for found in map(_AS_PIPED.fullmatch, words) if found}
    return not (after | stated) <= noted | {"--answers", "--output"}


def _is_unsaid(word: str) -> bool:
    """Whether it stands there for a value, also for one of several: `services+={type: …, minutes: 50}`."""
    if _OF_SEVERAL.fullmatch(word):
        return _ONE_OF_THEM.search(_WORDS.sub("", word)) is not None
    return word == UNSAID or word.endswith(f"={UNSAID}")


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
