"""A day before the plan was opened is told when options give it, asked about when it is typed, and found by check."""

import pytest
from keyboard import Person

EARLY = "2025-01-12 is 1 year before this plan was opened, 2026-01-05"
WAYS = {
    "log-session": ("log-session", "c-ab1", "g1.1=2", "--date", "2025-01-12"),
    "assess": ("assess", "c-ab1", "gad-7", "--answers", "1111111", "--date", "2025-01-12"),
    "risk": ("risk", "c-ab1", "--ideation", "none", "--date", "2025-01-12"),
    "diary": ("diary", "c-ab1", "g1.1=2", "--date", "2025-01-12"),
    "review": ("review", "c-ab1", "g1", "--decision", "g1=continue", "--date", "2025-01-12"),
    "hold": ("hold", "c-ab1", "--because", "x", "--date", "2025-01-12"),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_slip_of_the_year_is_told_on_every_way_in(goalctl, way):
    told = goalctl(*WAYS[way], status=0)
    assert f"{EARLY}: is the year right? If not: goalctl edit c-ab1\n" in told.err
    assert EARLY not in told.out


def test_a_group_an_import_and_a_moved_entry_are_ways_in(goalctl, practice):
    for client, opened in (("c-cd2", "2025-01-01"), ("c-ef3", "2025-01-01")):
        goalctl("add-client", client, "--problem", "Worry", "--opened", opened, status=0)
    told = goalctl("log-group", "c-ab1", "c-cd2", "--date", "2025-01-12", status=0).err
    assert f"c-ab1: {EARLY}: is the year right? If not: goalctl edit c-ab1\n" in told
    assert "before this plan was opened, 2025-01-01" not in told

    (practice / "a.csv").write_text("client,id,date,score\nc-ab1,phq-9,1926-02-01,14\n", encoding="utf-8")
    slip = "c-ab1: 1926-02-01 is 100 years before this plan was opened, 2026-01-05: is the year right?"
    assert f"{slip}\n" in goalctl("import", "a.csv", status=0).err
    assert f"{slip} If not: goalctl edit c-ab1\n" in goalctl("import", "a.csv", "--write", status=0).err

    entry = goalctl("log-session", "c-ef3", "--date", "2025-01-12", status=0).out.strip()
    moved = goalctl("move", "c-ef3", entry, "--to", "c-ab1", "--because", "wrong file", status=0).err
    assert f"c-ab1: {EARLY}" in moved


def test_many_days_are_told_by_the_first_and_the_last(goalctl):
    told = goalctl("diary", "c-ab1", "g1.1", "1101", "--from", "2025-01-12", status=0).err
    assert f"{EARLY}, and 3 more days up to 2025-01-15 are before it: is the year right?" in told


@pytest.mark.parametrize(
    ("day", "words"),
    [
        pytest.param("2026-01-04", "2026-01-04 is 1 day before this plan was opened", id="the day before"),
        pytest.param("2026-01-05", None, id="the day it was opened"),
        pytest.param("2026-01-06", None, id="the day after"),
    ],
)
def test_only_what_lies_before_the_opening_is_told(goalctl, day, words):
    told = goalctl("log-session", "c-ab1", "g1.1=2", "--date", day, status=0).err
    assert ("before this plan was opened" in told) is bool(words)
    assert words is None or words in told


def test_what_was_early_already_is_not_told_again(goalctl):
    goalctl("log-session", "c-ab1", "g1.1=2", "--date", "2025-01-12", status=0)
    assert "before this plan" not in goalctl("log-session", "c-ab1", "g1.1=3", status=0).err


def test_check_finds_it_with_its_place(goalctl):
    goalctl("diary", "c-ab1", "g1.1=2", "--date", "2025-01-12", status=0)
    found = goalctl("check", "--select", "D110", status=1)
    assert f"warning[D110]: {EARLY}" in found.out
    assert "hint: correct that day, or the opening's: goalctl edit c-ab1\n" in found.out  # no entry's is meant
    assert "goalctl amend" not in found.out


def test_a_hold_and_a_discharge_are_found_too(goalctl, plan_file):
    lines = "holds: [{from: 2025-01-12, to: 2025-01-13, because: x}]\ndischarge: {on: 2025-01-12, reason: x}\n"
    plan_file.write_text(f"{plan_file.read_text(encoding='utf-8')}{lines}", encoding="utf-8")
    found = goalctl("check", "--select", "D110", status=1).out
    assert found.count(f"warning[D110]: {EARLY}") == 2


def test_typed_it_is_asked_about_before_anything_is_saved(practice, plan_file):
    before = plan_file.read_text(encoding="utf-8")
    person = Person(practice, "log-session", "c-ab1")
    person.answers("2025-01-12 no-show", "", "", "n")
    assert person.leaves() != 0 or plan_file.read_text(encoding="utf-8") == before
    assert f"{EARLY}. Is the year right?" in person.screen
    assert plan_file.read_text(encoding="utf-8") == before
