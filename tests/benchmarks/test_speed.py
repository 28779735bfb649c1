"""Timings as ratios within one run: `pytest -m benchmark -s tests/benchmarks`. Nothing here fails for being slow.

Everything that is compared is run in turns, several times, as whole processes into a pipe; told is the median of the
seconds of CPU. The base is `python -c pass`, the floor a Typer application with nothing in it. Plans are of a real size
(`practices.py`). GOALCTL_PLANS="12 1000 10000" says how many; warm means that the same was asked before and nothing has
changed. `README.md` beside this file holds the figures of one such run.
"""

import os
import resource
import shutil
import subprocess
import sys
import time
from statistics import median

import pytest

from tests.benchmarks.practices import DAY, practice_of

pytestmark = pytest.mark.benchmark

RUNS = 5
NUMBERS = [int(number) for number in os.environ.get("GOALCTL_PLANS", "12 1000").split()]
SETTLES = 2.1  # seconds until a stamp is relied on
PASS = ["-c", "pass"]
TYPER = ["-c", "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: pass\napp([])"]
GOALCTL = ["-m", "goalctl", "--today", str(DAY)]
LOG = ["log-session", "c-000000", "g2=5", "--note", "Walked twice."]


def seconds(folder, environment, words):
    """What the whole process and those that it began took of all cores: that waits for nobody else on the machine."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def in_turns(folder, environment, runs):
    """The median of each, by name."""
    found = {name: [] for name in runs}
    for _ in range(RUNS):
        for name, words in runs.items():
            found[name].append(seconds(folder, environment, words))
    return {name: median(times) for name, times in found.items()}


def tell(title, found):
    base, floor = found["python -c pass"], found["bare Typer"]
    sys.stdout.write(f"\n{title}\n{'':28}     ms  to pass to Typer\n")
    for name, time_ in found.items():
        sys.stdout.write(f"{name:28} {time_ * 1000:6.0f} {time_ / base:7.1f} {time_ / floor:8.1f}\n")


BESIDE = {"python -c pass": PASS, "bare Typer": TYPER}


def test_start_up(tmp_path, tree_on_path):
    light = {word: ["-m", "goalctl", word] for word in ("--version", "--help")}
    tell("start up", in_turns(tmp_path, tree_on_path, BESIDE | light))


@pytest.mark.parametrize("number", NUMBERS)
def test_a_practice(tmp_path, tree_on_path, number):
    folder = practice_of(tmp_path / "practice", number)
    watched = {"due": ["due", "--within", "7d"], "goalctl": [], "caseload": ["caseload"], "bank": ["bank", "walks"]}
    sys.stdout.write(f"\n{number} plans\n")
    for name, words in watched.items():
        shutil.rmtree(folder / ".goalctl", ignore_errors=True)
        sys.stdout.write(f"{name}, cold: {seconds(folder, tree_on_path, [*GOALCTL, *words]):.2f} s\n")
    for words in watched.values():
        seconds(folder, tree_on_path, [*GOALCTL, *words])
    time.sleep(SETTLES)
    for words in watched.values():
        seconds(folder, tree_on_path, [*GOALCTL, *words])
    warm = {f"{name}, warm": [*GOALCTL, *words] for name, words in watched.items()}
    tab = {"TAB, clients": ["-m", "goalctl", "__complete", "show", ""]}
    tell(f"{number} plans", in_turns(folder, tree_on_path, BESIDE | warm | tab))
    after = {"log-session": [*GOALCTL, *LOG], "due, after it": [*GOALCTL, "due", "--within", "7d"]}
    tell(f"{number} plans, one written", in_turns(folder, tree_on_path, BESIDE | after))
