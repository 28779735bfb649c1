"""The mutants' own command on a small tree: what a test can tell dies, the rest is told, the tree stays as it was."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("cosmic_ray", reason="pip install -e '.[mutants]'")
pytest.importorskip("coverage")
draw = pytest.importorskip("tests.mutants.draw")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

TREE = Path(__file__).parent.parent.parent
MODULE = """\
SHOWN = 3
WITHIN = 14


def at_least_within(days):
    return days if days > WITHIN else WITHIN
"""
TABLE = "format: 1\nscoring: {bands: [{from: 5, name: mild}], remission: {below: 3}}\n"
TESTS = """\
import subprocess
import sys
from pathlib import Path

import pytest

from goalctl.analysis.limits import at_least_within

TREE = Path(__file__).parents[1]


@pytest.mark.parametrize("days", [13, 14, 15])
def test_within(days):
    assert at_least_within(days) == max(days, 14)


def test_the_band():
    assert "{from: 5," in (TREE / "goalctl/library/forms/mood.yaml").read_text()


def test_a_process_of_its_own():
    code = "from goalctl.analysis.limits import SHOWN; assert SHOWN == 3"
    subprocess.run([sys.executable, "-c", code], cwd=TREE, check=True)
"""
EXPLAINED = """\
- file: goalctl/analysis/limits.py
  line: return days if days > WITHIN else WITHIN
  becomes: return days if days >= WITHIN else WITHIN
  because: where they are equal it is all one
- file: goalctl/analysis/limits.py
  line: not there
  becomes: any more
  because: it was there once
"""
SURVIVORS = """\
goalctl/analysis/limits.py:6: explained: where they are equal it is all one (4 tests near)
  - return days if days > WITHIN else WITHIN
  + return days if days >= WITHIN else WITHIN
goalctl/library/forms/mood.yaml:2: survived (2 tests near)
  - scoring: {bands: [{from: 5, name: mild}], remission: {below: 3}}
  + scoring: {bands: [{from: 5, name: mild}], remission: {below: 2}}
goalctl/library/forms/mood.yaml:2: survived (2 tests near)
  - scoring: {bands: [{from: 5, name: mild}], remission: {below: 3}}
  + scoring: {bands: [{from: 5, name: mild}], remission: {below: 4}}
"""


def content(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def planted(tmp_path):
    files = {
        "pyproject.toml": "[tool.pytest.ini_options]\npythonpath = ['.']\n",
        "goalctl/__init__.py": "",
        "goalctl/analysis/__init__.py": "",
        "goalctl/analysis/limits.py": MODULE,
        "goalctl/library/forms/mood.yaml": TABLE,
        "tests/test_limits.py": TESTS,
        "tests/mutants/explained.yaml": EXPLAINED,
    }
    for name, text in files.items():
        (tmp_path / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tree" / name).write_text(text, encoding="utf-8")
    (tmp_path / "scratch").mkdir()
    return tmp_path / "tree"


def test_what_a_test_can_tell_is_killed_what_none_can_survives_and_the_tree_stays_as_it_was(planted):
    before = content(planted)
    environment = os.environ | {"TMPDIR": str(planted.parent / "scratch")}
    command = [sys.executable, "-m", "tests.mutants", "--tree", planted, "--seed", "1"]
    done = subprocess.run(command, cwd=TREE, env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    *told, stale, summary = re.split(r"\n(?! )", done.stdout.strip())
    assert sorted(told[1:]) == re.split(r"\n(?! )", SURVIVORS.strip())
    assert stale == "goalctl/analysis/limits.py: no longer there: not there"
    assert summary.startswith("seed 1: 14 drawn, 11 killed, 0 timed out, 3 survived, of these 1 explained; ")
    assert done.returncode == 1
    assert content(planted) == before


LEFT_OUT = """\
@dataclass(frozen=True, slots=True)
class Limit:
    days: int


class Dated(Protocol):
    @property
    def on(self) -> date: ...


@rule(good="a" + "b", bad=[1], every=True)
def far(limit: int | None) -> int | None: ...
"""


def test_what_no_behaviour_hangs_on_is_not_drawn(tmp_path):
    (tmp_path / "goalctl/rules").mkdir(parents=True)
    (tmp_path / "goalctl/rules/far.py").write_text(LEFT_OUT, encoding="utf-8")
    operators = [change.operator for change in draw.every_change(tmp_path)]
    assert sorted(operators) == ["core/RemoveDecorator", "core/RemoveDecorator", "core/ReplaceTrueWithFalse"]
