"""A caseload's picture as SVG: self-contained, with title and description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from goalctl.analysis.figures import score_text
from goalctl.model.scalars import number_text
from goalctl.views import style as terminal
from goalctl.views.charts.change_plot import LOOKS, ChangePlot
from goalctl.views.charts.shapes import mark, stroke
from goalctl.views.charts.style import GREEN, GRID, INK, QUIET, Look
from goalctl.views.charts.svg import child, label, lines_within, picture, svg_text
from goalctl.views.words.outcome import CLASS_WORDS

WIDTH, EDGE, PLOT, LINE, SMALL = 620.0, 16.0, 480.0, 16.0, 11.0
LEFT, TOP = EDGE + 44, EDGE + 40
_NO_CHANGE, _RELIABLE = Look("", terminal.GREY, QUIET, width=1.4), Look("", terminal.GREY, QUIET, "6 4", 1.4)
_CASE = Look("", terminal.GREEN, GREEN, "2 3", 1.6)
_Place = Callable[[float], float]


def change_svg(plot: ChangePlot) -> str:
    """The whole picture."""
    below = [line for text in plot.sentences for line in lines_within(text, WIDTH - 2 * EDGE, SMALL + 1)]
    bottom = TOP + PLOT
    height = bottom + 4 * LINE + LINE * (len(plot.classes) + len(below)) + EDGE
    root = picture(WIDTH, height, title=plot.title, description=". ".join(plot.sentences), key="outcomes")
    label(root, EDGE, EDGE + 14, plot.title, size=15).set("font-weight", "bold")
    _plane(root, plot)
    y = bottom + 3 * LINE
    for outcome in plot.classes:
        y += LINE
        mark(root, EDGE + 8, y - 4, LOOKS[outcome])
        label(root, EDGE + 24, y, CLASS_WORDS[outcome], size=SMALL + 1)
    for text in below:
        y += LINE
        label(root, EDGE, y, text, size=SMALL + 1, colour=QUIET)
    return svg_text(root)


def _plane(root: Element, plot: ChangePlot) -> None:
    def x(value: float) -> float:
        return LEFT + (value - plot.low) / (plot.high - plot.low) * PLOT

    def y(value: float) -> float:
        return TOP + PLOT - (value - plot.low) / (plot.high - plot.low) * PLOT

    _axes(root, plot, x, y)
    for ends, look in _lines(plot):
        stroke(root, [(x(one), y(other)) for one, other in ends], look)
    for first, last, outcome in plot.points:
        says = f"{score_text(first)} to {score_text(last)}: {CLASS_WORDS[outcome]}"
        mark(root, x(first), y(last), LOOKS[outcome], says=says)


def _axes(root: Element, plot: ChangePlot, x: _Place, y: _Place) -> None:
    for tick in plot.ticks(9):
        child(root, "line", x1=LEFT, x2=LEFT + PLOT, y1=y(tick), y2=y(tick), stroke=GRID, stroke_width=0.8)
        child(root, "line", x1=x(tick), x2=x(tick), y1=TOP, y2=TOP + PLOT, stroke=GRID, stroke_width=0.8)
        label(root, LEFT - 7, y(tick) + 4, number_text(tick), size=SMALL, anchor="end")
        label(root, x(tick), TOP + PLOT + LINE, number_text(tick), size=SMALL, anchor="middle")
    child(root, "rect", x=LEFT, y=TOP, width=PLOT, height=PLOT, fill="none", stroke=INK)
    label(root, LEFT, TOP - 8, "last score", size=SMALL, colour=QUIET)
    label(root, LEFT + PLOT, TOP + PLOT + 2 * LINE, "first score", size=SMALL, colour=QUIET, anchor="end")


def _lines(plot: ChangePlot) -> Iterator[tuple[tuple[tuple[float, float], ...], Look]]:
    for above in plot.diagonals:
        yield plot.within(above), _RELIABLE if above else _NO_CHANGE
    if (level := plot.case_level) is not None:
        yield ((plot.low, level), (plot.high, level)), _CASE
        yield ((level, plot.low), (level, plot.high)), _CASE
