"""What tests share: a small practice in a folder of its own, and the command line with its two outputs apart."""

import gc
import io
import os
import py_compile
import shutil
import sys
from compileall import compile_dir
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import just

LONG_RUN = os.environ.get("LAW_EXAMPLES")  # so many examples of a law, other ones every time

# No example has a deadline and none is slow to draw: on a busy machine any of them may wait for a second.
settings.register_profile(
    "goalctl",
    deadline=None,
    max_examples=int(LONG_RUN or 50),
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


class NoTerminal(io.TextIOWrapper):
    """A pipe that gives this text, or these bytes."""

    def __init__(self, given=""):
        super().__init__(io.BytesIO(given if isinstance(given, bytes) else given.encode()), encoding="utf-8")

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


def pytest_collection_finish():
    """What was collected stays: no collection of garbage looks at it again."""
    given(just(None))(lambda _: None)()  # Hypothesis makes its random now: of what is frozen, it finds no referrer
    gc.freeze()


def pytest_unconfigure():
    """Whoever forked for the tests ends with them."""
    from tests.forks import end_server

    end_server()


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    """A copy of this goalctl with its bytecode, so that no new Python compiles it again whatever the machine keeps."""
    folder = tmp_path_factory.mktemp("compiled")
    shutil.copytree(TREE / "goalctl", folder / "goalctl", ignore=shutil.ignore_patterns("__pycache__"))
    compile_dir(folder, quiet=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    return folder


@pytest.fixture(scope="session")
def goalctl_command(tmp_path_factory):
    """A `goalctl` for shells, in a folder for their path."""
    from tests.forks import goalctl_for_shells  # only tests of scripts need it

    return goalctl_for_shells(tmp_path_factory.mktemp("bin"))


@pytest.fixture
def tree_on_path(compiled):
    """An environment in which a new Python finds this goalctl, and nothing of the machine's own settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GOALCTL", "_GOALCTL", "COMP_", "CI", "PYTHONUNBUFFERED"))
    }
    return kept | {"PYTHONPATH": str(compiled), "NO_COLOR": "1", "COLUMNS": "80"}
