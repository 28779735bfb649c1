"""The aimline: where it starts and what it expects."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import FORMS, START, diary, goal, plan_of, points, sessions, week

from goalctl.analysis.instruments.point import Origin, Point
from goalctl.analysis.progress.aimline import Aimline, aimlines_of, by_the_week, judged_points
from goalctl.analysis.progress.course import Side, can_be_judged, four_point_rule, trend_rule
from goalctl.analysis.progress.series import series_of
from goalctl.analysis.progress.trend import trend_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.measure import Better

RATING = {"by": "rating", "baseline": 2, "target": 8, "since": START}
RISING = Aimline(START, 2, week(12), 8)
FALLING = Aimline(START, 8, week(12), 2)


def lines(measure, scores=(), **keys):
    plan = plan_of(goals=[goal(measure, **keys)], sessions=sessions(scores))
    series = series_of(Standpoint(plan, FORMS, week(99)), "g1")[0]
    return aimlines_of(series, plan.scorables["g1"]), series


def test_it_runs_from_the_stated_baseline_on_its_day_to_the_target_on_the_deadline():
    found, _ = lines(RATING, deadline=week(12))
    assert (found.current, found.original) == (RISING, None)


def test_without_a_stated_baseline_it_starts_at_the_median_of_the_first_three_scores():
    found, series = lines({"by": "rating", "target": 8}, [4, 1, 3, 6, 7], deadline=week(12))
    assert (found.current.start, found.current.begins_at) == (week(2), 3)
    assert [point.value for point in judged_points(series)] == [6, 7]


def test_the_first_deadline_stays_beside_the_extended_one():
    moved = [{"on": week(11), "from": week(12), "because": "flu"}, {"on": week(15), "from": week(16), "because": "x"}]
    found, _ = lines(RATING, deadline=week(20), extended=moved)
    assert (found.current.end, found.original.end) == (week(20), week(12))


@pytest.mark.parametrize(
    ("measure", "deadline"),
    [
        pytest.param(RATING, None, id="no deadline"),
        pytest.param(RATING, START, id="due on the day it starts"),
        pytest.param({"by": "rating", "baseline": 2}, week(12), id="no target"),
        pytest.param({"by": "rating", "target": 8}, week(12), id="no baseline and no score"),
    ],
)
def test_where_there_is_no_line(measure, deadline):
    assert lines(measure, deadline=deadline)[0] is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(START - timedelta(days=1), 2, id="before the start"),
        pytest.param(START, 2, id="the start"),
        pytest.param(week(6), 5, id="half-way"),
        pytest.param(week(12), 8, id="the deadline"),
        pytest.param(week(13), 8, id="after it"),
    ],
)
def test_what_is_expected_on_a_day(day, expected):
    assert RISING.expected_on(day) == pytest.approx(expected)
    assert FALLING.expected_on(day) == pytest.approx(10 - expected)


def test_scores_on_or_before_the_baseline_s_day_are_not_judged():
    _, series = lines(RATING | {"since": week(2)}, [1, 2, 3], deadline=week(12))
    assert [point.value for point in judged_points(series)] == [3]


def written(signs):
    """One sign a day: a digit is a diary entry, a letter from `a` (0) a session score, a dot a day without either."""
    return [
        Point(START + timedelta(days=n), int(sign), Origin.DIARY)
        if sign.isdigit()
        else Point(START + timedelta(days=n), "abcdefghij".index(sign))
        for n, sign in enumerate(signs)
        if sign != "."
    ]


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("1289", [(3, 5)], id="four nights: their median on the last one"),
        pytest.param("1111111" + "3333333", [(6, 1), (13, 3)], id="two weeks of nights"),
        pytest.param("4......5......6", [(0, 4), (7, 5), (14, 6)], id="a diary kept weekly stays as it is"),
        pytest.param("999999c", [(6, 2)], id="the session speaks for the week before it"),
        pytest.param("c999999", [(0, 2)], id="and alone for the week it stands in"),
        pytest.param("c9999999", [(0, 2), (7, 9)], id="a full week of nights after it counts"),
        pytest.param("c..d..e", [(0, 2), (3, 3), (6, 4)], id="session scores stay, however near"),
    ],
)
def test_the_diary_counts_by_the_week_and_session_scores_as_they_are(signs, expected):
    found = by_the_week(written(signs))
    assert [((point.day - START).days, point.value) for point in found] == expected


@given(st.text(st.sampled_from(".25c"), max_size=80))
def test_no_two_points_are_nearer_than_a_week_unless_both_are_of_sessions(signs):
    found = by_the_week(written(signs))
    assert [point for point in found if point.origin is Origin.SESSION] == [
        point for point in written(signs) if point.origin is Origin.SESSION
    ]
    for before, after in pairwise(found):
        assert before.origin is after.origin is Origin.SESSION or after.day - before.day >= timedelta(days=7)


def test_daily_counts_that_are_added_up_are_weeks_already():
    weekly = {"by": "count", "per": "week", "scale": [0, 7], "baseline": 1, "target": 6, "since": START}
    plan = plan_of(goals=[goal(weekly)], diary=diary("1" * 22, first=START + timedelta(days=1)))
    (series,) = series_of(Standpoint(plan, FORMS, week(4)), "g1")
    assert judged_points(series) == series.points


def test_the_series_keeps_every_night():
    plan = plan_of(goals=[goal(RATING)], diary=diary("3333333", first=START + timedelta(days=1)))
    (series,) = series_of(Standpoint(plan, FORMS, week(4)), "g1")
    assert (len(series.points), len(judged_points(series))) == (7, 1)


@pytest.mark.parametrize(
    ("n", "every", "can"),
    [
        pytest.param(6, 7, True, id="six over six weeks"),
        pytest.param(5, 9, False, id="five"),
        pytest.param(12, 3, False, id="twelve in under six weeks"),
    ],
)
def test_judging_takes_six_scores_over_six_weeks(n, every, can):
    assert can_be_judged(points([3] * n, every=every), RISING) is can


@pytest.mark.parametrize(
    ("scores", "side"),
    [
        pytest.param([2, 2, 2, 2, 2, 2], Side.WORSE, id="last four below"),
        pytest.param([2, 2, 5, 6, 6, 6], Side.BETTER, id="last four above"),
        pytest.param([2, 2, 5, 2, 6, 6], Side.NEITHER, id="mixed"),
        pytest.param([2.5, 3, 3.5, 4, 4.5, 5], Side.NEITHER, id="exactly on the line"),
        pytest.param([2, 2, 2, 2, 2], None, id="too few"),
    ],
)
def test_the_4_point_rule_changes_sides_with_the_direction(scores, side):
    mirrored = [10 - score for score in scores]
    assert four_point_rule(points(scores), RISING, Better.HIGHER) is side
    assert four_point_rule(points(mirrored), FALLING, Better.LOWER) is side


@pytest.mark.parametrize(
    ("scores", "side"),
    [
        pytest.param([2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6], Side.WORSE, id="flatter"),
        pytest.param([1, 2, 3, 4, 5, 6, 7], Side.BETTER, id="steeper"),
        pytest.param([2.5, 3, 3.5, 4, 4.5, 5, 5.5], Side.NEITHER, id="parallel"),
        pytest.param([2, 6, 2, 6, 2, 6, 2], Side.NEITHER, id="too uncertain to differ"),
    ],
)
def test_the_trend_rule_compares_the_slope_s_interval_with_the_line(scores, side):
    up, down = points(scores), points([10 - score for score in scores])
    assert trend_rule(up, trend_of(up), RISING, Better.HIGHER) is side
    assert trend_rule(down, trend_of(down), FALLING, Better.LOWER) is side
