"""The writing commands, each run for real in a practice of its own under strace, and what it then left and said."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARK = "typed-in"
GOALCTL = [sys.executable, "-B", "-m", "goalctl", "--no-input", "--today", "2026-03-02"]
PLANS = ("plans/c-ab1.yaml", "plans/c-cd2.yaml")
TABLE = f"client,id,date,score\nc-ab1,g1.1,2026-02-20,2\nc-cd2,g1.1,2026-02-20,3\n# {MARK}\n"

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "EMFILE", "EINTR")
SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT")
CALLS = "openat,read,write,fsync,link,linkat,rename,renameat2,unlink,mkdir,flock,fchmod,close"
_CALL = re.compile(r"(?:\d+ +)?(\w+)\(")
_HERE = re.compile(r"AT_FDCWD<[^>]*>")


@dataclass(frozen=True)
class Command:
    """Its words, and the files that it changes, all of them or none."""

    words: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.words[0]


COMMANDS = (
    Command(("log-session", "c-ab1", "--note", MARK), PLANS[:1]),
    Command(("add-problem", "c-ab1", MARK), PLANS[:1]),
    Command(("set", "c-ab1", "g1", f"goal={MARK}", "--because", "x"), PLANS[:1]),
    Command(("amend", "c-ab1", "abc123", f"note={MARK}", "--because", "x"), PLANS[:1]),
    Command(("log-group", "c-ab1", "c-cd2", "--note", MARK), PLANS),
    Command(("move", "c-ab1", "def456", "--to", "c-cd2", "--because", MARK), PLANS),
    Command(("add-client", "c-new", "--problem", MARK), ("plans/c-new.yaml",)),
    Command(("forms", "new", MARK), (f"forms/{MARK}.yaml",)),
    Command(("report", "c-ab1", "-o", f"{MARK}.md"), (f"{MARK}.md",)),
)


@dataclass(frozen=True)
class Fault:
    """The n-th call of that name fails with an error, or the process gets a signal just before it."""

    command: Command
    call: str
    nth: int
    effect: str

    @property
    def options(self) -> list[str]:
        kind = "signal" if self.effect in SIGNALS else "error"
        return [f"--trace={self.call}", f"--inject={self.call}:{kind}={self.effect}:when={self.nth}"]


@dataclass(frozen=True)
class Ended:
    """How a command ended, what it said, and the files of the practice by then."""

    status: int
    said: str
    files: dict[str, bytes]


def files_in(practice: Path) -> dict[str, bytes]:
    """Every file but what goalctl keeps for itself."""
    found = (path for path in practice.rglob("*") if path.is_file() and ".goalctl" not in path.parts)
    return {path.relative_to(practice).as_posix(): path.read_bytes() for path in found}


def calls_on_our_files(command: Command, practice: Path, environment: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Each call that names the practice or a descriptor in it, with its place among all calls of that name."""
    log = practice.with_name("strace.log")
    run(command, practice, environment, ["-y", f"--trace={CALLS}"], log=log)
    seen: dict[str, int] = {}
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        found = _CALL.match(line)
        if found and "resumed>" not in line:
            seen[found[1]] = seen.get(found[1], 0) + 1
            if str(practice) in _HERE.sub("", line) or "/proc/self/fd" in line:
                yield found[1], seen[found[1]]


def run(
    command: Command, practice: Path, environment: dict[str, str], options: list[str], *, log: Path | None = None
) -> Ended:
    """The command under strace, with these options."""
    victim = ["strace", "-f", "-o", str(log or "/dev/null"), *options, *GOALCTL, *command.words]
    done = subprocess.run(victim, cwd=practice, env=environment, capture_output=True, timeout=120, check=False)
    said = (done.stdout + done.stderr).decode(errors="replace")
    return Ended(done.returncode, said, files_in(practice))
