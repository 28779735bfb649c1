"""Runs the tests near each mutant, in copies of the tree that are thrown away."""

from __future__ import annotations

import contextlib
import gc
import importlib
import multiprocessing
import os
import re
import shutil
import signal
import tempfile
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from tests.mutants.draw import Mutant
from tests.mutants.process import run_pytest, settle_in

KILLED, SURVIVED, TIMED_OUT = "killed", "survived", "timed out"
_FORK = multiprocessing.get_context("fork")
_PATIENCE = 10  # times what a test took when it was recorded, and so many seconds more
_COLLECTING = 120  # seconds
_RUNNING = re.compile(r"^running (.+)$", re.MULTILINE)
_BLAMED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.MULTILINE)


@dataclass(frozen=True)
class Verdict:
    """How a mutant fared, and by which test if it was killed."""

    mutant: Mutant
    outcome: str
    tests: int
    killer: str = ""


@dataclass
class Bench:
    """One copy of the tree with room for one trial at a time."""

    folder: Path
    seconds: dict[str, float]
    mutant: Mutant | None = None
    tests: int = 0
    process: object = field(default=None, repr=False)

    @property
    def tree(self) -> Path:
        return self.folder / "tree"

    @property
    def log(self) -> Path:
        return self.folder / "log.txt"

    def begin(self, mutant: Mutant, rounds: list[list[str]]) -> None:
        """Put the mutant into the copy and start the tests."""
        self.mutant, self.tests = mutant, sum(map(len, rounds))
        self._write(mutant.after)
        given = (self.tree, self.folder / "scratch", self.log, rounds, self.seconds)
        self.process = _FORK.Process(target=_try, args=given)
        self.process.start()

    def end(self) -> Verdict:
        """Wait for the tests and put the original back."""
        self.process.join()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)  # what the tests may have left running
        self._write(self.mutant.before)
        shutil.rmtree(self.folder / "scratch", ignore_errors=True)
        outcome = {0: SURVIVED, -signal.SIGALRM: TIMED_OUT}.get(self.process.exitcode, KILLED)
        log = self.log.read_text(encoding="utf-8", errors="replace")
        blamed = _BLAMED.search(log) if outcome == KILLED else _last(_RUNNING, log) if outcome == TIMED_OUT else None
        return Verdict(self.mutant, outcome, self.tests, blamed[1] if blamed else "")

    def _write(self, text: str) -> None:
        with (self.tree / self.mutant.file).open("w", encoding="utf-8", newline="") as file:
            file.write(text)


def trials(
    tree: Path, work: Iterable[tuple[Mutant, list[list[str]]]], seconds: dict[str, float], jobs: int
) -> Iterator[Verdict]:
    """A verdict on every mutant, as they come in; the tests near each are given in rounds."""
    with tempfile.TemporaryDirectory(prefix="goalctl-mutants-") as folder:
        idle = [_bench(Path(folder) / f"bench{number}", tree, seconds) for number in range(jobs)]
        busy: list[Bench] = []
        for mutant, rounds in work:
            if not idle:
                yield from _ended(busy, idle)
            bench = idle.pop()
            bench.begin(mutant, rounds)
            busy.append(bench)
        while busy:
            yield from _ended(busy, idle)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _bench(folder: Path, tree: Path, seconds: dict[str, float]) -> Bench:
    shutil.copytree(tree, folder / "tree", symlinks=True)
    return Bench(folder, seconds)


def _ended(busy: list[Bench], idle: list[Bench]) -> Iterator[Verdict]:
    """The verdicts of the benches that are done, at least one."""
    done = wait([bench.process.sentinel for bench in busy])
    for bench in [bench for bench in busy if bench.process.sentinel in done]:
        busy.remove(bench)
        idle.append(bench)
        yield bench.end()


def warmed(modules: Iterable[str]) -> None:
    """Import what tests need of others once, for all the processes that are forked from here."""
    for name in modules:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()


def _try(tree: Path, scratch: Path, log: Path, rounds: list[list[str]], seconds: dict[str, float]) -> None:
    """Ends this process: 0 when all tests pass, 1 when one fails, by the alarm when one takes far too long."""
    settle_in(tree, scratch, log)
    for tests in rounds:
        signal.setitimer(signal.ITIMER_REAL, _COLLECTING)
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
        status = run_pytest(files, scratch, Chosen(tests, seconds), "-x")
        if status not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
            os._exit(1)
    os._exit(0)


class Chosen:
    """A plugin of pytest that keeps the tests that were chosen, in their order, and gives each its time."""

    def __init__(self, tests: list[str], seconds: dict[str, float]) -> None:
        self.rank = {test: rank for rank, test in enumerate(tests)}
        self.seconds = seconds
        self.log = os.dup(1)  # pytest takes what the tests print for itself

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((one for one in items if one.nodeid in self.rank), key=lambda one: self.rank[one.nodeid])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        os.write(self.log, f"\nrunning {item.nodeid}\n".encode())
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE * (1 + self.seconds.get(item.nodeid, 0)))
        result = yield
        signal.setitimer(signal.ITIMER_REAL, _COLLECTING)
        return result
