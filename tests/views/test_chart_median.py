"""Very many scores: medians of some days, said in a note, and lines that can be followed."""

import random
from datetime import date, timedelta
from statistics import median

import pytest
from chart_cases import FORMS, RATING, TODAY, goal_of, odd_plans, plan_of, weekly

from goalctl.analysis.case import Case
from goalctl.model.settings import Settings
from goalctl.views.charts.median import with_medians
from goalctl.views.charts.plan_charts import chart_sheet, charts_of
from goalctl.views.charts.terminal import plain_charts

FIRST = date(2025, 5, 1)
CHANCE = random.Random(3)  # noqa: S311 - the same scores every time
VALUES = [max(0, min(10, round(2.5 + place / 40 + CHANCE.gauss(0, 1.6)))) for place in range(200)]


def two_hundred_over_400_days():
    return plan_of(goal_of(RATING), weekly(VALUES, FIRST, step=2))


def chart_of(plan):
    return charts_of(Case.of(plan, FORMS, Settings(), TODAY), "g1")[0]


def drawn(plan):
    return plain_charts(chart_sheet(Case.of(plan, FORMS, Settings(), TODAY), ("g1",)), width=80, height=23)


def test_many_scores_become_medians_and_a_note_says_so():
    found = with_medians(chart_of(two_hundred_over_400_days()), 60)
    assert found.notes[0] == "200 scores from 0 to 10, drawn as medians of 14 days"
    assert [value for _, value in found.scores[0].points[:2]] == [median(VALUES[:7]), median(VALUES[7:14])]


def test_few_scores_are_drawn_as_they_are():
    chart = chart_of(plan_of(goal_of(RATING), weekly(VALUES[:20])))
    assert with_medians(chart, 40) is chart
    assert with_medians(chart, 39) is not chart


def test_a_median_stands_on_a_day_that_has_a_score():
    chart = chart_of(two_hundred_over_400_days())
    days = {day for day, _ in chart.scores[0].points}
    assert {day for day, _ in with_medians(chart, 60).scores[0].points} < days


def test_only_the_crowded_line_is_thinned_and_the_note_names_it():
    few = [((FIRST + timedelta(days=90 * step)).isoformat(), {"g1@clinician": "4"}) for step in range(4)]
    chart = chart_of(plan_of(goal_of(RATING), [*weekly(VALUES, FIRST, step=2), *few]))
    client, clinician = with_medians(chart, 60).scores
    assert (len(client.points) < 40, len(clinician.points)) == (True, 4)
    assert with_medians(chart, 60).notes[0].startswith("client: 200 scores ")


@pytest.mark.parametrize("cols", [10, 60, 140])
@pytest.mark.parametrize("plan", [two_hundred_over_400_days(), odd_plans()["two hundred"]], ids=["two years", "daily"])
def test_marks_leave_room_for_the_line_between_them(plan, cols):
    chart = chart_of(plan)
    assert len(with_medians(chart, cols).scores[0].points) <= max(0.8 * cols, 2)


def test_the_trend_of_two_hundred_scores_can_be_seen():
    plot = [line for line in drawn(two_hundred_over_400_days()).split("\n") if "┃" in line]
    assert sum(line.count("*") for line in plot) >= 3
    assert max(line.count("●") for line in plot) < 12
