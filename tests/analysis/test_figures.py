"""Numbers in sentences: short, and never so short that they say something else."""

import pytest

from goalctl.analysis.figures import figure, per_week, score_text
from goalctl.analysis.outcomes.figures import OutcomeFigure
from goalctl.views.words.sparkline import percent_text


@pytest.mark.parametrize(
    ("value", "worked_out", "given"),
    [
        (14, "14", "14"),
        (14.2, "14.2", "14.2"),
        (89.96, "90", "89.96"),
        (12.857142857, "12.9", "12.86"),
        (31.25, "31.3", "31.25"),  # a half goes up, as by hand and in a spreadsheet
        (-6.25, "-6.3", "-6.25"),
        (5.625, "5.6", "5.63"),
        (1.005, "1", "1.01"),
        (0.3499, "0.35", "0.35"),
        (0.055, "0.06", "0.055"),
        (-0.0046, "-0.0046", "-0.0046"),
        (0.0004, "0.0004", "0.0004"),
        (-1e-12, "0", "0"),
        (0, "0", "0"),
    ],
)
def test_a_number_that_is_not_0_is_not_told_as_0_and_a_score_not_as_the_next(value, worked_out, given):
    assert (figure(value), score_text(value)) == (worked_out, given)


def test_shares_are_rounded_as_by_hand():
    assert [OutcomeFigure("goals", "reached", n, 16).percent for n in (1, 5, 8, 9)] == [6.3, 31.3, 50, 56.3]
    assert [percent_text(share) for share in (0.625, 0.125, -0.125, 0.995)] == ["63%", "13%", "-13%", "99%"]


def test_a_slope_of_small_numbers_is_a_slope():
    assert per_week(-0.00005 / 7) == "-0.00005 a week"
