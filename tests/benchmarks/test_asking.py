"""What the benchmarks can't do is told: a gate that measured nothing holds nothing."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--short --only no-such-group", "nothing was measured"),
        ("--peers none/bin", "none/bin is no folder"),
        ("--tree none", "none is no folder"),
        ("--runs 0", "begin at 1"),
    ],
)
def test_what_measures_nothing_is_refused(tree_on_path, words, told):
    command = [sys.executable, "-m", "tests.benchmarks", *words.split()]
    done = subprocess.run(command, env=tree_on_path, capture_output=True, text=True, check=False)
    assert (done.returncode != 0, told in done.stderr, "Traceback" in done.stderr) == (True, True, False)
