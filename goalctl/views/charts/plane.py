"""The parts of a chart's picture between and around its axes: bands, ticks, levels, days, lines and marks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from goalctl.analysis.figures import score_text
from goalctl.views.charts.model import Chart, Ticks, Trace
from goalctl.views.charts.scale import day_ticks, places_apart
from goalctl.views.charts.shapes import mark, stroke
from goalctl.views.charts.style import BANDS, GRID, INK, QUIET, look_of
from goalctl.views.charts.svg import child, label, text_width

SMALL = 11.0
LINE = 16.0
DAY_WIDTH = 84.0
MANY = 60


class Plane(NamedTuple):
    """Where values and days lie in the picture."""

    chart: Chart
    left: float
    right: float
    top: float
    bottom: float

    def x(self, day: date) -> float:
        """The place of a day."""
        share = (day - self.chart.start).days / (self.chart.end - self.chart.start).days
        return self.left + share * (self.right - self.left)

    def y(self, value: float) -> float:
        """The place of a value."""
        share = (value - self.chart.low) / (self.chart.high - self.chart.low)
        return self.bottom - share * (self.bottom - self.top)


def number_in(value: float, unit: str) -> str:
    """A score with its unit."""
    return score_text(value) + unit


def column(texts: Iterable[str]) -> float:
    """How wide a column of labels beside the plot is; 0 without labels."""
    widest = max((text_width(text, SMALL) for text in texts), default=0.0)
    return widest + 12 if widest else 0.0


def background(part: Element, plane: Plane) -> None:
    """The bands, light and lighter in turn."""
    for place, band in enumerate(plane.chart.bands):
        top, bottom = plane.y(band.high), plane.y(band.low)
        span = plane.right - plane.left
        child(part, "rect", x=plane.left, y=top, width=span, height=bottom - top, fill=BANDS[place % 2])


def axes(part: Element, plane: Plane, ticks: Ticks) -> None:
    """The two axes, with a faint line for each tick of the upright one."""
    for value, name in zip(ticks.values, ticks.names, strict=True):
        y = plane.y(value)
        child(part, "line", x1=plane.left - 4, x2=plane.right, y1=y, y2=y, stroke=GRID, stroke_width=0.8)
        label(part, plane.left - 7, y + 4, name, size=SMALL, anchor="end")
    for day in day_ticks(plane.chart.start, plane.chart.end, int((plane.right - plane.left) // DAY_WIDTH)):
        x = plane.x(day)
        child(part, "line", x1=x, x2=x, y1=plane.bottom, y2=plane.bottom + 5, stroke=INK)
        label(part, x, plane.bottom + LINE + 2, day.isoformat(), size=SMALL, anchor="middle")
    corner = (
        f"{plane.left:.1f},{plane.top:.1f} {plane.left:.1f},{plane.bottom:.1f} {plane.right:.1f},{plane.bottom:.1f}"
    )
    child(part, "polyline", points=corner, fill="none", stroke=INK)


def moment_rows(chart: Chart, left: float, right: float) -> dict[str, int]:
    """Which row above the plot each day's label stands in, counted from below; no two share a place."""
    plane = Plane(chart, left, right, 0, 1)
    ends: list[float] = []
    found: dict[str, int] = {}
    for moment in sorted(chart.moments, key=lambda moment: moment.day):
        x, anchor = _anchor(plane, moment.day, moment.text)
        width = text_width(moment.text, SMALL) + 8
        start = x - width if anchor == "end" else x
        row = next((index for index, end in enumerate(ends) if end <= start), len(ends))
        ends += [0.0] if row == len(ends) else []
        ends[row] = start + width
        found[moment.text] = row
    return found


def _anchor(plane: Plane, day: date, text: str) -> tuple[float, str]:
    x = plane.x(day)
    return (x, "end") if x - text_width(text, SMALL) - 8 >= 0 else (x, "start")


def moments(part: Element, plane: Plane, rows: dict[str, int]) -> None:
    """The days: an upright line each, with its label above the plot."""
    for moment in plane.chart.moments:
        x, anchor = _anchor(plane, moment.day, moment.text)
        y = plane.top - 6 - LINE * rows[moment.text]
        look = look_of(moment)
        made = child(part, "line", x1=x, x2=x, y1=y - 9, y2=plane.bottom, stroke=look.ink, stroke_width=look.width)
        made.set("stroke-dasharray", look.dash)
        label(part, x - 5 if anchor == "end" else x + 5, y, moment.text, size=SMALL, colour=look.ink, anchor=anchor)


def levels(part: Element, plane: Plane) -> None:
    """Baseline and target: a line each, with its label to the right where no other stands."""
    for level in plane.chart.levels:
        y = plane.y(level.value)
        x1 = plane.x(level.start) if level.start else plane.left
        x2 = plane.x(level.end) if level.end else plane.right
        look = look_of(level)
        child(part, "line", x1=x1, x2=x2, y1=y, y2=y, stroke=look.ink, stroke_width=look.width)
    found = [level for level in plane.chart.levels if level.text]
    places = places_apart([plane.y(level.value) for level in found], gap=LINE - 2, low=plane.top, high=plane.bottom)
    for level, place in zip(found, places, strict=True):
        named = label(part, plane.right + 6, place + 4, level.text, size=SMALL, colour=look_of(level).ink)
        named.set("font-weight", "bold" if level.is_target else "normal")


def names_of_bands(part: Element, plane: Plane, x: float) -> None:
    """The bands' names, in a column of their own that begins at `x`."""
    bands = plane.chart.bands
    middles = [(plane.y(band.low) + plane.y(band.high)) / 2 for band in bands]
    for band, y in zip(bands, places_apart(middles, gap=SMALL + 1, low=plane.top, high=plane.bottom), strict=True):
        label(part, x, y + 4, band.name, size=SMALL, colour=QUIET)


def curves(part: Element, plane: Plane) -> None:
    """Derived lines below, scores above them; what leaves the plot is cut off at its edge."""
    for trace in plane.chart.derived:
        for begin, end in pairwise(_coordinates(plane, trace)) if look_of(trace).step else ():
            if inside := _inside(plane, begin, end):
                stroke(part, inside, look_of(trace))
    for trace in plane.chart.scores:
        if len(trace.points) > 1:
            stroke(part, _coordinates(plane, trace), look_of(trace))
    for trace in plane.chart.traces:
        if not look_of(trace).step:
            _points(part, plane, trace)


def _points(part: Element, plane: Plane, trace: Trace) -> None:
    """Of very many some, and always the last."""
    every = max(1, len(trace.points) // MANY)
    for place, (day, value) in enumerate(trace.points):
        if place % every == 0 or place == len(trace.points) - 1:
            says = f"{day}: {number_in(value, plane.chart.unit)}"
            mark(part, plane.x(day), plane.y(value), look_of(trace), says=says)


def _coordinates(plane: Plane, trace: Trace) -> list[tuple[float, float]]:
    return [(plane.x(day), plane.y(value)) for day, value in trace.points]


def _inside(plane: Plane, begin: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """What of a straight line lies in the plot (Liang & Barsky 1984); a projection may lead thousands of years on.

    A clip path would hide the rest, of which a printer draws every dash.
    """
    (x, y), (across, down) = begin, (end[0] - begin[0], end[1] - begin[1])
    first, last = 0.0, 1.0
    for step, room in (
        (-across, x - plane.left), (across, plane.right - x), (-down, y - plane.top), (down, plane.bottom - y)
    ):  # fmt: skip
        if step < 0:
            first = max(first, room / step)
        elif step > 0:
            last = min(last, room / step)
        elif room < 0:
            return []
    return [(x + at * across, y + at * down) for at in (first, last)] if first < last else []
