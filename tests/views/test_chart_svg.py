"""Charts as pictures and pages: well-formed, self-contained, said in words too."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from chart_cases import FORMS, TODAY, coping_plan, odd_plans

from goalctl.analysis.case import Case
from goalctl.model.settings import Settings
from goalctl.views.charts.drawing import chart_svg, sheet_svg
from goalctl.views.charts.model import Chart, MarkKind, Trace
from goalctl.views.charts.page import sheet_page
from goalctl.views.charts.plan_charts import chart_sheet
from goalctl.views.charts.plane import Plane, curves
from goalctl.views.charts.style import LOOKS, SCORES

SVG = "{http://www.w3.org/2000/svg}"
ODD = odd_plans()


def sheet_of(plan, *ids):
    return chart_sheet(Case.of(plan, FORMS, Settings(), TODAY), ids or ("g1",))


def texts(root):
    return [element.text for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", ODD)
def test_every_chart_is_a_well_formed_picture_with_words(name):
    root = ET.fromstring(sheet_svg(sheet_of(ODD[name])))  # noqa: S314 - our own text
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")


@pytest.mark.parametrize("name", ODD)
def test_every_label_stays_inside_the_picture(name):
    root = ET.fromstring(sheet_svg(sheet_of(ODD[name])))  # noqa: S314 - our own text
    width, height = float(root.get("width")), float(root.get("height"))
    for element in root.iter(f"{SVG}text"):
        assert 0 <= float(element.get("x")) <= width
        assert 0 <= float(element.get("y")) <= height


@pytest.mark.parametrize("name", ODD)
def test_no_line_leaves_the_picture(name):
    """A projection without an end, or an aimline to a far deadline, was drawn on for years, dash by dash."""
    root = ET.fromstring(sheet_svg(sheet_of(ODD[name])))  # noqa: S314 - our own text
    width = float(root.get("width"))
    lines = [pair.split(",") for element in root.iter(f"{SVG}polyline") for pair in element.get("points").split()]
    ends = [float(element.get(end)) for element in root.iter(f"{SVG}line") for end in ("x1", "x2")]
    assert [x for x in (*ends, *(float(x) for x, _ in lines)) if not 0 <= x <= width] == []


def test_a_line_is_cut_off_where_it_leaves_the_plot():
    """From 5 on a scale of 10 up by one a day it is at the top after five of ten days, by hand."""
    begin, end = date(2026, 6, 1), date(2026, 6, 11)
    rising = Trace(MarkKind.PROJECTION, "projection", ((begin, 5.0), (date(2026, 6, 21), 25.0)))
    chart = Chart("g1", "Walks", "", (rising,), start=begin, end=end, low=0.0, high=10.0)
    part = ET.Element("g")
    curves(part, Plane(chart, 100.0, 200.0, 0.0, 50.0))
    assert [line.get("points") for line in part] == ["100.0,25.0 150.0,0.0"]


def test_baseline_target_bands_deadlines_and_legend_are_named():
    found = texts(ET.fromstring(sheet_svg(sheet_of(coping_plan()))))  # noqa: S314 - our own text
    wanted = {"baseline 18", "target 9", "severe", "minimal", "deadline 2026-08-31", "was 2026-06-30", "first aimline"}
    assert wanted <= set(found)


def test_a_clients_words_never_become_markup():
    text = sheet_svg(sheet_of(ODD["text that bites"])) + sheet_page(sheet_of(ODD["text that bites"]))
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_picture_needs_nothing_from_elsewhere():
    text = sheet_page(sheet_of(coping_plan(), "g1", "g1.1"))
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<script|@import|xlink", text)


def test_ids_on_one_page_are_unique():
    ids = re.findall(r'\bid="([^"]+)"', sheet_page(sheet_of(coping_plan(), "g1", "g1.1")))
    assert len(ids) == len(set(ids)) > 4


def test_the_picture_tells_its_scores_to_those_who_cannot_see_it():
    chart = sheet_of(coping_plan()).charts[0]
    text = chart_svg(chart)
    assert "client: 2026-01-05 18, 2026-01-12 19" in text
    assert "lower is better" in text


def test_lines_differ_without_colour():
    looks = [*SCORES, *(look for look in LOOKS.values() if look.step)]
    assert len({(look.dash, look.corners, look.turn, look.is_hollow) for look in looks}) == len(looks)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("look", [*SCORES, *LOOKS.values()], ids=lambda look: look.ink + look.dash)
def test_every_colour_stands_out_on_white(look):
    assert 1.05 / (luminance(look.ink) + 0.05) >= 4.5


def test_a_page_holds_every_score_in_a_table():
    page = sheet_page(sheet_of(coping_plan(), "g1.1"))
    row = '>2026-02-09</th><td role="cell" data-head="by">clinician</td><td role="cell" data-head="score">3</td></tr>'
    assert row in page
    assert page.count('<th scope="row"') == 15
