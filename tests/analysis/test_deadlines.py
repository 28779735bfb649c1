"""What is due of a plan: by which rhythm sessions are used up, and what a goal that rests is spared."""

from datetime import date

import pytest
from invented import FORMS, START, goal, plan_of, sessions, week

from goalctl.analysis.caseload.overview import plan_overview
from goalctl.analysis.caseload.triage import triage
from goalctl.analysis.due.deadline import Due
from goalctl.analysis.due.deadlines import deadlines_of
from goalctl.analysis.progress.goal_scaling import goal_based_outcome_of
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.state import state_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.scalars import Duration
from goalctl.model.settings import Settings

YEARLY = Settings.model_construct(review_every=Duration(1, "y"))
RISING = {"by": "rating", "baseline": 2, "target": 8, "since": START}
FAR = date(2030, 1, 1)


def due(plan, kind):
    return [found for found in deadlines_of(Standpoint(plan, FORMS, settings=YEARLY)) if found.kind is kind]


@pytest.mark.parametrize(
    ("every", "sessions_left", "day"),
    [
        pytest.param("1w", 3, date(2026, 2, 2), id="every week"),
        pytest.param("2w", 3, date(2026, 2, 23), id="every two weeks"),
        pytest.param("3 per week", 3, date(2026, 1, 19), id="three a week"),
        pytest.param("3 per week", 8, date(2026, 1, 30), id="three a week, two in the last one"),
        pytest.param("twice a month", 4, date(2026, 3, 12), id="twice a month"),
        pytest.param("twice a month", 1, date(2026, 1, 27), id="half a month"),
        pytest.param("2 per day", 5, date(2026, 1, 14), id="twice a day"),
        pytest.param("as needed", 3, date(2026, 2, 2), id="no rhythm is taken as weekly"),
        pytest.param("4 sessions", 3, date(2026, 2, 2), id="one counted in sessions too"),
        pytest.param(None, 3, date(2026, 2, 2), id="none stated"),
        pytest.param("3 per week", 0, date(2026, 1, 12), id="none left"),
    ],
)
def test_an_authorization_is_used_up_at_the_rhythm_of_the_services(every, sessions_left, day):
    plan = plan_of(
        services=[{"type": "group", "every": every}],
        authorizations=[{"payer": "Acme", "from": START, "to": FAR, "sessions": 1 + sessions_left}],
        sessions=sessions([3]),
    )
    assert [found.day for found in due(plan, Due.AUTHORIZATION)] == [day]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        pytest.param(date(2026, 1, 19), date(2026, 2, 2), id="the next one is today"),
        pytest.param(date(2026, 1, 20), date(2026, 2, 3), id="one was left out"),
        pytest.param(date(2026, 6, 1), date(2026, 6, 15), id="many were left out"),
        pytest.param(date(2026, 6, 20), date(2026, 6, 30), id="not after its last day"),
    ],
)
def test_an_authorization_with_sessions_left_has_not_run_out_while_nobody_came(today, day):
    plan = plan_of(
        authorizations=[{"payer": "Acme", "from": START, "to": date(2026, 6, 30), "sessions": 4}],
        sessions=sessions([3]),
    )
    found = deadlines_of(Standpoint(plan, FORMS, today, YEARLY))
    assert [one.day for one in found if one.kind is Due.AUTHORIZATION] == [day]


@pytest.mark.parametrize(
    ("status", "is_settled"),
    [("draft", False), ("reserve", False), ("active", True), ("on-hold", True), ("achieved", True)],
)
def test_a_plan_is_settled_with_its_first_goal_that_was_begun(status, is_settled):
    plan = plan_of(plan_by="14d", goals=[goal(RISING, status=status)])
    assert (due(plan, Due.PLAN) == []) is is_settled


def resting(of="g1", scores=(2, 2, 2, 2, 2, 2)):
    step = {"id": "g1.1", "objective": "Invented", "deadline": week(3), "measurable": RISING, "checkpoints": [week(2)]}
    first = goal(RISING, deadline=week(4), checkpoints=[week(2)], objectives=[step])
    for item in (first, step):
        item["status"] = "on-hold" if item["id"] == of else "active"
    return plan_of(goals=[first], sessions=sessions(scores) + sessions(scores, key="g1.1"), review_every="1y")


def test_a_goal_on_hold_and_its_steps_are_neither_due_nor_judged():
    plan = resting()
    assert [*due(plan, Due.DEADLINE), *due(plan, Due.CHECKPOINT)] == []
    assert triage(Standpoint(plan, FORMS, week(20))) == ()
    for item in ("g1", "g1.1"):
        progress = state_of(Standpoint(plan, FORMS, week(20)), item)
        assert (progress.state, progress.rule, progress.n, progress.also) == (State.RESTING, "on hold", 6, ())


def test_an_objective_on_hold_leaves_its_goal_as_it_is():
    plan = resting("g1.1")
    assert [found.item for found in due(plan, Due.DEADLINE)] == ["g1"]
    assert state_of(Standpoint(plan, FORMS, week(6)), "g1.1").state is State.RESTING
    assert state_of(Standpoint(plan, FORMS, week(6)), "g1").state is State.OFF_TRACK


def test_a_goal_on_hold_without_a_measure_rests_too():
    assert state_of(Standpoint(plan_of(goals=[goal(status="on-hold")]), FORMS, week(9)), "g1").state is State.RESTING


def test_what_rests_keeps_its_figures_and_needs_no_look():
    found = plan_overview(Standpoint(resting(scores=(2, 3, 4)), FORMS, week(20)))
    assert not [reason for reason in found.reasons if reason.item]
    assert found.items[0].attainment.value == 4


def test_what_a_resting_goal_has_gained_counts_for_the_outcome():
    found = goal_based_outcome_of(Standpoint(resting(scores=(2, 5)), FORMS, week(9)))
    assert found.changes == {"g1": 3}


@pytest.mark.parametrize(
    ("filled", "added", "day"),
    [
        pytest.param(None, None, date(2026, 1, 19), id="from the opening"),
        pytest.param(None, "2026-03-02", date(2026, 3, 16), id="added later"),
        pytest.param("2026-02-02", "2026-03-02", date(2026, 3, 16), id="filled in before it was added"),
        pytest.param("2026-03-09", "2026-03-02", date(2026, 3, 23), id="filled in since"),
    ],
)
def test_a_form_falls_due_an_interval_after_it_was_added(filled, added, day):
    planned = {"form": "gad-7", "every": "2w"}
    plan = plan_of(
        opened="2026-01-05",
        assessments=[planned],
        changes=[{"on": added, "what": "assessments", "to": planned}] if added else [],
        sessions=[{"date": filled, "forms": {"gad-7": 9}}] if filled else [],
    )
    assert [found.day for found in due(plan, Due.ASSESSMENT)] == [day]
