"""The canvas of a terminal chart, drawn by plotext; the only module that knows plotext.

plotext keeps one figure for the whole process, so every drawing clears it first and sets its size by hand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import plotext  # type: ignore[import-untyped]  # it ships no types
from rich.text import Text

from goalctl.views.charts.model import NO_TICKS, Chart, Level, Role, Ticks, Trace
from goalctl.views.charts.scale import day_ticks

MARKS = (("●", "cyan"), ("◆", "magenta"), ("▲", "blue"), ("■", "yellow"), ("○", "green"), ("◇", "red"))
LABEL_ROOM = 13
AXIS_ROWS = 2
_BACKGROUND = re.compile(r"\x1b\[48;5;\d+m")  # plotext paints lines on white, whatever canvas it is told
ORANGE = {"yellow": "orange"}  # what terminals call yellow; plotext means the bright one, which is pale on white
STEPS = {Role.AIMLINE: 2, Role.FIRST_AIMLINE: 3, Role.TREND: 2, Role.PROJECTION: 3}
LEAST_SEEN = 0.2


@dataclass(frozen=True, slots=True)
class Frame:
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


def drawn(chart: Chart, frame: Frame, samples: Mapping[Role, tuple[str, str]]) -> list[Text]:
    """The canvas row by row with its left and lower axis; two rows more than the frame has.

    Scores lie above the lines derived from them, but for a line of which too little would be left to see.
    """
    canvas = _painted(chart, frame, samples, frozenset())
    hidden = frozenset(role for role, (glyph, _) in samples.items() if _is_hidden(chart, frame, canvas, role, glyph))
    return _painted(chart, frame, samples, hidden) if hidden else canvas


def roles_in(canvas: Sequence[Text], frame: Frame, samples: Mapping[Role, tuple[str, str]]) -> frozenset[Role]:
    """The derived lines of which something can be seen."""
    return frozenset(role for role, (glyph, _) in samples.items() if _count(canvas, frame, glyph))


def _is_hidden(chart: Chart, frame: Frame, canvas: Sequence[Text], role: Role, glyph: str) -> bool:
    wanted = sum(len(_dots(frame, trace)) for trace in chart.traces if trace.role is role)
    return _count(canvas, frame, glyph) < wanted * LEAST_SEEN


def _count(canvas: Sequence[Text], frame: Frame, glyph: str) -> int:
    return sum(row.plain.count(glyph, frame.left) for row in canvas[: frame.rows])


def _painted(
    chart: Chart, frame: Frame, samples: Mapping[Role, tuple[str, str]], lifted: frozenset[Role]
) -> list[Text]:
    """Later ones cover earlier ones: levels, days, derived lines, scores; what is lifted lies among the scores."""
    figure = _figure(chart, frame)
    _ruled(figure, chart, frame)
    derived = [trace for trace in chart.traces if trace.role in samples]
    for trace in derived:
        if trace.role not in lifted:
            _points(figure, _dots(frame, trace), *samples[trace.role])
    for trace in chart.scores:
        _joined(figure, trace)
    for trace in derived:
        if trace.role in lifted:
            _points(figure, _dots(frame, trace, first=1), *samples[trace.role])
    for trace in chart.scores:
        _marked(figure, frame, trace)
    lines = _BACKGROUND.sub("", figure.build().string()).rstrip("\n").split("\n")
    return [Text(" " * _left_out(frame)).append_text(Text.from_ansi(line)) for line in lines]


def _figure(chart: Chart, frame: Frame) -> Any:  # noqa: ANN401 - plotext has no types
    figure = plotext.figure
    figure.clear()
    plotext.terminal.limit(False, False)  # noqa: FBT003 - plotext's own signature
    figure.theme("colorless")
    figure.canvas("default")
    figure.plot_size(frame.left - _left_out(frame) + frame.cols, frame.rows + AXIS_ROWS)
    for axis, side in (("x", "upper"), ("y", "right")):
        figure.axes(False, axis=axis, side=side)  # noqa: FBT003 - the same
    figure.ruler("y").lim(frame.low, frame.high)
    figure.ruler("y").ticks([frame.level(value) for value in frame.ticks.values], list(frame.ticks.names))
    figure.ruler("x").lim(frame.start.toordinal(), frame.end.toordinal())
    days = day_ticks(chart.start, chart.end, frame.cols // LABEL_ROOM)
    figure.ruler("x").ticks([frame.moment(day) for day in days], [day.isoformat() for day in days])
    return figure


def _left_out(frame: Frame) -> int:
    """The columns that plotext does not draw: without any tick, all those for names of ticks."""
    return 0 if frame.ticks.values else frame.left - 1


def _ruled(figure: Any, chart: Chart, frame: Frame) -> None:  # noqa: ANN401 - the same
    for level in chart.levels:
        if level.start is None and level.end is None:
            _line(figure, frame.level(level.value), "horizontal", *_level_look(level))
    for moment in chart.moments:
        style = "dotted" if moment.is_past else "heavy"
        _line(figure, frame.moment(moment.day), "vertical", style, "red")
    for level in chart.levels:
        _short_level(figure, frame, level)


def _level_look(level: Level) -> tuple[str, str]:
    return ("heavy", "green") if level.is_target else ("default", "gray")


def _line(figure: Any, place: float, orientation: str, style: str, colour: str) -> None:  # noqa: ANN401 - the same
    figure.line(place, orientation, pixel=colour, style=style)


def _short_level(figure: Any, frame: Frame, level: Level) -> None:  # noqa: ANN401 - the same
    """A level that held for some of the days only."""
    if level.start is None and level.end is None:
        return
    first, last = frame.col_of(level.start or frame.start), frame.col_of(level.end or frame.end)
    glyph, colour = ("━", "green") if level.is_target else ("─", "gray")
    cols = range(max(first, 0), min(last, frame.cols - 1) + 1)
    _points(figure, [(frame.day_at(col), frame.level(level.value)) for col in cols], glyph, colour)


def _dots(frame: Frame, trace: Trace, *, first: int = 0) -> list[tuple[float, float]]:
    """Every second or third column of a line; from column 1 on they stand between those of other lines."""
    return [
        (frame.day_at(col), frame.level(value))
        for col in range(first, frame.cols, STEPS[trace.role])
        if (value := _height(trace, frame.day_at(col))) is not None and frame.low <= value <= frame.high
    ]


def _height(trace: Trace, day: float) -> float | None:
    """The line's height at a fractional day; None outside of it."""
    for (one, low), (other, high) in pairwise(trace.points):
        first, last = one.toordinal(), other.toordinal()
        if first <= day <= last and last > first:
            return low + (high - low) * (day - first) / (last - first)
    return None


def _joined(figure: Any, trace: Trace) -> None:  # noqa: ANN401 - the same
    if len(trace.points) > 1:
        marker = _marker("braille", MARKS[trace.place % len(MARKS)][1])
        figure.draw(figure.signal(*_columns(trace.points), marker=marker).lines())


def _marked(figure: Any, frame: Frame, trace: Trace) -> None:  # noqa: ANN401 - the same
    points = [(frame.moment(day), frame.level(value)) for day, value in trace.points]
    _points(figure, points, *MARKS[trace.place % len(MARKS)])


def _points(figure: Any, points: Sequence[tuple[float, float]], glyph: str, colour: str) -> None:  # noqa: ANN401 - the same
    if points:
        days, values = zip(*points, strict=True)
        figure.draw(figure.signal(list(days), list(values), marker=_marker(glyph, colour)))


def _marker(glyph: str, colour: str) -> Any:  # noqa: ANN401 - the same
    return plotext.marker(glyph, ORANGE.get(colour, colour))


def _columns(points: Sequence[tuple[date, float]]) -> Iterator[list[float]]:
    yield [float(day.toordinal()) for day, _ in points]
    yield [value for _, value in points]
