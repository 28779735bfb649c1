"""How far a goal has come: share of the way, met, reached once, kept."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from invented import FORMS, START, goal, moods, plan_of, sessions, week

from goalctl.analysis.progress.attainment import attainment_of, share_of_the_way
from goalctl.analysis.progress.series import series_of
from goalctl.analysis.standpoint import Standpoint

NUMBERS = st.floats(-1000, 1000)
KEPT = {"by": "rating", "baseline": 8, "target": 8, "keep": "12w", "better": "higher", "since": START}


def attained(measure, scores, **where):
    plan = plan_of(goals=[goal({"since": START, **measure})], sessions=[*sessions(scores, **where)])
    return attainment_of(series_of(Standpoint(plan, FORMS, week(99)), "g1")[0])


@given(NUMBERS, NUMBERS)
def test_the_share_is_0_at_the_baseline_and_1_at_the_target(baseline, target):
    assume(abs(target - baseline) > 1e-6)
    assert share_of_the_way(baseline, baseline, target) == 0
    assert share_of_the_way(target, baseline, target) == 1


@given(NUMBERS, NUMBERS, NUMBERS)
def test_the_share_is_the_same_for_the_mirrored_goal(value, baseline, target):
    assume(abs(target - baseline) > 1e-6)
    assert share_of_the_way(-value, -baseline, -target) == share_of_the_way(value, baseline, target)


@pytest.mark.parametrize(
    ("measure", "score", "share"),
    [
        pytest.param({"by": "rating", "baseline": 2, "target": 8}, 5, 0.5, id="rising, half-way"),
        pytest.param({"by": "rating", "baseline": 8, "target": 2}, 5, 0.5, id="falling, half-way"),
        pytest.param({"by": "rating", "baseline": 4, "target": 8}, 2, -0.5, id="rising, worse than the start"),
        pytest.param({"by": "number", "baseline": 10, "target": 4}, 1, 1.5, id="falling, past the target"),
        pytest.param({"by": "number", "baseline": 9000, "target": 4000}, 6500, 0.5, id="thousands"),
        pytest.param({"by": "levels", "baseline": -2}, -1, 0.5, id="levels, target 0 by nature"),
        pytest.param({"by": "rating", "target": 8}, 5, 0.0, id="the first score serves as baseline"),
        pytest.param(KEPT, 8, None, id="kept"),
        pytest.param({"by": "phq-9", "target": 9}, 7, None, id="no way to go: the first score is past the target"),
    ],
)
def test_the_share_of_the_way(measure, score, share):
    scored = moods([score]) if measure["by"] == "phq-9" else sessions([score])
    plan = plan_of(goals=[goal({"since": START, **measure})], sessions=scored)
    assert attainment_of(series_of(Standpoint(plan, FORMS, week(9)), "g1")[0]).share == share


@pytest.mark.parametrize(
    ("scores", "met", "once"),
    [
        pytest.param([5, 7], False, False, id="not yet"),
        pytest.param([5, 8], False, True, id="reached once"),
        pytest.param([8, 9], True, False, id="two in a row, one past it"),
        pytest.param([8, 8, 7], False, False, id="met and lost"),
        pytest.param([8, 7, 8], False, True, id="reached again"),
    ],
)
def test_met_needs_scores_in_a_row_in_the_goal_s_own_direction(scores, met, once):
    rising = attained({"by": "rating", "baseline": 2, "target": 8}, scores)
    falling = attained({"by": "number", "baseline": -2, "target": -8, "hold": 2}, [-score for score in scores])
    assert (rising.is_met, rising.is_reached_once) == (met, once)
    assert (falling.is_met, falling.is_reached_once) == (met, once)


def test_a_falling_form_target_is_reached_below_it():
    plan = plan_of(goals=[goal({"by": "phq-9", "baseline": 18, "target": 9, "since": START})], sessions=moods([9, 7]))
    found = attainment_of(series_of(Standpoint(plan, FORMS, week(9)), "g1")[0])
    assert found.is_met
    assert (found.reached_on, found.met_on) == (week(1), week(3))


def test_numbers_are_met_at_the_first_score_and_hold_overrules():
    assert attained({"by": "number", "baseline": 0, "target": 3}, [3]).is_met
    assert not attained({"by": "number", "baseline": 0, "target": 3, "hold": 2}, [3]).is_met


def test_the_day_it_was_first_reached_stays_when_it_is_lost():
    found = attained({"by": "rating", "baseline": 2, "target": 8}, [8, 5, 5])
    assert (found.reached_on, found.in_a_row) == (week(1), 0)


def test_scores_from_before_the_baseline_do_not_count():
    found = attained({"by": "rating", "baseline": 2, "target": 8, "since": week(3)}, [8, 8, 3])
    assert (found.reached_on, found.is_met) == (None, False)


def test_a_kept_goal_is_met_when_it_was_held_for_the_whole_stretch():
    assert attained(KEPT, [8] * 11).kept.days == 77
    assert not attained(KEPT, [8] * 11).is_met
    assert attained(KEPT, [8] * 12).met_on == week(12)


def test_a_lapse_starts_the_kept_stretch_anew():
    found = attained(KEPT, [8] * 11 + [7, 8, 9])
    assert (found.kept.since, found.kept.days, found.is_met) == (week(13), 7, False)


def test_keeping_without_a_good_side_means_the_value_itself():
    measure = {"by": "number", "unit": "kg", "baseline": 70, "target": 70, "hold": 2}
    assert attained(measure, [70, 70]).is_met
    assert not attained(measure, [70, 71]).is_met


def test_without_a_target_or_a_score_there_is_nothing_to_say():
    assert attained({"by": "rating", "baseline": 2}, [5]) is None
    assert attained({"by": "rating", "baseline": 2, "target": 8}, []) is None
