"""The rules that say whether scores keep to an aimline: four in a row, and the slope. For counts and ratings.

Both come from progress monitoring in schools and need at least six scores over six weeks, the baseline not counted. The
4-point rule alone flags many who go on to reach their goal (20,000 simulated series), so `n` goes wherever it goes.
Scores written down more often, as in a diary, come here by the week (`aimline.judged_points`).
Change usually slows down over time; symptom forms are therefore judged by reliable change instead (`symptoms.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from goalctl.analysis.progress.aimline import Aimline, Aimlines, aimlines_of, judged_points
from goalctl.analysis.progress.direction import gain
from goalctl.analysis.progress.point import Point
from goalctl.analysis.progress.series import Series, current_of
from goalctl.analysis.progress.trend import LEAST_TO_JUDGE, Trend, trend_through
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.measure import Better

# The 4-point rule of progress monitoring in schools, six scores over six weeks; alone it flags many who respond (20,000
# simulated series, SAGE 0734282917729263), so `n` stands beside it.
LAST_POINTS = 4
ON_THE_LINE = 1e-9
LEAST_STRETCH = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class Course:
    """What a goal or objective is held against: its series, the scores of it that count, their trend, its aimlines."""

    series: Series
    points: tuple[Point, ...]
    trend: Trend | None
    lines: Aimlines | None


def course_of(at: Standpoint, item_id: str) -> Course | None:
    """The course of the series that it is judged by; None without a measure."""
    series = at.once(current_of, item_id)
    if series is None:
        return None
    points = judged_points(series)
    return Course(series, points, at.once(trend_through, points), aimlines_of(series, at.plan.scorables[item_id]))


class Side(StrEnum):
    """On which side of the line; `NEITHER` is on the line, or scores on both sides."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


def side_of(point: Point, aimline: Aimline, better: Better | None) -> Side:
    """The side of the line that one score lies on; exactly on it is neither.

    Where the line leads to a band, what lies beyond the band is worse the farther it is from it.
    """
    return _side(gain(aimline.expected_on(point.day), point.value, better, aimline.band))


def last_on_one_side(points: Sequence[Point], aimline: Aimline, better: Better | None, *, last: int) -> Side:
    """The side that all of the last scores lie on; neither when they differ or are fewer than `last`."""
    sides = {side_of(point, aimline, better) for point in points[-last:]}
    return sides.pop() if len(sides) == 1 and len(points) >= last else Side.NEITHER


def can_be_judged(points: Sequence[Point], aimline: Aimline) -> bool:
    """Six scores after the baseline, the newest six weeks or more after the line's beginning."""
    return len(points) >= LEAST_TO_JUDGE and points[-1].day - aimline.start >= LEAST_STRETCH


def four_point_rule(points: Sequence[Point], aimline: Aimline, better: Better | None) -> Side | None:
    """The side of the last four scores; None while there is too little to judge by.

    All worse: change something. All better: consider finishing, or the next objective. Neither: go on.
    """
    if not can_be_judged(points, aimline):
        return None
    return last_on_one_side(points, aimline, better, last=LAST_POINTS)


def trend_rule(points: Sequence[Point], trend: Trend | None, aimline: Aimline, better: Better | None) -> Side | None:
    """Steeper than the aimline is better, flatter is worse, parallel neither; None while there is too little.

    Parallel means that the slope's confidence interval contains the aimline's rate.
    """
    if trend is None or not trend.can_judge or not can_be_judged(points, aimline):
        return None
    sides = {_side(gain(aimline.rate, slope, better)) for slope in (trend.low, trend.high)}
    return sides.pop() if len(sides) == 1 else Side.NEITHER


def _side(better_by: float) -> Side:
    # A score exactly on the line must not fall to one side by a rounding error of the line.
    if math.isclose(better_by, 0, abs_tol=ON_THE_LINE):
        return Side.NEITHER
    return Side.BETTER if better_by > 0 else Side.WORSE
