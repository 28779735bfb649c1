"""Deadlines that are too soon, too far, too steep, or out of reach at the rate seen since."""

from datetime import timedelta

import pytest
from invented import FORMS, START, goal, moods, plan_of, sessions, week

from goalctl.analysis.due.realism import Unrealistic, deadline_doubts
from goalctl.analysis.standpoint import Standpoint

RISING = {"by": "rating", "baseline": 2, "target": 8, "since": START}
DAY = timedelta(days=1)
WEEK_8 = week(8)
TOO_EARLY = "at the present pace the date is too early: "


def doubts(measure, scores=(), *, today=WEEK_8, **keys):
    plan = plan_of(goals=[goal(measure, **keys)], sessions=sessions(scores))
    return deadline_doubts(Standpoint(plan, FORMS, today), "g1")


def kinds(measure, scores=(), **keys):
    return [found.doubt for found in doubts(measure, scores, **keys)]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        pytest.param(week(2) - DAY, [Unrealistic.TOO_SOON], id="a day under two weeks"),
        pytest.param(week(2), [], id="two weeks"),
        pytest.param(START.replace(year=2027), [], id="twelve months"),
        pytest.param(START.replace(year=2027) + DAY, [Unrealistic.TOO_FAR], id="a day over"),
        pytest.param(None, [], id="no deadline"),
    ],
)
def test_the_horizon_is_looked_at_from_the_start(deadline, expected):
    assert kinds({"by": "rating", "baseline": 2, "target": 3, "since": START}, deadline=deadline) == expected


def test_the_first_deadline_is_the_one_that_was_too_soon():
    moved = [{"on": week(1), "from": week(1), "because": "too soon"}]
    assert Unrealistic.TOO_SOON in kinds(RISING, deadline=week(12), extended=moved)


def test_a_measure_that_came_later_makes_the_first_deadline_no_sooner():
    """Eight weeks from the goal's beginning read as nine days, after three extensions too."""
    later = {"measured_before": [{"until": week(7) - DAY, "by": "rating", "baseline": 3, "target": 7}]}
    since = {**RISING, "since": week(7)}
    assert Unrealistic.TOO_SOON not in kinds(since, deadline=week(8), **later)
    assert Unrealistic.TOO_SOON in kinds(since, deadline=week(8))
    assert Unrealistic.TOO_SOON in kinds(since, deadline=week(2) - DAY, **later)


def test_a_goal_without_a_measure_still_has_a_horizon():
    assert kinds(None, deadline=week(1)) == [Unrealistic.TOO_SOON]


@pytest.mark.parametrize(("weeks", "expected"), [(6, []), (5, [Unrealistic.TOO_STEEP])])
def test_more_than_a_tenth_of_the_scale_a_week_is_steep(weeks, expected):
    assert kinds(RISING, deadline=week(weeks)) == expected
    assert kinds({**RISING, "baseline": 8, "target": 2}, deadline=week(weeks)) == expected


def test_steepness_says_the_rate_and_calls_its_limit_a_rule_of_thumb():
    (found,) = doubts(RISING, deadline=week(5))
    assert found.because == "2 to 8 by 2026-02-09 asks for 1.2 a week; our rule of thumb is a tenth of the scale, 1"


def test_a_form_s_scale_is_its_possible_range_and_an_open_scale_is_never_steep():
    assert kinds({"by": "phq-9", "baseline": 18, "target": 9, "since": START}, deadline=week(3)) == [
        Unrealistic.TOO_STEEP
    ]
    assert kinds({"by": "number", "baseline": 0, "target": 900, "since": START}, deadline=week(3)) == []


def test_a_target_that_the_trend_reaches_too_late_is_out_of_reach():
    (found,) = doubts(RISING, [2, 2.2, 2.4, 2.6, 2.8, 3, 3.2], deadline=week(12))
    assert found.doubt is Unrealistic.UNREACHABLE
    assert found.because == f"{TOO_EARLY}at 8 about {week(31)}, target date 2026-03-30"


@pytest.mark.parametrize(
    ("today", "is_told"),
    [
        pytest.param(week(12) - DAY, True, id="the day before the date"),
        pytest.param(week(12), True, id="the date itself"),
        pytest.param(week(12) + DAY, False, id="the day after"),
    ],
)
def test_a_date_that_has_passed_is_not_too_early(today, is_told):
    found = doubts(RISING, [2, 2.2, 2.4, 2.6, 2.8, 3, 3.2], deadline=week(12), today=today)
    assert bool(found) is is_told


def test_a_trend_the_other_way_is_not_reached_at_this_rate():
    (found,) = doubts(RISING, [4, 4, 3, 3, 2, 2, 2], deadline=week(12))
    assert found.because == f"{TOO_EARLY}not reaching 8 at this rate, target date 2026-03-30"


def test_a_line_that_has_passed_the_target_leaves_no_doubt_about_the_date():
    assert kinds(RISING, [3, 4, 5, 7, 9, 9, 7], deadline=week(20)) == []


def test_the_extended_deadline_is_the_one_that_is_doubted():
    moved = [{"on": week(11), "from": week(12), "because": "flu"}]
    (found,) = doubts(RISING, [4, 4, 3, 3, 2, 2, 2], deadline=week(20), extended=moved)
    assert found.because.endswith(f"target date {week(20)}")


@pytest.mark.parametrize(
    ("measure", "scores"),
    [
        pytest.param(RISING, [3, 2.5, 2.4, 2.3, 2.2], id="five scores"),
        pytest.param(RISING, [3, 3.5, 4, 4.5, 5, 5.5, 6], id="in time"),
        pytest.param(RISING, [9, 8, 8, 8, 8, 8, 8], id="met"),
        pytest.param({"by": "done", "baseline": 0, "since": START}, [0] * 7, id="done or not"),
        pytest.param({**RISING, "baseline": 8, "better": "higher"}, [7] * 7, id="kept"),
    ],
)
def test_what_cannot_or_need_not_be_projected_is_not_doubted(measure, scores):
    assert kinds(measure, scores, deadline=week(14)) == []


def test_what_is_done_or_not_asks_for_no_pace():
    assert kinds({"by": "done", "baseline": 0, "since": START}, [0] * 7, deadline=week(9)) == []


def test_the_day_looked_from_decides_which_scores_count():
    plan = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=sessions([4, 4, 3, 3, 2, 2, 2]))
    assert deadline_doubts(Standpoint(plan, FORMS, week(3)), "g1") == ()


def test_symptoms_are_judged_by_reliable_change_and_no_day_is_foretold():
    mood = {"by": "phq-9", "baseline": 18, "target": 4, "since": START}
    plan = plan_of(goals=[goal(mood, deadline=week(24))], sessions=moods([18, 18, 17, 18, 17, 18]))
    assert deadline_doubts(Standpoint(plan, FORMS, week(20)), "g1") == ()


@pytest.mark.parametrize("plan", [{"status": "on-hold"}, {"holds": [{"from": week(7)}]}, {"status": "discharged"}])
def test_nothing_goes_at_any_pace_while_treatment_rests_or_is_over(plan):
    given = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=sessions([2, 2.2, 2.4, 2.6, 2.8, 3, 3.2]), **plan)
    assert deadline_doubts(Standpoint(given, FORMS, WEEK_8), "g1") == ()
