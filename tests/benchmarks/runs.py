"""One process measured, and several in turns. Told are CPU seconds (user and system) of all that it began: unlike the
wall's clock they wait for nobody else on the machine."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

MIB = 1024


def nothing():
    """Nothing has to be done before a run."""


@dataclass
class Run:
    """A command in a folder; `before` is done before each time, and `statuses` are those that mean that it worked."""

    words: list[str]
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    before: Callable[[], object] = nothing
    cache: str = "warm"
    statuses: tuple[int, ...] = (0,)
    row: bytes = b"\n"
    given: bytes = b""
    is_warmed: bool = True


@dataclass
class Measured:
    """What the runs of one command took; `memory` is that of its largest process, in KiB."""

    cache: str
    rows: int = 0
    out: int = 0
    memory: int = 0
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    @property
    def least(self):
        return min(self.cpu)

    @property
    def middle(self):
        return median(self.cpu)


class FailedRunError(Exception):
    """A command that did not do its work would be told as a fast one."""


BETWEEN = """
import os, sys
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
with open(sys.argv[1], "w") as file:
    file.write(f"{os.waitstatus_to_exitcode(status)} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}")
"""
"""A small process begins each command: the memory of whoever begins it counts as a new process's own."""


def run_once(run, into):
    run.before()
    with tempfile.NamedTemporaryFile("r") as report:
        out, wall = _run(run, report.name)
        status, cpu, memory = report.read().split()
    if int(status) not in run.statuses:
        raise FailedRunError(f"{' '.join(run.words)[:300]} ended with {status}")
    into.wall.append(wall)
    into.cpu.append(float(cpu))
    into.memory = max(into.memory, int(memory))
    into.rows, into.out = out.count(run.row), len(out)


def _run(run, report):
    began = time.monotonic()
    words = [sys.executable, "-I", "-S", "-c", BETWEEN, report, *run.words]
    done = subprocess.run(
        words, cwd=run.folder, env=run.environment or None, input=run.given, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    return done.stdout, time.monotonic() - began


def in_turns(runs, times):
    """Each of these that many times, one after another in every round; what is warm was run once before."""
    for run in runs.values():
        if run.is_warmed:
            run_once(run, Measured(run.cache))
    time.sleep(2.1)  # until a stamp is relied on
    for run in runs.values():
        if run.is_warmed:
            run_once(run, Measured(run.cache))
    found = {name: Measured(run.cache) for name, run in runs.items()}
    for number in range(times):
        for name, run in runs.items():
            progress(f"{number + 1} of {times}: {name}")
            run_once(run, found[name])
    progress("")
    return found


def progress(words):
    """How far it is, where somebody looks."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()
