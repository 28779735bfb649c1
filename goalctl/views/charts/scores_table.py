"""A chart's figures as a table, for where nothing can draw it."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.figures import score_text
from goalctl.views.charts.change_plot import ChangePlot
from goalctl.views.charts.model import Chart, ChartSheet, Level, Moment
from goalctl.views.listing import Column, Listing, Row
from goalctl.views.words.outcome import CLASS_WORDS

_SCORES = (Column("day", "day"), Column("by", "by"), Column("score", "score", right=True))
_CHART = Column("chart", "chart")
_CHANGES = (Column("first", "first", right=True), Column("last", "last", right=True), Column("outcome", "outcome"))


def scores_listing(sheet: ChartSheet) -> Listing:
    """Every score of every chart in order of days, under its goal, its measure and the levels it is judged by."""
    rows = tuple(row for chart in sheet.charts for row in _rows(chart, sheet.client))
    instead = " ".join(chart.instead for chart in sheet.charts if chart.instead)
    return Listing("scores", (*_SCORES, _CHART), rows, instead or "There are no scores.", instead, by="chart")


def changes_listing(plot: ChangePlot) -> Listing:
    """First and last score of everyone, the largest first score first."""
    rows = tuple(
        Row({"first": score_text(first), "last": score_text(last), "outcome": CLASS_WORDS[outcome]})
        for first, last, outcome in sorted(plot.points, key=lambda one: (-one[0], one[1]))
    )
    return Listing("changes", _CHANGES, rows, "There are no scores.", "; ".join(plot.sentences))


def _rows(chart: Chart, client: str) -> Iterator[Row]:
    levels = [mark.text for mark in chart.marks if isinstance(mark, Level | Moment) and mark.text]
    name = client if chart.id == client else f"{client} {chart.id}"
    heading = " · ".join(part for part in (f"{name} {chart.title}", chart.measure, *levels) if part)
    scores = sorted((day, trace.name, value) for trace in chart.scores for day, value in trace.points)
    for day, rater, value in scores:
        score = f"{score_text(value)}{chart.unit}"
        yield Row({"day": day.isoformat(), "by": rater, "score": score, "chart": chart.id}, group=heading)
