"""How the scores of one series move: their one trend, whether they stand still, and when they reach the target.

Whoever shows, draws or judges a trend asks here, so that no two pages hold two of them.

A plateau is this program's own definition; the 4-point and trend rules of schools have no word for it. The scores stand
still when there are six over six weeks, the newest is not at the target, and one of two holds: the line through all of
them moved less than one step from its first day to its last, its interval allows that it did not move at all, and the
newest is not a step better than it; or the newest six lie less than one step apart, wherever they came from. A step is
a tenth of the way from the baseline to the target, of ratings, levels and counts at least one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from goalctl.analysis.figures import exact
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import scored_part
from goalctl.analysis.progress.aimline import beginning_of, by_the_week, judged_points
from goalctl.analysis.progress.direction import gap
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.trend import LEAST_TO_JUDGE, Projection, Trend, projection_of, trend_through
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.measure import WHOLE_KINDS, counting_window

LEAST_STRETCH = timedelta(weeks=6)
STEP_OF_THE_WAY = 0.1


class Movement(NamedTuple):
    """Where the scores of a series go.

    `standstill` are the scores that stand still, up to the newest; empty while they move, or are too few to judge by.
    What is done or not has no trend. `projection` is None where no day can be told: without a trend or a target, for
    what is kept, and while the newest score is at the target. Of scores that stand still it has no day, nor of a trend
    that leads elsewhere; that is told once there are enough scores to judge by. Symptoms rarely change in a straight
    line: a form with a figure for reliable change is judged by that, and no day to come is told.
    """

    trend: Trend | None = None
    standstill: tuple[Point, ...] = ()
    projection: Projection | None = None


def movement_of(at: Standpoint, series: Series) -> Movement:
    """The movement of one series; its trend is worked out once for all who ask about these scores."""
    if series.measure.kind == "done":
        return Movement()
    trend = at.once(trend_through, trend_points(series))
    if trend is None or series.target is None or series.is_kept:
        return Movement(trend)
    still = _standstill(series, trend)
    projection = _projection(series, trend, stands_still=bool(still))
    is_there = projection and projection.is_passed and series.is_at_target(series.points[-1].value)
    return Movement(trend, still, projection if is_there or not _is_judged_by_change(at, series) else None)


def trend_points(series: Series) -> tuple[Point, ...]:
    """The scores that the trend goes through: all since the baseline, the stated one's day not counted.

    The diary counts by the week, as for the rules; counts that are added up are weeks or months already.
    """
    points = series.points_after(0)
    return points if counting_window(series.measure) else by_the_week(points)


def step_of(series: Series) -> float:
    """The least difference that counts as movement; 0 where nothing tells how far the way is."""
    if series.target is None:
        return 0.0
    tenth = exact(abs(series.target - series.baseline.value) * STEP_OF_THE_WAY) if series.baseline else 0.0
    return max(tenth, 1.0) if series.measure.kind in WHOLE_KINDS else tenth


def is_near(series: Series, value: float) -> bool:
    """Whether a score is at the target or at most one step from it."""
    if series.target is None:
        return False
    away = gap(series.band, value) if series.band else exact(abs(value - series.target))
    return series.is_at_target(value) or away <= step_of(series)


def are_enough(points: Sequence[Point], start: date) -> bool:
    """Six scores after the baseline, the newest six weeks or more after that day."""
    return len(points) >= LEAST_TO_JUDGE and points[-1].day - start >= LEAST_STRETCH


def _is_judged_by_change(at: Standpoint, series: Series) -> bool:
    form = form_of(at.forms, series.measure.form)
    part = scored_part(form, series.measure.of) if form else None
    return part is not None and bool(part.judging_change)


def _can_be_judged(series: Series) -> bool:
    beginning = beginning_of(series)
    return beginning is not None and are_enough(judged_points(series), beginning[0])


def _standstill(series: Series, trend: Trend) -> tuple[Point, ...]:
    points, step = judged_points(series), step_of(series)
    if not _can_be_judged(series) or series.is_at_target(points[-1].value):
        return ()
    moved = exact(abs(trend.slope) * (trend.end - trend.start).days)
    is_news = series.gain(trend.value_on(trend.end), points[-1].value) >= step
    if trend.low <= 0 <= trend.high and moved < step and not is_news:
        return points
    alike = _newest_alike(points, step)
    return alike if len(alike) >= LEAST_TO_JUDGE else ()


def _newest_alike(points: tuple[Point, ...], step: float) -> tuple[Point, ...]:
    """The newest scores that lie less than a step apart, as many as do."""
    low = high = points[-1].value
    for place in range(len(points) - 1, -1, -1):
        low, high = min(low, points[place].value), max(high, points[place].value)
        if exact(high - low) >= step:
            return points[place + 1 :]
    return points


def _projection(series: Series, trend: Trend, *, stands_still: bool) -> Projection | None:
    target, last = series.target, series.last
    if target is None or last is None:
        return None
    if stands_still:
        return Projection(None, None, None, target, trend.end)
    found = projection_of(trend, target, series.better)
    is_there = series.is_at_target(last.value) and not found.is_passed
    return None if is_there or (found.day is None and not _can_be_judged(series)) else found
