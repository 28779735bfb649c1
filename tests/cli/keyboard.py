"""A person at a terminal of 80 by 24: reads the prompts, presses keys, and sees what stands on the screen."""

import os
import re
import struct
import sys
from importlib import import_module
from pathlib import Path

import pytest

from goalctl.cli.root import run
from goalctl.cli.table import BY_NAME

pty, termios, fcntl = (pytest.importorskip(name, reason="Windows has none") for name in ("pty", "termios", "fcntl"))
pexpect = pytest.importorskip("pexpect")
fdpexpect = pytest.importorskip("pexpect.fdpexpect")

TREE = Path(__file__).parent.parent.parent
TODAY = "2026-03-02"
ENTER = "\r"
CTRL_C = "\x03"
MOST_PRESSES, PATIENCE = 3, 5
_SIZE = struct.pack("HHHH", 24, 80, 0, 0)
_CONTROL = re.compile(r"\x1b\[[?\d;]*[a-zA-Z]|\r")
_PROMPT = re.compile(r"[^\r\n]*(?:> |[Yy]/[Nn]\] )(?:\x1b\[\?2004h)?$")
_DROPPED = ("GOALCTL", "_GOALCTL", "COMP_", "COLUMNS", "LINES", "VISUAL", "EDITOR")


class Person:
    """Someone who runs one command and answers its prompts, each after it has appeared.

    The command runs in a fork on a pseudo-terminal of its own; with `started_afresh` in a new Python, as from a shell.
    """

    def __init__(self, folder, *words, editor="", today=TODAY, started_afresh=False, beside=()):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_DROPPED)}
        environment = kept | {"PYTHONPATH": str(TREE), "GOALCTL_TODAY": today, "TERM": "xterm", "NO_COLOR": "1"}
        environment |= {"EDITOR": str(editor), **dict(beside)}
        for word in BY_NAME.keys() & set(words):
            import_module(BY_NAME[word].module)  # here, so that not every fork has to
        self.pressed = 0
        self.seen = ""
        self.status = None
        self.child, terminal = pty.fork()
        if self.child == 0:
            _begin(folder, environment, words, started_afresh=started_afresh)
        self.terminal = fdpexpect.fdspawn(terminal, encoding="utf-8", timeout=60)
        self.terminal.delaybeforesend = None

    def sees_prompt(self):
        """Waits for the next prompt and gives its line."""
        self.terminal.expect(_PROMPT)
        self.seen += self.terminal.before + self.terminal.after
        return _CONTROL.sub("", self.terminal.after)

    def presses(self, keys):
        self.terminal.send(keys)
        self.pressed += len(keys)

    def answers(self, *lines):
        """Answers one prompt after the other; gives the prompts."""
        prompts = []
        for line in lines:
            prompts.append(self.sees_prompt())
            self.presses(line + ENTER)
        return prompts

    def stops_at_the_next_prompt(self):
        """Presses Ctrl-C there, again when nothing comes of it, and gives the exit status.

        One that arrives between the prompt and the reading of the line is seen with the next key, as in every program
        that reads lines with readline.
        """
        self.sees_prompt()
        for _ in range(MOST_PRESSES):
            self.presses(CTRL_C)
            if self.terminal.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=PATIENCE) == 0:
                self.seen += self.terminal.before
                return self._ended()
        return self.leaves()

    def leaves(self):
        """Waits for the end, where it has not come yet, and gives the exit status."""
        if self.status is None:
            self.terminal.expect(pexpect.EOF)
            self.seen += self.terminal.before
            self._ended()
        return self.status

    def _ended(self):
        self.terminal.close()
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
        return self.status

    @property
    def screen(self):
        """All that was ever on the screen, as text."""
        return _CONTROL.sub("", self.seen)


def _begin(folder, environment, words, *, started_afresh):
    """In the fork: the command, on the terminal that stands at 0, 1 and 2; never comes back."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, _SIZE)
        os.chdir(folder)
        if started_afresh:
            os.execve(sys.executable, [sys.executable, "-m", "goalctl", *words], environment)  # noqa: S606 - a fork
        os.environ.clear()
        os.environ.update(environment)
        sys.stdin, sys.stdout, sys.stderr = (
            open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - for the rest of its life
            for number, mode in enumerate("rww")
        )
        status = run(words)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    finally:
        os._exit(70)
