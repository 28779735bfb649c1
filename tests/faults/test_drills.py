"""The drills: short here, long with `pytest -m torture -s tests/faults`; SEED=7 makes other ones.

Each prints its seed and a table of what was counted: lost, torn, untrue, traces of a bug, strays after the next write.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.every_command import not_covered

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs fork, /proc and a preloaded library")
TREE = Path(__file__).parents[2]
LONG = pytest.mark.torture
SEED = os.environ.get("SEED", "14")


def many(variable: str, number: int) -> str:
    return os.environ.get(variable, str(number))


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    """The library that asks, compiled."""
    if shutil.which("cc") is None:
        pytest.skip("no C compiler is installed")
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    source = Path(__file__).with_name("shim.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-w", "-o", library, source, "-ldl"], check=True)
    return library


def drill(environment, name, *words, preloaded=""):
    """It ends well, and its table is shown."""
    command = [sys.executable, "-m", f"tests.faults.{name}", "--seed", SEED, *words]
    kept = {**environment, "LD_PRELOAD": str(preloaded)} if preloaded else environment
    done = subprocess.run(command, cwd=TREE, env=kept, capture_output=True, text=True, check=False)
    sys.stderr.write(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_command_that_writes_is_in_the_drills():
    assert not_covered() == set()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("--faults", "12", "--writers", "2"), id="12"),
        pytest.param(("--faults", many("FAULTS", 5000)), id="many", marks=LONG),
    ],
)
def test_a_fault_at_any_call_of_any_command(tree_on_path, shim, words):
    drill(tree_on_path, "drill_faults", *words, preloaded=shim)


@pytest.mark.parametrize("kills", [pytest.param("2", id="2"), pytest.param(many("KILLS", 1000), id="many", marks=LONG)])
def test_a_kill_at_any_moment_of_any_command(tree_on_path, shim, kills):
    drill(tree_on_path, "drill_kills", "--kills", kills, preloaded=shim)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("--rounds", "3", "--each", "2"), id="48"),
        pytest.param(("--rounds", many("ROUNDS", 21)), id="many", marks=LONG),
    ],
)
def test_eight_writers_at_once(tree_on_path, words):
    drill(tree_on_path, "drill_writers", *words)
