"""Which scores belong to a goal: by rater, by measure, up to a day."""

from datetime import timedelta

import pytest
from invented import FORMS, START, diary, goal, moods, plan_of, sessions, week

from goalctl.analysis.instruments.point import Origin
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.progress.deciding import current_of
from goalctl.analysis.progress.series import series_of, series_of_form
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.ids import FormRef
from goalctl.model.measure import Better

LATER = week(60)
RATING = {"by": "rating", "baseline": 2, "target": 8, "since": START}
WEEKLY = {"by": "count", "of": "days practised", "per": "week", "scale": [0, 7], "baseline": 1, "target": 6}


def values(series):
    return [point.value for point in series.points]


def only(plan, today=LATER, item="g1"):
    (series,) = series_of(Standpoint(plan, FORMS, today), item)
    return series


def test_scores_come_by_day_whatever_their_place_in_the_file():
    plan = plan_of(goals=[goal(RATING)], sessions=sessions([3, 4]) + sessions([9], first=START))
    assert values(only(plan)) == [9, 3, 4]


def test_nothing_after_today_is_seen():
    plan = plan_of(goals=[goal(RATING)], sessions=sessions([3, 4, 5]))
    assert values(only(plan, today=week(2))) == [3, 4]
    assert values(only(plan, today=week(2) - timedelta(days=1))) == [3]


def test_amendments_are_applied_and_void_entries_are_out():
    amended = {"amended": [{"on": week(3), "set": {"scores.g1": 7}, "because": "misheard"}]}
    voided = {"void": {"on": week(3), "because": "belongs elsewhere"}}
    first, second, third = sessions([3, 4, 5])
    plan = plan_of(goals=[goal(RATING)], sessions=[first, {**second, **amended}, {**third, **voided}])
    assert values(only(plan)) == [3, 7]


def test_an_amendment_can_move_a_score_to_another_day():
    moved = {"amended": [{"on": week(3), "set": {"date": week(4)}, "because": "wrong day"}]}
    first, second = sessions([3, 4])
    plan = plan_of(goals=[goal(RATING)], sessions=[{**first, **moved}, second])
    assert values(only(plan)) == [4, 3]


def test_the_client_comes_first_and_other_raters_by_name():
    scored = [{"date": week(1), "scores": {"g1@partner": 5, "g1@clinician": 4, "g1": 3}}]
    found = series_of(Standpoint(plan_of(goals=[goal(RATING)], sessions=scored), FORMS, week(9)), "g1")
    assert [(series.rater, values(series)) for series in found] == [
        ("client", [3]),
        ("clinician", [4]),
        ("partner", [5]),
    ]


def test_when_only_the_clinician_scored_the_client_s_line_is_there_without_scores():
    plan = plan_of(goals=[goal(RATING)], sessions=sessions([4, 5], key="g1@clinician"))
    found = series_of(Standpoint(plan, FORMS, week(9)), "g1")
    assert [(series.rater, values(series)) for series in found] == [("client", []), ("clinician", [4, 5])]
    assert current_of(Standpoint(plan, FORMS, week(9)), "g1").rater == "clinician"


def test_a_goal_without_a_measure_has_no_series():
    assert series_of(Standpoint(plan_of(goals=[goal()], sessions=sessions([1])), FORMS, week(9)), "g1") == ()


def test_a_changed_measure_keeps_its_own_scores_up_to_its_last_day():
    former = {"by": "rating", "baseline": 1, "target": 5, "until": week(2)}
    plan = plan_of(goals=[goal(RATING | {"since": week(3)}, measured_before=[former])], sessions=sessions([3, 4, 5, 6]))
    old, new = series_of(Standpoint(plan, FORMS, week(9)), "g1")
    assert (values(old), old.target, old.until) == ([3, 4], 5, week(2))
    assert (values(new), new.target, new.began) == ([5, 6], 8, week(2) + timedelta(days=1))


def test_a_diary_week_adds_up_no_days_of_another_measure():
    counted = {"by": "count", "of": "panic attacks", "per": "week"}
    rated = {"by": "rating", "baseline": 9, "target": 3}
    nights = diary("7771111111", first=week(2) - timedelta(days=2))
    to_counting = goal(counted | {"baseline": 9, "target": 3}, measured_before=[rated | {"until": week(2)}])
    old, new = series_of(Standpoint(plan_of(goals=[to_counting], diary=nights), FORMS, week(9)), "g1")
    assert (values(old), values(new)) == ([7, 7, 7], [7])
    assert new.points[0].day == week(3)
    from_counting = goal(rated, measured_before=[counted | {"baseline": 9, "target": 3, "until": week(3)}])
    of_a_week = diary("1111111", first=week(2) + timedelta(days=1))
    plan = plan_of(goals=[from_counting], diary=of_a_week, sessions=sessions([6], first=week(3) + timedelta(days=2)))
    old, new = series_of(Standpoint(plan, FORMS, week(9)), "g1")
    assert (values(old), values(new)) == ([7], [6])


def test_replayed_for_an_earlier_day_the_former_measure_is_in_force():
    former = {"by": "rating", "baseline": 1, "target": 5, "until": week(2)}
    plan = plan_of(goals=[goal(RATING, measured_before=[former])], sessions=sessions([3, 4, 5]))
    found = series_of(Standpoint(plan, FORMS, week(2)), "g1")
    assert [series.target for series in found] == [5]


def test_scores_of_a_form_measure_come_only_from_forms():
    measure = {"by": "phq-9", "baseline": 18, "target": 9, "since": START}
    plan = plan_of(goals=[goal(measure)], sessions=moods([17, 15]) + sessions([4]))
    assert values(only(plan)) == [17, 15]
    assert only(plan).better is Better.LOWER


def test_a_form_that_is_not_known_gives_no_scores():
    plan = plan_of(goals=[goal({"by": "phq-9", "target": 9})], sessions=moods([17]))
    assert series_of(Standpoint(plan, {}, week(9)), "g1")[0].points == ()


def test_a_form_s_series_needs_no_goal():
    series = series_of_form(Standpoint(plan_of(sessions=moods([17, 15])), FORMS, week(9)), FormRef("phq-9"))
    assert (values(series), series.baseline.value, series.better) == ([17, 15], 17, Better.LOWER)


def test_two_scores_of_one_day_keep_their_order_the_diary_first():
    entries = [
        {"date": week(1), "time": clock, "scores": {"g1": score}} for clock, score in (("15:00", 6), ("9:00", 5))
    ]
    plan = plan_of(goals=[goal(RATING)], sessions=entries, diary=diary("3", first=week(1)))
    assert values(only(plan)) == [3, 5, 6]


def test_diary_ratings_are_scores_as_they_are():
    plan = plan_of(goals=[goal(RATING)], diary=diary("3.4"))
    assert [(point.value, point.origin) for point in only(plan).points] == [(3, Origin.DIARY), (4, Origin.DIARY)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(START + timedelta(days=5), [], id="before the week is over"),
        pytest.param(START + timedelta(days=6), [(START + timedelta(days=6), 5, 7)], id="its last day"),
    ],
)
def test_a_week_of_diary_days_adds_up_on_its_last_day(today, expected):
    plan = plan_of(goals=[goal(WEEKLY)], diary=diary("1101110"))
    assert [(point.day, point.value, point.entries) for point in only(plan, today=today).points] == expected


def test_weeks_follow_each_other_and_a_day_without_an_entry_counts_as_none():
    plan = plan_of(goals=[goal(WEEKLY)], diary=diary("1......" + ".1....." + "1111111"))
    assert values(only(plan)) == [1, 1, 7]


def test_after_a_gap_of_a_year_the_week_starts_with_the_next_entry():
    plan = plan_of(goals=[goal(WEEKLY)], diary=diary("1111111") + diary("1100000", first=week(53) + timedelta(days=2)))
    assert [(point.day, point.value) for point in only(plan).points] == [
        (START + timedelta(days=6), 7),
        (week(53) + timedelta(days=8), 2),
    ]


def test_a_session_s_own_weekly_count_stands_and_its_days_are_not_counted_twice():
    plan = plan_of(goals=[goal(WEEKLY)], sessions=sessions([5]), diary=diary("1" * 15))
    assert [(point.day, point.value) for point in only(plan).points] == [(week(1), 5), (week(2), 7)]


def test_a_diary_week_that_a_session_s_count_cuts_short_is_left_out():
    plan = plan_of(goals=[goal(WEEKLY)], sessions=sessions([5, 6], every=8), diary=diary("1" * 16))
    assert [(point.day, point.value) for point in only(plan).points] == [(week(1), 5), (week(1) + timedelta(days=8), 6)]


def test_a_session_without_its_own_count_leaves_the_diary_s_week_alone():
    noted = [{"date": week(1), "note": "nothing scored"}]
    plan = plan_of(goals=[goal(WEEKLY)], sessions=noted, diary=diary("1111111"))
    assert values(only(plan)) == [7]


def test_monthly_counts_add_up_over_a_month():
    plan = plan_of(goals=[goal(WEEKLY | {"per": "month"})], diary=diary("1" * 31))
    assert [(point.day, point.value) for point in only(plan).points] == [(START.replace(month=2, day=4), 31)]


def test_the_stated_baseline_wins_and_is_dated_by_since():
    baseline = only(plan_of(goals=[goal(RATING | {"since": week(1)})], sessions=sessions([7]))).baseline
    assert (baseline.value, baseline.day, baseline.stated) == (2, week(1), True)


def test_without_since_the_baseline_is_of_the_goal_s_opening():
    measure = {"by": "rating", "baseline": 2, "target": 8}
    assert only(plan_of(goals=[goal(measure, opened=week(2))])).baseline.day == week(2)


def test_without_a_baseline_the_first_score_serves_and_is_called_so():
    baseline = only(plan_of(goals=[goal({"by": "rating", "target": 8})], sessions=sessions([3, 5]))).baseline
    assert (baseline.value, baseline.day, baseline.stated) == (3, week(1), False)


def test_a_score_from_before_the_opening_serves_only_when_there_is_no_later_one():
    old = goal({"by": "phq-9", "target": 9}, opened=week(30))
    assert only(plan_of(goals=[old], sessions=moods([20]) + moods([14], first=week(31)))).baseline.value == 14
    assert only(plan_of(goals=[old], sessions=moods([20]))).baseline.value == 20


def test_an_objective_opens_with_its_goal():
    plan = plan_of(goals=[goal(opened=week(3), objectives=[{"id": "g1.1", "objective": "Invented"}])])
    assert opening_of(plan, plan.scorables["g1.1"]) == week(3)


@pytest.mark.parametrize(
    ("measure", "better"),
    [
        pytest.param({"by": "rating", "baseline": 2, "target": 8}, Better.HIGHER, id="rising"),
        pytest.param({"by": "rating", "baseline": 8, "target": 2}, Better.LOWER, id="falling"),
        pytest.param({"by": "rating", "baseline": 8, "target": 8, "better": "higher"}, Better.HIGHER, id="kept"),
        pytest.param({"by": "phq-9", "target": 25}, Better.LOWER, id="the form says"),
        pytest.param({"by": "levels"}, Better.HIGHER, id="levels"),
        pytest.param({"by": "rating", "target": 8}, Better.HIGHER, id="first score below the target"),
        pytest.param({"by": "rating", "baseline": 8, "target": 8}, None, id="kept, side not stated"),
        pytest.param({"by": "rating"}, None, id="no target"),
    ],
)
def test_which_side_is_better(measure, better):
    assert only(plan_of(goals=[goal(measure)], sessions=sessions([3]) + moods([20]))).better is better
