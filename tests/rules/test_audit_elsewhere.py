"""What an audit asks for and finds in another place: of the day, of the trail, of who was there then."""

import pytest

from tests.rules.test_audit_phases import told

COUPLE = "[anna, ben]"


@pytest.mark.parametrize(
    ("members", "before", "billed", "is_told"),
    [
        ("[anna]", COUPLE, "present: [ben], cpt: [90834]", False),
        ("[anna]", COUPLE, "present: [anna], cpt: [90846]", False),
        (COUPLE, "null", "present: [client], cpt: [90834]", False),
        (COUPLE, "null", "present: [client], cpt: [90846]", True),
        (COUPLE, "[anna]", "present: [ben], cpt: [90834]", True),
    ],
    ids=["who left since", "half of those who were two", "who was treated alone", "and was there", "who joined since"],
)
def test_a_code_fits_those_who_were_treated_on_that_day(members, before, billed, is_told):
    trail = f"changes: [{{on: 2026-02-20, what: members, from: {before}, to: {members}, because: so it is now}}]"
    plan = f"{{format: 2, members: {members}, {trail}, sessions: [{{date: 2026-02-02, {billed}}}]}}"
    assert bool(told("A155", plan)) is is_told


@pytest.mark.parametrize(("day", "is_named"), [("2026-02-19", True), ("2026-02-20", True), ("2026-02-21", False)])
def test_a_session_names_the_goal_that_its_form_scored_then(day, is_named):
    measures = (
        "smart: {measured_before: [{until: 2026-02-20, by: gad-7, baseline: 14, target: 6}], "
        "measurable: {by: rating, baseline: 2, target: 8}}"
    )
    goal = f"goals: [{{id: g1, goal: Sleeps, status: active, opened: 2026-01-05, {measures}}}]"
    found = told("A140", f"{{{goal}, sessions: [{{date: {day}, forms: {{gad-7: 9}}}}]}}")
    assert found == ([] if is_named else ["the session names no goal or objective"])


@pytest.mark.parametrize(("added", "is_told"), [("2026-02-01", True), ("2026-02-02", False), ("2026-02-03", False)])
def test_no_session_has_to_name_an_intervention_that_was_planned_later(added, is_told):
    step = f"{{id: g1.1, objective: Walks, interventions: [{{id: i1, what: Call, on: {added}}}]}}"
    goal = f"goals: [{{id: g1, goal: Out, status: active, opened: 2026-01-05, objectives: [{step}]}}]"
    assert bool(told("A141", f"{{format: 2, {goal}, sessions: [{{date: 2026-02-02}}]}}")) is is_told


@pytest.mark.parametrize(
    ("longer", "is_told"),
    [
        ("{id: g2, goal: B}", True),
        ("{id: g2, goal: B, problem: p1}", False),
        ("{id: g2, goal: B, serves: g3}, {id: g3, goal: C, problem: p1}", False),
        ("{id: g2, goal: B, serves: g1}", True),
    ],
    ids=["of no problem", "of one", "of one, around a corner", "in a circle"],
)
def test_a_goal_that_serves_one_of_no_problem_is_for_none(longer, is_told):
    plan = f"{{problems: [{{id: p1, problem: P}}], goals: [{{id: g1, goal: A, status: active, serves: g2}}, {longer}]}}"
    assert told("A111", plan) == (["g1 is for no problem"] if is_told else [])
