"""Levels of goal attainment scaling: what is an order by numbers, and what is another step."""

import pytest

from goalctl.model.scalars import day_from
from goalctl.rules.g_growth import levels_out_of_order
from tests.rules.test_boundaries import case_of

GOAL = "goals: [{{id: g1, goal: Calls, smart: {{measurable: {{by: levels, levels: {{{}}}}}}}}}]"


@pytest.mark.parametrize(
    ("levels", "is_told"),
    [
        ("-1: reads 30 minutes, 0: reads 45 minutes, 1: reads 1 hour", False),
        ("-1: 3 calls a week, 0: 1 call a day, 1: 2 calls a day", False),
        ("-1: 1 call with help, 0: 1 call alone, 1: 2 calls alone", False),
        ("-1: 1 call a day., 0: 3 calls a day, 1: 2 Calls a day", True),
    ],
    ids=["another unit", "another period", "less support", "one thing, out of order"],
)
def test_levels_that_differ_by_more_than_a_number_have_no_order_by_it(levels, is_told):
    case = case_of(GOAL.format(levels), day_from("2026-03-02"))
    assert bool(list(levels_out_of_order(case))) is is_told
