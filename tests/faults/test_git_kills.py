"""goalctl and its git are killed together at any moment: nothing that was acknowledged is lost, and git goes on."""

import contextlib
import os
import random
import signal
import sys
import time

import pytest

from tests.faults.repositories import age_locks, begin, git
from tests.forks import Forked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs process groups and SIGKILL")
KILLS = pytest.mark.parametrize(
    "kills",
    [
        pytest.param(8, id="8"),
        pytest.param(int(os.environ.get("KILLS", "300")), id="many", marks=pytest.mark.torture),
    ],
)
SEED = int(os.environ.get("FAULT_SEED", "7"))


def log(practice, environment, number):
    """A session is logged by a process group of its own."""
    words = ["--no-input", "log-session", "c-ab1", "--note", f"number {number}"]
    return Forked(words, practice, environment, group=True)


def kill_in(seconds, process):
    """The whole group, after that time; whether it had said by then that the entry is saved."""
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    return bool(process.communicate()[0])


@KILLS
def test_after_kills_doctor_gives_a_whole_repository_with_everything_that_was_acknowledged(
    practice, tree_on_path, kills
):
    begin(practice)
    chance = random.Random(SEED)  # noqa: S311 - no secret
    began = time.monotonic()
    log(practice, tree_on_path, 0).communicate()
    longest = time.monotonic() - began
    said, locks = {0}, 0
    for number in range(1, kills + 1):
        if kill_in(chance.uniform(0.0, 1.0) * longest, log(practice, tree_on_path, number)):
            said.add(number)
        locks += age_locks(practice)
        if number % 4 == 0:
            Forked(["doctor", "--fix"], practice, tree_on_path).communicate()
    Forked(["doctor", "--fix"], practice, tree_on_path).communicate()
    committed = git(practice, "show", "HEAD:plans/c-ab1.yaml")
    assert [number for number in said if f"note: number {number}\n" not in committed] == []
    assert git(practice, "status", "--porcelain") == ""
    git(practice, "fsck", "--no-dangling")
    sys.stderr.write(f"seed {SEED}: {kills} kills, {len(said)} acknowledged, 0 lost, {locks} locks left and mended\n")
