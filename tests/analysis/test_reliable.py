"""Reliable and clinically significant change against the worked example of Jacobson and Truax (1991)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.analysis.progress.reliable import (
    ChangeClass,
    beyond,
    change_class,
    cut_off_a,
    cut_off_b,
    cut_off_c,
    service_outcome,
)
from goalctl.model.change import NormGroup, ReliableChange, difference_error
from goalctl.model.measure import Better


def group(mean, sd):
    return NormGroup.model_construct(mean=mean, sd=sd, population="people")


CLINICAL, NORM = group(40, 7.5), group(60, 7.5)


def test_the_worked_example_of_jacobson_and_truax():
    assert difference_error(7.5, 0.80) == pytest.approx(4.74, abs=0.005)
    assert (47.5 - 32.5) / difference_error(7.5, 0.80) == pytest.approx(3.16, abs=0.005)
    assert (cut_off_a(CLINICAL, Better.HIGHER), cut_off_b(NORM, Better.HIGHER)) == (55, 45)
    assert cut_off_c(CLINICAL, NORM) == 50


def test_the_next_whole_change_is_the_first_reliable_one():
    points = ReliableChange.model_validate({"sd": "7.5", "reliability": "0.80"}).points
    assert points == 10
    assert (points - 1) / difference_error(7.5, 0.80) < 1.96 < points / difference_error(7.5, 0.80)


def test_cut_offs_turn_round_where_lower_is_better():
    assert cut_off_a(group(20, 4), Better.LOWER) == 12
    assert cut_off_b(group(5, 3), Better.LOWER) == 11


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0.1, 30), st.floats(0.1, 30))
def test_cut_off_c_is_equally_many_deviations_from_both_means(clinical, norm, spread, norm_spread):
    cut = cut_off_c(group(clinical, spread), group(norm, norm_spread))
    assert (cut - clinical) / spread == pytest.approx((norm - cut) / norm_spread, abs=1e-6)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(18, 9, ChangeClass.RECOVERED, id="reliable and across"),
        pytest.param(18, 12, ChangeClass.IMPROVED, id="reliable only"),
        pytest.param(9, 3, ChangeClass.IMPROVED, id="reliable, never a case"),
        pytest.param(12, 9, ChangeClass.UNCHANGED, id="across only"),
        pytest.param(12, 18, ChangeClass.DETERIORATED, id="worse"),
    ],
)
def test_the_four_classes_rising_and_falling(before, after, expected):
    for sign, better in (1, Better.LOWER), (-1, Better.HIGHER):
        ill = beyond(9 * sign, better)
        assert change_class(before * sign, after * sign, points=6, ill=ill, better=better) is expected


@pytest.mark.parametrize(
    ("mood", "worry", "recovery", "change"),
    [
        pytest.param((18, 9), (12, 7), True, "better", id="recovered reliably"),
        pytest.param((10, 9), (8, 7), True, None, id="recovered by a point each"),
        pytest.param((10, 10), (7, 7), False, None, id="a case by the one alone"),
        pytest.param((9, 9), (8, 8), False, None, id="a case by the other alone"),
        pytest.param((20, 12), (6, 6), False, "better", id="improved, still a case"),
        pytest.param((18, 9), (4, 8), False, None, id="better on one, reliably worse on the other"),
        pytest.param((9, 3), (7, 7), None, "better", id="never a case, six points better"),
        pytest.param((9, 9), (7, 3), None, "better", id="four points better"),
        pytest.param((9, 4), (7, 4), None, None, id="five and three points better"),
        pytest.param((3, 9), (7, 7), None, "worse", id="six points worse"),
        pytest.param((9, 9), (3, 7), None, "worse", id="four points worse"),
        pytest.param((4, 9), (4, 7), None, None, id="five and three points worse"),
    ],
)
def test_nhs_outcomes(mood, worry, recovery, change):
    found = service_outcome({"phq-9": mood, "gad-7": worry})
    assert (found.recovery, found.reliable_improvement, found.reliable_deterioration, found.reliable_recovery) == (
        recovery, change == "better", change == "worse", recovery and change == "better"
    )  # fmt: skip


def test_nhs_outcomes_need_both_forms():
    assert service_outcome({"phq-9": (18, 9)}) is None
