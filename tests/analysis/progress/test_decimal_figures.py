"""Decimals compare as a person writes them, and two figures of one sentence never read alike while they differ."""

from datetime import date, timedelta

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.figures import figure, per_week
from goalctl.analysis.progress.judgement import State
from goalctl.model.settings import Settings
from tests.analysis.invented import FORMS, START, diary, goal, plan_of, sessions, week


def progress(measure, deadline=None, today=None, **keys):
    plan = plan_of(goals=[goal({**measure, "since": START}, deadline=deadline or week(50))], **keys)
    return Case.of(plan, FORMS, Settings(), today or week(20)).item("g1").progress


HOURS = {"by": "number", "of": "hours", "scale": [0, 14]}


@pytest.mark.parametrize(
    ("baseline", "target", "scores", "is_worse"),
    [
        pytest.param("5", "8", ["4.7", "4.7"], True, id="a step of 0.3 below"),
        pytest.param("5", "8", ["4.71", "4.7"], False, id="less than a step below"),
        pytest.param("8.31", "5.87", ["8.554", "8.554"], True, id="a step of 0.244 above"),
        pytest.param("4.8", ["7.1", "9"], ["4.57", "4.57"], True, id="a step of 0.23 away from a band"),
    ],
)
def test_a_whole_step_is_a_step_in_decimals_too(baseline, target, scores, is_worse):
    found = progress({**HOURS, "baseline": baseline, "target": target}, sessions=sessions(scores), today=week(3))
    assert (found.state is State.RELIABLY_WORSE) is is_worse


@pytest.mark.parametrize(
    ("days", "state"),
    [
        pytest.param(["1.1", "2.2"], State.MET, id="3.3 a week are 3.3"),
        pytest.param(["1.1", "2.3"], State.NO_DATA, id="3.4 are not"),
    ],
)
def test_a_week_of_decimals_in_the_diary_reaches_its_target(days, state):
    measure = {"by": "count", "of": "units", "per": "week", "scale": [0, 70], "baseline": 20, "target": "3.3"}
    noted = [entry for weeks in (1, 2) for entry in diary("xx", first=week(weeks))]
    plain = [{**entry, "g1": score} for entry, score in zip(noted, days * 2, strict=True)]
    assert progress(measure, diary=plain, today=week(4)).state is state


@pytest.mark.parametrize(
    ("lowest", "is_still"),
    [pytest.param("5", False, id="0.3 apart"), pytest.param("5.01", True, id="0.29 apart")],
)
def test_six_scores_a_step_of_decimals_apart_do_not_stand_still(lowest, is_still):
    scores = ["2", "3", "4", lowest, "5.3", "5.1", "5.2", "5.3", "5.3"]
    found = progress({**HOURS, "baseline": "5", "target": "8"}, week(500), sessions=sessions(scores), today=week(9))
    assert (found.state is State.PLATEAU) is is_still


def test_what_falls_short_is_not_told_as_what_was_expected():
    """3 to 7 in 96 days is 3 + 4 x 49/96 = 5.04 after seven weeks: a 5 falls short of it."""
    scores = [3, 3, 3, 3, 3, 4, 5]
    measure = {"by": "rating", "baseline": 3, "target": 7}
    found = progress(measure, START + timedelta(days=96), sessions=sessions(scores), today=week(7))
    assert found.because == f"5 on {week(7)}, 5.04 expected; the last 4 of 7 scores fall short"


@pytest.mark.parametrize(
    ("value", "beside", "told"),
    [
        pytest.param(5.0417, 5, "5.04", id="above"),
        pytest.param(4.9583, 5, "4.96", id="below"),
        pytest.param(5.0417, 5.04, "5.042", id="near one of two places"),
        pytest.param(0.949, 0.951, "0.949", id="both would be 0.95"),
        pytest.param(5.0, 5.0, "5", id="the same"),
        pytest.param(14.23, 12, "14.2", id="far apart"),
        pytest.param(-0.404, -0.396, "-0.404", id="two falls"),
    ],
)
def test_a_figure_is_told_apart_from_the_one_beside_it(value, beside, told):
    assert figure(value, beside=beside) == told


def test_rates_are_told_apart_by_the_week():
    assert per_week(4 / 27, beside=1 / 7) == "1.04 a week"


def test_what_is_stale_tells_the_days_on_hold_apart():
    """69 days from 1 February to 10 April 2024, of which 29 (10 February to 9 March) rested."""
    held = {"holds": [{"from": date(2024, 2, 10), "to": date(2024, 3, 10), "because": "travel"}], "opened": week(-104)}
    log = [{"date": date(2024, 2, 1), "scores": {"g1": 4}}]
    plan = plan_of(goals=[goal({"by": "rating", "baseline": 3, "target": 7}, opened=week(-104))], sessions=log, **held)
    found = Case.of(plan, FORMS, Settings(), date(2024, 4, 10)).item("g1").progress.says(State.STALE)
    expected = "no score for 40 days beside 29 days on hold, since 2024-02-01; 28 is the usual limit"
    assert found
    assert found.because == expected
