"""The sentences around a chart: what is measured, what the trend says, where scores are missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from goalctl.analysis.figures import counted, figure, per_week
from goalctl.analysis.progress.direction import is_at_target
from goalctl.analysis.progress.point import Point
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.trend import Projection, Trend, projection_of, trend_of
from goalctl.model.form import Form
from goalctl.model.measure import Better, Measure
from goalctl.model.scalars import number_text
from goalctl.views.clean import one_line

LONG_GAP = timedelta(days=90)
LONG_AHEAD = timedelta(days=365)
TIMES_USUAL = 3
_WORDS = {"levels": "goal attainment levels", "done": "done or not", "rating": "rating"}
_BETTER = {Better.LOWER: "lower is better", Better.HIGHER: "higher is better"}


def measure_name(measure: Measure, form: Form | None) -> str:
    """What is scored, in a few words: `PHQ-9`, `days practised a week`."""
    if form:
        return one_line(f"{form.name} {measure.of}" if measure.of else form.name)
    name = measure.of or _WORDS.get(measure.by) or measure.by
    if measure.by == "levels" and measure.of:
        name = f"{measure.of}, as goal attainment levels"
    per = f" a {measure.per.value}" if measure.per else ""
    unit = f" ({measure.unit})" if measure.unit and measure.unit not in name else ""
    return one_line(f"{name}{per}{unit}")


def measure_line(series: Series, form: Form | None) -> str:
    """The measure, its good side, how many scores there are, and the last of them."""
    parts = [measure_name(series.measure, form)]
    parts += [_BETTER[series.better]] if series.better else []
    if series.points:
        last = series.points[-1]
        parts.append(f"{counted(len(series.points), 'score')}, last {number_text(last.value)} on {last.day}")
    return " · ".join(parts)


def trend_note(series: Series) -> str | None:
    """The slope with its number of scores, and when it reaches the target; None without a trend."""
    points = series.since_baseline
    trend = trend_of(points)
    if trend is None:
        return None
    few = "" if trend.can_judge else ", too few to judge by"
    slope = f"trend: {per_week(trend.slope)} over {trend.n} scores{few}"
    if series.target is None or series.is_kept:
        return slope
    projection = projection_of(trend, series.target, series.better)
    return f"{slope}; {_arrival(trend, projection, series.target, _behind(series))}"


def _behind(series: Series) -> str:
    """What to add to a trend line that has passed the target when the last score has not."""
    last = series.last
    if last is None or series.target is None or is_at_target(last.value, series.target, series.better):
        return ""
    return f", but the last score is {number_text(last.value)}"


def _arrival(trend: Trend, projection: Projection, target: float, behind: str) -> str:
    goal = figure(target)
    if projection.day is None:
        return f"not reaching {goal} at this rate"
    if projection.day <= trend.end:
        return f"it has passed {goal}{behind}"
    if projection.day - trend.end > LONG_AHEAD:
        return f"at {goal} only about {projection.day.year}"
    return f"at {goal} about {projection.day}{_between(projection)}"


def _between(projection: Projection) -> str:
    if projection.earliest is None or projection.earliest == projection.latest:
        return ""
    if projection.latest is None:
        return f" ({projection.earliest} at the earliest, perhaps never)"
    return f" ({projection.earliest} to {projection.latest})"


def gap_note(points: Sequence[Point]) -> str | None:
    """The longest stretch without a score, when it is three months or more and far longer than usual."""
    stretches = [(other.day - one.day, one.day, other.day) for one, other in pairwise(points)]
    if not stretches:
        return None
    longest, start, end = max(stretches)
    usual = median(stretch.days for stretch, _, _ in stretches)
    if longest < LONG_GAP or (len(stretches) > 1 and longest.days < TIMES_USUAL * usual):
        return None
    return f"no scores for {_weeks(start, end)}, from {start} to {end}"


def _weeks(start: date, end: date) -> str:
    return counted((end - start).days // 7, "week")
