"""Whose list it is: `me` is whoever writes here, everywhere, and a name that nobody has is no quiet day."""

import sqlite3

import pytest

from tests.conftest import PLAN

LISTS = [["due"], ["today"], ["caseload"], ["report", "--kind", "week"]]


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_me_is_whoever_writes_here(goalctl, monkeypatch, words):
    monkeypatch.setenv("GOALCTL_CLINICIAN", "m.kowalski")
    own = goalctl(*words, "--clinician", "m.kowalski", status=0)
    assert "suicide" in own.out
    assert goalctl(*words, "--clinician", "me", status=0).out == own.out


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_a_clinician_of_nobody_is_told_beside_the_empty_list(goalctl, words):
    refused = goalctl(*words, "--clinician", "m.kowalsky", status=0)
    assert "c-ab1" not in refused.out
    assert refused.err == "no plan here is of m.kowalsky; known: m.kowalski\n"


def test_a_supervisor_of_nobody_is_told_too(goalctl):
    assert goalctl("due", "--supervisor", "x.y").err.startswith("no plan here is under x.y")


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_whoever_covers_and_has_no_client_of_their_own_is_known(goalctl, practice, words):
    settings = practice / "goalctl.yaml"
    covers = "covers: [{of: m.kowalski, by: s.lee, from: 2026-01-05, to: 2026-01-09}]\n"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}{covers}", encoding="utf-8")
    assert goalctl(*words, "--clinician", "s.lee", status=0).err == ""


@pytest.mark.parametrize("words", [["due"], ["today"]], ids=" ".join)
def test_who_there_is_works_nothing_out_that_the_list_does_not_ask(goalctl, practice, words):
    """Where ten thousand plans are remembered, a list with no row out would read every one of them for a name."""
    goalctl(*words)
    with sqlite3.connect(practice / ".goalctl" / "memory.sqlite") as memory:
        before = memory.execute("SELECT DISTINCT kind FROM part ORDER BY kind").fetchall()
        goalctl(*words, "--clinician", "m.kowalsky")
        assert memory.execute("SELECT DISTINCT kind FROM part ORDER BY kind").fetchall() == before != []
    memory.close()


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
@pytest.mark.parametrize("root", [[], ["--no-index"]], ids=["first", "without a memory"])
def test_who_there_is_is_known_today_where_nothing_was_read_before(goalctl, practice, monkeypatch, root, words):
    monkeypatch.delenv("GOALCTL_TODAY")
    (practice / "plans" / "c-ab2.yaml").write_text(PLAN.replace("c-ab1", "c-ab2").replace("m.kow", "s.kow"), "utf-8")
    told = goalctl(*root, *words, "--clinician", "x.y", status=0).err
    assert told == "no plan here is of x.y; known: m.kowalski, s.kowalski\n"


@pytest.mark.parametrize("day", ["2026-03-02", "2026-01-20"])
def test_those_who_treat_are_known_of_an_earlier_day_too(goalctl, day):
    assert goalctl("--today", day, "due", "--clinician", "x.y").err == "no plan here is of x.y; known: m.kowalski\n"
