"""Charts for a terminal: plotext draws what lies between the axes; titles, labels and the legend are text around it.

Everything is said twice, by a glyph and by a word, so that colour may be missing. One drawer makes both outputs: a Rich
`Text` for a terminal, and the same without styles for a pipe.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isclose

from rich.cells import cell_len
from rich.text import Text

from goalctl.views.cells import within_columns
from goalctl.views.charts.canvas import AXIS_ROWS, CanvasFrame, canvas_rows, kinds_in
from goalctl.views.charts.margin import margin, moment_rows
from goalctl.views.charts.median import with_medians
from goalctl.views.charts.model import Chart, ChartSheet, MarkKind, Ticks
from goalctl.views.charts.scale import y_ticks
from goalctl.views.charts.style import LOOKS, look_of
from goalctl.views.listing import Tone
from goalctl.views.style import STYLES

LEAST_WIDTH = 40
LEAST_HEIGHT = 12
LEAST_IN_A_COLUMN = 18
LEAST_CANVAS = 6
LEAST_COLS = 10


def terminal_charts(sheet: ChartSheet, *, width: int, height: int) -> Text:
    """All charts under each other, no line wider than `width`; one chart alone is `height` rows high.

    Several share the height while each keeps 18 rows; when they can't, the page gets longer.
    """
    width, count = max(width, LEAST_WIDTH), sum(1 for chart in sheet.charts if not chart.instead)
    room = max(height, LEAST_HEIGHT) - len(_legend(sheet.charts, frozenset(MarkKind), width))
    rows = room if count <= 1 else max((room - count + 1) // count, LEAST_IN_A_COLUMN)
    sides = _sides([chart for chart in sheet.charts if not chart.instead], width, rows)
    panels = [_panel(chart, sheet.client, sides, width, rows) for chart in sheet.charts]
    lines: list[Text] = []
    for place, panel in enumerate(panels):
        lines += [Text("")] if place else []
        lines += panel.lines
    visible = frozenset(kind for panel in panels for kind in panel.visible)
    return Text("\n", no_wrap=True, overflow="crop").join([*lines, *_legend(sheet.charts, visible, width)])


def plain_charts(sheet: ChartSheet, *, width: int, height: int) -> str:
    """The same as plain text; ends with a line feed."""
    text = terminal_charts(sheet, width=width, height=height).plain
    return "".join(f"{line.rstrip()}\n" for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class _Panel:
    """One chart as text, and which of its derived lines can be seen."""

    lines: list[Text]
    visible: frozenset[MarkKind] = frozenset()


def _panel(chart: Chart, client: str, sides: _Sides, width: int, height: int) -> _Panel:
    name = "" if chart.id == client else f"{chart.id} "
    head = [Text(within_columns(f"{client} {name}{chart.title}", width), style="bold")]
    head += [Text(line.plain) for line in paragraphs([chart.measure], width)] if chart.measure else []
    if chart.instead:
        return _Panel(head + paragraphs([chart.instead], width))
    chart = with_medians(chart, max(width - sides.left - sides.right, LEAST_COLS))
    notes = paragraphs(chart.notes, width)
    plot = _plot(chart, sides, width, height - len(head) - len(notes))
    return _Panel(head + plot.lines + notes, plot.visible)


@dataclass(frozen=True, slots=True)
class _Sides:
    """How many columns the charts of a sheet leave left and right of the plot, so that days lie under each other."""

    left: int
    right: int


def _sides(charts: Sequence[Chart], width: int, rows: int) -> _Sides:
    left = max((max(map(len, _ticks(chart, rows).names)) + 1 for chart in charts), default=0)
    levels = _widest(level.text for chart in charts for level in chart.levels)
    bands = _widest(band.name for chart in charts for band in chart.bands)
    # a level's number stands at the end of its words: it is cut off last
    return _Sides(left, max(min(bands, max(width // 3, 10)), min(levels, width // 2)))


def _widest(texts: Iterable[str]) -> int:
    return max((cell_len(text) + 3 for text in texts), default=0)


def _ticks(chart: Chart, rows: int) -> Ticks:
    bare = CanvasFrame(chart.low, chart.high, chart.start, chart.end, 1, rows, 0)
    return y_ticks(chart, bare.exact_row, least_gap=1.0, most=max(rows // 2, 2))


def _plot(chart: Chart, sides: _Sides, width: int, height: int) -> _Panel:
    """The labels above, the canvas with its axes, and the margin to the right of it."""
    for above in range(len(chart.moments) + 1):
        frame = _frame(chart, sides, width, max(height - AXIS_ROWS - above, LEAST_CANVAS))
        moments = moment_rows(chart, frame)
        if len(moments) <= above:
            break
    lines = [Text(" " * frame.left + text) for text in moments]
    canvas = canvas_rows(chart, frame)
    visible = kinds_in(canvas, chart, frame)
    for row, label in zip(canvas[: frame.rows], margin(chart, frame, sides.right), strict=True):
        lines.append(row.append_text(label))
    return _Panel(lines + canvas[frame.rows :], visible)


def _frame(chart: Chart, sides: _Sides, width: int, rows: int) -> CanvasFrame:
    """The ticks are padded to the width that all charts leave for them."""
    ticks = _ticks(chart, rows)
    left = max(sides.left, max(map(len, ticks.names)) + 1)
    cols = max(width - sides.right - left, LEAST_COLS)
    frame = CanvasFrame(chart.low, chart.high, chart.start, chart.end, cols, rows, left)
    kept = [(value, name.rjust(left - 1)) for value, name in _tick_labels(ticks) if not _is_taken(chart, frame, value)]
    return replace(frame, ticks=Ticks(tuple(value for value, _ in kept), tuple(name for _, name in kept)))


def _tick_labels(ticks: Ticks) -> Iterator[tuple[float, str]]:
    return zip(ticks.values, ticks.names, strict=True)


def _is_taken(chart: Chart, frame: CanvasFrame, tick: float) -> bool:
    """Whether a level of another value lies in the tick's row, where the tick would seem to be the level's value."""
    others = (level.value for level in chart.levels if not isclose(level.value, tick, abs_tol=1e-9))
    return any(frame.row_of(value) == frame.row_of(tick) for value in others)


def _legend(charts: Sequence[Chart], visible: Collection[MarkKind], width: int) -> list[Text]:
    """One entry for each kind of line that can be seen, in as few lines as they fit in."""
    lines: list[Text] = []
    for entry in _entries(charts, visible):
        if lines and lines[-1].cell_len + 2 + entry.cell_len <= width:
            lines[-1].append("  ").append_text(entry)
        else:
            entry.truncate(width)
            lines.append(entry)
    return lines


def _entries(charts: Sequence[Chart], visible: Collection[MarkKind]) -> Iterator[Text]:
    scores = {(trace.place, trace.name): look_of(trace) for chart in charts for trace in chart.scores}
    for (_, name), look in sorted(scores.items(), key=lambda entry: entry[0]):
        yield Text.assemble((look.glyph, look.style), f" {name}")
    derived = {trace.kind for chart in charts for trace in chart.derived}
    for kind in (kind for kind in MarkKind if kind in derived and kind in visible):
        look = LOOKS[kind]
        yield Text.assemble((look.glyph * (3 if look.step else 1), look.style), f" {kind.value}")


def paragraphs(sentences: Sequence[str], width: int) -> list[Text]:
    """Each sentence from a new line on; continuation lines are indented."""
    lines: list[str] = []
    for sentence in sentences:
        first, *words = sentence.split(" ")
        lines.append(within_columns(first, width))
        for word in words:
            if cell_len(lines[-1]) + 1 + cell_len(word) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(within_columns(f"  {word}", width))
    return [Text(line, style=STYLES[Tone.QUIET]) for line in lines]
