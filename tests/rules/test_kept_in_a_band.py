"""A target that is a band with the baseline within it: something is kept, and no way is too short."""

import pytest

from goalctl.model.scalars import day_from
from goalctl.rules.s_measure import too_easy
from tests.rules.test_boundaries import case_of

GOAL = """goals: [{{id: g1, goal: Sleeps, status: active, smart: {{measurable: {{
  by: number, of: hours slept, scale: [0, 24], baseline: {}, target: [7, 9]}}}}}}]"""


@pytest.mark.parametrize(
    ("baseline", "told"),
    [
        (5, []),
        (6.9, ["from 6.9 to 7 is hardly a change"]),
        (7, []),
        (7.9, []),
        (8.9, []),
        (9.3, ["from 9.3 to 9 is hardly a change"]),
    ],
)
def test_who_is_within_the_band_has_no_way_to_go_and_is_not_told_of_a_short_one(baseline, told):
    case = case_of(GOAL.format(baseline), day_from("2026-03-02"))
    assert [finding.message for finding in too_easy(case)] == told
