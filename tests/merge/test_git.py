"""git itself merges plans by meaning: in merge, rebase, cherry-pick and stash; of a clash one item is marked."""

import pytest

from goalctl.documents.read import read_data
from tests.merge.clinic import git


@pytest.fixture
def place(clinic, goalctl_command):
    """Bert's clone with a branch on which Anna has logged a session, and one of his own on the main branch."""
    place = clinic.place("bert")
    git(place, "config", "merge.goalctl.driver", f"{goalctl_command} merge-plan %O %A %B %P")
    git(place, "checkout", "--quiet", "-b", "anna")
    clinic.log("bert", "2026-02-16")
    git(place, "checkout", "--quiet", "-")
    clinic.log("bert", "2026-02-17")
    return place


def days_in(place):
    text = (place / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")
    return [entry["date"] for entry in read_data(text)[0]["sessions"]]


ALL = ["2026-01-12", "2026-02-02", "2026-02-16", "2026-02-17"]


@pytest.mark.parametrize("words", ["merge --no-edit anna", "rebase anna", "cherry-pick anna"])
def test_both_sessions_are_there_in_the_order_of_their_days(place, words):
    git(place, *words.split())
    assert (days_in(place), git(place, "status", "--porcelain")) == (ALL, "")


def test_what_was_stashed_comes_back_beside_what_came_meanwhile(clinic, place):
    file = place / "plans" / "c-ab1.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "  - id: hhhhhh\n    date: 2026-02-18\n    note: by hand\n", encoding="utf-8")
    git(place, "stash", "--quiet")
    clinic.log("bert", "2026-02-19")
    git(place, "stash", "pop", "--quiet")
    assert days_in(place) == ["2026-01-12", "2026-02-02", "2026-02-17", "2026-02-18", "2026-02-19"]


def test_of_a_clash_one_item_is_marked_and_all_else_is_merged(clinic, place):
    for branch, status in (("-", "reserve"), ("-", "on-hold")):
        git(place, "checkout", "--quiet", branch if status == "reserve" else "-")
        clinic.call("bert", "mark", "c-ab1", "g1.1", status, "--because", "talked")
    git(place, "merge", "-", status=1)
    text = (place / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")
    marked = text.partition("<<<<<<<")[2].partition(">>>>>>>")[0]
    assert sorted(line.strip() for line in marked.splitlines() if ":" in line) == ["status: on-hold", "status: reserve"]
    assert all(f"date: {day}" in text for day in ALL)
    assert clinic.call("bert", "log", "c-ab1", "g1.1=2", status=3).err.count("E106") == 1


def test_what_would_bring_an_error_in_is_left_as_git_merges_it(clinic, place):
    """One takes a goal away by hand, the other scores it: together they would name what is not there."""
    clinic.call("bert", "add-goal", "c-ab1", "Sleeps", "--by", "rating", "--baseline", "2", "--target", "7")
    git(place, "branch", "--force", "anna")
    clinic.call("bert", "log", "c-ab1", "g2=3", "--date", "2026-02-20")
    git(place, "checkout", "--quiet", "anna")
    file = place / "plans" / "c-ab1.yaml"
    text = file.read_text(encoding="utf-8")
    goal = text[text.index("  - id: g2") :].partition("\nchanges:")[0].partition("\nsessions:")[0]
    file.write_text(text.replace(goal, ""), encoding="utf-8")
    git(place, "commit", "--quiet", "--all", "--message", "by hand")
    git(place, "merge", "-", status=1)
    assert "E202" in clinic.call("bert", "check", status=1).out
