"""The canvas of a terminal chart, drawn by plotext.

plotext keeps one figure for the whole process, so every drawing clears it first and sets its size by hand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from rich.text import Text

from goalctl.views.charts.model import NO_TICKS, Chart, Level, MarkKind, Ticks, Trace
from goalctl.views.charts.plotting import plotext
from goalctl.views.charts.scale import day_ticks
from goalctl.views.charts.style import LOOKS, Look, look_of

LABEL_ROOM = 13
AXIS_ROWS = 2
_BACKGROUND = re.compile(r"\x1b\[48;5;\d+m")  # plotext paints lines on white, whatever canvas it is told
RULES = {"─": "default", "━": "heavy", "┃": "heavy", "┊": "dotted"}  # plotext's words for lines across the canvas
LEAST_SEEN = 0.2


@dataclass(frozen=True, slots=True)
class CanvasFrame:
    """Where values and days lie: `cols` by `rows` cells right of `left` columns of ticks; row 0 is the topmost."""

    low: float
    high: float
    start: date
    end: date
    cols: int
    rows: int
    left: int
    ticks: Ticks = NO_TICKS

    def exact_row(self, value: float) -> float:
        """The row before rounding."""
        return (self.high - value) / (self.high - self.low) * (self.rows - 1)

    def row_of(self, value: float) -> int:
        """The row of a value."""
        return math.floor(self.exact_row(value) + 0.5)

    def value_at(self, row: int) -> float:
        """The value in the middle of a row."""
        return self.high - row / (self.rows - 1) * (self.high - self.low)

    def col_of(self, day: date) -> int:
        """The column of a day."""
        span = self.end.toordinal() - self.start.toordinal()
        return math.floor((day.toordinal() - self.start.toordinal()) / span * (self.cols - 1) + 0.5)

    def day_at(self, col: float) -> float:
        """The day, as a fractional ordinal, in the middle of a column."""
        span = self.end.toordinal() - self.start.toordinal()
        return self.start.toordinal() + col / (self.cols - 1) * span

    def level(self, value: float) -> float:
        """The value moved to the middle of its row.

        plotext rounds ties in a way of its own; from the middle of a cell there is none, so that lines, ticks, marks
        and the labels beside them all agree.
        """
        return self.value_at(self.row_of(value))

    def moment(self, day: date) -> float:
        """The day moved to the middle of its column, as a fractional ordinal."""
        return self.day_at(self.col_of(day))


def canvas_rows(chart: Chart, frame: CanvasFrame) -> list[Text]:
    """The canvas row by row with its left and lower axis; two rows more than the frame has.

    Scores lie above the lines derived from them, but for a line of which too little would be left to see.
    """
    canvas = _canvas(chart, frame, frozenset())
    hidden = frozenset(kind for kind in _derived_kinds(chart) if _is_hidden(chart, frame, canvas, kind))
    return _canvas(chart, frame, hidden) if hidden else canvas


def kinds_in(canvas: Sequence[Text], chart: Chart, frame: CanvasFrame) -> frozenset[MarkKind]:
    """The derived lines of which something can be seen."""
    return frozenset(kind for kind in _derived_kinds(chart) if _count(canvas, frame, LOOKS[kind].glyph))


def _derived_kinds(chart: Chart) -> set[MarkKind]:
    return {trace.kind for trace in chart.derived}


def _is_hidden(chart: Chart, frame: CanvasFrame, canvas: Sequence[Text], kind: MarkKind) -> bool:
    wanted = sum(len(_dots(frame, trace)) for trace in chart.derived if trace.kind is kind)
    return _count(canvas, frame, LOOKS[kind].glyph) < wanted * LEAST_SEEN


def _count(canvas: Sequence[Text], frame: CanvasFrame, glyph: str) -> int:
    return sum(row.plain.count(glyph, frame.left) for row in canvas[: frame.rows])


def _canvas(chart: Chart, frame: CanvasFrame, lifted: frozenset[MarkKind]) -> list[Text]:
    """Later ones cover earlier ones: levels, days, derived lines, scores; what is lifted lies among the scores."""
    figure = _figure(chart, frame)
    _rule(figure, chart, frame)
    for trace in chart.derived:
        if trace.kind not in lifted:
            _points(figure, _dots(frame, trace), look_of(trace))
    for trace in chart.scores:
        _join(figure, trace)
    for trace in chart.derived:
        if trace.kind in lifted:
            _points(figure, _dots(frame, trace, first=1), look_of(trace))
    for trace in chart.scores:
        _points(figure, _dots(frame, trace), look_of(trace))
    return [Text(" " * _left_out(frame)).append_text(row) for row in drawn_rows(figure)]


def drawn_rows(figure: Any) -> list[Text]:  # noqa: ANN401 - plotext has no types
    """What plotext drew, row by row, on the terminal's own ground."""
    lines = _BACKGROUND.sub("", figure.build().string()).rstrip("\n").split("\n")
    return [Text.from_ansi(line) for line in lines]


def empty_figure(cols: int, rows: int) -> Any:  # noqa: ANN401 - plotext has no types
    """Plotext's one figure, empty and of that size, without lines above and right of the plot."""
    figure = plotext.figure
    figure.clear()
    plotext.terminal.limit(False, False)  # noqa: FBT003 - plotext's own signature
    figure.theme("colorless")
    figure.canvas("default")
    figure.plot_size(cols, rows)
    for axis, side in (("x", "upper"), ("y", "right")):
        figure.axes(False, axis=axis, side=side)  # noqa: FBT003 - the same
    return figure


def _figure(chart: Chart, frame: CanvasFrame) -> Any:  # noqa: ANN401 - the same
    figure = empty_figure(frame.left - _left_out(frame) + frame.cols, frame.rows + AXIS_ROWS)
    figure.ruler("y").lim(frame.low, frame.high)
    figure.ruler("y").ticks([frame.level(value) for value in frame.ticks.values], list(frame.ticks.names))
    figure.ruler("x").lim(frame.start.toordinal(), frame.end.toordinal())
    days = day_ticks(chart.start, chart.end, frame.cols // LABEL_ROOM)
    figure.ruler("x").ticks([frame.moment(day) for day in days], [day.isoformat() for day in days])
    return figure


def _left_out(frame: CanvasFrame) -> int:
    """The columns that plotext does not draw: without any tick, all those for names of ticks."""
    return 0 if frame.ticks.values else frame.left - 1


def _rule(figure: Any, chart: Chart, frame: CanvasFrame) -> None:  # noqa: ANN401 - the same
    for level in chart.levels:
        if not level.days:
            _line(figure, frame.level(level.value), "horizontal", look_of(level))
    for moment in chart.moments:
        _line(figure, frame.moment(moment.day), "vertical", look_of(moment))
    for level in chart.levels:
        if level.days:
            _short_level(figure, frame, level)


def _line(figure: Any, place: float, orientation: str, look: Look) -> None:  # noqa: ANN401 - the same
    figure.line(place, orientation, pixel=look.colour, style=RULES[look.glyph])


def _short_level(figure: Any, frame: CanvasFrame, level: Level) -> None:  # noqa: ANN401 - the same
    """A level that held for some of the days only."""
    first, last = frame.col_of(level.start or frame.start), frame.col_of(level.end or frame.end)
    cols = range(max(first, 0), min(last, frame.cols - 1) + 1)
    _points(figure, [(frame.day_at(col), frame.level(level.value)) for col in cols], look_of(level))


def _dots(frame: CanvasFrame, trace: Trace, *, first: int = 0) -> list[tuple[float, float]]:
    """Where its glyphs stand: on its points, or in every second or third column of the line through them.

    From column 1 on they stand between those of other lines.
    """
    step = look_of(trace).step
    if not step:
        return [(frame.moment(day), frame.level(value)) for day, value in trace.points]
    return [
        (frame.day_at(col), frame.level(value))
        for col in range(first, frame.cols, step)
        if (value := _height(trace, frame.day_at(col))) is not None and frame.low <= value <= frame.high
    ]


def _height(trace: Trace, day: float) -> float | None:
    """The line's height at a fractional day; None outside of it."""
    for (one, low), (other, high) in pairwise(trace.points):
        first, last = one.toordinal(), other.toordinal()
        if first <= day <= last and last > first:
            return low + (high - low) * (day - first) / (last - first)
    return None


def _join(figure: Any, trace: Trace) -> None:  # noqa: ANN401 - the same
    if len(trace.points) > 1:
        marker = _marker("braille", look_of(trace).colour)
        figure.draw(figure.signal(*_columns(trace.points), marker=marker).lines())


def _points(figure: Any, points: Sequence[tuple[float, float]], look: Look) -> None:  # noqa: ANN401 - the same
    if points:
        days, values = zip(*points, strict=True)
        figure.draw(figure.signal(list(days), list(values), marker=_marker(look.glyph, look.colour)))


def _marker(glyph: str, colour: int) -> Any:  # noqa: ANN401 - the same
    return plotext.marker(glyph, colour)


def _columns(points: Sequence[tuple[date, float]]) -> Iterator[list[float]]:
    yield [float(day.toordinal()) for day, _ in points]
    yield [value for _, value in points]
