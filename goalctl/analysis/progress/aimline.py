"""The straight line from where a goal began to where it is meant to be on its deadline, and the pace along it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from goalctl.analysis.instruments.point import Origin, Point
from goalctl.analysis.progress.direction import is_within
from goalctl.analysis.progress.series import Series
from goalctl.model.goal import Scorable, original_deadline
from goalctl.model.measure import counting_window
from goalctl.model.target_band import TargetBand

FORM_A_BASELINE = 3  # the median of the first three points, as in the progress monitoring of schools
A_WEEK = 7


class Aimline(NamedTuple):
    """From `begins_at` on the day `start` to `target` on the day `end`, the deadline.

    Where the target is a band, the line leads to the end of it that comes first.
    """

    start: date
    begins_at: float
    end: date
    target: float
    band: TargetBand | None = None

    @property
    def rate(self) -> float:
        """Points a day that the line asks for; negative when lower is better."""
        return (self.target - self.begins_at) / (self.end - self.start).days

    def expected_on(self, day: date) -> float:
        """The line's height on a day: the beginning before it starts, the target from the deadline on."""
        days = (min(max(day, self.start), self.end) - self.start).days
        return self.target if day >= self.end else self.begins_at + self.rate * days


class Aimlines(NamedTuple):
    """The line to the deadline as it stands, and the one to the first deadline when that was moved."""

    current: Aimline
    original: Aimline | None = None


def aimlines_of(series: Series, item: Scorable) -> Aimlines | None:
    """The item's aimlines for one series; None without target, deadline or beginning, or with no day in between.

    None too where it began within the band that is meant to be reached, and for what is done or not, which has no half.
    """
    current = _aimline(series, item.deadline)
    if current is None:
        return None
    first = original_deadline(item)
    return Aimlines(current, _aimline(series, first) if first != item.deadline else None)


def beginning_of(series: Series) -> tuple[date, float] | None:
    """Where an aimline starts: the stated baseline; else the median of the first three scores, on their middle day."""
    baseline = series.baseline
    if baseline is None or baseline.day is None:
        return None
    if baseline.stated:
        return baseline.day, baseline.value
    first = series.since_baseline[:FORM_A_BASELINE]
    return first[len(first) // 2].day, median(point.value for point in first)


def judged_points(series: Series) -> tuple[Point, ...]:
    """The scores that progress is judged by: those that count as progress, the diary's by the week.

    The rules for aimlines are made for about one score a week: four nights in a row are not four scores. Daily counts
    that `counting.py` adds up are weeks or months already.
    """
    points = progress_points(series)
    return points if counting_window(series.measure) else by_the_week(points)


def by_the_week(points: Sequence[Point]) -> tuple[Point, ...]:
    """At most one point of the diary in seven days, from the newest back; session scores stay as they are.

    A diary score speaks for the seven days that end on its day, with the median of the diary there. Where a session
    score stands in those days, it alone counts, and it does so for the seven days before it too. No point made from the
    diary is therefore nearer than seven days to any other.
    """
    if all(point.origin is Origin.SESSION for point in points):
        return tuple(points)
    kept: list[Point] = []
    left = list(points)
    while left:
        newest = left.pop()
        begins = bisect_right(left, newest.day.toordinal() - A_WEEK, key=lambda point: point.day.toordinal())
        stretch = left[begins:]
        scored = [point for point in stretch if point.origin is Origin.SESSION]
        if newest.origin is Origin.SESSION:
            left[begins:] = scored
            kept.append(newest)
        elif not scored:
            del left[begins:]
            value = median([newest.value, *(point.value for point in stretch)])
            kept.append(Point(newest.day, value, Origin.DIARY, len(stretch) + 1))
    return tuple(reversed(kept))


def progress_points(series: Series) -> tuple[Point, ...]:
    """All scores that count as progress: later than the baseline's day, or after the three that form a baseline."""
    return series.points_after(FORM_A_BASELINE)


def _aimline(series: Series, deadline: date | None) -> Aimline | None:
    beginning = beginning_of(series)
    if beginning is None or series.target is None or deadline is None or series.measure.kind == "done":
        return None
    start, value = beginning
    if deadline - start < timedelta(days=1) or is_within(series.band, value):
        return None
    return Aimline(start, value, deadline, series.target, series.band)
