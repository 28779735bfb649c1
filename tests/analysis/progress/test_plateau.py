"""A plateau is a state of its own, ahead needs movement, and no projection contradicts the state beside it."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalctl.analysis.case import Case
from goalctl.analysis.due.realism import Unrealistic
from goalctl.analysis.progress.judgement import State
from goalctl.model.settings import Settings
from tests.analysis.invented import FORMS, START, goal, moods, plan_of, sessions, week
from tests.conftest import LONG_RUN

DRINKS = {"by": "count", "of": "drinks", "per": "week", "scale": [0, 60], "baseline": 30, "target": 5, "since": START}
RATED = {"by": "rating", "baseline": 2, "target": 8, "since": START}
ADVICE = "consider finishing, or the next objective"
WEEK_26 = week(26)


def case_of(measure, scores, *, deadline=WEEK_26, today=None, **keys):
    log = sessions(scores)
    plan = plan_of(goals=[goal(measure, deadline=deadline, **keys)], sessions=log)
    return Case.of(plan, FORMS, Settings(), today or log[-1]["date"])


def state(*args, **keys):
    return case_of(*args, **keys).item("g1").progress


def test_eight_weeks_flat_far_from_the_target_are_a_plateau_not_ahead():
    progress = state(DRINKS, [20] * 8)
    assert progress.state is State.PLATEAU
    assert progress.because == f"8 scores at 20 since {week(1)}, target 5: no movement"


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param([20] * 5, State.ON_TRACK, id="five scores are too few"),
        pytest.param([20] * 6, State.PLATEAU, id="six over six weeks"),
        pytest.param([20] * 7, State.PLATEAU, id="seven"),
        pytest.param([21, 20, 21, 20, 21, 20, 21], State.PLATEAU, id="up and down within a step"),
        pytest.param([24, 21, 18, 15, 12, 12, 12, 12, 12], State.ON_TRACK, id="five alike after a fall"),
        pytest.param([24, 21, 18, 15, 12, 12, 12, 12, 12, 12], State.PLATEAU, id="six alike after a fall"),
        pytest.param([20, 20, 20, 20, 20, 5, 5], State.MET, id="at the target"),
        pytest.param([30] * 8, State.OFF_TRACK, id="flat and short of what was expected"),
    ],
)
def test_scores_stand_still_from_six_over_six_weeks_on(scores, expected):
    assert state(DRINKS, scores).state is expected


@pytest.mark.parametrize(
    ("last", "is_still"),
    [
        pytest.param(17.6, True, id="less than a step of 2.5 better"),
        pytest.param(17.5, False, id="a step better"),
        pytest.param(17.4, False, id="more than a step better"),
    ],
)
def test_a_newest_score_that_is_a_step_better_ends_the_standstill(last, is_still):
    assert (state(DRINKS, [20] * 6 + [last]).state is State.PLATEAU) is is_still


@pytest.mark.parametrize(
    ("scores", "is_advised"),
    [
        pytest.param([3, 4, 4.5, 5, 5.5, 6.9], False, id="more than a step away"),
        pytest.param([3, 4, 5, 6, 6, 7], True, id="one step away"),
        pytest.param([3, 4, 5, 6, 7, 7.5], True, id="less than a step away"),
    ],
)
def test_finishing_is_considered_at_most_one_step_from_the_target(scores, is_advised):
    progress = state(RATED, scores)
    assert progress.state is State.AHEAD
    assert progress.because.endswith(ADVICE) is is_advised


def test_a_plateau_one_step_from_the_target_is_one_and_finishing_may_be_considered():
    progress = state(RATED, [7] * 8)
    assert progress.state is State.PLATEAU
    assert progress.because.endswith(f"no movement; {ADVICE}")


def test_a_plateau_is_told_once_and_reads_alike_in_the_caseload():
    case = case_of(DRINKS, [20] * 8)
    (reason,) = case.reasons
    assert (reason.kind.value, reason.because) == ("plateau", f"g1: {case.item('g1').progress.because}")
    assert [doubt for doubt in case.doubts("g1") if doubt.doubt is Unrealistic.UNREACHABLE] == []


def test_symptoms_that_got_better_and_stand_still_off_their_target_are_a_plateau():
    mood = {"by": "phq-9", "baseline": 20, "target": 5, "since": START}
    flat = plan_of(goals=[goal(mood, deadline=WEEK_26)], sessions=moods([14, 12, 12, 12, 12, 12, 12, 12]))
    assert Case.of(flat, FORMS, Settings(), week(15)).item("g1").progress.state is State.PLATEAU
    falling = plan_of(goals=[goal(mood, deadline=WEEK_26)], sessions=moods([14, 13, 12, 11, 10, 9, 8, 7]))
    assert Case.of(falling, FORMS, Settings(), week(15)).item("g1").progress.state is State.ON_TRACK


def test_the_trend_of_a_goal_leaves_out_the_score_on_the_day_of_its_baseline():
    plan = plan_of(goals=[goal(RATED, deadline=WEEK_26)], sessions=sessions([2, 3, 3, 4, 4, 5, 5, 6], first=START))
    case = Case.of(plan, FORMS, Settings(), week(8))
    series = case.current("g1")
    assert (len(series.points), case.trend(series).n) == (8, 7)
    assert f"n = {case.trend(series).n}" in case.item("g1").progress.judgement.in_detail


SCORES = st.lists(st.integers(0, 10), min_size=1, max_size=14)


@settings(max_examples=int(LONG_RUN or 100))
@given(SCORES, st.integers(0, 10), st.integers(0, 10), st.integers(4, 30), st.integers(0, 6))
def test_no_state_contradicts_the_projection_beside_it(scores, baseline, target, weeks, later):
    measure = {"by": "number", "hold": 2, "baseline": baseline, "target": target, "better": "higher", "since": START}
    today = week(len(scores)) + timedelta(weeks=later)
    case = case_of(measure, scores, deadline=week(weeks), today=today)
    progress, movement = case.item("g1").progress, case.movement(case.current("g1"))
    words = {judgement.state for judgement in progress.judgements}
    leads_nowhere = movement.projection is not None and movement.projection.day is None
    if words & {State.ON_TRACK, State.AHEAD, State.MET, State.REACHED_ONCE}:
        assert not leads_nowhere
        assert Unrealistic.UNREACHABLE not in {doubt.doubt for doubt in case.doubts("g1")}
    if State.PLATEAU in words:
        assert leads_nowhere
    if State.DATE_PASSED in words:
        assert not words & {State.ON_TRACK, State.AHEAD, State.MET}
    if State.MET in words:
        assert not [deadline for deadline in case.deadlines if deadline.kind.value == "deadline"]
