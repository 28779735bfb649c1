"""`renumber`: another id in every place that names it, on record, and never in what was signed."""

import pytest

from goalctl.documents.read import read_data
from tests.conftest import PLAN
from tests.merge.clinic import git, known_to_git

NAMED = """\
  - id: g2
    goal: Sleeps through
    serves: g1
    objectives:
      - id: g2.1
        objective: Is in bed at ten
        interventions:
          - {id: i1, what: Sleep hygiene}

reviews:
  - {on: 2026-02-10, of: g2, decision: continue, note: g2}
changes:
  - {on: 2026-02-11, of: g2.1, what: priority, from: 2, to: 1}
diary:
  - {date: 2026-02-12, g2.1: 3, g2@anna: 4}

sessions:
  - id: ghj789
    date: 2026-02-14
    scores: {g2: 3, g2.1@clinician: 1, g1.1: 2}
    worked_on: [g2.1, g1]
    used: [g2.1.i1]
    note: about g2
    homework: [{id: h2, for: g2.1, task: to bed}]
    amended: [{on: 2026-02-15, set: {scores.g2: 4}, because: misheard}]
"""
WHOLE = PLAN.replace("\nsessions:\n", NAMED, 1)


@pytest.fixture
def plan(plan_file):
    plan_file.write_text(WHOLE, encoding="utf-8")
    return plan_file


def test_every_name_changes_and_nobody_s_words_do(goalctl, plan):
    goalctl("renumber", "c-ab1", "g2", status=0)
    text = plan.read_text(encoding="utf-8")
    still = {line.strip() for line in text.splitlines() if "g2" in line}
    trailed = {line for line in still if "from: g2" in line}
    assert still - trailed == {"- {on: 2026-02-10, of: g3, decision: continue, note: g2}", "note: about g2"}
    assert read_data(text)[0]["changes"][-1]["to"] == "g3"
    assert "scores: {g3: 3, g3.1@clinician: 1, g1.1: 2}" in text


@pytest.mark.parametrize(("old", "new"), [("g2", "g7"), ("g2.1", "g2.4"), ("g2.1.i1", "g2.1.i2"), ("p1", "p2")])
def test_there_and_back_again_the_plan_says_what_it_said(goalctl, plan, old, new):
    goalctl("renumber", "c-ab1", old, new, status=0)
    goalctl("renumber", "c-ab1", new, old, status=0)
    back = read_data(plan.read_text(encoding="utf-8"))[0]
    wanted = read_data(WHOLE)[0]
    assert back | {"format": "1", "changes": []} == wanted | {"changes": []}
    assert back["changes"][0] == wanted["changes"][0]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("g1.1",), "signed"),
        (("g1.1",), "the other clinician can renumber theirs: goalctl renumber c-ab1 g1.1"),
        (("g2", "g1"), "g1 is there already"),
        (("g2", "p4"), "g2 can't become p4"),
        (("g2.1", "g1.4"), "g2.1 can't become g1.4"),
        (("plan",), "plan can't become"),
        (("g9",), "c-ab1 has no g9"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_can_t_be_is_refused_and_nothing_is_changed(goalctl, plan, words, why):
    before = plan.read_bytes()
    assert why in goalctl("renumber", "c-ab1", *words, status=2).err
    assert plan.read_bytes() == before


@pytest.mark.usefixtures("plan")
def test_an_earlier_day_knows_it_by_its_one_name(goalctl):
    goalctl("renumber", "c-ab1", "g2", status=0)
    then = goalctl("--today", "2026-02-20", "show", "c-ab1")
    assert ("g3" in then.out, "reconstructed" in then.out) == (True, False)


def test_the_hook_that_guards_entries_takes_renumbered_ones_and_no_loss(
    goalctl, tmp_path, goalctl_command, monkeypatch
):
    known_to_git(tmp_path, monkeypatch)
    goalctl("init", "--git", tmp_path / "guarded", status=0)
    place = tmp_path / "guarded"
    for key, value in (("user.name", "x"), ("user.email", "x@example.org")):
        git(place, "config", key, value)
    (place / "plans" / "c-ab1.yaml").write_text(WHOLE, encoding="utf-8")
    git(place, "add", "plans")
    git(place, "commit", "--quiet", "--message", "first")
    hook = place / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\nexec {goalctl_command} check --fail-on error --against HEAD plans/c-ab1.yaml\n")
    hook.chmod(0o755)
    goalctl("-C", place, "renumber", "c-ab1", "g2", status=0)
    assert git(place, "status", "--porcelain", "plans/c-ab1.yaml") == ""
    text = (place / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")
    (place / "plans" / "c-ab1.yaml").write_text(text.replace("    note: about g2\n", ""), encoding="utf-8")
    git(place, "commit", "--quiet", "--all", "--message", "lost", status=1)
