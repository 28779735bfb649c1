"""A mark on a chart is a kind with a row of looks; which of them a client sees is a list of its own."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from goalctl.views.charts.drawing import chart_svg, in_words
from goalctl.views.charts.model import Chart, ChartSheet, Level, MarkKind, Moment, ShadedBand, Ticks, Trace
from goalctl.views.charts.style import LOOKS, Look
from goalctl.views.charts.terminal import plain_charts
from goalctl.views.charts.with_client import chart_to_take_home, sheet_for_client

SVG = "{http://www.w3.org/2000/svg}"
START, MIDDLE, END = date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 2)
LEVELS, MOMENTS = {MarkKind.BASELINE, MarkKind.TARGET}, {MarkKind.DEADLINE, MarkKind.FORMER_DAY}


def mark_of(kind):
    """Any mark of that kind; one that is new is a line."""
    if kind in LEVELS:
        return Level(kind, kind.value, 2.0, f"{kind.value} 2")
    if kind in MOMENTS:
        return Moment(kind, MIDDLE, f"{kind.value} {MIDDLE}")
    return Trace(kind, kind.value, ((START, 1.0), (MIDDLE, 3.0), (END, 4.0)))


def full_chart():
    """A chart with something in every field, and a mark of every kind."""
    return Chart(
        "g1", "Walks", "rating · 3 scores", tuple(map(mark_of, MarkKind)), (ShadedBand("severe", 3, 5),), 0.5, 5.0, "%",
        Ticks((1.0, 5.0), ("1", "5")), ("trend: up",), "nothing to draw", START, END, is_whole=True,
    )  # fmt: skip


def on_a_screen(chart):
    return sheet_for_client(ChartSheet("c-ab1", END, (chart,))).charts[0]


AXES = {"title", "measure", "marks", "low", "high", "unit", "instead", "start", "end", "is_whole"}


@pytest.mark.parametrize(
    ("seen", "kept", "kinds"),
    [
        (on_a_screen, AXES | {"id", "ticks"},
         {"scores", "baseline", "target", "deadline", "former day", "aimline", "first aimline"}),
        (lambda chart: chart_to_take_home(chart, {}), AXES, {"scores", "baseline", "target"}),
    ],
    ids=["beside the client", "to take home"],
)  # fmt: skip
def test_of_a_chart_with_everything_on_it_a_client_sees_these_and_no_others(seen, kept, kinds):
    mine, empty = seen(full_chart()), Chart("", "")
    assert {name for name in Chart._fields if getattr(mine, name) != getattr(empty, name)} == kept
    assert {mark.kind.value for mark in mine.marks} == kinds


@pytest.mark.parametrize("kind", MarkKind)
def test_every_kind_of_mark_has_a_look_and_is_drawn_as_that(kind):
    chart = Chart("g1", "Walks", marks=(mark_of(kind),), low=0, high=5, start=START, end=END)
    look, page = LOOKS[kind], ET.fromstring(chart_svg(chart))  # noqa: S314 - our own text
    text = plain_charts(ChartSheet("c-ab1", END, (chart,)), width=60, height=14)
    assert text.count(look.glyph) >= 3
    assert any(element.get("stroke") == look.ink for element in page.iter())


@pytest.mark.parametrize("kind", sorted(LEVELS | MOMENTS))
def test_what_a_mark_says_is_said_in_words(kind):
    assert in_words(Chart("g1", "Walks", marks=(mark_of(kind),))) == f"{mark_of(kind).text}."


def test_a_kind_without_a_step_stands_on_its_points_in_both_drawings(monkeypatch):
    monkeypatch.setitem(LOOKS, MarkKind.TREND, Look("^", "magenta", "#9d174d", corners=3))
    chart = Chart("g1", "Walks", marks=(mark_of(MarkKind.TREND),), low=0, high=5, start=START, end=END)
    text = plain_charts(ChartSheet("c-ab1", END, (chart,)), width=60, height=14)
    page = ET.fromstring(chart_svg(chart))  # noqa: S314 - our own text
    assert text.count("^") == len(chart.traces[0].points) + 1
    assert text.endswith("^ trend\n")
    assert len([shape for shape in page.iter(f"{SVG}polygon") if shape.get("fill") == "#9d174d"]) == 4
    assert not [line for line in page.iter(f"{SVG}polyline") if line.get("stroke") == "#9d174d"]
