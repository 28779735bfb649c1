"""What tests share: a small practice in a folder of its own, and the command line with its two outputs apart."""

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

LONG_RUN = os.environ.get("LAW_EXAMPLES")  # so many examples of each law of documents, other ones every time

# No example has a deadline and none is slow to draw: on a busy machine any of them may wait for a second.
settings.register_profile(
    "goalctl",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ and not LONG_RUN,  # what is red there is red for everyone
)
settings.load_profile("goalctl")

TREE = Path(__file__).parent.parent
TODAY = "2026-03-02"

PLAN = """\
# yaml-language-server: $schema=plan.schema.json
format: 1
client: c-ab1
clinician: m.kowalski
opened: 2026-01-05
status: active
values: [being a patient father]

problems:
  - id: p1
    problem: Low mood

goals:
  # The one that matters most.
  - id: g1
    goal: Fewer symptoms of depression
    problem: p1
    status: active
    opened: 2026-01-12
    smart:
      measurable: {by: phq-9, baseline: 18, target: 9, since: 2026-01-12}
      time_bound: {deadline: 2026-02-28}
    objectives:
      - id: g1.1
        objective: Walks on three days a week
        status: active
        measurable: {by: count, of: days walked, per: week, scale: [0, 7], baseline: 1, target: 3}
        deadline: 2026-03-10
        interventions:
          - {id: i1, what: Behavioural activation, every: 1w, for: 12w}

sessions:
  - id: abc123
    date: 2026-01-12
    scores: {g1.1: 1}
    forms: {phq-9: [2, 2, 3, 2, 1, 2, 2, 2, 2]}
    homework: [{id: h1, for: g1.1, task: walk on Tuesday}]   # he chose it
  - id: def456
    date: 2026-02-02
    scores: {g1.1: 2}
    homework_done: {h1: yes}
    signed: [{by: m.kowalski, on: 2026-02-02}]
"""


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it wrote where."""

    status: int
    out: str
    err: str


class NoTerminal(io.StringIO):
    def isatty(self):
        return False


@pytest.fixture
def practice(tmp_path):
    """A workspace with one plan."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\n", encoding="utf-8")
    (tmp_path / "plans" / "c-ab1.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def plan_file(practice):
    """The file of the one plan."""
    return practice / "plans" / "c-ab1.yaml"


@pytest.fixture
def goalctl(practice, monkeypatch):
    """The command line, in the practice, on a fixed day, into a pipe of 80 columns."""
    from goalctl.cli.root import run  # only tests of the command line need it

    monkeypatch.chdir(practice)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("GOALCTL_TODAY", TODAY)
    monkeypatch.delenv("CI", raising=False)  # where nothing is remembered

    def call(*words, given="", status=None):
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", NoTerminal(given))
        with redirect_stdout(out), redirect_stderr(err):
            ended = run([str(word) for word in words])
        assert status is None or ended == status, err.getvalue()
        assert "Traceback" not in err.getvalue()
        return Outcome(ended, out.getvalue(), err.getvalue())

    return call


@pytest.fixture
def tree_on_path():
    """An environment in which a new Python finds this goalctl, and nothing of the machine's own settings."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GOALCTL", "_GOALCTL", "COMP_", "CI"))
    }
    return kept | {"PYTHONPATH": str(TREE), "NO_COLOR": "1", "COLUMNS": "80"}
