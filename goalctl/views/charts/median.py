"""Very many scores on few columns: medians of some days each, so that the course stays a line that one can follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import median, median_low

from goalctl.analysis.figures import score_text
from goalctl.views.charts.model import Chart, Trace

COLS_EACH = 2
WEEK = 7


def with_medians(chart: Chart, cols: int) -> Chart:
    """The chart with a median for every other column in place of scores that are more; a note says so."""
    crowded = [trace for trace in chart.scores if len(trace.points) > cols // COLS_EACH]
    if not crowded:
        return chart
    days = _days_each(chart, cols)
    medians = {id(trace): _medians(trace, chart.start, days) for trace in crowded}
    marks = tuple(medians.get(id(mark), mark) for mark in chart.marks)
    notes = (_note(trace, chart, days) for trace in crowded)
    return chart._replace(marks=marks, notes=(*notes, *chart.notes))


def _days_each(chart: Chart, cols: int) -> int:
    """Whole days, and whole weeks from one week on: a weekly rhythm would show as ups and downs otherwise."""
    days = -(-(chart.end - chart.start).days * COLS_EACH // cols)
    return max(days, 1) if days < WEEK else round(days / WEEK) * WEEK


def _medians(trace: Trace, start: date, days: int) -> Trace:
    """Each on the middle one of its scores' own days."""
    found: dict[int, list[tuple[date, float]]] = {}
    for day, value in trace.points:
        found.setdefault((day - start).days // days, []).append((day, value))
    return trace._replace(points=tuple(_middles(found.values())))


def _middles(groups: Iterable[Sequence[tuple[date, float]]]) -> Iterator[tuple[date, float]]:
    for group in groups:
        days, values = zip(*group, strict=True)
        yield median_low(days), median(values)


def _note(trace: Trace, chart: Chart, days: int) -> str:
    """How many scores there are and how far they reach, because medians hide the outermost."""
    values = [value for _, value in trace.points]
    low, high = (score_text(value) + chart.unit for value in (min(values), max(values)))
    whose = f"{trace.name}: " if len(chart.scores) > 1 else ""
    each = "each day" if days == 1 else f"{days} days"
    return f"{whose}{len(values)} scores from {low} to {high}, drawn as medians of {each}"
