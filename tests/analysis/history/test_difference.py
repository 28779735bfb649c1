"""What a later state of a plan has that an earlier one has not: one line for each kind of change."""

import pytest

from goalctl.analysis.history.difference import differences, in_short
from goalctl.documents.read import read_data
from tests.analysis.invented import plan_of

GOAL = """id: g1, goal: Walks, status: active, opened: 2026-01-05, priority: 1,
  smart: {measurable: {by: rating, baseline: 2, target: 8}, time_bound: {deadline: 2026-06-30}}"""
SESSION = "id: abc234, date: 2026-02-02, forms: {phq-9: 12}, signed: [{by: s.lee, on: 2026-02-02}]"
REVIEWS = "reviews: [{on: 2026-03-02, of: g1, decision: continue}]"
VOID = "void: {on: 2026-02-09, because: of another client}"
AMENDED = "amended: [{on: 2026-02-03, because: slip, set: {note: right}}]"
OF_A_GOAL = [
    ("status: active", "status: achieved, closed: 2026-03-02", "2026-03-02 g1 status active → achieved"),
    ("2026-06-30", "2026-07-31", "None g1 deadline 2026-06-30 → 2026-07-31"),
    (
        "2026-06-30}",
        "2026-07-31, extended: [{on: 2026-03-02, from: 2026-06-30, because: flu}]}",
        "2026-03-02 g1 deadline 2026-06-30 → 2026-07-31",
    ),
    ("by: rating", "by: percent", "None g1 measure rating → percent"),
    ("baseline: 2,", "", "None g1 baseline 2 → none"),
    ("target: 8", "target: 8.5", "None g1 target 8 → 8.5"),
    ("priority: 1", "priority: 2", "None g1 priority 1 → 2"),
    ("goal: Walks", "goal: Runs", "None g1 reworded"),
    ("opened: 2026-01-05", "opened: 2026-01-06", "None g1 changed in its details"),
]
OF_A_SESSION = [
    ("phq-9: 12", "phq-9: 13", "None session 2026-02-02 changed in its details"),
    ("phq-9: 12", "phq-9: 12, gad-7: 9", "2026-02-02 gad-7 of 2026-02-02"),
    ("phq-9: 12}", "phq-9: 12}, risk: {asked_because: item 9, level: low}", "2026-02-02 risk record of 2026-02-02"),
    ("2026-02-02}]", "2026-02-02}, {by: m.k, on: 2026-02-04}]", "2026-02-04 session 2026-02-02 signed by m.k"),
    ("2026-02-02}]", f"2026-02-02}}], {AMENDED}", "2026-02-03 session 2026-02-02 amended: note"),
    ("2026-02-02}]", f"2026-02-02}}], {VOID}", "2026-02-09 session 2026-02-02 void"),
]
OF_THE_PLAN = [
    ("{}", f"goals: [{{{GOAL}}}]", ["2026-01-05 g1 added"]),
    (f"goals: [{{{GOAL}}}]", "{}", ["None g1 taken out"]),
    ("{}", f"sessions: [{{{SESSION}}}]", ["2026-02-02 log session 2026-02-02, 1 score"]),
    ("{}", "sessions: [{date: 2026-02-02, kind: phone}]", ["2026-02-02 log phone 2026-02-02"]),
    (f"sessions: [{{{SESSION}}}]", "{}", ["None session 2026-02-02 taken out"]),
    ("{}", "problems: [{id: p1, problem: Low mood}]", ["None p1 added"]),
    ("strengths: [humour]", "strengths: [humour, music]", ["None strengths changed"]),
    ("clinician: s.lee", "clinician: m.k", ["None clinician s.lee → m.k"]),
    ("{}", "diagnoses: [{code: F32.1}, {code: F41.1}]", ["None 2 diagnoses added"]),
    ("diary: [{date: 2026-02-02}]", "diary: [{date: 2026-02-02}, {date: 2026-02-03}]", ["None 1 diary entry added"]),
    ("diagnoses: [{code: F32.1}]", "diagnoses: [{code: F32.0}]", ["None diagnoses changed"]),
    (
        "{}",
        "{status: discharged, discharge: {on: 2026-03-02}}",
        ["None status active → discharged", "2026-03-02 discharge recorded"],
    ),
    ("{}", REVIEWS, ["2026-03-02 review of g1: continue"]),
    (REVIEWS, REVIEWS.replace("03-02", "03-09"), ["None reviews rewritten"]),
    (REVIEWS, "{}", ["None review of g1: continue taken out"]),
    ("{}", "agreements: [{on: 2026-01-12, who: client, how: signed}]", ["2026-01-12 agreement of client: signed"]),
]


def told(before, after):
    states = [plan_of(**{"status": "active", **read_data(text)[0]}) for text in (before, after)]
    return [f"{event.day} {event.text}" for event in differences(*states)]


@pytest.mark.parametrize(("old", "new", "line"), OF_A_GOAL)
def test_a_change_of_a_goal_is_one_line(old, new, line):
    assert told(f"goals: [{{{GOAL}}}]", f"goals: [{{{GOAL.replace(old, new)}}}]") == [line]


@pytest.mark.parametrize(("old", "new", "line"), OF_A_SESSION)
def test_a_change_of_an_entry_is_one_line(old, new, line):
    assert told(f"sessions: [{{{SESSION}}}]", f"sessions: [{{{SESSION.replace(old, new)}}}]") == [line]


@pytest.mark.parametrize(("before", "after", "lines"), OF_THE_PLAN)
def test_what_came_or_went_is_told(before, after, lines):
    assert told(before, after) == lines


def test_a_plan_s_first_state_is_a_new_plan_and_no_change_is_an_edit():
    plan = plan_of(status="active")
    assert in_short(differences(None, plan)) == "new plan"
    assert in_short(differences(plan, plan)) == "edited"
