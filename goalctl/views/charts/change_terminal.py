"""A caseload's picture for a terminal, drawn by plotext; every class has a glyph of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.text import Text

from goalctl.model.scalars import number_text
from goalctl.views.cells import within_columns
from goalctl.views.charts.canvas import drawn_rows, empty_figure
from goalctl.views.charts.change_plot import LOOKS, ChangePlot
from goalctl.views.charts.plotting import plotext
from goalctl.views.charts.terminal import paragraphs
from goalctl.views.style import GREEN, GREY
from goalctl.views.words.outcome import CLASS_WORDS

LEAST_ROWS, BESIDE = 8, 1


def change_text(plot: ChangePlot, *, width: int, height: int) -> Text:
    """The picture with its title, legend and sentences, no line wider than `width`."""
    legend = Text("  ").join(
        Text.assemble((LOOKS[one].glyph, LOOKS[one].style), f" {CLASS_WORDS[one]}") for one in plot.classes
    )
    below = paragraphs(plot.sentences, width)
    rows = max(height - len(below) - 3, LEAST_ROWS)
    drawn = _canvas(plot, width - BESIDE, rows)
    title = Text(within_columns(f"{plot.title}: last score (upright) against first", width), style="bold")
    return Text("\n", no_wrap=True, overflow="crop").join([title, *drawn, legend, *below])


def _canvas(plot: ChangePlot, width: int, rows: int) -> Iterable[Text]:
    figure = empty_figure(width, rows)
    for name in ("x", "y"):
        ticks = plot.ticks(9 if name == "x" else 6)
        figure.ruler(name).lim(plot.low, plot.high)
        figure.ruler(name).ticks(list(ticks), [number_text(tick) for tick in ticks])
    _lines(figure, plot)
    for outcome in reversed(plot.classes):
        found = [(first, last) for first, last, one in plot.points if one is outcome]
        _points(figure, found, LOOKS[outcome].glyph, LOOKS[outcome].colour)
    return drawn_rows(figure)


def _lines(figure: Any, plot: ChangePlot) -> None:  # noqa: ANN401 - plotext has no types
    if (level := plot.case_level) is not None:
        figure.line(level, "horizontal", pixel=GREEN, style="default")
        figure.line(level, "vertical", pixel=GREEN, style="default")
    for above in plot.diagonals:
        (x0, y0), (x1, y1) = plot.within(above)
        many = [(x0 + (x1 - x0) * n / 60, y0 + (y1 - y0) * n / 60) for n in range(61)]
        _points(figure, many, "·" if above else "∙", GREY)


def _points(figure: Any, points: list[tuple[float, float]], glyph: str, colour: int) -> None:  # noqa: ANN401 - the same
    if points:
        xs, ys = zip(*points, strict=True)
        figure.draw(figure.signal(list(xs), list(ys), marker=plotext.marker(glyph, colour)))
