"""The Theil-Sen trend of a series, its confidence interval, and the day on which it would reach the target.

Robust to single outliers (29 % of the scores may be wild); ties on a short scale weaken it, so `n` and the interval go
wherever the slope goes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from random import Random
from statistics import NormalDist, median
from typing import NamedTuple

from goalctl.analysis.figures import per_week_between, score_text
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.direction import is_at_target
from goalctl.analysis.progress.slopes import Slopes
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.measure import Better
from goalctl.model.scalars import number_text
from goalctl.model.target_band import TargetBand

LEAST_TO_SHOW = 3  # below it the median slope is the slope of two scores
LEAST_TO_JUDGE = 6  # the same source as the 4-point rule: six points, the baseline excluded
FURTHEST = timedelta(days=3653)  # our own: what is ten years away is told as not reached
LONG_AHEAD = timedelta(days=365)  # our own, as the twelve months of a deadline
MOST_SCORES = 1000  # our own: half a million pairs; nearly three years of a diary's days


class MedianLine(NamedTuple):
    """A median slope through scores: `slope` in points a day, between `low` and `high`; `intercept` at x = 0."""

    slope: float
    intercept: float
    low: float
    high: float


class Trend(NamedTuple):
    """The Theil-Sen line of `n` scores; x counts days from `start`, slopes are in points a day.

    `low` and `high` bound the slope at the given `confidence` (0 to 1). With few scores the interval is as wide as the
    slopes found, and says so little.
    """

    start: date
    end: date
    slope: float
    intercept: float
    low: float
    high: float
    n: int
    confidence: float
    middle_day: float
    middle_value: float

    @property
    def can_judge(self) -> bool:
        """Whether there are enough scores to judge by, not only to show."""
        return self.n >= LEAST_TO_JUDGE

    @property
    def in_words(self) -> str:
        """The slope by the week, its interval and n: `0.5 a week (0.2 to 0.8), n = 7`."""
        return f"{per_week_between(self.slope, self.low, self.high)}, n = {self.n}"

    def value_on(self, day: date) -> float:
        """The line's height on a day; outside `start` to `end` it is a projection."""
        return self.intercept + self.slope * (day - self.start).days


class Projection(NamedTuple):
    """When the trend reaches `target`. None: not at this rate, or not within ten years of the last score.

    `earliest` and `latest` come from the ends of the slope's interval; `latest` None means that the interval allows
    that it is never reached. `known_to` is the last score's day: up to it a day is no forecast. No day is before
    `known_from`, the first score's: of what came before it no line tells anything.
    """

    day: date | None
    earliest: date | None
    latest: date | None
    target: float
    known_to: date
    known_from: date | None = None

    @property
    def is_passed(self) -> bool:
        """Whether the trend line crosses the target before or on the last score's day."""
        return self.day is not None and self.day <= self.known_to

    def in_words(self, last: float, better: Better | None, band: TargetBand | None = None) -> str:
        """`at 9 about DAY (DAY to DAY)`, from a year on only about which year; or that it is not reached at this rate.

        A target that the line has reached already is told as one, with the last score if that one is not there.
        """
        goal = number_text(self.target)
        if self.day is None:
            return f"not reaching {goal} at this rate"
        if self.is_passed:
            behind = (
                "" if is_at_target(last, self.target, better, band) else f", but the last score is {score_text(last)}"
            )
            if self.day == self.known_from:
                return f"the trend is at or past {goal} from the first score on, {self.day}{behind}"
            return f"the trend passed {goal} on {self.day}{behind}"
        if self.day - self.known_to > LONG_AHEAD:
            return f"at {goal} only about {self.day.year}"
        return f"at {goal} about {self.day}{self._between}"

    @property
    def _between(self) -> str:
        if self.earliest is None or self.earliest == self.latest:
            return ""
        until = f"to {self.latest}" if self.latest else "at the earliest, perhaps never"
        return f" ({self.earliest} {until})"


def theil_sen(xs: Sequence[float], ys: Sequence[float], *, confidence: float = 0.95) -> MedianLine:
    """The median of the slopes of all pairs, with Sen's interval.

    b = median((yj - yi)/(xj - xi)) over all pairs with xi < xj; a = median(yi - b·xi). The interval takes the ranks
    (N ± z·s)/2 of the N sorted slopes, with Kendall's variance corrected for ties. `confidence` is between 0.5 and 1.
    Raises ValueError when all x are the same. Theil 1950, Sen 1968 (equation 2.6); recommended for progress monitoring
    by Vannest and others 2012.
    """
    slopes = Slopes(xs, ys)
    if not slopes.number:
        raise ValueError("a slope needs scores on two different days")
    slope = median(slopes.ranked((slopes.number - 1) // 2, slopes.number // 2))
    intercept = median(y - slope * x for x, y in zip(xs, ys, strict=True))
    spread = NormalDist().inv_cdf(0.5 + confidence / 2) * _kendall_deviation(xs, ys)
    # An endless spread stands for "no estimate": every slope is then inside the interval.
    spread = min(spread, slopes.number)
    lower = max(round((slopes.number - spread) / 2) - 1, 0)
    upper = min(round((slopes.number + spread) / 2), slopes.number - 1)
    return MedianLine(slope, intercept, *slopes.ranked(lower, lower), *slopes.ranked(upper, upper))


def _kendall_deviation(xs: Iterable[float], ys: Sequence[float]) -> float:
    """The standard deviation of Kendall's S under no trend: n(n-1)(2n+5)/18 less the same term for every tie.

    Infinite where ties of days and of scores leave nothing: then the interval is the whole range of slopes.
    """
    ties = [count for values in (xs, ys) for count in Counter(values).values()]
    variance = (_term(len(ys)) - sum(_term(count) for count in ties)) / 18
    return math.sqrt(variance) if variance >= 0 else math.inf


def _term(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)


def trend_of(points: Sequence[Point], *, confidence: float = 0.95) -> Trend | None:
    """The trend of scores in order of days; None with fewer than three, or when all are of one day.

    Of more than a thousand the line and its interval are those of a thousand, drawn alike each time (every n-th could
    be Mondays alone): all pairs of 20,000 take a minute and gigabytes.
    """
    if len(points) < LEAST_TO_SHOW or points[0].day == points[-1].day:
        return None
    start = points[0].day
    xs = [float((point.day - start).days) for point in points]
    ys = [point.value for point in points]
    drawn: Sequence[int] = range(len(points))
    if len(points) > MOST_SCORES:  # the first and the last are among them: what is drawn may be of one day
        drawn = [0, *Random(0).sample(drawn[1:-1], MOST_SCORES - 2), len(points) - 1]  # noqa: S311 - no secret
    line = theil_sen([xs[at] for at in drawn], [ys[at] for at in drawn], confidence=confidence)
    return Trend(
        start=start,
        end=points[-1].day,
        slope=line.slope,
        intercept=line.intercept,
        low=line.low,
        high=line.high,
        n=len(points),
        confidence=confidence,
        middle_day=median(xs),
        middle_value=median(ys),
    )


def trend_through(_at: Standpoint, points: tuple[Point, ...]) -> Trend | None:
    """The same, to be worked out once for all who ask about these scores."""
    return trend_of(points)


def projection_of(trend: Trend, target: float, better: Better | None) -> Projection:
    """The day of reaching the target: (target - a)/b when the line goes toward better; a passed day when it is past it.

    The ends of the interval turn the line about the middle of the scores.
    """
    days = _crossing(trend.intercept, trend.slope, target, better)
    day = _dated(trend, days)
    ends = [_turned(trend, slope, target, better) for slope in (trend.low, trend.high)]
    known = sorted(found for found in (day, *ends) if found)
    latest = known[-1] if known and None not in ends and day else None
    return Projection(day, known[0] if known else None, latest, target, trend.end, trend.start)


def _turned(trend: Trend, slope: float, target: float, better: Better | None) -> date | None:
    intercept = trend.middle_value - slope * trend.middle_day
    return _dated(trend, _crossing(intercept, slope, target, better))


def _crossing(intercept: float, slope: float, target: float, better: Better | None) -> float | None:
    wanted = {Better.HIGHER: slope > 0, Better.LOWER: slope < 0}
    return (target - intercept) / slope if better and wanted[better] else None


def _dated(trend: Trend, days: float | None) -> date | None:
    if days is None or days > (trend.end - trend.start + FURTHEST).days:
        return None
    try:
        # Rounded first: a crossing exactly on a day must not slip to the next one by a rounding error.
        return trend.start + timedelta(days=max(math.ceil(round(days, 6)), 0))
    except OverflowError:
        return None
