"""Many writers on one plan: under the lock no change is lost, not even when some of them are killed."""

from __future__ import annotations

import random
import sys
import time
from functools import partial

import pytest

from goalctl.documents.lock import workspace_lock
from goalctl.documents.strays import sweep
from tests.faults.writer import acknowledged, append_lines, forked, kill, strays_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
WRITERS = 8


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
    shares = [range(number * each, (number + 1) * each) for number in range(WRITERS)]
    children = [forked(partial(append_lines, root, share)) for share in shares]
    kept = [line for _, ours in children for line in acknowledged(ours)]
    assert [child.wait() for child, _ in children] == [0] * WRITERS
    assert sorted(kept) == sorted(lines_of(root)) == list(range(WRITERS * each))


@pytest.mark.parametrize("rounds", [pytest.param(12, id="12"), pytest.param(250, id="250", marks=pytest.mark.torture)])
def test_writers_that_are_killed_lose_nothing_they_acknowledged(root, rounds):
    chance = random.Random(7)  # noqa: S311 - no secret
    kept: list[int] = []
    for turn in range(rounds):
        shares = [range((turn * WRITERS + n) * 1000, (turn * WRITERS + n + 1) * 1000) for n in range(WRITERS)]
        children = [forked(partial(append_lines, root, share)) for share in shares]
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
