"""Whether a goal or objective got worse than it began, and since when a change of the plan would answer that.

Of a form with a figure for it that is reliable change, from the baseline or from the best score. Of counts, ratings and
everything else it is the mirror of "met": as many newest scores in a row, and two at least, each worse than the
baseline by a step. Nights in a diary count by the week.
"""

from __future__ import annotations

from datetime import date

from goalctl.analysis.instruments.point import Point
from goalctl.analysis.progress.aimline import by_the_week
from goalctl.analysis.progress.movement import step_of
from goalctl.analysis.progress.raters import judges_of
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.symptoms import later_scores, symptom_change
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.measure import counting_window

LEAST_IN_A_ROW = 2  # our own: one score may be a bad day


def worse_since(at: Standpoint, item_id: str) -> date | None:
    """The day of the best score before it got worse, of several who decide the last such day; None when it did not."""
    found = (_since(at, series) for series in at.once(judges_of, item_id).deciding)
    return max((day for day in found if day), default=None)


def _since(at: Standpoint, series: Series) -> date | None:
    change = symptom_change(series, at.forms)
    if change and change.can_be_reliable:
        is_worse = change.is_reliably_worse or change.is_reliably_worse_than_best
        return change.best.day if is_worse else None
    return _best_day(series) if stays_worse(series) else None


def stays_worse(series: Series) -> tuple[Point, ...]:
    """The newest scores, as many as have to be, where each is a step worse than the baseline; else none."""
    needed = max(series.measure.needed_in_a_row, LEAST_IN_A_ROW)
    newest = later_points(series)[-needed:]
    is_worse = len(newest) == needed and all(_is_worse(series, point.value) for point in newest)
    return newest if is_worse else ()


def later_points(series: Series) -> tuple[Point, ...]:
    """The scores to compare with the baseline; counts that are added up are weeks or months already."""
    later = later_scores(series)
    return later if counting_window(series.measure) else by_the_week(later)


def _is_worse(series: Series, value: float) -> bool:
    start = series.baseline.value if series.baseline else value
    lost = series.gain(value, start)
    return lost > 0 and lost >= step_of(series)


def _best_day(series: Series) -> date:
    """The newest day of the best score; the baseline's where no score was as good as that."""
    later, start = later_scores(series), series.baseline
    best = max(later, key=lambda point: (series.gain(later[0].value, point.value), point.day))
    is_better_at_first = start is not None and start.day is not None and series.gain(start.value, best.value) < 0
    return start.day if is_better_at_first and start and start.day else best.day
