"""Goal attainment scaling against known results, and goal-based outcomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import FORMS, START, goal, moods, plan_of, week

from goalctl.analysis.progress.goal_scaling import (
    GoalScalingError,
    goal_based_outcome,
    goal_based_outcome_of,
    goal_scaling_of,
    t_score,
)
from goalctl.analysis.standpoint import Standpoint

LEVELS = {"by": "levels", "baseline": -1, "since": START}


def scored(measures, scores):
    goals = [goal(measure) | {"id": f"g{n}"} for n, measure in enumerate(measures, 1)]
    return plan_of(goals=goals, sessions=[{"date": week(1), "scores": {f"g{n}": x for n, x in enumerate(scores, 1)}}])


@pytest.mark.parametrize(
    ("levels", "weights", "expected"),
    [
        ([-1], None, 40.00),
        ([-1, -1], None, 37.60),
        ([-1, -1, -1], None, 36.31),
        ([2, 2, 2], None, 77.39),
        ([-2, 0, -1, 2, 0, 1], [3, 5, 1, 4, 2, 6], 55.00),
        ([0, 0, 0], [1, 2, 3], 50.00),
        ([-1, 2], [1, 0], 40.00),
    ],
)
def test_t_scores_of_kiresuk_and_sherman(levels, weights, expected):
    assert t_score(levels, weights) == pytest.approx(expected, abs=0.005)


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 9)), min_size=1, max_size=8))
def test_turning_every_level_round_turns_the_t_score_about_50(pairs):
    levels, weights = zip(*pairs, strict=True)
    assert t_score([-level for level in levels], weights) == pytest.approx(100 - t_score(levels, weights))


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 9)), min_size=1, max_size=8), st.integers(1, 9))
def test_only_the_proportion_of_the_weights_matters(pairs, factor):
    levels, weights = zip(*pairs, strict=True)
    assert t_score(levels, [factor * weight for weight in weights]) == pytest.approx(t_score(levels, weights))


@pytest.mark.parametrize(
    ("levels", "weights"),
    [
        pytest.param([], None, id="no goals"),
        pytest.param([0, 1], [0, 0], id="all weights zero"),
        pytest.param([0, 1], [1], id="a weight missing"),
        pytest.param([3], None, id="outside the levels"),
        pytest.param([0, 1], [2, -1], id="a negative weight"),
    ],
)
def test_what_gives_no_t_score_is_refused(levels, weights):
    with pytest.raises(GoalScalingError):
        t_score(levels, weights)


def test_a_plan_s_t_scores_use_importance_times_difficulty_when_every_goal_has_them():
    weights = [{"importance": 3, "difficulty": 1}, {"importance": 2, "difficulty": 3}]
    plan = scored([LEVELS | {"weight": weight} for weight in weights], [1, 0])
    found = goal_scaling_of(Standpoint(plan, FORMS, week(2)))
    assert found.weighted
    assert found.achieved == pytest.approx(t_score([1, 0], [3, 6]))
    assert found.change == pytest.approx(found.achieved - t_score([-1, -1], [3, 6]))


def test_one_goal_without_weight_means_that_all_count_the_same():
    plan = scored([LEVELS | {"weight": {"importance": 3, "difficulty": 1}}, LEVELS], [1, 0])
    found = goal_scaling_of(Standpoint(plan, FORMS, week(2)))
    assert (found.weighted, found.achieved) == (False, pytest.approx(t_score([1, 0])))


def test_without_goals_with_levels_there_is_no_t_score():
    assert goal_scaling_of(Standpoint(plan_of(goals=[goal()]), FORMS, week(2))) is None


def test_a_goal_based_outcome_is_end_less_start_and_their_mean():
    found = goal_based_outcome({"g1": (2, 7), "g2": (3, 2), "g3": (0, 5)})
    assert (found.changes, found.mean) == ({"g1": 5, "g2": -1, "g3": 5}, 3)
    assert goal_based_outcome({}) is None


def test_only_upward_ratings_from_0_to_10_enter_a_goal_based_outcome_and_never_symptoms():
    rating = {"by": "rating", "baseline": 2, "target": 8, "since": START}
    falling = {"by": "rating", "baseline": 8, "target": 2, "since": START}
    plan = scored([rating, falling, {"by": "phq-9", "baseline": 20, "target": 9}], [6, 3, 5])
    both = plan.model_copy(update={"sessions": plan.sessions + plan_of(sessions=moods([10])).sessions})
    assert goal_based_outcome_of(Standpoint(both, FORMS, week(9))).changes == {"g1": 4}


def test_a_score_before_the_baseline_s_day_is_no_outcome():
    rating = {"by": "rating", "baseline": 2, "target": 8, "since": week(2)}
    levels = LEVELS | {"since": week(2)}
    early = scored([rating, levels], [6, 2])
    assert goal_based_outcome_of(Standpoint(early, FORMS, week(3))) is None
    assert goal_scaling_of(Standpoint(early, FORMS, week(3))) is None
    later = plan_of(sessions=[{"date": week(2), "scores": {"g1": 3, "g2": 0}}]).sessions
    both = early.copy_with(sessions=early.sessions + later)
    assert goal_based_outcome_of(Standpoint(both, FORMS, week(3))).changes == {"g1": 1}
    assert goal_scaling_of(Standpoint(both, FORMS, week(3))).achieved == 50
