"""The rules that say whether scores keep to an aimline: four in a row, and the slope. For counts and ratings.

Both come from progress monitoring in schools and need at least six scores over six weeks, the baseline not counted. The
4-point rule alone flags many who go on to reach their goal (20,000 simulated series), so `n` goes wherever it goes.
Scores written down more often, as in a diary, come here by the week (`aimline.judged_points`).
Change usually slows down over time; symptom forms are therefore judged by reliable change instead (`symptoms.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.aimline import Aimline, Aimlines, aimlines_of, judged_points
from goalctl.analysis.progress.direction import gain
from goalctl.analysis.progress.movement import Movement, are_enough, movement_of
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.trend import Projection, Trend
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Scorable
from goalctl.model.measure import Better

# The 4-point rule of progress monitoring in schools, six scores over six weeks; alone it flags many who respond (20,000
# simulated series, SAGE 0734282917729263), so `n` stands beside it.
LAST_POINTS = 4
ON_THE_LINE = 1e-9


class Course(NamedTuple):
    """What a goal or objective is held against: a series, the scores of it that count, how they move, its aimlines."""

    series: Series
    points: tuple[Point, ...]
    movement: Movement
    lines: Aimlines | None

    @property
    def trend(self) -> Trend | None:
        """The one trend of the series."""
        return self.movement.trend


def course_of(at: Standpoint, series: Series, item: Scorable) -> Course:
    """The course of one series of a goal or objective."""
    return Course(series, judged_points(series), movement_of(at, series), aimlines_of(series, item))


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
    return are_enough(points, aimline.start)


def four_point_rule(points: Sequence[Point], aimline: Aimline, better: Better | None) -> Side | None:
    """The side of the last four scores; None while there is too little to judge by.

    All worse: change something. All better: ahead, if they also move. Neither: go on.
    """
    if not can_be_judged(points, aimline):
        return None
    return last_on_one_side(points, aimline, better, last=LAST_POINTS)


def trend_rule(points: Sequence[Point], trend: Trend, aimline: Aimline, better: Better | None) -> Side | None:
    """Steeper than the aimline is better, flatter is worse, parallel neither; None while there is too little.

    Parallel means that the slope's confidence interval contains the aimline's rate.
    """
    if not trend.can_judge or not can_be_judged(points, aimline):
        return None
    sides = {_side(gain(aimline.rate, slope, better)) for slope in (trend.low, trend.high)}
    return sides.pop() if len(sides) == 1 else Side.NEITHER


def moves_toward_better(trend: Trend | None, better: Better | None) -> bool:
    """Whether the slope's whole interval leads to the better side."""
    return trend is not None and all(gain(0.0, slope, better) > 0 for slope in (trend.low, trend.high))


def projection_past(course: Course, aimline: Aimline) -> Projection | None:
    """The projection, where by it the line's end is too early; None where it is not, or there is too little to judge.

    Progress usually slows down: of a score that is not behind the line the whole interval has to say so, of one behind
    it, and where it leads nowhere, the trend alone. Without a projection there is no pace to say it.
    """
    found, points = course.movement.projection, course.points
    if found is None or not can_be_judged(points, aimline):
        return None
    is_behind = side_of(points[-1], aimline, course.series.better) is Side.WORSE
    soonest = found.day if is_behind or found.day is None else found.earliest
    return found if soonest is None or soonest > aimline.end else None


def _side(better_by: float) -> Side:
    # A score exactly on the line must not fall to one side by a rounding error of the line.
    if math.isclose(better_by, 0, abs_tol=ON_THE_LINE):
        return Side.NEITHER
    return Side.BETTER if better_by > 0 else Side.WORSE
