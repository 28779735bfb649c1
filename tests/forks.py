"""The command line, and other work, in a process of its own: a fork of a small Python that serves all tests.

All that it asks of the system it asks as when a shell starts it; only Python's own beginning is left out.
"""

from __future__ import annotations

import marshal
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

AT_THE_LATEST = 90  # seconds, on a machine that is busy with other things
TREE = Path(__file__).parent.parent
FORKED = "tests.forked"  # an event that is raised for whoever audits

SCRIPT = """\
#!{python} -IS
import marshal, os, socket, sys

served = socket.socket(socket.AF_UNIX)
served.connect({address!r})
asked = marshal.dumps((os.getcwd(), dict(os.environ), sys.argv[1:]))
socket.send_fds(served, [asked[:1]], [0, 1, 2])
served.sendall(asked[1:])
served.shutdown(socket.SHUT_WR)
told = served.makefile().read().split()
sys.exit(int(told[1]) if told[1:] else 70)
"""


@dataclass
class Server:
    """The Python that forks, and its socket in a folder of its own."""

    folder: Path
    python: subprocess.Popen[bytes]
    owner: int

    @property
    def address(self) -> str:
        return str(self.folder / "socket")

    def end(self) -> None:
        self.python.communicate()
        shutil.rmtree(self.folder)


_RUNNING: list[Server] = []


def server() -> Server:
    """The one that runs, started by whoever needs it first in this process."""
    if not _RUNNING or _RUNNING[-1].owner != os.getpid():
        folder = Path(tempfile.mkdtemp())
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(folder / "socket"))
            listening.listen(64)
            command = [sys.executable, "-m", "tests.served", str(listening.fileno())]
            python = subprocess.Popen(
                command, cwd=TREE, stdin=subprocess.PIPE, pass_fds=[listening.fileno()], start_new_session=True,
                env={**os.environ, "PYTHONPATH": str(TREE), "TERM": "xterm"},  # as readline asks when it is loaded
            )  # fmt: skip
        _RUNNING.append(Server(folder, python, os.getpid()))
    return _RUNNING[-1]


def end_server() -> None:
    """With it all that it has waited for is counted as ours."""
    while _RUNNING:
        _RUNNING.pop().end()


def goalctl_for_shells(folder: Path) -> Path:
    """A `goalctl` in that folder, for shells and scripts."""
    command = folder / "goalctl"
    command.write_text(SCRIPT.format(python=sys.executable, address=server().address), encoding="utf-8")
    command.chmod(0o700)
    return command


class Process:
    """What is done in a fork with these descriptors; its number, its status when it has ended."""

    def __init__(
        self, asked: Sequence[str] | Callable[..., int | None], folder: Path, environment: Mapping[str, str],
        streams: Sequence[int], kind: str = "",
    ) -> None:  # fmt: skip
        sys.audit(FORKED)
        self.returncode: int | None = None
        self._line = socket.socket(socket.AF_UNIX)
        self._told = self._line.makefile()
        self._line.connect(server().address)
        what = pickle.dumps(asked) if callable(asked) else [str(word) for word in asked]
        sent = marshal.dumps((str(folder), {key: str(value) for key, value in environment.items()}, what, kind))
        socket.send_fds(self._line, [sent[:1]], list(streams))
        self._line.sendall(sent[1:])
        self._line.shutdown(socket.SHUT_WR)
        self.pid = int(self._told.readline())

    def wait(self, seconds: float = AT_THE_LATEST) -> int:
        """Its status; one that does not end in time is killed."""
        if self.returncode is None:
            self._line.settimeout(seconds)
            try:
                line = self._told.readline()
            except TimeoutError:
                self.kill()
                self._line.settimeout(None)
                line = self._line.recv(9).decode()
            self.returncode = int(line)
        return self.returncode

    def __del__(self) -> None:
        self._told.close()
        self._line.close()

    def kill(self) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)


class Forked(Process):
    """Work that has begun; what it says is kept in files, so that it waits for no reader. Under strace if asked for."""

    def __init__(
        self, asked: Sequence[str] | Callable[[], int | None], folder: Path, environment: Mapping[str, str], *,
        strace: Sequence[str] = (), group: bool = False,
    ) -> None:  # fmt: skip
        self.said = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 - read at the end
        kind = "waits" if strace else "group" if group else ""
        with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - as a file, not a path
            streams = [nothing.fileno(), *(file.fileno() for file in self.said)]
            super().__init__(asked, folder, environment, streams, kind)
        self.tracer = _watched(self.pid, strace) if strace else None

    def communicate(self) -> tuple[str, str]:
        """Wait for the end and give what it wrote to its output and to its other output."""
        self.wait()
        if self.tracer:
            self.tracer.communicate()
        return _whole(self.said[0]), _whole(self.said[1])


def _whole(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode(errors="replace")


def _watched(pid: int, options: Sequence[str]) -> subprocess.Popen[bytes]:
    """Strace holds the process, which has waited for that, and lets it go on."""
    until = time.monotonic() + AT_THE_LATEST
    while (state := Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]) != "T":
        assert time.monotonic() < until, state
        time.sleep(0.001)
    tracer = subprocess.Popen(["strace", "-f", f"--attach={pid}", *options], stderr=subprocess.PIPE)
    told = tracer.stderr.readline()  # type: ignore[union-attr]
    assert b"attached" in told, told
    os.kill(pid, signal.SIGCONT)
    return tracer
