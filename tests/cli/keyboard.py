"""A person at a terminal of 80 by 24: reads the prompts, presses keys, and sees what stands on the screen."""

import os
import re
import sys
from functools import partial
from pathlib import Path

from terminal import at_terminal, pexpect

TREE = Path(__file__).parent.parent.parent
TODAY = "2026-03-02"
ENTER = "\r"
CTRL_C = "\x03"
MOST_PRESSES, PATIENCE = 3, 5
_CONTROL = re.compile(r"\x1b\[[?\d;]*[a-zA-Z]|\r")
_PROMPT = re.compile(r"[^\r\n]*(?:(?<!-)> |[Yy]/[Nn]\] )(?:\x1b\[\?2004h)?$")  # the arrow of `1 -> 4` is none
_DROPPED = ("GOALCTL", "_GOALCTL", "COMP_", "COLUMNS", "LINES", "VISUAL", "EDITOR")


class Person:
    """Someone who runs one command and answers its prompts, each after it has appeared.

    The command runs in a fork on a pseudo-terminal of its own; with `started_afresh` in a new Python, as from a shell.
    """

    def __init__(self, folder, *words, editor="", today=TODAY, started_afresh=False, beside=()):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_DROPPED)}
        environment = kept | {"PYTHONPATH": str(TREE), "GOALCTL_TODAY": today, "TERM": "dumb", "NO_COLOR": "1"}
        environment |= {"EDITOR": str(editor), **dict(beside)}
        python = [sys.executable, "-m", "goalctl", *map(str, words)]
        asked = partial(os.execve, sys.executable, python, environment) if started_afresh else words
        self.pressed = 0
        self.seen = ""
        self.status = None
        self.process, self.terminal = at_terminal(asked, folder, environment)
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
        """Presses Ctrl-C there, and gives the exit status."""
        self.sees_prompt()
        return self.stops()

    def stops(self):
        """Presses Ctrl-C, again when nothing comes of it, and gives the exit status.

        One that arrives between the prompt and the reading of the line is seen with the next key, as in every program
        that reads lines with readline.
        """
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
        self.status = self.process.wait()
        return self.status

    @property
    def screen(self):
        """All that was ever on the screen, as text."""
        return _CONTROL.sub("", self.seen)
