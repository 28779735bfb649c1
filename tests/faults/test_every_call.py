"""Every call to the system that a writing command makes on our files, failed on purpose: whole, true, told, swept.

`pytest -m torture -s tests/faults` makes 1,000 faults and prints the table; FAULTS=N makes so many, SEED=N others.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from commands import COMMANDS, ERRORS, GOALCTL, MARK, PLANS, SIGNALS, Ended, Fault, calls_on_our_files, files_in, run

from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from tests.conftest import PLAN

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
SEED = int(os.environ.get("SEED", "14"))
SAYS_NOTHING = ("nothing was", "was not saved", "it is as it was", "was not created", "could not be", "cannot be read",
                "can't be", "cannot be had")  # fmt: skip
SAYS_SAVED = ("was saved", "were saved")
TOLD = "{name:12} {calls:4} call sites {faults:4} faults: {kept:4} not done, {done:4} done, {killed:3} killed silently"


@pytest.fixture
def fresh(tmp_path):
    """A practice of two clients, made anew each time."""

    def make() -> Path:
        shutil.rmtree(tmp_path, ignore_errors=True)
        practice = tmp_path / "practice"
        (practice / "plans").mkdir(parents=True)
        (practice / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\n", encoding="utf-8")
        for name in PLANS:
            (practice / name).write_text(PLAN.replace("c-ab1", Path(name).stem), encoding="utf-8")
        return practice

    return make


def states(files: dict[str, bytes], before: dict[str, bytes], names: tuple[str, ...]) -> list[bool]:
    """Which of the files are changed; each is one or the other, and whole."""
    for name, content in files.items():
        if name.startswith("plans/") and name.endswith(".yaml"):
            assert document_of(content, Plan).content is not None, name
    return [files.get(name) != before.get(name) for name in names]


def what_is_wrong(fault: Fault, ended: Ended, before: dict[str, bytes]) -> str:
    """What the fault did that it may not do; empty when all is well."""
    changed = states(ended.files, before, fault.command.files)
    if "Traceback" in ended.said or "bug in goalctl" in ended.said:
        return "a traceback"
    if ended.status == 0 and not all(changed):
        return "status 0, and not done"
    is_finished_later = "not yet in place" in ended.said or ended.status in {-9, 137}
    if any(changed) and not all(changed) and not is_finished_later:
        return "done in part"
    says_saved = any(words in ended.said.replace("nothing was saved", "") for words in SAYS_SAVED)
    if ended.status > 0 and all(changed) and not says_saved:
        return f"done and not said: {ended.said[-200:]}"
    is_silent = fault.effect in SIGNALS and not ended.said  # stopped before there was anything to say
    if (
        ended.status > 0
        and not any(changed)
        and not is_silent
        and not any(words in ended.said for words in SAYS_NOTHING)
    ):
        return f"not done and not said: {ended.said[-200:]}"
    return "said to be saved, and not done" if says_saved and not any(changed) else ""


def after_the_next_write(fault: Fault, practice: Path, environment, before: dict[str, bytes]) -> str:
    """The next write sweeps, and finishes what was begun."""
    words = [*GOALCTL, "log-session", "c-ab1", "--note", "the next one"]
    subprocess.run(words, cwd=practice, env=environment, capture_output=True, check=True)
    if left := [path.name for path in practice.rglob("*.tmp")]:
        return f"strays: {left}"
    changed = states(files_in(practice), before, fault.command.files[1:])
    marked = [
        MARK.encode() in (practice / name).read_bytes()
        for name in fault.command.files[:1]
        if (practice / name).exists()
    ]
    return "half of it" if fault.command.files == PLANS and len({*changed, *marked}) > 1 else ""


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(12, id="12"),
        pytest.param(int(os.environ.get("FAULTS", "1000")), id="many", marks=pytest.mark.torture),
    ],
)
def test_a_fault_at_any_call_leaves_whole_files_and_true_words(fresh, tree_on_path, number):
    chance, wrong = random.Random(SEED), []  # noqa: S311 - no secret
    places = {command: sorted(set(calls_on_our_files(command, fresh(), tree_on_path))) for command in COMMANDS}
    every = [
        Fault(command, call, nth, effect)
        for command, calls in places.items()
        for call, nth in calls
        for effect in (*ERRORS, *SIGNALS)
    ]
    seen: Counter[tuple[str, str]] = Counter()
    for fault in chance.sample(every, min(number, len(every))):
        practice = fresh()
        before = files_in(practice)
        ended = run(fault.command, practice, tree_on_path, fault.options)
        why = what_is_wrong(fault, ended, before) or after_the_next_write(fault, practice, tree_on_path, before)
        wrong += [(fault, why)] if why else []
        done = all(states(ended.files, before, fault.command.files))
        seen[fault.command.name, "killed" if ended.status in {-9, 137} else "done" if done else "kept"] += 1
    for command, calls in places.items():
        counts = {how: seen[command.name, how] for how in ("kept", "done", "killed")}
        told = TOLD.format(name=command.name, calls=len(calls), faults=sum(counts.values()), **counts)
        sys.stderr.write(f"{told}\n")
    sys.stderr.write(f"seed {SEED}: {number} of {len(every)} faults, {len(wrong)} wrong\n")
    for fault, why in wrong:
        sys.stderr.write(f"{fault.command.name} {fault.call} {fault.nth} {fault.effect}: {why}\n")
    assert wrong == []
