"""Timings as ratios within one run: `pytest -m benchmark -s tests/benchmarks`; start-up fails when it falls behind.

Everything that is compared is run in turns, several times, as whole processes into a pipe; told is the median of the
seconds of CPU. The base is `python -c pass`, the floor a Typer application with nothing in it. Plans are of a real size
(`practices.py`). GOALCTL_PLANS="12 1000 10000" says how many; warm means that the same was asked before and nothing has
changed. goalctl runs from a compiled copy, as installed. `README.md` beside this file holds the figures of one run.
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
OF_ONE = ("show", "prep", "report", "check")
TAB = ["-m", "goalctl", "__complete", "show", ""]
PASS = ["-c", "pass"]
TYPER = ["-c", "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: pass\napp([])"]
GOALCTL = ["-m", "goalctl", "--today", str(DAY)]
LOG = ["log-session", "c-000000", "g2=5", "--note", "Walked twice."]
GOAL = ["add-goal", "c-000001", "Sees friends", "--by", "rating", "--baseline", "2", "--target", "8"]
MODELS = ["-c", "import yaml, typer\nfrom goalctl.model.plan import Plan\nPlan.model_rebuild()\n" + TYPER[1]]
MOST = {"--version": 2, "TAB, options": 7, "TAB, clients": 7}  # times `python -c pass`


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


def refuse_slower(found):
    """What a release may not fall behind, as ratios within this run."""
    ratios = {name: found[name] / found["python -c pass"] for name in MOST}
    assert {name: ratio for name, ratio in ratios.items() if ratio > MOST[name]} == {}


def tell(title, found):
    base, floor = found["python -c pass"], found["bare Typer"]
    sys.stdout.write(f"\n{title}\n{'':28}     ms  to pass to Typer\n")
    for name, time_ in found.items():
        sys.stdout.write(f"{name:28} {time_ * 1000:6.0f} {time_ / base:7.1f} {time_ / floor:8.1f}\n")


BESIDE = {"python -c pass": PASS, "bare Typer": TYPER}


def test_start_up(tmp_path, tree_on_path):
    folder = practice_of(tmp_path / "practice", 12)
    light = {word: ["-m", "goalctl", word] for word in ("--version", "--help")}
    tab = {"TAB, options": ["-m", "goalctl", "__describe", "add-goal", "--"], "TAB, clients": TAB}
    found = in_turns(folder, tree_on_path, BESIDE | light | tab)
    tell("start up", found)
    refuse_slower(found)


@pytest.mark.parametrize("words", [LOG, GOAL, *([word, "c-000002"] for word in OF_ONE)], ids=lambda words: words[0])
def test_one_plan(tmp_path, tree_on_path, words):
    folder = practice_of(tmp_path / "practice", 12)
    beside = BESIDE | {"Typer, yaml and models": MODELS}
    tell("one plan", in_turns(folder, tree_on_path, beside | {words[0]: [*GOALCTL, *words]}))


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
    tab = {"TAB, clients": TAB}
    tell(f"{number} plans", in_turns(folder, tree_on_path, BESIDE | warm | tab))
    after = {"log-session": [*GOALCTL, *LOG], "due, after it": [*GOALCTL, "due", "--within", "7d"]}
    tell(f"{number} plans, one written", in_turns(folder, tree_on_path, BESIDE | after))
