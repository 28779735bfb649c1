"""The real command line, many at once and killed at any moment: what it said was logged is in the plan, once."""

from __future__ import annotations

import os
import random
import sys
import time

import pytest
from writer import strays_in

from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from tests.forks import Forked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
LOG = ["--no-input", "--today", "2026-03-02", "log-session", "c-ab1"]
GAVE_UP = "nothing was written\n   hint: let it finish or close it, then run the command again\n"


def started(practice, environment, *words):
    return Forked([*LOG, *words], practice, environment)


def plan_in(plan_file) -> Plan:
    document = document_of(plan_file.read_bytes(), Plan)
    assert document.findings == ()
    return document.content


@pytest.mark.parametrize(
    ("writers", "each"),
    [pytest.param(4, 2, id="4x2"), pytest.param(20, 10, id="20x10", marks=pytest.mark.torture)],
)
def test_writers_at_once_lose_nothing(practice, plan_file, tree_on_path, writers, each):
    before = plan_file.read_text(encoding="utf-8")
    told = []
    for turn in range(each):
        notes = [f"{turn}-{writer}" for writer in range(writers)]
        while notes:
            running = {note: started(practice, tree_on_path, "--note", note) for note in notes}
            ended = {note: writer.communicate() for note, writer in running.items()}
            told += [out.strip() for out, _ in ended.values() if out]
            notes = [note for note, (out, _) in ended.items() if not out]  # on a slow machine some wait in vain
            assert all(ended[note][1].endswith(GAVE_UP) and running[note].returncode == 3 for note in notes), ended
    plan = plan_in(plan_file)
    assert sorted(told) == sorted(session.id for session in plan.sessions[2:])
    logged = sorted(session.note for session in plan.sessions[2:])
    assert logged == sorted(f"{turn}-{writer}" for turn in range(each) for writer in range(writers))
    assert plan_file.read_text(encoding="utf-8").startswith(before)


@pytest.mark.parametrize(
    "kills",
    [
        pytest.param(10, id="10"),
        pytest.param(int(os.environ.get("KILLS", "300")), id="many", marks=pytest.mark.torture),
    ],
)
def test_a_killed_command_leaves_a_whole_plan_and_keeps_what_it_told(practice, plan_file, tree_on_path, kills):
    chance = random.Random(11)  # noqa: S311 - no secret
    began = time.monotonic()
    first = started(practice, tree_on_path, "g1.1=2").communicate()[0].strip()
    life = (time.monotonic() - began) * 1.1
    kept, strays, whole = [first], 0, 0
    for _ in range(kills):
        writer = started(practice, tree_on_path, "g1.1=2")
        time.sleep(chance.uniform(life * 0.2, life))
        writer.kill()
        told = writer.communicate()[0]
        kept += [told.strip()] if told.endswith("\n") else []
        life *= 0.9 if told else 1.03  # the machine may be busier now, or less
        ids = [session.id for session in plan_in(plan_file).sessions[2:]]
        assert set(kept) <= set(ids)
        assert len(ids) == len(set(ids))
        whole = len(ids)
        strays += len(strays_in(plan_file.parent))
    sys.stderr.write(f"{kills} kills, {len(kept)} told, {whole} in the plan, 0 lost, {strays} strays\n")
    started(practice, tree_on_path, "g1.1=3").communicate()
    assert len(plan_in(plan_file).sessions) == whole + 3
    assert strays_in(plan_file.parent) == []
