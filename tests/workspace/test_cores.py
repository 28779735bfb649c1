"""Work on every core: in their order what one process makes of it, however the processes begin."""

import os
import signal
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from goalctl.workspace.check import checking
from goalctl.workspace.check.checking import Checking
from goalctl.workspace.check.choice import Chosen
from goalctl.workspace.store import cores
from goalctl.workspace.store.cores import on_every_core
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.processes import context
from goalctl.workspace.store.scan import scan

HERE = os.getpid()
DAY = date(2026, 6, 15)
OWN = Path(__file__).parent.parent.parent


def doubled(items):
    return [2 * item for item in items]


def told_where(items):
    """Each with whether it was done in another process; one of them ends there."""
    if 5 in items and os.getpid() != HERE:
        os._exit(1)
    return [(item, os.getpid() != HERE) for item in items]


@pytest.mark.parametrize("forks", [True, False], ids=["forks", "new processes"])
def test_what_is_made_comes_in_the_order_of_the_items(forks, monkeypatch):
    monkeypatch.setattr(cores, "FORKS", forks)
    assert list(on_every_core(doubled, range(50), many=2, at_once=3)) == doubled(range(50))


def test_what_a_process_that_was_killed_leaves_undone_is_done_here():
    found = list(on_every_core(told_where, range(10), many=2, at_once=1))
    assert [item for item, _ in found] == list(range(10))
    assert found[5] == (5, False)


def a_lot_told(items):
    """More than a pipe holds, of each; one of them ends there."""
    return [(told, "x" * 1_000_000) for told in told_where(items)]


def end_when_told(number, _frame):
    """As goalctl ends."""
    raise SystemExit(number)


def asked_of_many():
    signal.signal(signal.SIGTERM, end_when_told)
    assert len(list(on_every_core(a_lot_told, range(10), many=2, at_once=1))) == 10


def test_the_others_end_when_one_was_killed_though_nobody_reads_what_they_tell(tree_on_path):
    line = "from tests.workspace import test_cores; test_cores.asked_of_many()"
    subprocess.run([sys.executable, "-c", line], env=tree_on_path, timeout=60, check=True)


def test_nothing_is_forked_beside_a_thread():
    waits = threading.Event()
    thread = threading.Thread(target=waits.wait)
    thread.start()
    try:
        assert context(forks=True).get_start_method() == "spawn"
    finally:
        waits.set()
        thread.join()


@pytest.mark.parametrize("forks", [True, False], ids=["forks", "new processes"])
def test_many_plans_are_checked_on_every_core_as_in_one_process(forks, monkeypatch):
    files, practice = scan(OWN).files, practice_at(OWN)
    alone = list(Checking(practice, Chosen(), DAY).checked(files))
    monkeypatch.setattr(cores, "FORKS", forks)
    monkeypatch.setattr(checking, "MANY", 2)
    assert list(Checking(practice, Chosen(), DAY).checked(files)) == alone
