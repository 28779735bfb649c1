"""What is measured: goalctl's work in an invented practice, the floors beneath it, and other programs beside it."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

from tests.benchmarks.peers import peer_add, peer_due
from tests.benchmarks.practices import DAY, practice_of
from tests.benchmarks.runs import Run

PASS, TYPER, MODELS = "python -c pass", "bare Typer", "Typer, yaml, models"
EVENTS, STAT = "libyaml's events", "stat of all"
DUE = ["due", "--within", "17d", "--format", "json"]  # of 10,000 plans 2,000 rows
LOG = ["log-session", "c-000000", "g2=5", "--note", "Walked twice."]
GOAL = ["add-goal", "c-000001", "Sees friends", "--by", "rating", "--baseline", "2", "--target", "8"]
OF_CLIENT = "due CLIENT"
OF_ONE = ("show", "prep", "chart", "report", "check")
OF_A_LONG_ONE = ("show", "prep", "report", "check")
LENGTHS = (5, 500, 2000)
CLIENT, CHANGED = "c-000002", "c-000003"
EMPTY_TYPER = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None: pass\napp([])"
FLOORS = {
    PASS: "pass",
    TYPER: EMPTY_TYPER,
    MODELS: f"import yaml\nfrom goalctl.model.plan import Plan\nPlan.model_rebuild()\n{EMPTY_TYPER}",
}
READERS = {
    STAT: "import os\nfor one in os.scandir('plans'): one.stat()",
    EVENTS: (
        "import os, yaml\n"
        "for one in os.scandir('plans'):\n"
        "    if one.name.endswith('.yaml'):\n"
        "        for _ in yaml.parse(open(one.path, 'rb').read(), Loader=yaml.CSafeLoader): pass"
    ),
}


@dataclass(frozen=True)
class Bench:
    """Where data are kept, the goalctl that is measured, and where other programs are."""

    data: Path
    environment: Mapping[str, str]
    path: str
    with_peers: bool = True

    def practice(self, number, sessions=24):
        """A practice, made once; what was remembered of it by another goalctl is forgotten."""
        folder = self.data / f"practice-{number}-{sessions}"
        if not folder.is_dir():
            making = folder.with_suffix(".making")
            shutil.rmtree(making, ignore_errors=True)
            practice_of(making, number, sessions=sessions)
            making.rename(folder)
        return folder

    def goalctl(self, folder, *words, **others):
        """A command of goalctl's on the data's day."""
        given = [sys.executable, "-m", "goalctl", "--today", str(DAY), *words]
        return Run(given, folder, dict(self.environment), row=b'\n  {"client' if "json" in words else b"\n", **others)

    def python(self, folder, code, **others):
        """A floor."""
        return Run([sys.executable, "-c", code], folder, dict(self.environment), **others)

    def floors(self, folder, *names):
        """These floors."""
        return {name: self.python(folder, FLOORS[name], cache="-") for name in names}


def start_up(bench):
    """What a shell waits for."""
    folder = bench.practice(12)
    inside = [sys.executable, "-m", "goalctl"]
    words = {"--version": ["--version"], "--help": ["--help"], "TAB, clients": ["__complete", "show", ""]}
    tab = {"TAB, options": ["__describe", "add-goal", "--"]}
    runs = {name: Run([*inside, *each], folder, dict(bench.environment)) for name, each in (words | tab).items()}
    light = {"due": bench.goalctl(folder, "due"), "goalctl": bench.goalctl(folder)}
    light["today"] = bench.goalctl(folder, "today")
    return bench.floors(folder, PASS, TYPER) | runs | light


def one_plan(bench):
    """One of twelve plans, read or written; all are remembered, so that what is written is remembered as well."""
    folder = fresh_copy(bench, 12, 24)
    runs = {OF_CLIENT: bench.goalctl(folder, "due", CLIENT)}
    runs |= {word: bench.goalctl(folder, word, CLIENT, cache="-", statuses=(0, 1)) for word in OF_ONE}
    runs["log-session"] = bench.goalctl(folder, *LOG, cache="-")
    runs["add-goal"] = bench.goalctl(folder, *GOAL, cache="-")
    peers = peer_add(bench.data, 12, bench.path) if bench.with_peers else {}
    return bench.floors(folder, PASS, TYPER, MODELS) | runs | peers


def long_plans(bench):
    """Plans of 5, 500 and 2,000 sessions."""
    runs = {}
    for sessions in LENGTHS:
        folder = bench.practice(12, sessions)
        for word in OF_A_LONG_ONE:
            name = f"{word}, {sessions:,} sessions"
            runs[name] = bench.goalctl(folder, word, CLIENT, cache="-", statuses=(0, 1))
    return bench.floors(bench.practice(12), PASS, MODELS) | runs


def practice(bench, number):
    """Questions about all plans at once, to which the answer is remembered; and after something has changed."""
    folder = bench.practice(number)
    words = {
        "due": DUE, "due, nothing": [*DUE, "--unsigned"], "goalctl": [], "today": ["today"],
        "caseload": ["caseload", "--format", "json"], "bank WORD": ["bank", "walks"],
    }  # fmt: skip
    words |= {OF_CLIENT: ["due", CLIENT], "show": ["show", CLIENT]}
    runs = {name: bench.goalctl(folder, *each) for name, each in words.items()}
    tab = [sys.executable, "-m", "goalctl", "__complete", "show", ""]
    runs["TAB, clients"] = Run(tab, folder, dict(bench.environment))
    peers = peer_due(bench.data, number, bench.path) if bench.with_peers else {}
    stat = {STAT: bench.python(folder, READERS[STAT], cache="-")}
    return bench.floors(folder, PASS, TYPER) | stat | runs | peers


def changing(bench, number):
    """The same after one file has changed by hand, after goalctl has written, and on a new day each time."""
    folder = fresh_copy(bench, number, 24)
    file = folder / "plans" / f"{CHANGED}.yaml"
    text, numbers, days = file.read_text(encoding="utf-8"), count(1), count(1)
    next_days = bench.goalctl(folder, *DUE, cache="new day")
    today = next_days.words.index("--today") + 1

    def change():
        file.write_text(f"{text}# {next(numbers)}\n", encoding="utf-8")

    def turn():
        next_days.words[today] = str(DAY + timedelta(days=next(days)))

    next_days.before = turn
    return {
        "due": bench.goalctl(folder, *DUE),
        "one file changed": bench.goalctl(folder, *DUE, before=change, cache="one changed"),
        "due, after it": bench.goalctl(folder, *DUE),
        "the day turning": next_days,
        "log-session": bench.goalctl(folder, *LOG, cache="-"),
        "due, after logging": bench.goalctl(folder, *DUE, cache="one written"),
    }


def cold(bench, number):
    """What is asked for the first time, and libyaml's events of the same files."""
    folder = bench.practice(number)

    def forget():
        shutil.rmtree(folder / ".goalctl", ignore_errors=True)

    once = {"before": forget, "cache": "none", "is_warmed": False}
    return {
        EVENTS: bench.python(folder, READERS[EVENTS], cache="-", is_warmed=False),
        "due, cold": bench.goalctl(folder, *DUE, **once),
        "goalctl, cold": bench.goalctl(folder, **once),
        "check, cold": bench.goalctl(folder, "check", "--format", "json", **(once | {"statuses": (0, 1)})),
    }


def fresh_copy(bench, number, sessions):
    """A practice that may be written to, for this once; what is remembered of the same bytes goes with it."""
    folder = bench.data / "written to"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(bench.practice(number, sessions), folder)
    return folder


def plain_environment(tree):
    """In which a new Python finds that goalctl, and nothing of the machine's own settings."""
    unwanted = ("GOALCTL", "_GOALCTL", "COMP_", "CI")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    return kept | {"PYTHONPATH": str(tree), "NO_COLOR": "1", "COLUMNS": "80"}
