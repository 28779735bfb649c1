"""The commands that ask the memory: with it, without it and after a write they say what the plans say."""

import pytest

from goalctl.model.scalars import day_from
from goalctl.workspace.memory import fresh
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.ask import Memory
from goalctl.workspace.memory.parts import Part
from tests.conftest import PLAN, TODAY

ASKING = [
    *((), ("due",), ("due", "--overdue", "--by", "week"), ("due", "c-ab1", "--format", "json"), ("caseload",)),
    *(
        ("caseload", "--format", "json"),
        ("caseload", "--state", "stale"),
        ("today",),
        ("bank",),
        ("bank", "walks", "--format", "csv"),
        ("find", "walks", "--format", "json"),
        ("find", "tuesdya", "c-2"),
    ),
]


@pytest.fixture
def many(practice):
    """Several plans, one with errors, one that can't be read, and a file that is no plan."""
    for number in range(4):
        text = PLAN.replace("client: c-ab1", f"client: c-{number}").replace("2026-02-28", f"2026-03-0{number + 1}")
        (practice / "plans" / f"c-{number}.yaml").write_text(text, encoding="utf-8")
    (practice / "plans" / "c-9.yaml").write_text(PLAN.replace("g1.1: 2", "g1.9: 2"), encoding="utf-8")
    (practice / "plans" / "c-8.yaml").write_text("client: [", encoding="utf-8")
    (practice / "plans" / "Mr X.yaml").write_text(PLAN, encoding="utf-8")
    return practice


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("words", ASKING, ids=" ".join)
@pytest.mark.parametrize("day", [TODAY, "2026-01-20", "2026-05-01"], ids=["today", "an earlier day", "a later day"])
def test_what_is_remembered_is_told_byte_for_byte(goalctl, words, day):
    first, second = goalctl("--today", day, *words), goalctl("--today", day, *words)
    anew = goalctl("--no-index", "--today", day, *words)
    assert first == second == anew


@pytest.mark.parametrize("where", ["CI", "GIT_INDEX_FILE"])
def test_in_ci_and_in_a_hook_nothing_is_remembered(goalctl, practice, monkeypatch, where):
    monkeypatch.setenv(where, "1")
    goalctl("due")
    assert not (practice / ".goalctl").exists()


def test_what_a_command_has_saved_it_remembers(goalctl, practice, monkeypatch):
    monkeypatch.setattr(fresh, "SETTLES_NS", 0)
    goalctl("caseload")
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    read = []
    memory = Memory(practice, watched=lambda found, total: read.append(total) or found)
    answer = memory.answer(Inquiry((Part.DUE, Part.RISK, Part.STANDING), day_from(TODAY)))
    assert (read, answer.briefs[0].standing.last_seen) == ([], day_from(TODAY))


def test_a_write_makes_no_memory_where_there_is_none(goalctl, practice):
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    assert not (practice / ".goalctl" / "memory.sqlite").exists()


def test_a_write_that_can_t_be_remembered_is_a_write_all_the_same(goalctl, practice):
    goalctl("due")
    (practice / ".goalctl" / "memory.sqlite").write_text("not a database", encoding="utf-8")
    assert goalctl("log-session", "c-ab1", "g1.1=3", status=0).err.count("memory") == 0
    assert "2026-03-02" in goalctl("caseload").out


def test_what_is_said_is_remembered_apart_for_it_is_as_long_as_the_plans(goalctl, practice):
    goalctl("due")
    before = (practice / ".goalctl" / "memory.sqlite").read_bytes()
    goalctl("find", "walks")
    assert {path.name for path in (practice / ".goalctl").glob("*.sqlite")} == {"memory.sqlite", "words.sqlite"}
    assert (practice / ".goalctl" / "memory.sqlite").read_bytes() == before


def test_the_memories_of_0_1_0_are_taken_away(goalctl, practice):
    (practice / ".goalctl").mkdir()
    for name in ("index.jsonl", "day.jsonl"):
        (practice / ".goalctl" / name).write_text("{}\n", encoding="utf-8")
    goalctl("due")
    assert {path.name for path in (practice / ".goalctl").iterdir()} == {".gitignore", "memory.sqlite"}
