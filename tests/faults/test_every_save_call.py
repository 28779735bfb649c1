"""Every call to the system that a save makes, failed on purpose: never a part, never a lie, never a traceback."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from goalctl.documents.save import save
from tests.faults import writer
from tests.faults.writer import number_in, save_under_lock, strays_in, text_of
from tests.forks import Forked

ERRORS = ["ENOSPC", "EIO", "EINTR", "EACCES", "EROFS", "EDQUOT", "EMFILE", "EOPNOTSUPP"]
SIGNALS = ["SIGKILL", "SIGTERM", "SIGINT"]
CALL = re.compile(r"(?:\d+ +)?(\w+)\(")
DENIED = re.compile(r"ptrace|PTRACE|Operation not permitted")


@dataclass(frozen=True)
class Fault:
    """The n-th call of that name fails with an error, or the process gets a signal just before it."""

    call: str
    nth: int
    effect: str

    @property
    def options(self) -> list[str]:
        kind = "signal" if self.effect in SIGNALS else "error"
        return [f"--trace={self.call}", f"--inject={self.call}:{kind}={self.effect}:when={self.nth}"]


@dataclass(frozen=True)
class Ended:
    returncode: int
    stderr: str


def traced(options: list[str], action: str, root: Path, number: int) -> Ended:
    log = root.with_name("strace.log")
    work = partial(writer.main, action, str(root), str(number))
    forked = Forked(work, root, os.environ, strace=["-y", "-o", str(log), *options])
    said = forked.communicate()[1]
    return Ended(forked.returncode, said)


def fresh(root: Path, action: str) -> None:
    shutil.rmtree(root, ignore_errors=True)
    (root / "plans").mkdir(parents=True)
    if action != "create":
        (root / "plans" / "c-7f3k.yaml").write_bytes(text_of(1))


def calls_on_our_files(action: str, root: Path) -> list[tuple[str, int]]:
    """Each call that names our folder or a descriptor in it, with its place among all calls of that name."""
    fresh(root, action)
    done = traced([], action, root, 2)
    assert done.returncode == 0, done.stderr
    seen: dict[str, int] = {}
    ours = []
    for line in root.with_name("strace.log").read_text().splitlines():
        found = CALL.match(line)
        if not found or found[1] in {"execve", "readlink"}:
            continue
        seen[found[1]] = seen.get(found[1], 0) + 1
        if str(root) in line or "/proc/self/fd" in line:
            ours.append((found[1], seen[found[1]]))
    return ours


def wrong_after(fault: Fault, action: str, root: Path) -> str:
    """What the fault did that it may not do; empty when all is well."""
    fresh(root, action)
    done = traced(fault.options, action, root, 2)
    plan = root / "plans" / "c-7f3k.yaml"
    now = number_in(plan.read_bytes()) if plan.exists() else 1
    told_saved = done.returncode == 0 or "plans/c-7f3k.yaml was saved, but" in done.stderr
    if now not in {1, 2} or (told_saved and now != 2):
        return f"{fault}: holds {now} after {done.stderr!r}"
    if fault.effect in ERRORS and (done.returncode not in {0, 3} or done.stderr.count("\n") != bool(done.returncode)):
        return f"{fault}: status {done.returncode}, {done.stderr!r}"
    if fault.effect in ERRORS and now == 2 and not told_saved:
        return f"{fault}: saved, but told {done.stderr!r}"
    if fault.effect in ERRORS and fault.call != "unlink" and strays_in(plan.parent):
        return f"{fault}: left {strays_in(plan.parent)}"
    save_under_lock(root, save, 3) if plan.exists() else None
    return f"{fault}: stray after the next save" if plan.exists() and strays_in(plan.parent) else ""


@pytest.fixture(scope="module")
def strace():
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    trial = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    if trial.returncode and DENIED.search(trial.stderr):
        pytest.skip("this system does not let processes be traced")


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("action", ["save", "create", "replace"])
@pytest.mark.parametrize(
    "every", [pytest.param(37, id="one in 37"), pytest.param(1, id="all", marks=pytest.mark.torture)]
)
def test_a_failing_call_leaves_old_or_new_and_the_truth_is_told(tmp_path, action, every):
    root = tmp_path / "practice"
    calls = calls_on_our_files(action, root)
    assert {"linkat", "fsync", "flock"} <= {call for call, _ in calls}
    faults = [Fault(call, nth, effect) for (call, nth), effect in product(calls, ERRORS + SIGNALS)]
    wrong = [told for fault in faults[::every] if (told := wrong_after(fault, action, root))]
    sys.stderr.write(f"{action}: {len(faults[::every])} faults at {len(calls)} calls, {len(wrong)} wrong\n")
    assert wrong == []


def last_sync(root: Path) -> int:
    """The place among all fsyncs of the one that makes the plan's name durable."""
    fresh(root, "save")
    traced(["--trace=fsync"], "save", root, 2)
    calls = [line for line in root.with_name("strace.log").read_text().splitlines() if " fsync(" in line]
    assert f"{root / 'plans'}>)" in calls[-1]
    return len(calls)


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        ("EINVAL", 0, ""),
        (
            "EIO",
            3,
            "plans/c-7f3k.yaml was saved, but durability could not be confirmed: a power cut could still undo it\n",
        ),
    ],
)
def test_a_folder_that_cannot_be_forced_to_the_disk_is_told_unless_it_never_can(tmp_path, error, status, said):
    root = tmp_path / "practice"
    fault = Fault("fsync", last_sync(root), error)
    fresh(root, "save")
    done = traced(fault.options, "save", root, 2)
    assert (done.returncode, done.stderr) == (status, said)
    assert number_in((root / "plans" / "c-7f3k.yaml").read_bytes()) == 2
