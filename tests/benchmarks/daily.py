"""A practice's day with nothing in the machine's page cache, as after lunch: what somebody waits for, by the wall.

Told are the median and the 95th percentile of each command's seconds, beside `todo list` of as many items as there are
plans. The cache is dropped before every run, for which one has to be root; else the group is left out, and says so.
"""

import os
import sys
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks.groups import CLIENT
from tests.benchmarks.peers import peer_due
from tests.benchmarks.runs import Measured, progress, run_once

PLANS, SESSIONS, TIMES = 60, 150, 20
CACHES = Path("/proc/sys/vm/drop_caches")
BESIDE = "todo, due"
TITLE = f"a day: {PLANS} plans of {SESSIONS} sessions, page cache dropped"
DAY = {
    "goalctl": [], "today": ["today"], "due": ["due"], "caseload": ["caseload"], "prep": ["prep", CLIENT],
    "show": ["show", CLIENT], "chart": ["chart", CLIENT], "crisis": ["crisis", CLIENT],
    "log-session": ["log-session", CLIENT, "g2=5", "--note", "Walked twice."], "check": ["check", CLIENT],
    "report": ["report", CLIENT], "find": ["find", "walk"],
}  # fmt: skip
"""The twelve commands of a day; what is remembered of unchanged plans is there, as it would be."""


def may_drop_caches():
    return os.access(CACHES, os.W_OK)


def drop_caches():
    """What was written is put down first; then no file's content is in memory."""
    os.sync()
    CACHES.write_text("3\n", encoding="utf-8")


def seconds_of_a_day(bench, folder):
    """Each command's seconds, all in turns; in a practice that may be written to."""
    statuses = {"statuses": (0, 1), "cache": "dropped"}
    runs = {name: bench.goalctl(folder, *words, **statuses) for name, words in DAY.items()}
    runs |= {name: run for name, run in peer_due(bench.data, PLANS, bench.path).items() if name == BESIDE}
    for run in runs.values():  # what goalctl remembers, and its bytecode
        run_once(run, Measured("warm"))
    found = {name: Measured("dropped") for name in runs}
    for number in range(TIMES):
        for name, run in runs.items():
            progress(f"{number + 1} of {TIMES}: {name}")
            run.before = drop_caches
            run_once(run, found[name])
    progress("")
    return {name: one.wall for name, one in found.items()}


def tell_day(found):
    """A table: median and 95th percentile in ms, and this beside todoman's."""
    late = {name: quantiles(seconds, n=20)[-1] for name, seconds in found.items()}
    sys.stdout.write(f"\n{TITLE}; {TIMES} runs, ms by the wall\n{'':14}{'median':>8}{'p95':>8}{'x todo':>8}\n")
    for name, seconds in found.items():
        beside = f"{late[name] / late[BESIDE]:8.2f}" if BESIDE in late else ""
        sys.stdout.write(f"{name:14}{median(seconds) * 1000:8.0f}{late[name] * 1000:8.0f}{beside}\n")
    sys.stdout.flush()
