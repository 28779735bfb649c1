"""Symptom forms: reliable change from the baseline and from the best, checkpoints, response, remission, hints."""

import pytest
from invented import FORMS, START, WEEK_1, goal, mood_form, moods, plan_of, week

from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.series import series_of
from goalctl.analysis.progress.state import state_of
from goalctl.analysis.progress.symptoms import non_response_hint, symptom_change
from goalctl.analysis.standpoint import Standpoint

MOOD = {"by": "phq-9", "baseline": 18, "target": 4, "since": START}


def plan(totals, *, measure=MOOD, first=WEEK_1, every=14, **keys):
    return plan_of(
        goals=[goal(measure, **{"deadline": week(24), **keys})], sessions=moods(totals, first=first, every=every)
    )


def change(totals, forms=FORMS, **keys):
    found = series_of(Standpoint(plan(totals, **keys), forms, week(99)), "g1")
    return symptom_change(found[0], forms)


def stood(totals, today, *, forms=FORMS, **keys):
    return state_of(Standpoint(plan(totals, **keys), forms, today), "g1")


@pytest.mark.parametrize(
    ("last", "better", "worse"),
    [
        pytest.param(12, True, False, id="6 better"),
        pytest.param(13, False, False, id="5 better"),
        pytest.param(18, False, False, id="the same"),
        pytest.param(23, False, False, id="5 worse"),
        pytest.param(24, False, True, id="6 worse"),
    ],
)
def test_a_change_is_reliable_from_the_form_s_own_figure_on(last, better, worse):
    found = change([15, last])
    assert (found.is_reliably_better, found.is_reliably_worse) == (better, worse)


def test_the_change_from_the_best_score_is_reported_beside_the_one_from_the_baseline():
    found = change([10, 8, 15])
    assert (found.best.value, found.best.day) == (8, week(3))
    assert found.is_reliably_worse_than_best
    assert not found.is_reliably_worse


@pytest.mark.parametrize(("last", "response", "remission"), [(10, False, False), (9, True, False), (4, True, True)])
def test_response_and_remission_are_the_form_s_data(last, response, remission):
    found = change([last]).from_baseline
    assert (found.response, found.remission) == (response, remission)


def test_a_first_score_that_serves_as_baseline_is_not_compared_with_itself():
    measure = {"by": "phq-9", "target": 4}
    assert change([18], measure=measure) is None
    found = change([18, 12], measure=measure)
    assert (found.n, found.baseline.stated, found.is_reliably_better) == (1, False, True)


@pytest.mark.parametrize(
    ("weeks", "total", "hinted"),
    [
        pytest.param(3, 27, False, id="week 3"),
        pytest.param(4, 17, True, id="week 4, 17"),
        pytest.param(4, 16, False, id="week 4, 16"),
        pytest.param(9, 13, True, id="week 9, 13"),
        pytest.param(9, 12, False, id="week 9, 12"),
        pytest.param(14, 9, True, id="week 14, 9"),
        pytest.param(14, 8, False, id="week 14, 8"),
    ],
)
def test_phq_9_hints_of_non_response(weeks, total, hinted):
    series = series_of(Standpoint(plan([total], first=week(weeks)), FORMS, week(99)), "g1")[0]
    assert (non_response_hint(series) is not None) is hinted


def test_reliable_worsening_is_the_state_and_gives_its_figures():
    progress = stood([20, 25], week(3))
    assert (progress.state, progress.rule, progress.n) == (State.RELIABLY_WORSE, "reliable change", 2)
    assert progress.because == f"Mood up 7 (reliable): 18 to 25 since {START}"


def test_reliable_worsening_outranks_a_target_that_is_too_lax_to_notice():
    assert stood([25, 25], week(3), measure={**MOOD, "baseline": 18, "target": 26}).state is State.RELIABLY_WORSE


def test_a_met_target_is_met():
    assert stood([5, 4, 3], week(5)).state is State.MET


@pytest.mark.parametrize(
    ("today", "state", "tentative"),
    [
        pytest.param(week(8), State.ON_TRACK, True, id="the checkpoint's day"),
        pytest.param(week(9), State.AT_RISK, False, id="one checkpoint passed"),
        pytest.param(week(17), State.OFF_TRACK, False, id="two passed"),
        pytest.param(week(25), State.OFF_TRACK, False, id="the first deadline passed"),
    ],
)
def test_no_reliable_change_is_looked_at_on_checkpoints(today, state, tentative):
    mild = {**MOOD, "baseline": 12}
    progress = stood([8] * 12, today, checkpoints=[week(8), week(16)], measure=mild)
    assert (progress.judgement.state, progress.tentative) == (state, tentative)


def test_a_checkpoint_without_a_score_near_it_says_stale_not_off_track():
    progress = stood([16, 15], week(17), checkpoints=[week(8), week(16)])
    assert [judgement.state for judgement in progress.judgements] == [State.STALE, State.NO_DATA]
    assert f"no score near the checkpoint of {week(16)}" in progress.also[0].because


def test_without_stated_checkpoints_half_way_is_one():
    mild = {**MOOD, "baseline": 12}
    assert stood([10, 9, 9], week(12), first=week(5), measure=mild).state is State.ON_TRACK
    progress = stood([10, 9, 9], week(12.2), first=week(5), measure=mild)
    assert (progress.state, progress.rule) == (State.AT_RISK, "checkpoint")


def test_an_extension_leaves_the_first_deadline_as_the_day_that_counts():
    moved = [{"on": week(20), "from": week(24), "because": "flu"}]
    progress = stood([16] * 12, week(25), deadline=week(40), extended=moved)
    assert progress.state is State.OFF_TRACK
    assert f"by the first deadline {week(24)}" in progress.because


def test_reliable_improvement_is_on_track_and_ahead_before_the_first_look():
    assert stood([14, 11], week(4)).state is State.AHEAD
    assert stood([14, 11, 12, 10, 9, 8, 9], week(14)).state is State.ON_TRACK


def test_a_relapse_from_the_best_is_a_risk_while_still_better_than_the_baseline():
    progress = stood([8, 7, 14], week(5))
    assert (progress.state, progress.rule) == (State.AT_RISK, "reliable change from the best")


def test_a_hint_of_non_response_is_a_risk_and_worded_as_a_hint():
    progress = stood([18, 17], week(6), first=week(4))
    assert (progress.state, progress.rule) == (State.AT_RISK, "non-response hint")
    assert "hints at non-response" in progress.because


def test_a_form_without_a_figure_for_reliable_change_is_held_against_the_aimline():
    forms = {"phq-9": mood_form(reliable_change=[])}
    progress = stood([18] * 6, week(12), forms=forms)
    assert (progress.state, progress.rule) == (State.OFF_TRACK, "4-point rule")


def test_a_figure_with_its_level_of_confidence_is_named_with_it():
    forms = {"phq-9": mood_form(reliable_change=[{"points": 6, "confidence": 90}, {"points": 8, "confidence": 95}])}
    assert stood([24], week(2), forms=forms).judgement.why == "6 or more is reliable (90 % level)"
    assert stood([26], week(2), forms=forms).judgement.why == "8 or more is reliable (95 % level)"


@pytest.mark.parametrize("today", [week(7), week(8)], ids=["the day before", "the day itself"])
def test_a_checkpoint_ahead_is_still_to_be_looked_at(today):
    progress = stood([8] * 12, today, checkpoints=[week(8)], measure={**MOOD, "baseline": 12})
    assert progress.because.endswith(f"; to be looked at on {week(8)}")
