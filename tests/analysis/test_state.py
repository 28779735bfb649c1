"""Where a goal stands on a day: the word, the rule, the figures, and what is true as well."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import FORMS, START, diary, goal, moods, plan_of, sessions, week

from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.state import state_of
from goalctl.analysis.standpoint import Standpoint
from tests.conftest import LONG_RUN

RISING = {"by": "rating", "baseline": 2, "target": 8, "since": START}
FALLING = {"by": "rating", "baseline": 8, "target": 2, "since": START}
KEPT = {"by": "rating", "baseline": 8, "target": 8, "keep": "12w", "better": "higher", "since": START}
DAY = timedelta(days=1)
WEEK_12 = week(12)


def found(measure, scores=(), *, today=None, deadline=WEEK_12, plan=None, **keys):
    scored = sessions(scores)
    whole = plan_of(goals=[goal(measure, deadline=deadline, **keys)], sessions=scored, **(plan or {}))
    return state_of(Standpoint(whole, FORMS, today or (scored[-1]["date"] if scored else START)), "g1")


@pytest.mark.parametrize(
    ("scores", "state", "rule", "tentative"),
    [
        pytest.param([], State.NO_DATA, "no score", False, id="no score"),
        pytest.param([3], State.NO_DATA, "too early to say", True, id="one score"),
        pytest.param([2, 2], State.NO_DATA, "too early to say", True, id="two scores"),
        pytest.param([2, 2, 2], State.AT_RISK, "three in a row", True, id="three below"),
        pytest.param([3, 3, 5], State.ON_TRACK, "too early to say", True, id="three mixed"),
        pytest.param([2, 2, 2, 2, 2], State.AT_RISK, "three in a row", True, id="five below are too few to judge"),
        pytest.param([2, 2, 2, 2, 2, 2], State.OFF_TRACK, "4-point rule", False, id="six below"),
        pytest.param([3, 4, 5, 6, 6, 7], State.AHEAD, "4-point rule", False, id="last four above"),
        pytest.param([3, 2, 5, 3, 5, 6], State.ON_TRACK, "4-point rule", False, id="mixed"),
        pytest.param([3, 4, 5, 4, 4.6, 4.9], State.AT_RISK, "projection", False, id="behind, and late at this rate"),
        pytest.param([5, 4.8, 4.9, 5, 4.8, 4.9], State.OFF_TRACK, "trend rule", False, id="flat, now behind"),
        pytest.param([5, 6, 7, 8], State.REACHED_ONCE, "scores in a row", False, id="reached once"),
        pytest.param([5, 6, 8, 8], State.MET, "scores in a row", False, id="met"),
    ],
)
def test_a_rising_goal_and_its_mirror_stand_alike(scores, state, rule, tentative):
    up = found(RISING, scores)
    down = found(FALLING, [10 - score for score in scores])
    for progress in (up, down):
        assert (progress.state, progress.rule, progress.tentative) == (state, rule, tentative)
    assert up.n == down.n == len(scores)


@settings(max_examples=int(LONG_RUN or 80))
@given(st.lists(st.integers(0, 10), max_size=14), st.integers(0, 10), st.integers(0, 10), st.integers(2, 30))
def test_whatever_the_scores_a_goal_and_its_mirror_stand_alike(scores, baseline, target, weeks):
    rising = {"by": "number", "hold": 2, "baseline": baseline, "target": target, "better": "higher", "since": START}
    falling = {**rising, "baseline": 10 - baseline, "target": 10 - target, "better": "lower"}
    up = found(rising, scores, deadline=week(weeks))
    down = found(falling, [10 - score for score in scores], deadline=week(weeks))
    assert [(j.state, j.rule, j.n) for j in up.judgements] == [(j.state, j.rule, j.n) for j in down.judgements]


def test_off_track_says_which_scores_and_what_was_expected():
    progress = found(FALLING, [8, 7.4, 8, 7, 8, 8, 7])
    assert progress.because == "7 on 2026-02-23, 4.5 expected; the last 4 of 7 scores fall short"
    assert progress.judgement.why.startswith("last 4 of 7 above the aimline; slope ")


def test_ahead_suggests_to_finish_not_to_raise_the_goal():
    assert found(RISING, [3, 4, 5, 6, 6, 7]).because.endswith("; consider finishing, or the next objective")


def test_met_outranks_a_passed_deadline_and_old_scores():
    progress = found(RISING, [8, 8], today=week(50))
    assert (progress.state, progress.also) == (State.MET, ())


def test_a_goal_that_was_met_and_lost_is_judged_again():
    assert found(RISING, [8, 8, 2, 2, 2, 2]).state is State.OFF_TRACK


def test_an_extension_never_makes_off_track_vanish():
    moved = [{"on": week(11), "from": week(12), "because": "flu"}]
    scores = [2.6, 3.2, 3.4, 3.3, 3.6, 3.9]
    assert found(RISING, scores, deadline=week(24)).state is State.AHEAD
    progress = found(RISING, scores, deadline=week(24), extended=moved)
    assert progress.state is State.OFF_TRACK
    by_both = "by the first date, {}: 3.9 on 2026-02-16, 5 expected; the last 4 of 6 scores fall short; by the extended"
    assert progress.because.startswith(by_both.format(week(12)))
    assert progress.because.endswith(
        f"{week(24)}: 3.9 on 2026-02-16, 3.5 expected; the last 4 of 6 scores are better than that"
    )


@pytest.mark.parametrize(
    ("today", "passed"),
    [
        pytest.param(week(12), False, id="the day itself"),
        pytest.param(week(12) + DAY, True, id="the day after"),
    ],
)
def test_the_target_date_has_passed_the_day_after_it(today, passed):
    progress = found(RISING, [3, 2, 4, 4, 5, 5, 5.5, 5, 6.6, 7, 7.6, 7], today=today)
    assert (progress.says(State.DATE_PASSED) is not None) is passed


def test_off_track_comes_before_a_passed_date_and_that_before_stale():
    progress = found(RISING, [2] * 6, today=week(20))
    assert [judgement.state for judgement in progress.judgements] == [State.OFF_TRACK, State.DATE_PASSED, State.STALE]


def test_a_draft_is_neither_past_its_date_nor_stale():
    progress = found(RISING, [], today=week(50), status="draft")
    assert (progress.state, progress.also) == (State.NO_DATA, ())


def test_never_scored_says_more_than_stale_which_stands_beside_it():
    progress = found(RISING, [], today=week(9))
    assert [judgement.state for judgement in progress.judgements] == [State.NO_DATA, State.STALE]


@pytest.mark.parametrize(
    ("days", "stale"),
    [pytest.param(28, False, id="28 days"), pytest.param(29, True, id="29 days")],
)
def test_a_score_is_stale_after_28_days(days, stale):
    progress = found(RISING, [3, 4, 4], today=week(3) + timedelta(days=days))
    assert (progress.state is State.STALE) is stale


@pytest.mark.parametrize(
    ("every", "days", "stale"),
    [("2w", 21, False), ("2w", 22, True), ("8w", 84, False), ("8w", 85, True)],
)
def test_a_form_is_stale_after_one_and_a_half_of_its_own_interval(every, days, stale):
    plan = plan_of(
        goals=[goal({"by": "phq-9", "baseline": 18, "target": 9, "since": START})],
        assessments=[{"form": "phq-9", "every": every}],
        sessions=moods([17]),
    )
    progress = state_of(Standpoint(plan, FORMS, week(1) + timedelta(days=days)), "g1")
    assert (progress.says(State.STALE) is not None) is stale


@pytest.mark.parametrize(("held", "stale"), [(6, False), (7, True)])
def test_an_interval_in_sessions_counts_sessions(held, stale):
    plan = plan_of(
        goals=[goal({"by": "phq-9", "baseline": 18, "target": 9, "since": START})],
        assessments=[{"form": "phq-9", "every": "4 sessions"}],
        sessions=moods([17]) + [{"date": week(2 + n)} for n in range(held)] + [{"date": week(9), "kind": "no-show"}],
    )
    assert (state_of(Standpoint(plan, FORMS, week(10)), "g1").says(State.STALE) is not None) is stale


ON_HOLD = {"status": "on-hold", "holds": [{"from": week(8)}]}
BACK_AGAIN = {"holds": [{"from": week(8), "to": week(9)}]}
ENDED_ON_HOLD = {"status": "discharged", "holds": [{"from": week(8)}], "discharge": {"on": week(9)}}


@pytest.mark.parametrize(
    ("plan", "today", "state"),
    [
        pytest.param(ON_HOLD, week(8) - DAY, State.OFF_TRACK, id="day before"),
        pytest.param(ON_HOLD, week(8), State.RESTING, id="the first day of rest"),
        pytest.param(ON_HOLD, week(40), State.RESTING, id="stale and past its date"),
        pytest.param({"status": "on-hold"}, week(8), State.RESTING, id="since when is not said"),
        pytest.param(BACK_AGAIN, week(9) - DAY, State.RESTING, id="the last day of rest"),
        pytest.param(BACK_AGAIN, week(9), State.OFF_TRACK, id="treatment goes on"),
        pytest.param(ENDED_ON_HOLD, week(9), State.OFF_TRACK, id="ended while it rested"),
    ],
)
def test_while_treatment_is_on_hold_nothing_is_judged(plan, today, state):
    progress = found(RISING, [2] * 6, today=today, plan=plan)
    assert (progress.state, progress.also) == (state, ())


def test_what_is_closed_or_has_no_measure_rests_only_while_it_is_open():
    assert found(None, today=week(20), plan=ON_HOLD).state is State.RESTING
    assert found(RISING, [8, 8], today=week(20), status="achieved", plan=ON_HOLD).state is State.MET


@pytest.mark.parametrize(("until", "stale"), [(week(4), True), (week(4) + DAY, False)])
def test_sessions_on_hold_do_not_make_a_score_stale(until, stale):
    plan = plan_of(
        goals=[goal({"by": "phq-9", "baseline": 18, "target": 9, "since": START})],
        assessments=[{"form": "phq-9", "every": "2 sessions"}],
        holds=[{"from": week(2), "to": until}],
        sessions=moods([17]) + [{"date": week(n)} for n in (2, 3, 4, 5, 6, 7)],
    )
    assert (state_of(Standpoint(plan, FORMS, week(8)), "g1").says(State.STALE) is not None) is stale


def test_days_on_hold_do_not_make_a_score_stale():
    rested = {"holds": [{"from": week(4), "to": week(16)}]}
    assert found(RISING, [3, 4, 4], deadline=week(30), today=week(18), plan=rested).says(State.STALE) is None
    assert found(RISING, [3, 4, 4], deadline=week(30), today=week(20), plan=rested).says(State.STALE) is not None


@pytest.mark.parametrize(
    ("scores", "state"),
    [
        pytest.param([8, 9, 8], State.ON_TRACK, id="kept"),
        pytest.param([8, 9, 7], State.AT_RISK, id="one lapse"),
        pytest.param([8, 7, 7], State.OFF_TRACK, id="two lapses in a row"),
        pytest.param([7, 7, 8], State.ON_TRACK, id="kept again"),
        pytest.param([8] * 12, State.MET, id="twelve weeks"),
    ],
)
def test_a_maintenance_goal_is_judged_by_what_is_kept_up_and_down(scores, state):
    low = {**KEPT, "baseline": 2, "target": 2, "better": "lower"}
    assert found(KEPT, scores).state is state
    assert found(low, [10 - score for score in scores]).state is state


def test_a_kept_goal_says_for_how_long():
    assert found(KEPT, [8, 9, 8]).because == f"kept at 8 for 21 of 84 days, since {START}"


def test_without_a_deadline_only_the_trend_speaks():
    assert found(RISING, [3, 4, 4, 5, 6, 7], deadline=None).state is State.ON_TRACK
    assert found(RISING, [7, 6, 5, 4, 3, 2], deadline=None).state is State.OFF_TRACK
    assert found(RISING, [4, 4, 4, 4, 4, 4], deadline=None).state is State.PLATEAU
    assert found(RISING, [2, 6, 3, 7, 2, 6], deadline=None).state is State.AT_RISK
    assert found(RISING, [0, 0, 0, 0, 1, 2, 6], deadline=None).state is State.AT_RISK
    assert found(RISING, [6, 6, 6, 6, 5, 4, 0], deadline=None).state is State.AT_RISK


@pytest.mark.parametrize(
    ("deadline", "why"),
    [
        pytest.param(None, "no deadline", id="none"),
        pytest.param(START, f"its deadline, {START}, is not after its start, {START}", id="on the start"),
        pytest.param(START - DAY, f"its deadline, {START - DAY}, is not after its start, {START}", id="before it"),
    ],
)
def test_why_there_is_no_aimline_is_said(deadline, why):
    away = found(RISING, [7, 6, 5, 4, 3, 2], deadline=deadline).says(State.OFF_TRACK)
    assert away.because == f"moving away from the target: -1 a week; {why}"


def test_without_a_deadline_few_scores_say_how_many_it_takes():
    few = found(RISING, [3, 4, 4], deadline=None)
    assert few.because == "3 scores, too few to judge a trend: it takes 6; no deadline"
    many = found(RISING, [3, 4, 4, 5, 6, 7], deadline=None)
    assert many.because == "moving toward the target: 0.8 a week; no deadline"


def nights(values, *, first, key="g1"):
    return [{"date": first + n * DAY, key: value} for n, value in enumerate(values)]


def test_four_nights_in_a_row_are_not_four_scores():
    visits, bad_week = sessions([3, 4, 5, 6, 6, 7]), nights([2] * 6, first=week(6) + 2 * DAY)
    plan = plan_of(goals=[goal(RISING, deadline=WEEK_12)], sessions=visits, diary=bad_week)
    progress = state_of(Standpoint(plan, FORMS, week(7)), "g1")
    assert (progress.state, progress.n) == (State.ON_TRACK, 7)
    assert progress.because == f"2 on {week(7)}, 5.5 expected; 7 scores"


def test_a_diary_alone_is_judged_by_the_week_and_says_so():
    two_weeks = plan_of(goals=[goal(RISING, deadline=WEEK_12)], diary=nights([3] * 14, first=START + DAY))
    progress = state_of(Standpoint(two_weeks, FORMS, week(2)), "g1")
    assert (progress.rule, progress.n) == ("too early to say", 2)
    assert progress.because.startswith("2 scores after the baseline; ")
    assert progress.because.endswith("; a week of diary counts as one")
    seven = plan_of(goals=[goal(RISING, deadline=WEEK_12)], diary=nights([2] * 49, first=START + DAY))
    assert state_of(Standpoint(seven, FORMS, week(7)), "g1").because.endswith("the last 4 of 7 scores fall short")


def test_what_is_done_or_not_is_not_held_against_an_aimline():
    progress = found({"by": "done", "baseline": 0, "since": START}, [0] * 8)
    assert (progress.state, progress.rule) == (State.ON_TRACK, "not done yet")
    assert found({"by": "done", "baseline": 0, "since": START}, [0, 1]).state is State.MET


def test_a_goal_without_measure_target_or_direction_says_so():
    assert found(None, [3]).rule == "no measure"
    assert found({"by": "rating", "baseline": 3}, [3]).rule == "no target"
    assert found({"by": "rating", "target": 3}, [3] * 2).state is State.MET


@pytest.mark.parametrize(
    ("scores", "judged", "words"),
    [
        pytest.param(2, 0, "2 scores and no stated baseline; it takes 3 ", id="fewer than a baseline"),
        pytest.param(3, 0, "0 scores after the first 3 and no stated baseline; it takes 3 ", id="a baseline"),
        pytest.param(5, 2, "2 scores after the first 3 and no stated baseline; it takes 3 ", id="two more"),
    ],
)
def test_without_a_stated_baseline_the_first_three_scores_are_not_judged(scores, judged, words):
    progress = found({"by": "rating", "target": 8}, [2] * scores, deadline=week(12))
    assert (progress.state, progress.n) == (State.NO_DATA, judged)
    assert progress.because.startswith(words)


def test_the_client_s_scores_count_and_the_clinician_s_only_when_there_are_none():
    rated = sessions([2] * 6) + sessions([8] * 6, key="g1@clinician")
    plan = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=rated)
    assert state_of(Standpoint(plan, FORMS, week(6)), "g1").state is State.OFF_TRACK
    alone = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=rated[6:])
    assert state_of(Standpoint(alone, FORMS, week(6)), "g1").rater == "clinician"


def test_a_changed_measure_starts_without_scores():
    former = {**FALLING, "until": week(6)}
    progress = found({**RISING, "since": week(6)}, [5] * 6, measured_before=[former], today=week(7))
    assert (progress.state, progress.n) == (State.NO_DATA, 0)
    assert f"in use since {week(6) + DAY}" in progress.because


def test_an_amended_score_changes_the_state():
    plan = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=sessions([5, 6, 8, 8]))
    fixed = sessions([5, 6, 8, 8])
    fixed[-1]["amended"] = [{"on": week(5), "set": {"scores.g1": 7}, "because": "misheard"}]
    assert state_of(Standpoint(plan, FORMS, week(4)), "g1").state is State.MET
    amended = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=fixed)
    assert state_of(Standpoint(amended, FORMS, week(5)), "g1").state is State.ON_TRACK


def test_a_score_after_today_changes_nothing():
    plan = plan_of(goals=[goal(RISING, deadline=week(12))], sessions=sessions([5, 6, 8, 8]))
    assert state_of(Standpoint(plan, FORMS, week(2)), "g1").n == 2


def test_two_hundred_scores_and_a_gap_of_a_year_are_judged():
    scores = sessions([3] * 100, every=1) + sessions([7, 8] * 50, first=week(70), every=1)
    plan = plan_of(goals=[goal(RISING, deadline=week(90))], sessions=scores)
    progress = state_of(Standpoint(plan, FORMS, week(85)), "g1")
    assert (progress.state, progress.n) == (State.REACHED_ONCE, 200)


def test_a_flat_line_on_the_aimline_of_a_flat_goal_is_met():
    assert found({**RISING, "baseline": 8, "target": 8, "better": "higher"}, [8] * 6).state is State.MET


def test_levels_from_minus_two_and_values_in_the_thousands_are_judged_alike():
    levels = found({"by": "levels", "baseline": -2, "target": 2, "since": START, "hold": 2}, [-2] * 6)
    money = found({"by": "number", "unit": "EUR", "baseline": 9000, "target": 4000, "since": START}, [9000] * 6)
    assert levels.state is money.state is State.OFF_TRACK
    assert "9000 on 2026-02-16, 6500 expected" in money.because


def test_weekly_diary_sums_are_judged_as_weeks():
    weekly = {"by": "count", "per": "week", "scale": [0, 7], "baseline": 1, "target": 6, "since": START}
    plan = plan_of(goals=[goal(weekly, deadline=week(12))], diary=diary("1000000" * 7, first=START + DAY))
    progress = state_of(Standpoint(plan, FORMS, week(8)), "g1")
    assert (progress.state, progress.n) == (State.OFF_TRACK, 7)


@pytest.mark.parametrize(
    ("measure", "scores", "now"),
    [
        pytest.param(
            {"by": "rating", "baseline": 4, "target": 8}, [4, 5, 6, 7, 7, 6, 2, 1], "4 at the beginning, now 1"
        ),
        pytest.param({"by": "rating", "baseline": 6, "target": 2}, [6, 5, 4, 7, 8], "6 at the beginning, now 8"),
        pytest.param({"by": "percent", "baseline": 30, "target": 80}, [50, 60, 24, 25], "30 at the beginning, now 25"),
    ],
)
def test_what_is_worse_than_it_began_twice_in_a_row_by_a_step_is_worse(measure, scores, now):
    progress = found({**measure, "since": START}, scores)
    assert (progress.state, progress.rule) == (State.RELIABLY_WORSE, "worse than it began")
    assert progress.because == f"the last 2 of {len(scores)} scores are worse than it began: {now}"


@pytest.mark.parametrize(
    ("measure", "scores"),
    [
        pytest.param({"by": "rating", "baseline": 4, "target": 8}, [4, 5, 6, 7, 7, 6, 4, 1], id="once"),
        pytest.param(
            {"by": "percent", "baseline": 30, "target": 80}, [50, 60, 26, 26], id="less than a tenth of the way"
        ),
        pytest.param(
            {"by": "rating", "baseline": 4, "target": 8, "hold": 3}, [6, 6, 1, 1], id="two of the three it takes"
        ),
        pytest.param({"by": "percent", "baseline": 30, "target": 80}, [50, 60, 40, 10], id="one score is a bad day"),
    ],
)
def test_less_than_that_is_not_worse(measure, scores):
    assert found({**measure, "since": START}, scores).state is not State.RELIABLY_WORSE


def test_two_bad_nights_of_a_diary_are_one_week_and_not_worse():
    plan = plan_of(goals=[goal({**RISING, "baseline": 4}, deadline=WEEK_12)], diary=diary("5555555555555511"))
    assert state_of(Standpoint(plan, FORMS, START + 15 * DAY), "g1").state is not State.RELIABLY_WORSE


def test_what_was_kept_and_lapsed_has_the_word_of_its_own_rule():
    assert found(KEPT, [8, 8, 6, 5]).state is State.OFF_TRACK
