"""The sentences around a chart: what is measured, what the trend says, where scores are missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from goalctl.analysis.figures import counted, per_week, score_text
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.movement import Movement
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.trend import MOST_SCORES
from goalctl.model.form import Form
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.measure import Better
from goalctl.model.scalars import Duration, number_text
from goalctl.views.words.measure import scored_name
from goalctl.views.words.way import day_scored

LONG_GAP = timedelta(days=90)
TIMES_USUAL = 3
_BETTER = {Better.LOWER: "lower is better", Better.HIGHER: "higher is better"}


def measure_line(series: Series, forms: Mapping[str, Form]) -> str:
    """The measure, its good side, how many scores there are, and the last of them."""
    parts = [scored_name(series.measure, forms)]
    good = f"{band} is the aim" if (band := series.band) else _BETTER[series.better] if series.better else ""
    parts += [good] if good else []
    if series.points:
        last = series.points[-1]
        parts.append(f"{counted(len(series.points), 'score')}, last {score_text(last.value)} on {day_scored(series)}")
    return " · ".join(parts)


def trend_note(series: Series, movement: Movement, *, today: date) -> str | None:
    """The slope with its number of scores, and when it reaches the target; None without a trend."""
    trend = movement.trend
    if trend is None or series.last is None:
        return None
    note = "" if trend.can_judge else ", too few to judge by"
    if trend.n > MOST_SCORES:
        note = f", worked out from {MOST_SCORES} of them"
    whose = "" if series.rater == CLIENT_RATER else f" of {series.rater}"
    slope = f"trend{whose}: {per_week(trend.slope)} over {trend.n} scores{note}"
    leads = leads_to(series, movement, today=today)
    return f"{slope}; {leads}" if leads else slope


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


def leads_to(series: Series, movement: Movement, *, today: date) -> str:
    """When the trend is at the target, seen from that day: a day that has passed is no forecast.

    Empty without a projection.
    """
    found, last = movement.projection, series.last
    if found is None or last is None:
        return ""
    if movement.standstill:
        return f"no movement, so no day is foretold for {series.target_words}"
    if found.day and found.known_to < found.day <= today:
        led = f"its trend led to {number_text(found.target)} by {found.day}"
        return f"{led}; no score since {last.day} tells whether it did"
    if found.earliest and found.earliest <= today < (found.day or today):
        tomorrow = Duration(1, "d").after(today)  # it is not there today, so no earlier day is left
        found = found._replace(earliest=tomorrow)
    return found.in_words(last.value, series.better, series.band)
