"""The plug is pulled while changes are saved and committed: what was acknowledged is in git after the disk is back.

As in `test_power_cut.py`, with the real command line. What git may be left with, an empty index, `doctor --fix` mends.
"""

from __future__ import annotations

import os
import random
import select
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from disks import image, mounted

from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from tests.faults.drill_kills import age_locks
from tests.faults.every_command import make_practice
from tests.faults.repositories import git
from tests.faults.test_power_cut import pull_the_plug
from tests.faults.trials import trial, warm_up
from tests.faults.writer import forked, log_until_the_cut

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs loop mounts of Linux")
SEED = int(os.environ.get("SEED", "14"))
CUTS = int(os.environ.get("CUTS", "1000"))
ROUNDS = 40  # with one disk: its plan gets longer with each
LOG = ("--no-input", "log-session", "c-ab1", "--note")
PLAN = "plans/c-ab1.yaml"


def one_cut(at: Path, disk_image: Path, first: int, chance: random.Random) -> list[int]:
    """What was acknowledged by then."""
    with mounted(at, "-o", "loop", str(disk_image)) as disk:
        child, ours = forked(partial(log_until_the_cut, LOG, disk / "practice", first))
        select.select([ours], [], [], 30)
        time.sleep(chance.uniform(0, 0.4))
        kept = pull_the_plug(disk, ours, log_forced=chance.random() < 0.5)
        child.wait()
        os.close(ours)
    return kept


def is_clean(practice: Path) -> bool:
    """Whether git can say what is committed, and that is all."""
    done = subprocess.run(["git", "status", "--porcelain"], cwd=practice, capture_output=True, check=False)
    return done.returncode == 0 and not done.stdout


def what_is_left(practice: Path, said: set[int]) -> tuple[int, str, bool]:
    """The next number, what is wrong, and whether doctor had something to mend in git."""
    document = document_of((practice / PLAN).read_bytes(), Plan)
    if document.content is None:
        return 0, "torn", False
    is_mended = bool(age_locks(practice)) or not is_clean(practice)
    if is_mended:
        trial(practice, ("doctor", "--fix"), watched=False)
    damaged = subprocess.run(
        ["git", "fsck", "--no-dangling"], cwd=practice, capture_output=True, text=True, check=False
    )
    if damaged.returncode:
        return len(document.content.sessions) * 2, f"damaged: {damaged.stderr[:400]}", is_mended
    committed = git(practice, "show", f"HEAD:{PLAN}")
    lost = [number for number in said if f"entry {number};" not in committed]
    left = git(practice, "status", "--porcelain")
    why = f"lost: {lost}" if lost else f"not committed: {left}" if left else ""
    return len(document.content.sessions) * 2 + max(said, default=0), why, is_mended


@pytest.mark.parametrize(
    ("kind", "cuts"),
    [
        pytest.param("ext4", 3, id="3"),
        pytest.param("ext4", CUTS, id="many", marks=pytest.mark.torture),
        pytest.param("xfs", CUTS, id="many on xfs", marks=pytest.mark.torture),
    ],
)
def test_a_power_cut_loses_no_commit_that_was_acknowledged(tmp_path, monkeypatch, kind, cuts):
    monkeypatch.setenv("HOME", str(tmp_path))
    chance, began = random.Random(SEED), time.monotonic()  # noqa: S311 - no secret
    warm_up(make_practice(tmp_path / "warm", in_git=True), [(*LOG, "x")])
    acks, wrong, mended, at = 0, [], 0, tmp_path / "disk"
    for first in range(0, cuts, ROUNDS):
        disk_image, said, number = image(kind, tmp_path), set(), 1
        try:
            with mounted(at, "-o", "loop", str(disk_image)) as disk:
                make_practice(disk, in_git=True)
            for _ in range(min(ROUNDS, cuts - first)):
                said |= set(one_cut(at, disk_image, number, chance))
                with mounted(at, "-o", "loop", str(disk_image)) as disk:
                    number, why, was_mended = what_is_left(disk / "practice", said)
                mended += was_mended
                wrong += [why] if why else []
            acks += len(said)
        finally:
            disk_image.unlink()
    told = f"{kind}: {cuts} cuts of commits, {acks} acknowledged, {mended} repositories mended, {len(wrong)} wrong"
    sys.stderr.write(f"seed {SEED}: {told}, {time.monotonic() - began:.0f} s\n")
    assert wrong == []
    assert acks
