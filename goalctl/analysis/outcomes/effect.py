"""How large a mean change is beside the spread at the start: the standardized mean change with its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from goalctl.analysis.progress.direction import gain
from goalctl.model.measure import Better

CONFIDENT = 1.96


@dataclass(frozen=True, slots=True)
class Effect:
    """In standard deviations of the first scores, positive is better, with the ends of the 95 % interval."""

    size: float
    low: float
    high: float


def effect_of(pairs: Sequence[tuple[float, float]], better: Better) -> Effect | None:
    """c(n - 1)·mean gain/SD of the first scores, variance 2(1 - r)/n + g²/2n, r between first and last.

    None where all began alike, or with fewer than three pairs. Becker 1988, as metafor's `SMCR` has it.
    """
    n, firsts, lasts = len(pairs), [first for first, _ in pairs], [last for _, last in pairs]
    spread = stdev(firsts) if n >= 3 else 0.0  # noqa: PLR2004 - c(n - 1) needs two degrees of freedom
    if spread <= 0:
        return None
    mean = fmean(gain(*pair, better) for pair in pairs)
    return standardized(mean, spread, _correlation(firsts, lasts), n)


def standardized(mean: float, sd: float, r: float, n: int) -> Effect:
    """The same from a group's mean change, the standard deviation of its first scores, their correlation and number."""
    size = _unbiased(n - 1) * mean / sd
    room = CONFIDENT * math.sqrt(2 * (1 - r) / n + size**2 / (2 * n))
    return Effect(size, size - room, size + room)


def _unbiased(m: int) -> float:
    return math.sqrt(2 / m) * math.exp(math.lgamma(m / 2) - math.lgamma((m - 1) / 2))


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Pearson's r; 0 where one of them never varies, which makes the interval wider, not narrower."""
    if len(set(one)) == 1 or len(set(other)) == 1:
        return 0.0
    mean, mean_of_other = fmean(one), fmean(other)
    both = math.fsum((a - mean) * (b - mean_of_other) for a, b in zip(one, other, strict=True))
    spread = math.sqrt(math.fsum((a - mean) ** 2 for a in one) * math.fsum((b - mean_of_other) ** 2 for b in other))
    return both / spread
