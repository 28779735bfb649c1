"""One command in a child of a Python that has goalctl imported already: the calls it makes, and a fault at one of them.

Runs only where `shim.c` is preloaded; `python tests/faults/drills.py` sees to that.
"""

from __future__ import annotations

import ctypes
import errno
import io
import json
import os
import pty
import select
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from goalctl.cli.root import run

HERE = Path(__file__).parent
ASK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p)
ERRORS = ("ENOSPC", "EIO", "EINTR", "EACCES", "EROFS", "EDQUOT", "EMFILE")
SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP")
DELAY, EDITOR = "DELAY", "EDITOR"
EFFECTS = (*ERRORS, *SIGNALS, DELAY, EDITOR)
PAUSE = 1005  # what tells the shim to wait for 5 ms
AT_THE_LATEST = 5


@dataclass(frozen=True)
class Fault:
    """What happens at the n-th call on our files, counted from none."""

    nth: int
    effect: str
    editor: Callable[[], object] = bool

    def answer(self) -> int:
        """What the shim is told: an error, a signal, a pause, or nothing."""
        if self.effect == EDITOR:
            self.editor()
            return 0
        if self.effect == DELAY:
            return PAUSE
        return getattr(errno, self.effect) if self.effect in ERRORS else -getattr(signal, self.effect)


@dataclass
class Ended:
    """How it ended, what it said, the calls that it made in their order, and whether the fault was reached."""

    status: int
    said: str
    calls: list[tuple[str, str]] = field(default_factory=list)
    hit: bool = False


def trial(
    practice: Path, words: Sequence[str], *, typed: str = "", fault: Fault | None = None, watched: bool = True,
    killed_after: float | None = None,
) -> Ended:  # fmt: skip
    """The command, in the practice; `typed` is typed at a terminal, without it there is none.

    It may be killed after so many seconds, with all that it has begun.
    """
    out, out_end = pty.openpty() if typed else os.pipe()
    report, report_end = os.pipe()
    child = os.fork()
    if not child:
        _be_the_command(practice, words, out_end, report_end, fault, watched=watched, terminal=bool(typed))
    os.close(out_end)
    os.close(report_end)
    if typed:
        os.write(out, typed.encode())
    if killed_after is not None:
        time.sleep(killed_after)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
    said, told = _everything(child, out, report)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    lines = [json.loads(line) for line in told.decode().splitlines()]
    calls = [(call, path) for call, path in lines if call != "hit"]
    return Ended(status, said.decode(errors="replace"), calls, hit=len(lines) > len(calls))


def _everything(child: int, *ends: int) -> list[bytes]:
    """What comes through each pipe until all are closed; a child that says nothing for too long is killed."""
    came = dict.fromkeys(ends, b"")
    left, until = set(ends), time.monotonic() + AT_THE_LATEST
    while left:
        ready = select.select(left, [], [], max(until - time.monotonic(), 0))[0]
        if not ready:
            sys.stderr.write(f"waited in vain: {came}\n")
            os.kill(child, signal.SIGKILL)
            until += AT_THE_LATEST
        for end in ready:
            try:
                data = os.read(end, 1 << 16)
            except OSError:  # the other side of a terminal is gone
                data = b""
            came[end] += data
            if not data:
                left.discard(end)
                os.close(end)
    return [came[end] for end in ends]


def _be_the_command(
    practice: Path, words: Sequence[str], out: int, report: int, fault: Fault | None, *, watched: bool, terminal: bool
) -> None:
    """Never returns."""
    status = 70
    try:
        os.setsid()
        os.chdir(practice)
        os.environ |= {"GOALCTL_NAMES": str(practice.parent / "names"), "EDITOR": "sed -i s/Low/Lower/"}
        none = os.open(os.devnull, os.O_RDONLY)
        os.dup2(out if terminal else none, 0)
        os.dup2(out, 1)
        os.dup2(out, 2)
        for number, name in ((0, "stdin"), (1, "stdout"), (2, "stderr")):
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
            setattr(sys, name, stream)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if watched:
            _arm(practice.parent, report, fault)
        status = run(words)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - what escapes the command line is what is looked for
        os.write(2, f"Traceback: {error!r}\n".encode())
    finally:
        os._exit(status)


def _arm(folder: Path, report: int, fault: Fault | None) -> None:
    """From here on every call is noted; what was noted by the time of a kill is known to whoever reads the pipe."""
    made = iter(range(1 << 30))

    def ask(call: bytes, path: bytes) -> int:
        nth = next(made)
        if fault is None:
            os.write(report, json.dumps([call.decode(), path.decode(errors="replace")]).encode() + b"\n")
            return 0
        if nth != fault.nth:
            return 0
        os.write(report, json.dumps(["hit", call.decode()]).encode() + b"\n")
        return fault.answer()

    _KEPT.append(kept := ASK(ask))
    ctypes.CDLL(None).shim_arm(str(folder).encode(), kept)


_KEPT: list[object] = []


def warm_up(practice: Path, commands: Sequence[Sequence[str]]) -> None:
    """Import what the commands import, here, so that no child has to."""
    from goalctl.cli.table import COMMANDS
    from goalctl.cli.with_typer import real_command

    os.environ |= {"GOALCTL_TODAY": "2026-03-02", "COLUMNS": "80", "NO_COLOR": "1"}
    os.environ.pop("CI", None)
    for command in COMMANDS:
        real_command(command)
    here, streams = Path.cwd(), (sys.stdout, sys.stderr, sys.stdin)
    os.chdir(practice)
    sys.stdin = io.StringIO()
    try:
        for words in commands:
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
            run(words)
    finally:
        os.chdir(here)
        sys.stdout, sys.stderr, sys.stdin = streams
