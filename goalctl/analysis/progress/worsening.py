"""Whether a goal or objective got worse than it began, and since when a change of the plan would answer that.

Of a form with a figure for it that is reliable change, from the baseline or from the best score. Of counts, ratings and
everything else it is the mirror of "met": as many newest scores in a row, each worse than the baseline by a step.
"""

from __future__ import annotations

from datetime import date

from goalctl.analysis.progress.movement import step_of
from goalctl.analysis.progress.raters import judges_of
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.symptoms import later_scores, symptom_change
from goalctl.analysis.standpoint import Standpoint


def worse_since(at: Standpoint, item_id: str) -> date | None:
    """The day of the best score before it got worse, of several who decide the last such day; None when it did not."""
    found = (_since(at, series) for series in at.once(judges_of, item_id).deciding)
    return max((day for day in found if day), default=None)


def _since(at: Standpoint, series: Series) -> date | None:
    change = symptom_change(series, at.forms)
    if change and change.can_be_reliable:
        is_worse = change.is_reliably_worse or change.is_reliably_worse_than_best
        return change.best.day if is_worse else None
    return _best_day(series) if _stays_worse(series) else None


def _stays_worse(series: Series) -> bool:
    """Whether the newest scores, as many as would make it met, are each a step worse than the baseline."""
    needed = max(series.measure.needed_in_a_row, 1)
    newest = later_scores(series)[-needed:]
    return len(newest) == needed and all(_is_worse(series, point.value) for point in newest)


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
