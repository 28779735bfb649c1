"""A pseudo-terminal of 80 columns and 24 lines with goalctl in it, for tests with real keys."""

import os
import re
import sys
from pathlib import Path

import pexpect

TREE = Path(__file__).parent.parent.parent
COLOUR = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class Terminal:
    """goalctl at work; `shown` is everything on the screen so far, without colour."""

    def __init__(self, folder, *words, today="2026-03-09"):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GOALCTL", "COMP_"))}
        environment = kept | {
            "GOALCTL_TODAY": today, "NO_COLOR": "1", "TERM": "xterm", "PYTHONPATH": str(TREE), "COLUMNS": "80",
        }  # fmt: skip
        command = ["-m", "goalctl", *words]
        self._child = pexpect.spawn(
            sys.executable, command, cwd=folder, env=environment, encoding="utf-8", dimensions=(24, 80), timeout=60
        )
        self.shown = ""

    def answer(self, prompt, keys):
        """Wait for the prompt, then type the keys."""
        self._child.expect_exact(prompt)
        self.shown += self._child.before + self._child.after
        self._child.send(keys)

    def end(self):
        """Wait for the end, and give the exit status."""
        self._child.expect(pexpect.EOF)
        self.shown = COLOUR.sub("", self.shown + self._child.before)
        self._child.close()
        return self._child.exitstatus
