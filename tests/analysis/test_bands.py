"""A target that is a band: within it is reached, past it is not, whichever side the work began on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import FORMS, START, diary, goal, moods, plan_of, sessions, week

from goalctl.analysis.caseload.overview import item_overview
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.aimline import aimlines_of
from goalctl.analysis.progress.attainment import attainment_of, share_reached
from goalctl.analysis.progress.course import Side, side_of
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.trend import projection_of, trend_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.measure import Better
from goalctl.model.target_band import TargetBand

HOURS = {"by": "number", "of": "hours slept", "unit": "h", "scale": [0, 24], "target": [7, 9], "since": START}
TOO_LITTLE = {**HOURS, "baseline": 5}
TOO_MUCH = {**HOURS, "baseline": 11}
RIGHT = {**HOURS, "baseline": 8}
WEEK_12 = week(12)


def overview(measure, scores, *, today=None, deadline=WEEK_12, **plan):
    scored = sessions(scores)
    whole = plan_of(goals=[goal(measure, deadline=deadline)], sessions=scored, **plan)
    return item_overview(Standpoint(whole, FORMS, today or (scored[-1]["date"] if scored else START)), "g1")


def lines(found):
    return aimlines_of(found.current, found.item)


def series(measure, scores):
    return overview(measure, scores).current


@pytest.mark.parametrize(
    ("hours", "share", "reached"),
    [
        pytest.param(4, -0.5, False, id="below the baseline"),
        pytest.param(5, 0, False, id="at the baseline"),
        pytest.param(6, 0.5, False, id="half-way"),
        pytest.param(6.9, 0.95, False, id="just below"),
        pytest.param(7, 1, True, id="the lower end"),
        pytest.param(8, 1, True, id="inside"),
        pytest.param(9, 1, True, id="the upper end"),
        pytest.param(9.1, 0.95, False, id="just past"),
        pytest.param(13, -1, False, id="13 hours are no 400 %"),
    ],
)
def test_from_below_and_from_above_a_band_is_reached_within_it_only(hours, share, reached):
    for measure, value in ((TOO_LITTLE, hours), (TOO_MUCH, 16 - hours)):
        found = overview(measure, [value])
        assert found.attainment.share == pytest.approx(share)
        assert found.attainment.is_met is reached
        assert (found.progress.state is State.MET) is reached


@pytest.mark.parametrize(
    ("hours", "state"),
    [
        pytest.param(6.9, State.AT_RISK, id="just below"),
        pytest.param(7, State.ON_TRACK, id="the lower end"),
        pytest.param(8, State.ON_TRACK, id="inside"),
        pytest.param(9, State.ON_TRACK, id="the upper end"),
        pytest.param(9.1, State.AT_RISK, id="just above"),
    ],
)
def test_what_starts_within_the_band_is_kept_there(hours, state):
    found = overview({**RIGHT, "keep": "12w"}, [8, hours])
    assert (found.progress.state, found.progress.rule) == (state, "maintenance")
    assert (found.attainment.share, lines(found)) == (None, None)


def test_a_band_kept_for_long_enough_is_met_and_says_so():
    progress = overview({**RIGHT, "keep": "12w"}, [7, 8, 9] * 4).progress
    assert progress.state is State.MET
    assert progress.because.startswith("last 12 scores within 7 to 9, met since 2026-03-30")


def test_out_of_the_band_on_either_side_is_a_lapse():
    progress = overview({**RIGHT, "keep": "12w"}, [8, 6, 10]).progress
    assert progress.state is State.OFF_TRACK
    assert progress.because == "last 2 of 3 scores outside 7 to 9, now 10"


@pytest.mark.parametrize(
    ("measure", "scores", "because"),
    [
        pytest.param(TOO_LITTLE, [13], "last 1 of 1 score past 7 to 9, now 13", id="up"),
        pytest.param(TOO_MUCH, [6, 8, 6], "last 1 of 3 scores past 7 to 9, now 6", id="down"),
    ],
)
def test_past_the_band_is_a_risk_however_few_the_scores(measure, scores, because):
    progress = overview(measure, scores).progress
    assert (progress.state, progress.rule, progress.because) == (State.AT_RISK, "past the band", because)


def test_half_way_between_the_ends_the_lower_one_is_the_nearer_in_tenths_too():
    assert [TargetBand(0.7, 0.9).end_from(start) for start in (0.6, 0.79, 0.8, 0.81, 1)] == [0.7, 0.7, 0.7, 0.9, 0.9]


def test_past_the_band_is_told_of_the_third_score_too_where_no_baseline_is_stated():
    unstated = {key: value for key, value in TOO_LITTLE.items() if key != "baseline"}
    progress = overview(unstated, [5, 8, 10.5]).progress
    assert (progress.state, progress.because) == (State.AT_RISK, "last 1 of 3 scores past 7 to 9, now 10.5")


def test_past_the_band_for_as_long_as_would_have_made_it_met_is_off_track():
    progress = overview({**TOO_LITTLE, "hold": 3}, [8, 10, 10, 10]).progress
    assert (progress.state, progress.because) == (State.OFF_TRACK, "last 3 of 4 scores past 7 to 9, now 10")
    assert overview({**TOO_LITTLE, "hold": 3}, [8, 10, 10]).progress.state is State.AT_RISK


def test_past_the_band_is_never_ahead_nor_a_matter_of_pace():
    found = overview(TOO_LITTLE, [6, 7, 8, 10, 11, 12, 13])
    assert [judgement.state for judgement in found.progress.judgements] == [State.OFF_TRACK]
    assert found.doubts == ()


def test_one_long_night_in_a_diary_is_not_past_the_band_and_a_week_of_them_is():
    nights = diary("8887889" + "8788988", first=week(1))
    nights[-1]["g1"] = 13
    plan = plan_of(goals=[goal(TOO_LITTLE, deadline=WEEK_12)], diary=nights)
    assert item_overview(Standpoint(plan, FORMS, week(3)), "g1").progress.rule != "past the band"
    for night in nights[-7:]:
        night["g1"] = 13
    plan = plan_of(goals=[goal(TOO_LITTLE, deadline=WEEK_12)], diary=nights)
    assert item_overview(Standpoint(plan, FORMS, week(3)), "g1").progress.rule == "past the band"


def test_reached_once_says_within():
    progress = overview({**TOO_LITTLE, "hold": 2}, [6, 8]).progress
    assert (progress.state, progress.because) == (State.REACHED_ONCE, "1 of 2 in a row within 7 to 9: 8")


@pytest.mark.parametrize(
    ("measure", "target", "better"),
    [
        pytest.param(TOO_LITTLE, 7, Better.HIGHER, id="up"),
        pytest.param(TOO_MUCH, 9, Better.LOWER, id="down"),
        pytest.param(RIGHT, 7, None, id="in the middle"),
        pytest.param({**HOURS, "baseline": 8.5}, 9, None, id="nearer to the upper end"),
        pytest.param({**TOO_MUCH, "better": "higher"}, 9, Better.LOWER, id="whatever else is better"),
    ],
)
def test_the_end_that_comes_first_is_where_it_leads(measure, target, better):
    found = series(measure, [8])
    assert (found.target, found.better, found.target_words) == (target, better, "7 to 9")


@pytest.mark.parametrize(
    ("first", "target", "better", "is_kept"),
    [
        pytest.param(4, 7, Better.HIGHER, False, id="below"),
        pytest.param(7, 7, None, True, id="the lower end"),
        pytest.param(9, 9, None, True, id="the upper end"),
        pytest.param(12, 9, Better.LOWER, False, id="above"),
    ],
)
def test_without_a_stated_baseline_the_first_score_says_from_which_side(first, target, better, is_kept):
    found = series(HOURS, [first])
    assert (found.target, found.better, found.is_kept) == (target, better, is_kept)


@pytest.mark.parametrize(("measure", "rate"), [(TOO_LITTLE, 1), (TOO_MUCH, -1)], ids=["up", "down"])
def test_the_aimline_leads_to_the_end_that_comes_first(measure, rate):
    found = overview(measure, [8], deadline=week(2))
    line = lines(found).current
    assert (line.begins_at, line.target, line.rate * 7) == (measure["baseline"], found.current.target, rate)


@pytest.mark.parametrize(
    ("value", "side"),
    [
        pytest.param(5.9, Side.WORSE, id="below the line"),
        pytest.param(6, Side.NEITHER, id="on it"),
        pytest.param(6.1, Side.BETTER, id="above it"),
        pytest.param(8, Side.BETTER, id="within the band"),
        pytest.param(9.9, Side.BETTER, id="past the band, nearer than the line"),
        pytest.param(10.1, Side.WORSE, id="past the band, farther than the line"),
    ],
)
def test_beside_the_aimline_the_distance_to_the_band_counts(value, side):
    line = lines(overview(TOO_LITTLE, [8], deadline=week(12))).current
    assert side_of(Point(week(6), value), line, Better.HIGHER) is side
    mirrored = lines(overview(TOO_MUCH, [8], deadline=week(12))).current
    assert side_of(Point(week(6), 16 - value), mirrored, Better.LOWER) is side


@pytest.mark.parametrize(
    ("scores", "where"),
    [
        pytest.param([5] * 6, "below", id="too slow"),
        pytest.param([5, 5, 5, 14, 5, 5], "on both sides of", id="too slow and once too far"),
    ],
)
def test_the_sides_of_the_line_are_told_as_one_sees_them(scores, where):
    judgement = overview(TOO_LITTLE, scores).progress.judgement
    assert judgement.because.endswith("the last 4 of 6 scores fall short")
    assert judgement.why.startswith(f"last 4 of 6 {where} the aimline; slope ")


def test_a_band_on_the_way_is_projected_to_its_first_end():
    found = overview({**TOO_LITTLE, "baseline": 2}, [2.5, 3, 3.5, 4, 4.5, 5])
    trend = trend_of(found.current.since_baseline)
    assert projection_of(trend, found.current.target, found.current.better).day == week(10)


def test_the_first_three_scores_within_the_band_leave_no_way_to_draw():
    plan = plan_of(goals=[goal(HOURS, deadline=WEEK_12)], sessions=sessions([6, 8, 8, 6, 6, 6]))
    found = item_overview(Standpoint(plan, FORMS, week(7)), "g1")
    assert lines(found) is None
    assert found.progress.because.endswith("it began at 8, within 7 to 9, so there is no line to lead there")


def test_the_best_score_on_a_form_is_the_one_nearest_to_the_band():
    plan = plan_of(
        goals=[goal({"by": "phq-9", "baseline": 20, "target": [5, 9], "since": START})], sessions=moods([12, 8, 0])
    )
    assert item_overview(Standpoint(plan, FORMS, week(9)), "g1").symptoms.best.value == 8


VALUES = st.integers(-20, 40)


@given(VALUES, VALUES, st.tuples(VALUES, VALUES).map(sorted), VALUES)
def test_a_band_and_its_mirror_are_judged_alike(baseline, value, ends, other):
    low, high = ends[0], ends[1] + 1
    up = {"by": "number", "baseline": baseline, "target": [low, high], "since": START}
    down = {**up, "baseline": -baseline, "target": [-high, -low]}
    one, mirror = series(up, [other, value]), series(down, [-other, -value])
    assert share_reached(one, value) == share_reached(mirror, -value)
    assert attainment_of(one).is_met is attainment_of(mirror).is_met
    assert one.gain(other, value) == mirror.gain(-other, -value)


@given(VALUES, VALUES, st.tuples(VALUES, VALUES).map(sorted))
def test_no_score_is_more_than_the_whole_way_and_only_the_band_is_all_of_it(baseline, value, ends):
    low, high = ends[0], ends[1] + 1
    found = series({"by": "number", "baseline": baseline, "target": [low, high], "since": START}, [value])
    share = share_reached(found, value)
    if share is not None:
        assert share <= 1
        assert (share == 1) is (low <= value <= high) is found.is_at_target(value)
