"""Reading many files: on every core what one process would read, in the same order."""

from datetime import date

import pytest

from goalctl.workspace.memory import scan as reading
from goalctl.workspace.memory.facts import Work, facts_of
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import plans_beginning, scan
from tests.conftest import PLAN

DAY = date(2026, 3, 2)


@pytest.fixture
def many(practice):
    """Plans in folders, one of them discharged with a later episode; second copies, leftovers and a stranger."""
    folder = practice / "plans" / "b"
    folder.mkdir()
    for name in ("c-2", "c-3", "b/c-4", "b/d-1", "c-2 (1)", "C 5", "b/c-3"):
        text = PLAN.replace("client: c-ab1", f"client: {name.removeprefix('b/')}")
        (practice / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (practice / "plans" / "c-9.yaml~").write_text("x", encoding="utf-8")
    over = PLAN.replace("status: active\nvalues", "status: discharged\ndischarge: {on: 2026-02-20}\nvalues")
    (practice / "plans" / "c-ab1.yaml").write_text(over, encoding="utf-8")
    (practice / "plans" / "c-new.yaml").write_text(
        PLAN.replace("client: c-ab1", "client: c-new\nprevious: c-ab1"), encoding="utf-8"
    )
    return practice


def test_many_files_say_on_every_core_what_they_say_in_one_process(many, monkeypatch):
    monkeypatch.setattr(reading, "MANY", 2)
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    work, files = Work(practice_at(many), tuple(Part), DAY, DAY), scan(many).files
    assert list(reading.read(work, files)) == facts_of(work, files)


@pytest.mark.parametrize("beginning", ["", "c", "c-", "c-3", "d", "C", "x"])
def test_names_alone_tell_tab_the_clients_that_a_scan_finds(many, beginning):
    found = {file.client: file.name for file in scan(many).files if file.client.startswith(beginning)}
    assert plans_beginning(many, beginning) == found
