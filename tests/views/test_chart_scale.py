"""Round numbers, round days, and labels that keep apart."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.views.charts.scale import day_ticks, nice_range, nice_ticks, places_apart


@pytest.mark.parametrize(
    ("low", "high", "most", "ticks"),
    [
        (0, 10, 6, (0, 2, 4, 6, 8, 10)),
        (-2, 2, 5, (-2, -1, 0, 1, 2)),
        (0, 1, 6, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (7400, 9900, 4, (8000, 9000)),
    ],
)
def test_ticks_are_round_numbers(low, high, most, ticks):
    assert nice_ticks(low, high, most) == ticks


@pytest.mark.parametrize(
    ("low", "high", "ticks"), [(0, 1, (0, 1)), (0, 2, (0, 1, 2)), (0.5, 2.5, (1, 2)), (0, 40, (0, 10, 20, 30, 40))]
)
def test_ticks_keep_as_far_apart_as_they_must(low, high, ticks):
    assert nice_ticks(low, high, 6, least=1) == ticks


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6), st.integers(3, 20))
def test_ticks_are_never_more_than_asked_and_never_outside(low, span, most):
    ticks = nice_ticks(low, low + span, most)
    assert len(ticks) <= most
    assert all(low - span * 1e-6 <= tick <= low + span * (1 + 1e-6) for tick in ticks)


@given(st.lists(st.integers(-(10**9), 10**9).map(lambda whole: whole / 1000), min_size=1))
def test_a_range_holds_all_values_and_is_never_flat(values):
    low, high = nice_range(values)
    assert low < high
    assert low <= min(values) + (high - low) * 1e-6
    assert high >= max(values) - (high - low) * 1e-6


@pytest.mark.parametrize(
    ("start", "end", "most", "ticks"),
    [
        (date(2026, 1, 1), date(2026, 1, 3), 5, ["2026-01-01", "2026-01-02", "2026-01-03"]),
        (date(2026, 1, 1), date(2026, 1, 28), 4, ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]),
        (date(2026, 1, 12), date(2026, 8, 31), 4, ["2026-03-01", "2026-05-01", "2026-07-01"]),
        (date(2024, 5, 1), date(2026, 8, 31), 3, ["2025-01-01", "2026-01-01"]),
        (date(2026, 1, 2), date(2026, 1, 2), 3, ["2026-01-02"]),
    ],
    ids=["days", "Mondays", "months", "years", "one day"],
)
def test_day_ticks_are_round_days(start, end, most, ticks):
    assert [day.isoformat() for day in day_ticks(start, end, most)] == ticks


@given(st.dates(), st.dates(), st.integers(1, 12))
def test_day_ticks_are_never_more_than_asked_and_never_none(one, other, most):
    start, end = min(one, other), max(one, other)
    ticks = day_ticks(start, end, most)
    assert 0 < len(ticks) <= most
    assert all(start <= day <= end for day in ticks)


@given(st.lists(st.floats(0, 100), max_size=8))
def test_labels_keep_their_distance_and_their_order(wanted):
    places = places_apart(wanted, gap=10, low=0, high=100)
    assert all(other - one >= 10 - 1e-9 for one, other in pairwise(sorted(places)))
    assert [places[index] for index in sorted(range(len(wanted)), key=wanted.__getitem__)] == sorted(places)
