"""git itself merges plans by meaning: in merge, rebase, cherry-pick and stash; of a clash one item is marked."""

import os
import random
from collections import Counter

import pytest

from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.read import read_data
from goalctl.workspace.merge.files import merged
from goalctl.workspace.store.practice import practice_at
from tests.merge.clinic import git
from tests.merge.test_histories import SEED, clones_of

MANY = int(os.environ.get("HISTORIES", "1000")) // 10


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


def test_a_client_that_both_branches_began_is_told_and_left_to_a_person(clinic, place):
    for branch, problem in (("anna", "Low mood"), ("-", "Panic")):
        git(place, "checkout", "--quiet", branch)
        clinic.call("bert", "add-client", "c-new", "--problem", problem, status=0)
    git(place, "merge", "anna", status=1)
    assert "AA plans/c-new.yaml" in git(place, "status", "--porcelain")


class Branches:
    """The steps of two clones as two branches of one repository, on which git does what it is told."""

    def __init__(self, place, ancestor, mine, theirs):
        self.place, self.file = place, place / "plans" / "c-ab1.yaml"
        self.commit(ancestor)
        self.main = git(place, "symbolic-ref", "--short", "HEAD")
        self.branch("theirs", theirs)
        git(place, "checkout", "--quiet", self.main)
        self.branch("mine", mine)

    def commit(self, content):
        self.file.write_bytes(content)
        git(self.place, "commit", "--quiet", "--allow-empty", "--all", "--message", "step")

    def branch(self, name, steps):
        git(self.place, "checkout", "--quiet", "-B", name)
        for content in steps:
            self.commit(content)

    def come_of(self, begin_at, *words):
        """What the file holds afterwards; None, with all as it was, where git stops for a person."""
        git(self.place, "checkout", "--quiet", "-B", "tried", begin_at)
        git(self.place, *words, status=None)
        held = self.file.read_bytes()
        is_done = b"<<<<<<<" not in held and not git(self.place, "ls-files", "--unmerged")
        for stopped in ("merge", "rebase", "cherry-pick"):
            git(self.place, stopped, "--abort", status=None)
        git(self.place, "reset", "--quiet", "--hard")
        return held if is_done else None


def wanted(place, ancestor, mine, theirs):
    """What comes of it; None where a person has to decide, or the plan would have an error that neither has."""
    try:
        done = merged(practice_at(place), "plans/c-ab1.yaml", ancestor, mine, theirs)
    except NotUnitedError:
        return None
    return None if done.clashes else done.content


def one_after_another(place, ancestor, steps, onto):
    for step in steps:
        ancestor, onto = step, wanted(place, ancestor, onto, step) if onto else None
    return onto


@pytest.mark.torture
def test_git_does_with_random_histories_what_the_merge_does(goalctl, tmp_path, place):
    """`place` is a clone whose git calls goalctl; every tenth of the histories that the merge alone is tried with."""
    counted = Counter()
    for number in range(MANY):
        drawn = random.Random(f"git-{SEED}-{number}")  # noqa: S311 - a test
        one, other = clones_of(2, tmp_path / f"h{number}", goalctl, drawn)
        one.go_on(3)
        other.go_on(3)
        (ancestor, *mine), (_, *theirs) = one.steps, other.steps
        git(place, "checkout", "--quiet", "--orphan", f"o{number}")
        if not (mine and theirs):
            continue
        branches = Branches(place, ancestor, mine, theirs)
        tried = {
            "merge": (
                branches.come_of("mine", "merge", "--no-edit", "theirs"),
                wanted(place, ancestor, mine[-1], theirs[-1]),
            ),
            "rebase": (
                branches.come_of("mine", "rebase", "theirs"),
                one_after_another(place, ancestor, mine, theirs[-1]),
            ),
            "cherry-pick": (
                branches.come_of("mine", "cherry-pick", "theirs"),
                wanted(place, [ancestor, *theirs][-2], mine[-1], theirs[-1]),
            ),
        }
        git(place, "checkout", "--quiet", "-B", "kept", branches.main)
        branches.file.write_bytes(mine[-1])
        git(place, "stash", "--quiet")
        tried["stash"] = (branches.come_of("theirs", "stash", "pop"), wanted(place, ancestor, theirs[-1], mine[-1]))
        git(place, "stash", "drop", "--quiet", status=None)
        assert {what: found for what, (found, _) in tried.items()} == {what: due for what, (_, due) in tried.items()}
        counted.update(tried.keys())
        counted.update(f"{what} asks" for what, (found, _) in tried.items() if found is None)
    print(SEED, dict(counted))  # noqa: T201 - what was counted
