"""A window that is closed, or a program that is told to end, in the middle of the questions: what was typed is kept."""

import json
import os
import signal
import subprocess
import sys

import pytest

from goalctl.workspace.store import rescued
from goalctl.workspace.store.rescued import Unfinished
from tests.cli.terminal import Terminal

HALF = {"its day": "2026-03-09", "q1": "3", "q2": "1", "q3": "2"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")


def kept(practice, name):
    return json.loads((practice / ".goalctl" / "rescued" / name).read_text(encoding="utf-8"))


def half_a_form(practice):
    terminal = Terminal(practice, "assess", "c-ab1", "gad-7")
    terminal.answer("\n1/8 ", "3")
    terminal.answer("\n2/8 ", "1")
    terminal.answer("\n3/8 ", "2")
    terminal.answer("\n4/8 ", "")
    return terminal


def test_a_form_that_is_half_filled_in_when_the_window_is_closed_is_kept(practice):
    terminal = half_a_form(practice)
    terminal.close()
    assert terminal.status() in {129, 130}
    assert kept(practice, "assess-gad-7-c-ab1.json") == HALF


@pytest.mark.parametrize(("told", "status"), [("SIGHUP", 129), ("SIGTERM", 143)])
def test_a_form_that_is_half_filled_in_when_goalctl_is_told_to_end_is_kept(practice, told, status):
    terminal = half_a_form(practice)
    terminal.signal(getattr(signal, told))
    assert terminal.status() == status
    assert kept(practice, "assess-gad-7-c-ab1.json") == HALF


@pytest.mark.parametrize("kind", ["dumb", "xterm"])  # plain lines, and lines with offers below them
def test_a_goal_that_is_half_asked_when_the_window_is_closed_is_kept(practice, kind):
    terminal = Terminal(practice, "add-goal", "c-ab1", TERM=kind)
    terminal.answer("one thing, that can be seen", "Swims once a week\r")
    terminal.answer("How will you both see it?", "")
    terminal.close()
    assert terminal.status() in {129, 130}
    assert kept(practice, "add-goal-c-ab1.json") == {"its day": "2026-03-09", "goal": "Swims once a week"}


def test_a_signal_while_what_was_typed_is_kept_comes_after_it(practice, monkeypatch):
    save = rescued.save

    def interrupted(*args, **options):
        os.kill(os.getpid(), signal.SIGINT)
        save(*args, **options)

    monkeypatch.setattr(rescued, "save", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Unfinished(practice, "add-goal", "c-ab1").keep({"goal": "Swims once a week"})
    assert kept(practice, "add-goal-c-ab1.json") == {"goal": "Swims once a week"}


STOPPED = """import sys
from goalctl.__main__ import main

class Stops:
    def find_spec(self, name, *_):
        if name == "goalctl.cli.root":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stops())
sys.argv = ["goalctl", "show", "c-ab1"]
main()
"""


def test_ctrl_c_while_goalctl_is_still_being_loaded_is_no_traceback(practice, tree_on_path):
    ended = subprocess.run(
        [sys.executable, "-c", STOPPED], cwd=practice, env=tree_on_path, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")
