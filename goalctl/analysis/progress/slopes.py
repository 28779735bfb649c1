"""The slopes of all pairs of points, by rank; of many points without making them all.

Of the pairs of n points at most as many rise by no more than t as change places when the points are looked at along a
line of slope t: these can be counted in O(n log n). So a few slopes that are drawn tell between which two lines the
wanted rank lies, both are counted, and only what lies between is made and sorted: the rank is exact, whatever was
drawn. Matoušek 1991, Inf. Process. Lett. 39, 183-187; Dillencourt, Mount and Netanyahu 1992.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, groupby, pairwise
from operator import itemgetter
from random import Random

FEW = 200  # points whose pairs are made as fast as they are counted
DRAWN_PER_POINT = 4
DEVIATIONS = 3.5  # of a drawn rank, to either side of it
GOLDEN = (math.sqrt(5) - 1) / 2  # where between two slopes a line is laid: hardly ever on a third


class Slopes:
    """(yj - yi)/(xj - xi) of all pairs with xi < xj; `number` says how many."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        self._points = sorted(zip(xs, ys, strict=True))
        alike = (len(list(same)) for _, same in groupby(self._points, key=itemgetter(0)))
        self.number = math.comb(len(self._points), 2) - sum(math.comb(n, 2) for n in alike)

    def ranked(self, first: int, last: int) -> list[float]:
        """Those of the ranks from `first` to `last`, the least slope being of rank 0."""
        if len(self._points) > FEW:
            return self._level(first, last) or self._selected(first, last) or self._all[first : last + 1]
        return self._all[first : last + 1]

    def _level(self, first: int, last: int) -> list[float]:
        """The same where all of them are 0, as very many are on a short scale; else empty."""
        falling, level = self._falling_and_level
        return [0.0] * (last + 1 - first) if falling <= first and last < falling + level else []

    @cached_property
    def _falling_and_level(self) -> tuple[int, int]:
        heights, alike = Counter(y for _, y in self._points), Counter(self._points)
        level = sum(math.comb(n, 2) for n in heights.values()) - sum(math.comb(n, 2) for n in alike.values())
        return self._number_up_to(0) - level, level

    @cached_property
    def _all(self) -> list[float]:
        return sorted([(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(self._points, 2) if x2 > x1])

    def _selected(self, first: int, last: int) -> list[float]:
        """The same by counting; empty where what was drawn leads past them, which is rare."""
        low, high = self._lines_around((first + last) / 2 / self.number)
        below = self._number_up_to(low)
        if below > first or self._number_up_to(high) <= last:
            return []
        return sorted(self._between(low, high))[first - below : last + 1 - below]

    @cached_property
    def _drawn(self) -> list[float]:
        chance, number = Random(0), DRAWN_PER_POINT * len(self._points)  # noqa: S311 - no secret
        pairs = zip(chance.choices(self._points, k=number), chance.choices(self._points, k=number), strict=True)
        return sorted([(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairs if x1 != x2])

    def _lines_around(self, share: float) -> tuple[float, float]:
        """Two slopes that no pair has, with the one below which that share of all lies very probably between them."""
        drawn, n = self._drawn, len(self._drawn)
        spread = DEVIATIONS * math.sqrt(n * share * (1 - share)) + 1
        before, behind = math.floor(n * share - spread), math.ceil(n * share + spread)
        left = bisect_left(drawn, drawn[before]) if 0 < before < n else 0
        right = bisect_right(drawn, drawn[behind]) if 0 <= behind < n else n
        low = drawn[left - 1] + GOLDEN * (drawn[left] - drawn[left - 1]) if left else -self._steepest
        high = drawn[right - 1] + GOLDEN * (drawn[right] - drawn[right - 1]) if right < n else self._steepest
        return low, high

    @cached_property
    def _steepest(self) -> float:
        """Steeper than any pair."""
        heights = [y for _, y in self._points]
        least = min(x2 - x1 for (x1, _), (x2, _) in pairwise(self._points) if x2 > x1)
        return (max(heights) - min(heights)) / least + 1

    def _number_up_to(self, slope: float) -> int:
        """How many pairs rise by no more than that."""
        before: list[float] = []
        number = 0
        for _, same in groupby(self._points, key=itemgetter(0)):
            heights = [y - slope * x for x, y in same]
            number += sum(len(before) - bisect_left(before, height) for height in heights)
            for height in heights:
                insort(before, height)
        return number

    def _between(self, low: float, high: float) -> Iterator[float]:
        """The slopes above the one line and up to the other: the second point is above the first, then below it."""
        lower: list[tuple[float, float, float]] = []
        seen = sorted((y - low * x, y - high * x, x, y) for x, y in self._points)
        for _, same in groupby(seen, key=itemgetter(0)):
            level = [(height, x, y) for _, height, x, y in same]
            for height, x, y in level:
                yield from [(y - y1) / (x - x1) for _, x1, y1 in lower[bisect_left(lower, (height,)) :]]
            for point in level:
                insort(lower, point)
