"""A caseload's picture, read back by number: where each point and line lies, by the figures beside the axes."""

import random
import re
from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from tests.outcomes_caseload import TODAY
from tests.outcomes_reference import ILL, NAMES, RELIABLE, measured
from tests.test_outcomes_reference import asked, standing  # noqa: F401 - a fixture

CLASSES = {
    "recovered": "recovered", "improved": "reliably improved", "unchanged": "no reliable change",
    "deteriorated": "reliably worse", None: "not judged",
}  # fmt: skip
GLYPHS = {
    "recovered": "●", "reliably improved": "▲", "no reliable change": "○", "reliably worse": "◆", "not judged": "○",
}  # fmt: skip
FORMS = ["phq-9", "gad-7", "ors", "pswq", "who-5"]


def scores(plans, form):
    """First and last score and what became of it, of everyone who answers about herself, or of all by somebody else."""
    found = {True: Counter(), False: Counter()}
    for plan in plans.values():
        for (measure, _), (name, first, last, became, _) in measured(plan, TODAY).items():
            if name == form and last:
                found[measure.endswith("@")][first[1], last[1], CLASSES[became]] += 1
    return max(found[False], found[True], key=lambda one: one.total())


class Scale:
    """From places to figures: a straight line through what stands beside the first and the last tick."""

    def __init__(self, ticks):
        (self.place, self.figure), (place, figure) = min(ticks), max(ticks)
        self.per = (figure - self.figure) / (place - self.place)
        self.ticks = ticks

    def at(self, place):
        return self.figure + (place - self.place) * self.per


def read_svg(text):
    """The scales, the points and the lines of a picture."""
    root = ET.fromstring(text)  # noqa: S314 - our own
    tag = "{http://www.w3.org/2000/svg}"
    labels = [one for one in root.iter(f"{tag}text") if re.fullmatch(r"-?[\d.]+", one.text or "")]
    y = Scale([(float(one.get("y")) - 4, float(one.text)) for one in labels if one.get("text-anchor") == "end"])
    x = Scale([(float(one.get("x")), float(one.text)) for one in labels if one.get("text-anchor") == "middle"])
    marks = [(one, one.find(f"{tag}title")) for name in ("circle", "polygon") for one in root.iter(f"{tag}{name}")]
    points = [(x.at(middle(one)[0]), y.at(middle(one)[1]), said.text) for one, said in marks if said is not None]
    lines = [
        tuple((x.at(float(a)), y.at(float(b))) for a, b in (end.split(",") for end in one.get("points").split()))
        for one in root.iter(f"{tag}polyline")
    ]
    return x, y, points, lines


def middle(shape):
    if shape.get("cx"):
        return float(shape.get("cx")), float(shape.get("cy"))
    corners = [tuple(map(float, corner.split(","))) for corner in shape.get("points").split()]
    return tuple(sum(corner[axis] for corner in corners) / len(corners) for axis in (0, 1))


def faults_of_svg(text, form, expected):
    x, y, points, lines = read_svg(text)
    for scale in (x, y):
        yield from (tick for tick in scale.ticks if scale.at(tick[0]) != pytest.approx(tick[1], abs=0.02))
    found = Counter((round(first, 0), round(last, 0), said.partition(": ")[2]) for first, last, said in points)
    assert all(first == pytest.approx(round(first), abs=0.2) for first, _, _ in points)
    if found != expected:
        yield form, found - expected, expected - found
    above = sorted({round(b - a, 1) for (a, b), _ in lines if form in RELIABLE and is_slanted((a, b), _)})
    reliable = RELIABLE.get(form)
    if reliable and not all(
        end == pytest.approx(meant, abs=1) for end, meant in zip(above, (-reliable, 0, reliable), strict=True)
    ):
        yield form, "reliable", above
    levels = {round(one[0][axis], 1) for one in lines if not is_slanted(*one) for axis in (0, 1) if is_along(one, axis)}
    if levels != ({ILL[form]} if form in ILL else set()):
        yield form, "case level", levels


def is_slanted(one, other):
    return abs(one[0] - other[0]) > 0.1 < abs(one[1] - other[1])


def is_along(line, axis):
    return abs(line[0][axis] - line[1][axis]) < 0.1


def faults_of_text(text, form, expected):
    """Each point has its glyph in its place, or another's that hides it, and each glyph is a point's."""
    rows = text.split("\n")
    foot = next(place for place, row in enumerate(rows) if row.lstrip().startswith("└"))
    marks = [(row, found) for row, line in enumerate(rows[:foot]) if (found := re.match(r"\s*([\d.]+)\S", line))]
    y = Scale([(row, float(found[1])) for row, found in marks])
    figures = list(re.finditer(r"\S+", rows[foot + 1]))
    edge = rows[foot].index("└")
    ticks = [
        place for place, sign in enumerate(rows[foot]) if sign in "┬┼" or (sign == "┴" and is_tick(place, figures))
    ]
    ticks = ticks if len(ticks) == len(figures) else [one.start() for one in figures]
    x = Scale([(place, float(one[0])) for place, one in zip(ticks, figures, strict=True)])
    found = {
        (row, place): sign
        for row, line in enumerate(rows[1:foot], start=1)
        for place, sign in enumerate(line)
        if place > edge and sign in GLYPHS.values()
    }
    cells = {(first, last, word): near(x, y, first, last, found) for first, last, word in expected}
    yield from ((form, point, "has no glyph") for point, there in cells.items() if not there)
    for cell, sign in found.items():
        if not any(cell in there and GLYPHS[point[2]] == sign for point, there in cells.items()):
            yield form, cell, sign, "is nobody's"


def is_tick(place, figures):
    return any(one.start() <= place <= one.end() for one in figures)


def near(x, y, first, last, found):
    """The glyphs that lie less than a cell from there."""
    return {
        (row, place)
        for row, place in found
        if abs(x.at(place) - first) < abs(x.per) and abs(y.at(row) - last) < abs(y.per)
    }


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.torture) for seed in range(1, 30))])
def test_each_point_and_line_lies_where_its_figures_say(asked, goalctl, practice, monkeypatch, seed):  # noqa: F811
    draw = random.Random(seed)  # noqa: S311 - no secret, to be drawn again
    plans = standing(asked[0](draw, 70 if seed else 40), TODAY)
    for place, form in enumerate(FORMS):
        if not (expected := scores(plans, form)):
            continue
        words = ["outcomes", "--chart", "--measure", form]
        monkeypatch.setenv("COLUMNS", str(draw.choice([60, 80, 132])))
        monkeypatch.setenv("LINES", str(draw.choice([24, 45])))
        assert list(faults_of_text(goalctl("--today", TODAY, *words, status=0).out, form, expected)) == []
        file = practice / f"{place}.svg"
        if goalctl("--today", TODAY, *words, "-o", file).status == 0:
            assert list(faults_of_svg(file.read_text(encoding="utf-8"), form, expected)) == []
            assert NAMES[form] in file.read_text(encoding="utf-8")


def test_a_scale_is_a_straight_line_through_its_ends():
    scale = Scale([(10, 0), (30, 5), (50, 10)])
    assert [scale.at(place) for place, _ in scale.ticks] == [0, 5, 10]
    assert all(b > a for (a, _), (b, _) in pairwise(scale.ticks))
