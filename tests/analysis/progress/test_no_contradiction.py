"""A passed date beside nothing that is on track, shares that say 100% only at the target, bands, scores by occasion."""

from datetime import timedelta

import pytest

from goalctl.analysis.case import Case
from goalctl.analysis.progress.judgement import State
from goalctl.model.settings import Settings
from goalctl.views.words.sparkline import bar, percent_text
from tests.analysis.invented import FORMS, START, goal, plan_of, sessions, week

DAY = timedelta(days=1)
RATED = {"by": "rating", "baseline": 2, "target": 8, "since": START}
DONE = {"by": "done", "baseline": 0, "since": START}
SLEEP = {
    "by": "number",
    "of": "hours slept",
    "unit": "h",
    "scale": [0, 24],
    "baseline": 5,
    "target": [7, 9],
    "since": START,
}


def progress_of(measure, scores, *, today, deadline=None, **keys):
    plan = plan_of(goals=[goal(measure, deadline=deadline, **keys)], sessions=sessions(scores))
    return Case.of(plan, FORMS, Settings(), today).item("g1").progress


@pytest.mark.parametrize(
    ("today", "states"),
    [
        pytest.param(week(4) - DAY, [State.ON_TRACK], id="the day before"),
        pytest.param(week(4), [State.ON_TRACK], id="the day itself"),
        pytest.param(week(4) + DAY, [State.DATE_PASSED], id="the day after"),
    ],
)
def test_what_is_not_done_is_past_its_date_and_never_on_track_as_well(today, states):
    progress = progress_of(DONE, [0, 0], today=today, deadline=week(4))
    assert [judgement.state for judgement in progress.judgements] == states


def test_a_passed_date_says_what_it_was_and_how_far_the_goal_came():
    progress = progress_of(RATED, [3, 4, 5], today=week(5), deadline=week(4))
    assert progress.because == f"the target date was {week(4)}; 5 on {week(3)}, target 8"
    assert (
        progress_of(DONE, [0], today=week(5), deadline=week(4)).because
        == f"the target date was {week(4)}; not done yet"
    )


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (-0.2, "-20%"), (-0.001, "-1%"), (0, "0%"), (0.001, "1%"), (0.5, "50%"), (299 / 300, "99%"), (1, "100%"),
        (1.004, "100%"), (1.29, "129%"),
    ],
)  # fmt: skip
def test_a_hundred_percent_is_the_target_and_nothing_less(share, text):
    assert percent_text(share) == text
    assert (bar(share) == "█" * 10) is (share >= 1)
    assert (bar(share) == "░" * 10) is (share <= 0)


@pytest.mark.parametrize(
    ("hours", "share", "state"),
    [
        pytest.param(6.9, "95%", None, id="below the band"),
        pytest.param(7, "100%", State.MET, id="its lower end"),
        pytest.param(8, "100%", State.MET, id="inside"),
        pytest.param(9, "100%", State.MET, id="its upper end"),
        pytest.param(9.1, "95%", None, id="above it"),
        pytest.param(13, "-100%", None, id="far above it"),
    ],
)
def test_a_band_is_met_inside_it_alone_and_never_more_than_reached(hours, share, state):
    plan = plan_of(goals=[goal(SLEEP, deadline=week(12))], sessions=sessions([6, 6.5, hours]))
    found = Case.of(plan, FORMS, Settings(), week(3)).item("g1")
    assert percent_text(found.attainment.share) == share
    assert (found.progress.state is State.MET) is (state is State.MET)


@pytest.mark.parametrize(
    ("measure", "is_stale"),
    [
        pytest.param({"by": "percent", "of": "crises without self-harm"}, False, id="a share of crises"),
        pytest.param({"by": "percent", "of": "nights slept through", "per": "week"}, True, id="a share of each week"),
        pytest.param({"by": "count", "of": "skills used in a crisis"}, False, id="a count on each occasion"),
        pytest.param({"by": "count", "of": "walks", "per": "week"}, True, id="a count by the week"),
        pytest.param({"by": "rating"}, True, id="a rating"),
    ],
)
def test_what_is_scored_by_occasion_is_not_stale_because_none_came(measure, is_stale):
    progress = progress_of({**measure, "baseline": 10, "target": 50, "scale": [0, 100]}, [20, 30], today=week(20))
    assert (progress.says(State.STALE) is not None) is is_stale


def test_the_date_of_what_is_met_is_due_no_more():
    plan = plan_of(goals=[goal(RATED, deadline=week(4))], sessions=sessions([5, 8, 8]), review_every="1y")
    before, after = (Case.of(plan, FORMS, Settings(), day).deadlines for day in (week(2), week(9)))
    assert "g1" in {deadline.item for deadline in before}
    assert "g1" not in {deadline.item for deadline in after}
