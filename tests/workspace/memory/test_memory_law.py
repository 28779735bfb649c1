"""The law of the memory: whatever happened to a practice, what is remembered says what the plans say."""

import os
import random
import subprocess
import sys
from time import sleep

import pytest

from goalctl.workspace.memory import fresh, glance, store
from goalctl.workspace.memory import scan as scan_of_files
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.ask import Memory
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.store.scan import scan
from tests.forks import Forked
from tests.workspace.memory.practice_life import FILES, QUIET, SETTLES_NS, THINGS, Life

EVERYTHING = tuple(Part)
SEED, LIVES = int(os.environ.get("SEED", "1000")), int(os.environ.get("LIVES", "35"))


def parts_in(chance):
    return tuple(part for part in Part if chance.random() < 0.6) or EVERYTHING


def live(root, seed, steps, things=THINGS):
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    life, told = Life(root, chance, things), []
    for _ in range(steps):
        told += [life.step() for _ in range(chance.choice([0, 1, 1, 1, 3]))]
        clients = [file.client for file in scan(root).files]
        client = chance.choice(clients) if clients and chance.random() < 0.2 else None
        inquiry = Inquiry(parts_in(chance), life.day(), client)
        remembered = Memory(root, life.clock).answer(inquiry)
        anew = Memory(root, life.clock, remembers=False).answer(inquiry)
        assert remembered == anew, (seed, told[-4:], inquiry)


@pytest.fixture
def _much_in_little(monkeypatch):
    """Two drawers, in which plans meet all the time, stamps that settle soon, and every file kept by itself."""
    monkeypatch.setattr(fresh, "SETTLES_NS", SETTLES_NS)
    monkeypatch.setattr(glance, "DRAWERS", 2)
    monkeypatch.setattr(store, "LAST", 1)
    monkeypatch.setattr(scan_of_files, "AT_ONCE", 1)


@pytest.mark.parametrize("things", [THINGS, QUIET, FILES], ids=["all", "most days", "files"])
@pytest.mark.usefixtures("_much_in_little")
def test_what_is_remembered_says_what_the_plans_say(tmp_path, things):
    live(tmp_path / "practice", 1, 20, things)


@pytest.mark.torture
@pytest.mark.parametrize("drawers", [2, 256])
@pytest.mark.parametrize("things", [THINGS, QUIET, FILES], ids=["all", "most days", "files"])
@pytest.mark.usefixtures("_much_in_little")
def test_what_is_remembered_says_what_the_plans_say_for_a_long_time(tmp_path, monkeypatch, things, drawers):
    monkeypatch.setattr(glance, "DRAWERS", drawers)
    monkeypatch.setattr(store, "LAST", drawers - 1)
    for seed in range(SEED, SEED + LIVES):
        live(tmp_path / str(seed), seed, 60, things)


def test_processes_at_once_all_say_what_the_plans_say(tmp_path, tree_on_path):
    life = Life(tmp_path / "practice", random.Random(7))  # noqa: S311 - not for secrets
    words = ["--today", str(life.now.date())]

    def begun(*more):
        return Forked([*words, *more], life.root, tree_on_path)

    at_once = [begun(*more) for more in ([], ["caseload"], ["due"], [], ["caseload"], ["due"])]
    told = [process.communicate()[0] for process in at_once]
    assert told == [begun("--no-index", *more).communicate()[0] for more in ([], ["caseload"], ["due"])] * 2


@pytest.mark.torture
def test_while_plans_come_change_and_go_no_command_stumbles(tmp_path, tree_on_path):
    life = Life(tmp_path / "practice", random.Random(8))  # noqa: S311 - not for secrets
    words = [sys.executable, "-m", "goalctl", "--today", str(life.now.date())]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    for _ in range(8):
        ways = ([], ["caseload"], ["due"])
        asking = [subprocess.Popen([*words, *more], cwd=life.root, env=tree_on_path, **pipes) for more in ways]
        while any(process.poll() is None for process in asking):
            life.chance.choice([life.edit, life.add, life.rename, life.save, life.touch])()
            sleep(0.02)
        assert [(process.returncode in {0, 3}, process.communicate()[1]) for process in asking] == [(True, b"")] * 3
    inquiry = Inquiry(EVERYTHING, life.now.date())
    assert Memory(life.root).answer(inquiry) == Memory(life.root, remembers=False).answer(inquiry)
