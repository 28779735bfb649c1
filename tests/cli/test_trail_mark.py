"""`mark`, `extend` and `review`: the life of goals and objectives, on record."""

import pytest

from tests.cli.stamps import steady
from tests.cli.trailing import PLAN, WHOSE, Watched


@pytest.fixture
def plan(plan_file):
    plan_file.write_text(PLAN, encoding="utf-8")
    return Watched(plan_file)


def test_achieved_is_dated_and_the_next_in_reserve_is_named(goalctl, plan):
    outcome = goalctl("mark", "c-ab1", "g1.1", "achieved", "--date", "yesterday", status=0)
    assert plan.changed == (
        "+format: 2\n"
        "-        status: active\n"
        "+        status: achieved\n"
        "+        closed: 2026-03-01\n"
        "+changes:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-01\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    of: g1.1\n"
        "+    what: status\n"
        "+    from: active\n"
        "+    to: achieved\n"
        "+\n"
    )
    assert steady(outcome.err) == (
        f"{WHOSE}marked g1.1:\n{plan.changed}next in reserve is g1.3 Calls a friend: goalctl mark c-ab1 g1.3 active\n"
    )


def test_the_next_one_is_taken_from_the_reserve_at_once(goalctl, plan):
    outcome = goalctl("mark", "c-ab1", "g1.1", "achieved", "--next", "g1.3", status=0)
    assert "{id: g1.3, objective: Calls a friend, status: active, opened: 2026-03-02, priority: 1}" in plan.text
    assert "+    of: g1.3\n+    what: status\n+    from: reserve\n+    to: active\n" in plan.changed
    assert outcome.err.startswith(f"{WHOSE}marked g1.1, and g1.3 as active:\n")


def test_a_draft_opens_on_the_day_it_becomes_active(goalctl, plan):
    outcome = goalctl("mark", "c-ab1", "g2", "active", status=0)
    assert "+    status: active\n+    opened: 2026-03-02\n" in plan.changed
    assert outcome.err.splitlines()[-1] == "g2 has no measure and no deadline yet: goalctl set c-ab1 g2 …"


def test_what_was_opened_once_keeps_that_day(goalctl, plan):
    goalctl("mark", "c-ab1", "g1", "reserve", "--because", "the flat comes first", status=0)
    goalctl("mark", "c-ab1", "g1", "active", status=0)
    assert "    status: active\n    opened: 2026-01-12\n" in plan.text
    assert "opened: 2026-03-02" not in plan.text


def test_a_rest_that_began_earlier_is_seen_from_that_day_on_and_ends_no_sooner(goalctl, plan):
    goalctl("mark", "c-ab1", "g1", "on-hold", "--because", "in hospital", "--date", "2026-02-20", status=0)
    assert "+    on: 2026-02-20\n" in plan.changed
    assert "depression [active]" in goalctl("--today", "2026-02-19", "show", "c-ab1").out
    assert "depression [on-hold]" in goalctl("--today", "2026-02-20", "show", "c-ab1").out
    sooner = goalctl("mark", "c-ab1", "g1", "active", "--because", "home", "--date", "2026-02-19", status=3)
    assert sooner.err.splitlines()[0] == (
        "goalctl: g1 is on-hold since 2026-02-20, so it can't be active on 2026-02-19"
    )


def test_what_follows_one_that_ended_earlier_begins_that_day(goalctl, plan):
    goalctl("mark", "c-ab1", "g1.1", "achieved", "--date", "yesterday", "--next", "g1.3", status=0)
    assert "status: active, opened: 2026-03-01" in plan.text


def test_one_goal_too_many_goes_to_the_reserve(goalctl, plan, practice):
    (practice / "goalctl.yaml").write_text("clinician: m.kowalski\nlimits: {active_goals: 1}\n", encoding="utf-8")
    outcome = goalctl("mark", "c-ab1", "g2", "active", status=0)
    assert outcome.err.startswith(
        "1 goal is active already: g1; g2 goes to the reserve (--yes makes it active all the same)\n"
    )
    assert "-    status: draft\n+    status: reserve\n" in plan.changed


def test_a_goal_in_reserve_stays_there_unless_told_otherwise(goalctl, plan, practice):
    (practice / "goalctl.yaml").write_text("clinician: m.kowalski\nlimits: {active_goals: 1}\n", encoding="utf-8")
    refused = goalctl("mark", "c-ab1", "g3", "active", status=3)
    assert refused.err == (
        "goalctl: 1 goal is active already: g1; g3 stays in reserve\n"
        "   hint: end one of them first, or: goalctl mark c-ab1 g3 active --yes\n"
    )
    assert plan.changed == ""
    goalctl("mark", "c-ab1", "g3", "active", "--yes", status=0)
    assert "-    status: reserve\n+    status: active\n+    opened: 2026-03-02\n" in plan.changed


def test_opening_again_takes_the_closing_day_away(goalctl, plan):
    goalctl("mark", "c-ab1", "g1", "achieved", status=0)
    goalctl("mark", "c-ab1", "g1", "active", "--because", "it came back", status=0)
    assert "closed:" not in plan.text
    assert "from: achieved\n+    to: active\n+    because: it came back\n" in plan.changed


def test_an_end_that_was_taken_back_is_still_seen_from_its_days(goalctl, plan):
    """The day stood in `closed` alone: opened again, the goal read as active on days on which it had been closed."""
    goalctl("mark", "c-ab1", "g1", "achieved", "--date", "2026-02-10", status=0)
    goalctl("--today", "2026-03-20", "mark", "c-ab1", "g1", "active", "--because", "it came back", status=0)
    goalctl("--today", "2026-03-25", "mark", "c-ab1", "g1", "discontinued", "--because", "not reached", status=0)
    then = {
        day: goalctl("--today", day, "show", "c-ab1").out.partition("depression [")[2].partition("]")[0]
        for day in ("2026-02-09", "2026-02-10", "2026-03-19", "2026-03-20", "2026-03-25")
    }
    assert list(then.values()) == ["active", "achieved", "achieved", "active", "discontinued"]
    assert "what: closed" not in plan.text


@pytest.mark.parametrize("status", ["active", "discontinued"])
def test_an_end_that_hands_wrote_keeps_its_day_in_the_trail(goalctl, plan, status):
    by_hand = "status: achieved\n    closed: 2026-02-10\n    opened: 2026-01-12"
    plan.path.write_text(plan.text.replace("status: active\n    opened: 2026-01-12", by_hand), encoding="utf-8")
    goalctl("mark", "c-ab1", "g1", status, "--because", "it came back", status=0)
    to = "    to: 2026-03-02\n" if status == "discontinued" else ""
    assert f"    of: g1\n    what: closed\n    from: 2026-02-10\n{to}    because: it came back\n" in plan.text
    assert "depression [achieved]" in goalctl("--today", "2026-02-20", "show", "c-ab1").out
    assert goalctl("check", "--select", "E", status=0).out == ""


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["g1", "discontinued"], 2, "--because is missing: why?"),
        (["g1", "reserve"], 2, "--because is missing: why?"),
        (["g1", "active"], 3, "g1 is active already; nothing was changed"),
        (["g1", "done"], 2, "'done' is not one of the words that can stand here"),
        (["g7", "active"], 2, "c-ab1 has no g7"),
        (["p1", "active"], 2, "c-ab1 has no p1"),
        (
            ["g1", "achieved", "--date", "2026-01-01"],
            3,
            "g1 was opened on 2026-01-12, so it can't be closed on 2026-01-01",
        ),
        (
            ["g1", "on-hold", "--because", "ill", "--date", "2026-01-11"],
            3,
            "g1 was opened on 2026-01-12, so it can't be on-hold on 2026-01-11",
        ),
        (["g1", "achieved", "--date", "2026-03-03"], 2, "--date: 2026-03-03 is still to come (today is 2026-03-02)"),
        (["g1.1", "achieved", "--next", "g3"], 2, "--next: g3 can't follow g1.1"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_can_not_be_marked_is_said(goalctl, plan, words, status, message):
    outcome = goalctl("mark", "c-ab1", *words, status=status)
    assert outcome.err.splitlines()[0] == f"goalctl: {message}"
    assert plan.changed == ""


def test_an_extension_keeps_the_old_deadline_and_the_reason(goalctl, plan):
    outcome = goalctl("extend", "c-ab1", "g1", "+12w", "--because", "two weeks of flu", "--with", "client", status=0)
    assert plan.changed == (
        "+format: 2\n"
        "-        deadline: 2026-04-30\n"
        "+        deadline: 2026-05-25\n"
        "+        extended:\n"
        "+          - {on: 2026-03-02, from: 2026-04-30, because: two weeks of flu}\n"
        "+changes:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    of: g1\n"
        "+    what: smart.time_bound.deadline\n"
        "+    from: 2026-04-30\n"
        "+    to: 2026-05-25\n"
        "+    because: two weeks of flu\n"
        "+    with: client\n"
        "+\n"
    )
    assert steady(outcome.err) == f"{WHOSE}extended g1 from Thu 2026-04-30 to Mon 2026-05-25:\n{plan.changed}"


def test_an_objective_is_extended_and_one_behind_its_goal_is_noticed(goalctl, plan):
    goalctl("extend", "c-ab1", "g1.1", "2026-04-15", "--because", "x", status=0)
    outcome = goalctl("extend", "c-ab1", "g1.1", "2026-05-15", "--because", "y", status=0)
    assert outcome.err.endswith(
        "it was extended 2 times now; first due 2026-03-31\nthat is after the deadline of g1, 2026-04-30\n"
    )
    assert "deadline: 2026-05-15\n" in plan.text


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["g1", "2026-04-29"], 3, "2026-04-29 is before the deadline of g1, 2026-04-30; that is no extension"),
        (["g1", "2026-04-30"], 3, "the deadline of g1 is 2026-04-30 already; nothing was changed"),
        (["g2", "2026-04-30"], 3, "g2 has no deadline yet, so there is nothing to extend"),
        (["g1", "03/04/2026"], 2, "DATE: '03/04/2026' is not a day"),
        (["g1", "+12w"], 2, "--because is missing: why?"),
    ],
    ids=["earlier", "the same day", "none yet", "two ways to read it", "no reason"],
)
def test_what_is_no_extension_is_said(goalctl, plan, words, status, message):
    reason = [] if status == 2 and "+12w" in words else ["--because", "x"]
    outcome = goalctl("extend", "c-ab1", *words, *reason, status=status)
    assert outcome.err.splitlines()[0] == f"goalctl: {message}"
    assert plan.changed == ""


@pytest.mark.usefixtures("plan")
def test_a_deadline_that_passed_is_not_extended_into_the_past(goalctl, monkeypatch):
    monkeypatch.setenv("GOALCTL_TODAY", "2026-06-01")
    outcome = goalctl("extend", "c-ab1", "g1", "2026-05-15", "--because", "x", status=3)
    assert outcome.err.splitlines()[0] == "goalctl: 2026-05-15 has passed (today is 2026-06-01)"


def test_a_review_shows_the_scores_and_stores_what_was_decided(goalctl, plan):
    words = ["--decision", "g1=extend", "--necessity", "still low", "--next", "8w", "--note", "on the way"]
    outcome = goalctl("review", "c-ab1", *words, status=0)
    assert plan.changed == (
        "+format: 2\n"
        "+reviews:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    by: m.kowalski\n"
        "+    with: client\n"
        "+    necessity: still low\n"
        "+    next: 2026-04-27\n"
        "+    note: on the way\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    of: g1\n"
        "+    by: m.kowalski\n"
        "+    decision: extend\n"
        "+    with: client\n"
        "+\n"
    )
    assert steady(outcome.err) == (
        "g1 Fewer symptoms of depression; PHQ-9: 18 → 9; by 2026-04-30\n"
        "  no data: no score yet\n"
        f"{WHOSE}reviewed the plan:\n{plan.changed}"
        "g1 extend: goalctl extend c-ab1 g1 DATE --because …\n"
        "next review: Mon 2026-04-27\n"
    )


def test_a_review_of_one_objective(goalctl, plan):
    outcome = goalctl("review", "c-ab1", "g1.1", "--decision", "g1.1=continue", status=0)
    assert "  scores: 2 (last 2026-02-02)\n" in outcome.err
    assert plan.changed == (
        "+format: 2\n"
        "+reviews:\n"
        "+  - id: ……\n"
        "+    on: 2026-03-02\n"
        "+    written: …\n"
        "+    of: g1.1\n"
        "+    by: m.kowalski\n"
        "+    decision: continue\n"
        "+    with: client\n"
        "+\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "--decision g1 is missing: g1: continue, change, extend, achieved, discontinue?"),
        (["--decision", "g2=continue"], "c-ab1 has no active goal g2"),
        (["--decision", "g1"], "--decision: 'g1' is not understood"),
        (["--decision", "g1=go on"], "--decision g1: 'go on' is not one of the words that can stand here"),
        (
            ["--decision", "g1=continue", "--next", "2026-03-02"],
            "--next: 2026-03-02 is not after the review of 2026-03-02",
        ),
    ],
    ids=["no decision", "a draft", "no word", "a wrong word", "next in the past"],
)
def test_a_review_without_its_decisions_is_refused(goalctl, plan, words, message):
    outcome = goalctl("review", "c-ab1", *words, status=2)
    assert f"goalctl: {message}" in outcome.err.splitlines()
    assert plan.changed == ""
