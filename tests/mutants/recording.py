"""One run of all tests that notes what each of them runs and opens, how long it takes and whether it passes.

It is kept in the folder for temporary files, under a name made from the content of the tree, so that a second draw
from the same tree begins at once.
"""

from __future__ import annotations

import functools
import gc
import hashlib
import importlib
import json
import multiprocessing
import pkgutil
import py_compile
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from compileall import compile_dir
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest

from tests.mutants.process import run_pytest, settle_in

AT_IMPORT = "import"
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "mutants")
_OURS = {"goalctl", "tests"}
_STARTS = {"subprocess.Popen", "os.posix_spawn", "os.forkpty", "os.fork", "tests.forked"}
_SHARES = 4  # for each job, so that none waits long for the others


@dataclass(frozen=True)
class Record:
    """What a run of all tests left: a copy of the tree and, by test file or test, what it ran, opened and took."""

    tree: Path
    lines: Path  # coverage's own database, one context for each test
    seconds: dict[str, float]
    opened: dict[str, list[str]]  # shipped tables: the tests that opened them
    started: list[str]  # tests that start a process, in which nothing is noted
    failed: list[str]
    modules: list[str]  # of others, that the tests import


def recorded(tree: Path, jobs: int) -> Record:
    """The record of this tree, made now unless it was made before."""
    with tempfile.TemporaryDirectory(prefix="goalctl-mutants-") as work:
        copy = copied(tree, Path(work) / "tree")
        home = Path(tempfile.gettempdir()) / f"goalctl-mutants-{_fingerprint(copy)}"
        if is_new := not (home / "record.json").exists():
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            shutil.move(copy, home / "tree")
    if is_new:
        _record(home, jobs)
    parts = json.loads((home / "record.json").read_text(encoding="utf-8"))
    return Record(home / "tree", home / "lines", **parts)


def copied(tree: Path, to: Path) -> Path:
    """A copy without what Git and the tools keep, and without this tool."""
    return Path(shutil.copytree(tree, to, ignore=_LEFT_OUT, symlinks=True))


def _fingerprint(tree: Path) -> str:
    """A short name for this Python and the content of every file."""
    total = hashlib.sha256(sys.version.encode())
    for path in sorted(path for path in tree.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(tree)}\0".encode() + path.read_bytes())
    return total.hexdigest()[:12]


def _record(home: Path, jobs: int) -> None:
    tree = home / "tree"
    # checked by content: a mutant of the same length within the same second must not run as the original
    compile_dir(tree / "goalctl", quiet=2, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    files = [path.relative_to(tree).as_posix() for path in sorted((tree / "tests").rglob("test_*.py"))]
    shares = [(home, number, files[number :: jobs * _SHARES]) for number in range(jobs * _SHARES)]
    with multiprocessing.get_context("fork").Pool(jobs, maxtasksperchild=1) as pool:
        parts = pool.starmap(_run, shares, chunksize=1)
    everything = coverage.Coverage(data_file=home / "lines", config_file=False)
    everything.combine([str(home / f"lines{number}") for _, number, _ in shares])
    everything.save()
    (home / "record.json").write_text(json.dumps(_joined(parts)), encoding="utf-8")


def _joined(parts: list[dict]) -> dict:
    opened: defaultdict[str, list[str]] = defaultdict(list)
    for file, tests in ((file, tests) for part in parts for file, tests in part["opened"].items()):
        opened[file] += tests
    return {
        "seconds": {name: took for part in parts for name, took in part["seconds"].items()},
        "opened": opened,
        "started": [name for part in parts for name in part["started"]],
        "failed": [name for part in parts for name in part["failed"]],
        "modules": sorted({name for part in parts for name in part["modules"]}),
    }


def _run(home: Path, number: int, files: list[str]) -> dict:
    """One share of the test files, in a process of its own."""
    tree, scratch = home / "tree", home / f"scratch{number}"
    settle_in(tree, scratch, home / f"log{number}.txt")
    sys.dont_write_bytecode = False  # the tests, as pytest rewrites them, are kept for the trials
    measure = coverage.Coverage(data_file=home / f"lines{number}", source=[str(tree / "goalctl")], config_file=False)
    recorder = Recorder(measure, tree)
    sys.addaudithook(recorder.audit)
    sys.path.insert(0, str(tree))
    with _measuring(measure):
        for module in pkgutil.walk_packages([str(tree / "goalctl")], "goalctl."):
            importlib.import_module(module.name)
        run_pytest(files, scratch, recorder)
    shutil.rmtree(scratch, ignore_errors=True)
    return recorder.part()


@contextmanager
def _measuring(measure: coverage.Coverage) -> Iterator[None]:
    measure.start()
    measure.switch_context(AT_IMPORT)
    yield
    measure.stop()
    measure.save()


class Recorder:
    """A plugin of pytest that gives everything that happens to the test, or the test file, in which it happens."""

    def __init__(self, measure: coverage.Coverage, tree: Path) -> None:
        self.measure = measure
        self.tables = f"{tree}/goalctl/library/"
        self.root = f"{tree}/"
        self.now = AT_IMPORT
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.opened: defaultdict[str, set[str]] = defaultdict(set)
        self.started: set[str] = set()
        self.failed: set[str] = set()
        self.forget: list[Callable[[], object]] = []

    def part(self) -> dict:
        """What was noted, as JSON has it."""
        return {
            "seconds": self.seconds,
            "opened": {file: sorted(tests) for file, tests in self.opened.items()},
            "started": sorted(self.started),
            "failed": sorted(self.failed),
            "modules": [
                name
                for name, module in sys.modules.items()
                if name.partition(".")[0] not in _OURS and "site-packages" in (getattr(module, "__file__", "") or "")
            ],
        }

    def audit(self, event: str, arguments: tuple) -> None:
        """Note a process that is started and a shipped table that is opened."""
        if event in _STARTS and "::" in self.now:
            self.started.add(self.now)
        if event == "open" and str(arguments[0]).startswith(self.tables) and str(arguments[0]).endswith(".yaml"):
            self.opened[str(arguments[0]).removeprefix(self.root)].add(self.now)

    @contextmanager
    def during(self, name: str) -> Iterator[None]:
        """Everything until the end of the block belongs to this test or test file."""
        self.now = name
        self.measure.switch_context(name)
        began = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - began

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Generator[None, object, object]:
        if not isinstance(collector, pytest.Module):
            return (yield)
        with self.during(collector.nodeid):
            return (yield)

    def pytest_collection_finish(self) -> None:
        """What is remembered from test to test, it shall be worked out anew in each."""
        shelf = getattr(sys.modules.get("goalctl.library.shelf"), "Shelf", ())
        for found in gc.get_objects():
            if isinstance(found, functools._lru_cache_wrapper) and self._is_ours(found.__module__):  # noqa: SLF001
                self.forget.append(found.cache_clear)
            elif isinstance(found, shelf):
                self.forget.append(found._read.clear)  # noqa: SLF001

    def _is_ours(self, module: str | None) -> bool:
        file = getattr(sys.modules.get(module or ""), "__file__", None)
        return bool(file) and file.startswith(self.root)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        for forget in self.forget:
            forget()
        with self.during(item.nodeid):
            return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that fails without any mutant says nothing about one."""
        if report.failed:
            self.failed.add(report.nodeid)
