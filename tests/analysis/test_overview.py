"""A whole plan at a glance."""

from invented import FORMS, START, goal, moods, plan_of, sessions, week

from goalctl.analysis.caseload.overview import item_overview, plan_overview
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.standpoint import Standpoint
from goalctl.views.screens.plan import course_text

RISING = {"by": "rating", "baseline": 2, "target": 8, "since": START}


def two_goals():
    objective = {"id": "g1.1", "objective": "Invented", "deadline": week(12), "measurable": RISING}
    first = goal(
        {"by": "phq-9", "baseline": 18, "target": 9, "since": START}, deadline=week(24), objectives=[objective]
    )
    second = goal(RISING, deadline=week(12)) | {"id": "g2", "status": "draft"}
    return plan_of(goals=[first, second], sessions=moods([12, 11]) + sessions([2] * 6, key="g1.1"))


def test_items_come_in_the_file_s_order():
    found = plan_overview(Standpoint(two_goals(), FORMS, week(6)))
    assert [overview.item.id for overview in found.items] == ["g1", "g1.1", "g2"]


def test_symptoms_and_goals_stand_side_by_side():
    found = plan_overview(Standpoint(two_goals(), FORMS, week(6)))
    assert [(overview.series.item, overview.change.last.value) for overview in found.forms] == [("phq-9", 11)]
    assert found.items[0].symptoms is not None
    assert found.items[1].symptoms is None


def test_an_item_carries_its_figures():
    found = item_overview(Standpoint(two_goals(), FORMS, week(6)), "g1.1")
    assert (found.progress.state, found.attainment.share) == (State.OFF_TRACK, 0)


def test_what_cannot_be_said_is_none():
    found = item_overview(Standpoint(plan_of(goals=[goal()]), FORMS, week(1)), "g1")
    assert (found.current, found.attainment, found.symptoms) == (None, None, None)


def test_reasons_are_those_of_the_triage():
    found = plan_overview(Standpoint(two_goals(), FORMS, week(6)))
    assert [(reason.kind.value, reason.item) for reason in found.reasons] == [("off track", "g1.1")]


def test_an_empty_plan_has_an_overview():
    found = plan_overview(Standpoint(plan_of(), FORMS, START))
    assert (found.items, found.forms) == ((), ())


def test_scores_before_the_baseline_s_day_are_shown_but_are_no_progress():
    plan = plan_of(goals=[goal({**RISING, "since": week(9)}, deadline=week(20))], sessions=sessions([2, 4, 6]))
    found = item_overview(Standpoint(plan, FORMS, week(4)), "g1")
    assert found.attainment is None
    assert found.progress.because == "no score since the baseline"
    assert course_text(found.current) == f"▁▅█ now 6 on {week(3)}"


def test_the_way_is_shown_from_the_baseline_s_day_on():
    plan = plan_of(goals=[goal({**RISING, "since": week(3)}, deadline=week(20))], sessions=sessions([2, 4, 5]))
    assert course_text(item_overview(Standpoint(plan, FORMS, week(4)), "g1").current).startswith("█████░░░░░ 50% ")
