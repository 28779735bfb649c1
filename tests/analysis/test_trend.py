"""The Theil-Sen trend, its interval against SciPy, and the day the target is reached."""

import math
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import START, WEEK_1, points, week

from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.trend import Projection, projection_of, theil_sen, trend_of
from goalctl.model.measure import Better

DAYS = st.integers(0, 800)
SCORES = st.integers(-10, 30)
SAMPLES = st.lists(st.tuples(DAYS, SCORES), min_size=3, max_size=40).filter(
    lambda pairs: len({x for x, _ in pairs}) > 1
)


def scipy_slopes(ys, xs, **how):
    """What SciPy says; it is imported here, for few tests need it and it is large."""
    from scipy.stats import theilslopes

    return theilslopes(ys, xs, method="joint", **how)


def days(projection):
    return projection.day, projection.earliest, projection.latest


@given(SAMPLES, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_slope_intercept_and_interval_agree_with_scipy(pairs, confidence):
    xs, ys = zip(*pairs, strict=True)
    ours = theil_sen(xs, ys, confidence=confidence)
    with np.errstate(invalid="ignore"):
        theirs = scipy_slopes(ys, xs, alpha=confidence)
    assert (ours.slope, ours.intercept) == pytest.approx((theirs.slope, theirs.intercept), abs=1e-9)
    if not math.isnan(theirs.low_slope):
        assert (ours.low, ours.high) == pytest.approx((theirs.low_slope, theirs.high_slope), abs=1e-9)


def test_ties_that_leave_nothing_to_estimate_from_give_the_whole_range_of_slopes():
    line = theil_sen([0, 0, 0, 0, 0, 1], [3, 0, 0, 0, 0, 0])
    assert (line.slope, line.low, line.high) == (0, -3, 0)


@given(SAMPLES, st.integers(1, 5), st.integers(-20, 20))
def test_scaling_and_shifting_the_scores_scales_and_shifts_the_line(pairs, scale, shift):
    xs, ys = zip(*pairs, strict=True)
    before, after = theil_sen(xs, ys), theil_sen(xs, [scale * y + shift for y in ys])
    assert after.slope == pytest.approx(scale * before.slope, abs=1e-9)
    assert after.intercept == pytest.approx(scale * before.intercept + shift, abs=1e-7)
    assert (after.low, after.high) == pytest.approx((scale * before.low, scale * before.high), abs=1e-9)


@given(SAMPLES)
def test_mirrored_scores_mirror_the_slope(pairs):
    xs, ys = zip(*pairs, strict=True)
    assert theil_sen(xs, [-y for y in ys]).slope == pytest.approx(-theil_sen(xs, ys).slope, abs=1e-9)


def test_one_wild_score_does_not_move_the_slope():
    assert trend_of(points([1, 2, 3, 30, 5, 6, 7])).slope == pytest.approx(1 / 7)


def test_two_scores_are_too_few_and_three_of_one_day_too():
    assert trend_of(points([1, 2])) is None
    assert trend_of(points([1, 2, 3], every=0)) is None
    assert trend_of([*points([1, 2], every=0), *points([5], first=WEEK_1 + timedelta(days=1))]).slope == 3.5


@pytest.mark.parametrize(("n", "can_judge"), [(3, False), (5, False), (6, True)])
def test_six_scores_are_needed_to_judge(n, can_judge):
    assert trend_of(points(range(n))).can_judge is can_judge


def test_two_hundred_scores_and_a_gap_of_a_year_agree_with_scipy():
    found = points([n % 7 for n in range(100)], every=1) + points([n % 5 for n in range(100)], first=week(70), every=1)
    xs = [(point.day - found[0].day).days for point in found]
    theirs = scipy_slopes([point.value for point in found], xs)
    ours = trend_of(found)
    assert (ours.slope, ours.low, ours.high) == pytest.approx((theirs.slope, theirs.low_slope, theirs.high_slope))


@pytest.mark.parametrize("n", [1000, 1001, 20_000])
def test_a_trend_through_very_many_scores_is_that_of_a_thousand_drawn(n):
    trend = trend_of(points([day / 4 + day % 7 for day in range(n)], every=1))
    assert (trend.n, trend.end) == (n, WEEK_1 + timedelta(days=n - 1))
    assert trend.slope == pytest.approx(0.25, abs=0.001)
    assert trend.low <= 0.25 <= trend.high


def test_where_all_but_two_of_very_many_scores_are_of_one_day_there_is_a_trend_still():
    many = [(START, 2.0), *[(START + timedelta(days=1), 3.0)] * 20_000, (START + timedelta(days=30), 8.0)]
    trend = trend_of([Point(*one) for one in many])
    assert (trend.start, trend.end, trend.n) == (START, START + timedelta(days=30), 20_002)


def test_the_target_is_projected_on_the_first_day_at_or_past_it():
    trend = trend_of(points([1, 2, 3]))
    assert projection_of(trend, 7, Better.HIGHER).day == week(7)
    assert projection_of(trend, 7.1, Better.HIGHER).day == week(7) + timedelta(days=1)


@pytest.mark.parametrize(
    ("values", "target", "better"),
    [
        pytest.param([3, 2, 1], 7, Better.HIGHER, id="falling, higher is better"),
        pytest.param([1, 2, 3], 0, Better.LOWER, id="rising, lower is better"),
        pytest.param([4, 4, 4, 4], 7, Better.HIGHER, id="flat"),
        pytest.param([1, 2, 3], 7, None, id="no side is better"),
        pytest.param([1, 1.001, 1.002], 7, Better.HIGHER, id="centuries away"),
    ],
)
def test_a_target_that_is_not_reached_at_this_rate_has_no_day(values, target, better):
    assert projection_of(trend_of(points(values)), target, better).day is None


def test_earliest_and_latest_enclose_the_day_and_latest_is_open_when_the_interval_allows_never():
    steady = projection_of(trend_of(points([1, 2, 3, 4, 5.5, 6, 7, 8])), 12, Better.HIGHER)
    assert steady.earliest <= steady.day <= steady.latest
    shaky = projection_of(trend_of(points([1, 5, 2, 6, 1, 5, 4])), 12, Better.HIGHER)
    assert shaky.latest is None


def test_a_line_that_is_past_the_target_gives_the_day_it_passed():
    assert projection_of(trend_of(points([5, 6, 7])), 6, Better.HIGHER).day == week(2)


def test_a_falling_goal_is_projected_like_a_rising_one():
    up, down = trend_of(points([1, 2, 3])), trend_of(points([-1, -2, -3]))
    assert days(projection_of(up, 9, Better.HIGHER)) == days(projection_of(down, -9, Better.LOWER))


def test_a_day_past_the_calendar_s_end_is_not_reached():
    trend = trend_of(points([1, 2, 3], first=date.max - timedelta(days=20)))
    assert projection_of(trend, 30, Better.HIGHER).day is None


def test_the_value_on_a_day_lies_on_the_line():
    trend = trend_of(points([1, 2, 3], first=START))
    assert math.isclose(trend.value_on(week(5)), 6)


def test_a_crossing_exactly_on_a_day_does_not_slip_to_the_next_by_rounding():
    scores = [3, 8, 3, 6, 8, 1, 6, 0, 6]
    down = projection_of(trend_of(points(scores)), 3, Better.LOWER)
    up = projection_of(trend_of(points([10 - score for score in scores])), 7, Better.HIGHER)
    assert days(down) == days(up)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        pytest.param(5, "the trend passed 6 on 2026-01-19, but the last score is 5", id="not there"),
        pytest.param(6, "the trend passed 6 on 2026-01-19", id="there"),
    ],
)
def test_a_day_that_the_scores_have_passed_is_no_forecast(last, words):
    projected = projection_of(trend_of(points([5, 6, 7])), 6, Better.HIGHER)
    assert projected.in_words(last, Better.HIGHER) == words


def test_the_last_score_s_own_day_is_passed_and_the_next_one_is_ahead():
    trend = trend_of(points([1, 2, 3]))
    assert projection_of(trend, 3, Better.HIGHER).is_passed
    ahead = projection_of(trend, 3.1, Better.HIGHER)
    assert not ahead.is_passed
    assert ahead.in_words(3, Better.HIGHER).startswith(f"at {ahead.target:g} about {week(3) + timedelta(days=1)}")


@pytest.mark.parametrize(
    ("ahead", "words"),
    [(365, "at 9 about 2027-03-02"), (366, "at 9 only about 2027"), (800, "at 9 only about 2028")],
)
def test_a_day_more_than_a_year_ahead_is_told_by_its_year(ahead, words):
    known = date(2026, 3, 2)
    assert Projection(known + timedelta(days=ahead), None, None, 9.0, known).in_words(3, Better.HIGHER) == words


def test_no_trend_tells_of_a_day_before_its_first_score():
    projected = projection_of(trend_of(points([5, 6, 4])), 6, Better.LOWER)
    assert projected.day == projected.known_from == week(1)
    assert projected.in_words(4, Better.LOWER) == "the trend is at or past 6 from the first score on, 2026-01-12"


def test_the_target_is_told_as_it_was_stated():
    projected = projection_of(trend_of(points([0.3, 0.2, 0.15])), 0.125, Better.LOWER)
    assert projected.in_words(0.15, Better.LOWER).startswith("at 0.125 about ")
