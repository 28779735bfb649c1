"""Many writers on one plan: under the lock no change is lost, not even when some of them are killed."""

from __future__ import annotations

import os
import random
import sys
import time

import pytest
from writer import LIMIT, acknowledge, acknowledged, forked, kill, strays_in

from goalctl.documents.lock import workspace_lock
from goalctl.documents.open import read_bytes
from goalctl.documents.save import save
from goalctl.documents.strays import sweep

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
WRITERS = 8


def appended(root, line: int) -> None:
    """Read, change, save: one line more."""
    plan = root / "plans" / "c-7f3k.yaml"
    with workspace_lock(root / ".goalctl", timeout_seconds=60):
        sweep(plan.parent)
        old = read_bytes(plan, root=root, limit=LIMIT)
        save(plan, old + f"{line:010d}\n".encode(), root=root)


def lines_of(root) -> list[int]:
    text = (root / "plans" / "c-7f3k.yaml").read_text()
    assert text == "" or text.endswith("\n")
    return [int(line) for line in text.split()]


@pytest.fixture
def root(tmp_path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "c-7f3k.yaml").touch()
    return tmp_path


@pytest.mark.parametrize("each", [pytest.param(20, id="20"), pytest.param(60, id="60", marks=pytest.mark.torture)])
def test_eight_writers_lose_nothing(root, each):
    def work(pipe: int, first: int) -> None:
        for line in range(first, first + each):
            appended(root, line)
            acknowledge(pipe, line)

    children = [forked(lambda pipe, first=number * each: work(pipe, first)) for number in range(WRITERS)]
    kept = [line for _, ours in children for line in acknowledged(ours)]
    assert [os.waitpid(child, 0)[1] for child, _ in children] == [0] * WRITERS
    assert sorted(kept) == sorted(lines_of(root)) == list(range(WRITERS * each))


@pytest.mark.parametrize("rounds", [pytest.param(12, id="12"), pytest.param(250, id="250", marks=pytest.mark.torture)])
def test_writers_that_are_killed_lose_nothing_they_acknowledged(root, rounds):
    chance = random.Random(7)  # noqa: S311 - no secret
    kept: list[int] = []
    for turn in range(rounds):

        def work(pipe: int, first: int) -> None:
            for line in range(first, first + 1000):
                appended(root, line)
                acknowledge(pipe, line)

        first = turn * WRITERS * 1000
        children = [forked(lambda pipe, n=n: work(pipe, first + n * 1000)) for n in range(WRITERS)]  # noqa: B023 - used now
        for child, _ in chance.sample(children, WRITERS):
            time.sleep(chance.uniform(0, 0.01))
            kill(child)
        kept += [line for _, ours in children for line in acknowledged(ours)]
        present = lines_of(root)
        assert set(kept) <= set(present)
        assert len(present) == len(set(present)) <= len(kept) + WRITERS * (turn + 1)
    with workspace_lock(root / ".goalctl", timeout_seconds=0):
        sweep(root / "plans")
    assert strays_in(root / "plans") == []
    assert kept
