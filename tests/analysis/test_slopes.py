"""Slopes by rank: those that are made and sorted, whatever was drawn on the way to them."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalctl.analysis.progress import slopes
from goalctl.analysis.progress.slopes import Slopes
from goalctl.analysis.progress.trend import theil_sen

KINDS = {
    "a short scale, one score a day": lambda chance, at: (at, chance.randrange(8)),
    "several scores a day": lambda chance, at: (at // 7, chance.randrange(28)),
    "two days": lambda chance, at: (at % 2, chance.randrange(11)),
    "one other day": lambda chance, at: (at == 0, chance.randrange(11)),
    "no change": lambda _, at: (at, 3),
    "a line": lambda _, at: (at, 3 * at),
    "a fall with noise": lambda chance, at: (at, round(20 - at / 30 + chance.gauss(0, 2))),
    "no two alike": lambda chance, at: (at + chance.random() / 2, chance.random()),
    "large numbers": lambda chance, at: (at, chance.randrange(10**9)),
    "a score gone wild": lambda chance, at: (at, 10**6 if at == 77 else chance.randrange(8)),
}


def all_of(points):
    return sorted((y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(sorted(points), 2) if x2 > x1)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(seed=st.integers(0, 10**6), n=st.integers(201, 260), share=st.floats(0, 1))
@settings(max_examples=8)
def test_a_rank_is_that_of_all_slopes_made_and_sorted(kind, seed, n, share):
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    points = [tuple(map(float, kind(chance, at))) for at in range(n)]
    chance.shuffle(points)
    found, made = Slopes(*zip(*points, strict=True)), all_of(points)
    first = round(share * (len(made) - 1))
    last = min(first + 1, len(made) - 1)
    assert found.number == len(made)
    assert found.ranked(first, last) == made[first : last + 1]


def test_what_was_drawn_leads_to_the_rank_without_all_slopes_being_made():
    chance = random.Random(3)  # noqa: S311 - not for secrets
    found = Slopes(range(1000), [chance.randrange(28) for _ in range(1000)])
    found.ranked(found.number // 2, found.number // 2)
    assert "_all" not in vars(found)


def test_where_what_was_drawn_leads_past_the_rank_all_slopes_are_made(monkeypatch):
    monkeypatch.setattr(slopes, "DEVIATIONS", -50)
    chance = random.Random(3)  # noqa: S311 - not for secrets
    points = [(at, chance.random()) for at in range(300)]
    found = Slopes(*zip(*points, strict=True))
    assert found.ranked(40, 41) == all_of(points)[40:42]
    assert "_all" in vars(found)


def test_the_trend_of_a_thousand_scores_is_that_of_scipy():
    from scipy.stats import theilslopes

    chance = random.Random(5)  # noqa: S311 - not for secrets
    xs, ys = list(range(1000)), [float(round(24 - at / 60 + chance.gauss(0, 3))) for at in range(1000)]
    ours, theirs = theil_sen(xs, ys), theilslopes(ys, xs, 0.95, method="joint")
    assert (ours.slope, ours.low, ours.high) == pytest.approx((theirs[0], theirs[2], theirs[3]), abs=1e-12)
