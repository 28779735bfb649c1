"""A writer to be killed, starved and unplugged, and the text by which a reader knows a whole file from a part.

What writes over and over is written for a process of its own (`forked`), and named here so that it can be sent there.
"""

from __future__ import annotations

import io
import itertools
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from goalctl.cli.root import run
from goalctl.documents.lock import workspace_lock
from goalctl.documents.open import read_bytes
from goalctl.documents.replace import replace
from goalctl.documents.save import create, save
from goalctl.documents.strays import sweep
from goalctl.model.errors import GoalctlError
from tests.forks import Process

LINES = 700  # about 8 KB, the size of a plan after half a year
LIMIT = 1 << 22


def text_of(number: int) -> bytes:
    """A text whose every line says which one it is, so that no mixture passes."""
    return f"{number:010d}\n".encode() * LINES + b"end\n"


def number_in(text: bytes) -> int:
    """Which text this is; fails when it is not one text, whole."""
    number = int(text[:10] or b"-1")
    assert text == text_of(number), f"{len(text)} bytes are no whole text"
    return number


def replace_what_is_there(path: Path, data: bytes, *, root: Path) -> None:
    """As a change of a plan is saved: over what was read, and nothing else."""
    replace(path, data, root=root, before=read_bytes(path, root=root, limit=LIMIT))


def strays_in(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir() if entry.name.endswith(".tmp")]


def forked(work: Callable[[int], None]) -> tuple[Process, int]:
    """A process that does `work` with a pipe to acknowledge on, and our end of the pipe."""
    ours, theirs = os.pipe()
    child = Process(work, Path.cwd(), os.environ, [0, 1, 2, theirs])
    os.close(theirs)
    return child, ours


def save_again_and_again(put: Callable[..., None], plan: Path, first: int, pipe: int) -> None:
    for number in itertools.count(first):
        put(plan, text_of(number), root=plan.parent)
        acknowledge(pipe, number)


def create_one_after_the_other(folder: Path, first: int, pipe: int) -> None:
    for number in itertools.count(first):
        create(folder / f"c{number}.yaml", text_of(number), root=folder)
        acknowledge(pipe, number)


def save_and_create(disk: Path, first: int, pipe: int) -> None:
    """One is saved over and over, and each is created as well."""
    for number in itertools.count(first):
        (save, replace_what_is_there)[number % 2](disk / "c-7f3k.yaml", text_of(number), root=disk)
        create(disk / f"{number}.yaml", text_of(number), root=disk)
        acknowledge(pipe, number)


def log_until_the_cut(words: Sequence[str], practice: Path, first: int, pipe: int) -> None:
    """One entry after the other, each acknowledged once it is said to be saved and committed."""
    os.chdir(practice)
    for number in itertools.count(first):
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(), io.StringIO(), io.StringIO()
        if run([*words, f"entry {number};"]):
            return
        acknowledge(pipe, number)


def append_lines(root: Path, lines: range, pipe: int) -> None:
    """Each under the lock: read, change, save."""
    plan = root / "plans" / "c-7f3k.yaml"
    for line in lines:
        with workspace_lock(root / ".goalctl", timeout_seconds=60):
            sweep(plan.parent)
            old = read_bytes(plan, root=root, limit=LIMIT)
            save(plan, old + f"{line:010d}\n".encode(), root=root)
        acknowledge(pipe, line)


def acknowledged(ours: int) -> list[int]:
    """Everything that came through the pipe of a child that has ended."""
    with os.fdopen(ours, "rb") as pipe:
        return numbers_in(pipe.read())


def numbers_in(came: bytes) -> list[int]:
    return [int.from_bytes(came[at : at + 8], "big") for at in range(0, len(came) - 7, 8)]


def acknowledge(pipe: int, number: int) -> None:
    os.write(pipe, number.to_bytes(8, "big"))


def kill(child: Process) -> None:
    child.kill()
    child.wait()


def save_under_lock(root: Path, write: Callable[..., None], number: int) -> None:
    plan = root / "plans" / "c-7f3k.yaml"
    with workspace_lock(root / ".goalctl", timeout_seconds=1):
        sweep(plan.parent)
        if write is not create:
            number_in(read_bytes(plan, root=root, limit=LIMIT))
        write(plan, text_of(number), root=root)


ACTIONS = {"save": save, "create": create, "replace": replace_what_is_there}


def main(action: str, root: str, number: str) -> int:
    """Saves a plan under the lock, as a command does: a sentence and a status, a traceback if one was forgotten."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        save_under_lock(Path(root), ACTIONS[action], int(number))
    except GoalctlError as told:
        sys.stderr.write(f"{told}\n")
        return told.exit_status
    except KeyboardInterrupt:
        return 130
    return 0
