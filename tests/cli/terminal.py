"""A pseudo-terminal of 80 columns and 24 lines with goalctl in it, for tests with real keys."""

import os
import re
import struct

import pytest

from tests.forks import Process

pty, termios, fcntl = (pytest.importorskip(name, reason="Windows has none") for name in ("pty", "termios", "fcntl"))
pexpect = pytest.importorskip("pexpect")
fdpexpect = pytest.importorskip("pexpect.fdpexpect")
_SIZE = struct.pack("HHHH", 24, 80, 0, 0)
CTRL_C, TIMES, SECONDS = "\x03", 5, 8
COLOUR = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def at_terminal(asked, folder, environment):
    """A process that has begun on a terminal of its own, and the side of it at which a person sits."""
    ours, its_end = pty.openpty()
    fcntl.ioctl(its_end, termios.TIOCSWINSZ, _SIZE)
    process = Process(asked, folder, environment, [its_end] * 3, "terminal")
    os.close(its_end)
    return process, fdpexpect.fdspawn(ours, encoding="utf-8", timeout=60)


class Terminal:
    """goalctl at work; `shown` is everything on the screen so far, without colour."""

    def __init__(self, folder, *words, today="2026-03-09", **variables):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOALCTL", "COMP_"))}
        environment = kept | {
            "GOALCTL_TODAY": today, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "80", **variables,
        }  # fmt: skip
        self._process, self._child = at_terminal(words, folder, environment)
        self.shown, self._typed = "", ""

    def answer(self, prompt, keys):
        """Wait for the prompt, then type the keys."""
        self._child.expect_exact(prompt)
        self.shown += self._child.before + self._child.after
        self._child.send(keys)
        self._typed = keys

    def close(self):
        """Close the window, as far as goalctl can tell."""
        self._child.close()

    def signal(self, number):
        """Tell goalctl to end, once it waits for a key."""
        os.kill(self._process.pid, number)

    def status(self):
        """The exit status, whatever is on the screen."""
        return self._process.wait()

    def end(self):
        """Wait for the end, and give the exit status.

        Ctrl-C is pressed again where nothing happens for some seconds, as anybody would. Python's `input` feels one
        only once it reads: a bare `input("? ")` on such a terminal slept through 1 of 300 that came as soon as its
        prompt was seen, and through 45 of 400 beside four busy processes (Python 3.11, with readline and without).
        """
        for _ in range(TIMES if self._typed == CTRL_C else 0):
            if self._child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=SECONDS) == 0:
                break
            self._child.send(CTRL_C)
        else:
            self._child.expect(pexpect.EOF)
        self.shown = COLOUR.sub("", self.shown + self._child.before)
        self._child.close()
        return self._process.wait()
