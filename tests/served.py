"""A small Python that has goalctl loaded and does what it is asked in a fork of itself: nothing is loaded anew.

Whoever asks connects to its socket and sends three descriptors or more (input, output, other output, what the work
needs beside them) and what to do. Told are, a line each, the number of the process and, when it ends, its status.
It ends when its own input does, as it does with those who started it.
"""

from __future__ import annotations

import gc
import marshal
import os
import pickle
import select
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path

from goalctl.cli.root import run
from goalctl.cli.table import COMMANDS
from goalctl.cli.with_typer import real_command
from tests.faults import writer

if sys.platform != "win32":
    import fcntl
    import termios

TREE = Path(__file__).parent.parent
WARM = (
    ("add-goal", "c-7f3k", "Walk more"),
    ("log-session", "c-7f3k", "--note", "Well."),
    ("assess", "c-7f3k", "phq-9", "--total", "9"),
    ("show", "c-7f3k"),
    ("planners", "search", "walk"),
    ("check",),
    ("due",),
    (),
)
OWN_INPUT, MANY = 0, 1 << 16
FEW = 8  # descriptors at the most


def main(number: str) -> None:
    """Serve on a socket that listens already."""
    listening = socket.socket(fileno=int(number))
    warm_up()
    gc.collect()
    gc.freeze()  # a collection would copy all that forks share with this process
    woken, wake = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    waiting: dict[int, socket.socket] = {}
    while True:
        ready = select.select([listening, woken, OWN_INPUT], [], [])[0]
        if woken in ready:
            os.read(woken, MANY)
        _tell_the_ended(waiting)
        if listening in ready:
            client = listening.accept()[0]
            pid = _begin(client)
            waiting[pid] = client
        if OWN_INPUT in ready:
            return


def warm_up() -> None:
    """What commands import and build is imported and built here, once for all; they work on a copy of our own plans."""
    assert writer.ACTIONS  # which tests send here by name
    for command in COMMANDS:
        real_command(command)
    with tempfile.TemporaryDirectory() as practice, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        shutil.copytree(TREE / "plans", Path(practice, "plans"))
        shutil.copy(TREE / "goalctl.yaml", practice)
        for words in WARM:
            run(["-C", practice, *words])


def _tell_the_ended(waiting: dict[int, socket.socket]) -> None:
    with suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            with waiting.pop(ended[0]) as client, suppress(OSError):  # who asked may be gone
                client.sendall(b"%d\n" % os.waitstatus_to_exitcode(ended[1]))


def _begin(client: socket.socket) -> int:
    """The process in which it is done."""
    first, streams, _, _ = socket.recv_fds(client, MANY, FEW)
    pieces = [first]
    while pieces[-1]:
        pieces.append(client.recv(MANY))
    pid = os.fork()
    if pid == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        be(streams, *marshal.loads(b"".join(pieces)))  # noqa: S302 - from our own tests
    for stream in streams:
        os.close(stream)
    with suppress(OSError):
        client.sendall(b"%d\n" % pid)
    return pid


def be(
    streams: Sequence[int], folder: str, environment: dict[str, str], asked: list[str] | bytes, kind: str = ""
) -> None:
    """In the fork: run the words, or the pickled function, there, and end; never comes back.

    A kind is `waits` until it is told to go on, `group` for a session of its own, `terminal` for one on that terminal.
    """
    status = 70
    try:
        if kind in {"group", "terminal"}:
            os.setsid()
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        _take(streams, on_terminal=kind == "terminal")
        signal.signal(signal.SIGINT, signal.default_int_handler)
        more = streams[3:]
        work: Callable[..., int | None] = run if isinstance(asked, list) else pickle.loads(asked)  # noqa: S301 - the same
        if kind == "waits":
            os.kill(os.getpid(), signal.SIGSTOP)
        status = (work(asked) if isinstance(asked, list) else work(*more)) or 0
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        status = 130
    except BaseException as error:
        os.write(2, f"Traceback: {error!r}\n".encode())
        raise
    finally:
        os._exit(status)


def _take(streams: Sequence[int], *, on_terminal: bool) -> None:
    """Input and outputs, as a Python has them from a shell; what else it was given, no program gets that it starts."""
    for number, stream in enumerate(streams):
        os.set_inheritable(stream, False)  # noqa: FBT003 - the signature of os
        if number <= 2:
            os.dup2(stream, number)
    for stream in set(streams[:3]):
        os.close(stream)
    if on_terminal:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - for all its life
        for number, mode in enumerate("rww")
    )
    sys.stderr.reconfigure(line_buffering=True, errors="backslashreplace")


if __name__ == "__main__":
    main(*sys.argv[1:])
