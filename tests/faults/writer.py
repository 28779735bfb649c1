"""A writer to be killed, starved and unplugged, and the text by which a reader knows a whole file from a part.

Run as a script it saves one plan under the lock, as a command does: writer.py save|create|replace WORKSPACE NUMBER
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from goalctl.documents.lock import workspace_lock
from goalctl.documents.open import read_bytes
from goalctl.documents.replace import replace
from goalctl.documents.save import create, save
from goalctl.documents.strays import sweep
from goalctl.model.errors import GoalctlError

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


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """A child that does `work` with a pipe to acknowledge on; its process id and our end of the pipe."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    status = 1
    try:
        os.close(ours)
        work(theirs)
        status = 0
    finally:
        os._exit(status)


def acknowledged(ours: int) -> list[int]:
    """Everything that came through the pipe of a child that has ended."""
    with os.fdopen(ours, "rb") as pipe:
        return numbers_in(pipe.read())


def numbers_in(came: bytes) -> list[int]:
    return [int.from_bytes(came[at : at + 8], "big") for at in range(0, len(came) - 7, 8)]


def acknowledge(pipe: int, number: int) -> None:
    os.write(pipe, number.to_bytes(8, "big"))


def kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def save_under_lock(root: Path, write: Callable[..., None], number: int) -> None:
    plan = root / "plans" / "c-7f3k.yaml"
    with workspace_lock(root / ".goalctl", timeout_seconds=1):
        sweep(plan.parent)
        if write is not create:
            number_in(read_bytes(plan, root=root, limit=LIMIT))
        write(plan, text_of(number), root=root)


ACTIONS = {"save": save, "create": create, "replace": replace_what_is_there}


def main(action: str, root: str, number: str) -> int:
    """As the command line does: one sentence and a status, or a traceback if something was forgotten."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        save_under_lock(
            Path(root), {"save": save, "create": create, "replace": replace_what_is_there}[action], int(number)
        )
    except GoalctlError as told:
        sys.stderr.write(f"{told}\n")
        return told.exit_status
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
