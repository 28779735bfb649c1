"""The sentences around a chart."""

from datetime import date, timedelta

import pytest

from goalctl.analysis.case import Case
from goalctl.library.shelf import FormShelf
from goalctl.model.settings import Settings
from goalctl.views.charts.plan_charts import charts_of
from tests.views.chart_cases import RATING, goal_of, plan_of, weekly


@pytest.mark.parametrize(
    ("n", "told"), [(1000, "over 1000 scores"), (1001, "over 1001 scores, worked out from 1000 of them")]
)
def test_a_trend_of_more_than_a_thousand_scores_says_from_how_many_it_is(n, told):
    plan = plan_of(goal_of(RATING), weekly([day % 7 for day in range(n + 1)], step=1))  # the first is the baseline
    (chart,) = charts_of(Case.of(plan, FormShelf(), Settings(), date(2026, 1, 5) + timedelta(days=n)), "g1")
    assert chart.notes[0].partition(";")[0].endswith(told)
