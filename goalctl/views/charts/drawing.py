"""The one drawer of charts as SVG, for `chart --save` and for every report; it needs nothing but the chart.

The picture is self-contained: no script, no style sheet, no outside font; title and description say what it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from goalctl.views.charts.model import Chart, ChartSheet, Mark, MarkKind, Ticks, Trace
from goalctl.views.charts.plane import (
    LINE,
    SMALL,
    Plane,
    axes,
    background,
    column,
    curves,
    levels,
    moment_rows,
    moments,
    names_of_bands,
    number_in,
)
from goalctl.views.charts.scale import y_ticks
from goalctl.views.charts.shapes import sample
from goalctl.views.charts.style import QUIET
from goalctl.views.charts.svg import child, label, lines_within, picture, svg_text, text_width

WIDTH = 800.0
PLOT = 260.0
EDGE = 16.0
TITLE_SIZE = 15.0
SAMPLE = 32.0
MOST_IN_WORDS = 40


def chart_svg(chart: Chart, *, width: float = WIDTH, plot: float = PLOT, key: str = "chart") -> str:
    """One chart as a picture of its own. `plot` is the height between the axes; the whole follows from the words.

    `key` begins the picture's ids, so that several fit on one page.
    """
    return sheet_svg(ChartSheet("", chart.start, (chart,)), width=width, plot=plot, key=key)


def sheet_svg(sheet: ChartSheet, *, width: float = WIDTH, plot: float = PLOT, key: str = "chart") -> str:
    """All charts of a sheet under each other in one picture."""
    group = Element("g")
    top = EDGE
    sides = _sides(sheet.charts, plot)
    for chart in sheet.charts:
        part = child(group, "g", transform=f"translate(0 {top:g})")
        top += _draw(part, chart, sheet.client, sides, (width, plot)) + EDGE
    title = "; ".join(heading(chart, sheet.client) for chart in sheet.charts)
    description = " ".join(in_words(chart) for chart in sheet.charts)
    root = picture(width, top, title=title, description=description, key=key)
    root.append(group)
    return svg_text(root)


def heading(chart: Chart, client: str = "") -> str:
    """The chart's title with its id, and the client's before it."""
    parts = (client, "" if chart.id == client else chart.id, chart.title)
    return " ".join(part for part in parts if part)


def in_words(chart: Chart) -> str:
    """The chart as sentences, for a reader who can't see it."""
    if chart.instead:
        return chart.instead
    parts = (chart.measure, *(_mark_in_words(mark, chart.unit) for mark in chart.marks), *chart.notes)
    return ". ".join(part for part in parts if part) + "."


def _mark_in_words(mark: Mark, unit: str) -> str:
    if not isinstance(mark, Trace) or mark.kind is not MarkKind.SCORES:
        return mark.text
    kept = mark.points[-MOST_IN_WORDS:]
    scores = ", ".join(f"{day} {number_in(value, unit)}" for day, value in kept)
    cut = f" (the last {len(kept)} of {len(mark.points)})" if len(kept) < len(mark.points) else ""
    return f"{mark.name}{cut}: {scores}"


class _Margins(NamedTuple):
    """The room left of every plot on a sheet, and that of the levels' and the bands' names right of it."""

    left: float
    levels: float
    bands: float


def _sides(charts: Sequence[Chart], plot: float) -> _Margins:
    drawn = [chart for chart in charts if not chart.instead]
    names = [name for chart in drawn for name in _ticks(chart, plot).names]
    return _Margins(
        EDGE + max((text_width(name, SMALL) for name in names), default=0.0) + 8,
        column(level.text for chart in drawn for level in chart.levels),
        column(band.name for chart in drawn for band in chart.bands),
    )


def _ticks(chart: Chart, plot: float) -> Ticks:
    return y_ticks(chart, lambda value: value * plot / (chart.high - chart.low), least_gap=SMALL, most=9)


def _draw(part: Element, chart: Chart, client: str, sides: _Margins, size: tuple[float, float]) -> float:
    """Draw one chart from its own top down, and give its height."""
    width, plot = size
    y = _head(part, chart, client, width)
    if chart.instead:
        return _lines(part, [chart.instead], width, y)
    right = width - EDGE - sides.levels - sides.bands
    rows = moment_rows(chart, sides.left, right)
    top = y + LINE * len(set(rows.values())) + 4
    plane = Plane(chart, sides.left, right, top, top + plot)
    background(part, plane)
    axes(part, plane, _ticks(chart, plot))
    moments(part, plane, rows)
    levels(part, plane)
    curves(part, plane)
    names_of_bands(part, plane, right + sides.levels + 6)
    y = _lines(part, chart.notes, width, plane.bottom + 2 * LINE)
    return _legend(part, chart, width, y)


def _head(part: Element, chart: Chart, client: str, width: float) -> float:
    y = 0.0
    for line in lines_within(heading(chart, client), width - 2 * EDGE, TITLE_SIZE, bold=True, most=2):
        y += TITLE_SIZE + 4
        label(part, EDGE, y, line, size=TITLE_SIZE).set("font-weight", "bold")
    for line in lines_within(chart.measure, width - 2 * EDGE, SMALL + 1) if chart.measure else ():
        y += LINE + 2
        label(part, EDGE, y, line, colour=QUIET)
    return y + 8


def _lines(part: Element, sentences: Sequence[str], width: float, y: float) -> float:
    for sentence in sentences:
        for line in lines_within(sentence, width - 2 * EDGE, SMALL + 1):
            y += LINE
            label(part, EDGE, y, line, colour=QUIET)
    return y + 4


def _legend(part: Element, chart: Chart, width: float, y: float) -> float:
    x, y = EDGE, y + LINE
    for trace in {(trace.kind, trace.name, trace.place): trace for trace in chart.traces}.values():
        step = SAMPLE + text_width(trace.name, SMALL + 1) + EDGE
        if x > EDGE and x + step > width - EDGE:
            x, y = EDGE, y + LINE + 2
        sample(part, x, y - 4, trace)
        label(part, x + SAMPLE, y, trace.name)
        x += step
    return y + 4
