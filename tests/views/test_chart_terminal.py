"""Charts in a terminal: whole pictures, and laws that hold for all of them."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from chart_cases import FORMS, PHQ, RATING, STEPS, TODAY, coping_plan, goal_of, odd_plans, plan_of, weekly
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from goalctl.analysis.case import Case
from goalctl.model.settings import Settings
from goalctl.views.charts.overlay import overlay_sheet
from goalctl.views.charts.plan_charts import chart_sheet, charts_of, nothing_to_draw
from goalctl.views.charts.terminal import plain_charts, terminal_charts
from tests.conftest import LONG_RUN

GOLDEN = Path(__file__).parent / "golden"
ODD = odd_plans()


def drawn(plan, *ids, width=80, height=23):
    return plain_charts(
        chart_sheet(Case.of(plan, FORMS, Settings(), TODAY), ids or ("g1",)), width=width, height=height
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("chart-form", lambda: drawn(coping_plan(), "g1")),
        ("chart-two-raters", lambda: drawn(coping_plan(), "g1.1")),
        ("chart-small-multiples", lambda: drawn(coping_plan(), "g1", "g1.1", width=120, height=35)),
        ("chart-levels", lambda: drawn(ODD["levels"], height=18)),
        ("chart-no-score", lambda: drawn(ODD["no score"], height=18)),
        ("chart-one-score", lambda: drawn(ODD["one score, nothing else"], height=18)),
    ],
)
def test_a_chart_looks_as_it_was_agreed(name, text):
    assert text() == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_the_overlay_looks_as_it_was_agreed():
    sheet = overlay_sheet(Case.of(coping_plan(), FORMS, Settings(), TODAY), ("g1", "g1.1"))
    assert plain_charts(sheet, width=80, height=23) == (GOLDEN / "chart-overlay.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("size", [(40, 12), (80, 23), (200, 50)], ids=str)
def test_no_line_is_wider_than_asked_and_nothing_escapes(name, size):
    text = drawn(ODD[name], width=size[0], height=size[1])
    assert max(cell_len(line) for line in text.split("\n")) <= size[0]
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_one_chart_is_as_high_as_asked():
    assert drawn(coping_plan(), "g1", height=23).count("\n") == 23
    assert drawn(coping_plan(), "g1.1", height=40).count("\n") == 40


def row_with(text, words):
    return next(line for line in text.split("\n") if words in line)


@given(
    baseline=st.integers(0, 10),
    target=st.integers(0, 10),
    scores=st.lists(st.integers(0, 10), max_size=30),
    height=st.integers(18, 60),
)
@settings(max_examples=int(LONG_RUN or 25))
def test_target_and_baseline_stand_beside_their_own_lines(baseline, target, scores, height):
    measure = {**RATING, "baseline": str(baseline), "target": str(target), "keep": "4w", "better": "higher"}
    text = drawn(plan_of(goal_of(measure), weekly(scores)), height=height)
    assert "━" in row_with(text, "keep" if baseline == target else f"target {target}")
    assert baseline == target or f"baseline {baseline}" in text
    assert "deadline 2026-08-31 ┐" in text


@given(
    places=st.lists(st.tuples(st.dates(date(2000, 1, 1), date(2026, 6, 1)), st.integers(-99999, 99999)), max_size=40),
    width=st.integers(40, 160),
)
@settings(max_examples=int(LONG_RUN or 25))
def test_any_scores_on_any_days_can_be_drawn(places, width):
    sessions = [(day.isoformat(), {"g1": str(value)}) for day, value in places]
    text = drawn(plan_of(goal_of({"by": "number", "of": "points"}), sessions), width=width)
    assert max(cell_len(line) for line in text.split("\n")) <= width
    assert not places or "●" in text


def test_every_band_and_rater_is_named():
    text = drawn(coping_plan(), "g1", "g1.1", height=46)
    for words in ("severe", "moderately severe", "moderate", "mild", "minimal", "● client", "◆ clinician"):
        assert words in text


def ticks_of(text):
    """The label of the y axis in each row, with the rest of its row."""
    rows = [re.match(r"\s*(-?[\d.]*%?|no|yes)[┤┼├│](.*)", line) for line in text.split("\n")]
    return [row.groups() for row in rows if row]


@given(baseline=st.integers(0, 10), target=st.integers(0, 10), height=st.integers(12, 40))
@settings(max_examples=int(LONG_RUN or 25))
def test_no_tick_stands_in_the_row_of_a_level_of_another_value(baseline, target, height):
    measure = {**RATING, "baseline": str(baseline), "target": str(target), "keep": "4w", "better": "higher"}
    text = drawn(plan_of(goal_of(measure), weekly([5])), height=height)
    for tick, row in ticks_of(text):
        if tick and "━━" in row:
            assert float(tick) == target
        elif tick and "──" in row:
            assert float(tick) == baseline


@pytest.mark.parametrize("words", ["target 9500", "baseline 2500"])
def test_a_level_between_two_ticks_takes_neither_of_their_names(words):
    text = drawn(plan_of(goal_of({**STEPS, "baseline": "2500"}), weekly([4120, 6030, 5200, 8805])), height=14)
    assert row_with(text, words).startswith("     ├")


def test_labels_stand_over_their_days_when_no_tick_is_left():
    levels = {"by": "rating", "scale": ["0", "1"], "baseline": "0.1", "target": "0.9"}
    before = [{"until": "2026-01-20", **levels, "target": "0.45"}]
    text = drawn(plan_of(goal_of(levels, measured_before=before), weekly([1, 1, 0, 0])), height=12)
    assert [tick for tick, _ in ticks_of(text) if tick] == []
    assert row_with(text, "deadline 2026-08-31 ┐").index("┐") == row_with(text, "target 0.45").index("┃")


GLYPHS = {"aimline": "·", "first aimline": ":", "trend": "*", "projection": "+"}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("size", [(40, 12), (80, 23)], ids=str)
def test_the_legend_names_what_can_be_seen_and_nothing_else(name, size):
    text = drawn(ODD[name], width=size[0], height=size[1])
    plot = "".join(row for _, row in ticks_of(text))
    named = {role for role, glyph in GLYPHS.items() if f"{glyph * 3} {role}" in text}
    assert named == {role for role, glyph in GLYPHS.items() if glyph in plot}


def test_a_trend_under_its_own_scores_is_drawn_among_them():
    text = drawn(coping_plan(), "g1", "g1.1")
    first = text[: text.index("g1.1")]
    assert any("●*" in row for _, row in ticks_of(first))


def test_every_deadline_that_ever_was_is_named():
    text = drawn(ODD["extended twice"])
    assert [day in text for day in ("deadline 2026-08-31", "was 2026-06-30", "was 2026-07-07")] == [True] * 3
    assert "first aimline" in text


def test_a_deadline_in_a_century_does_not_press_the_scores_together():
    text = drawn(ODD["deadline in a century"])
    assert "deadline 2126-02-01 lies far beyond this chart" in text
    assert row_with(text, "2026-01-12")


def test_scores_after_today_are_not_drawn():
    sheet = chart_sheet(Case.of(coping_plan(), FORMS, Settings(), date(2026, 2, 1)), ("g1",))
    assert "4 scores, last 15 on 2026-01-26" in plain_charts(sheet, width=80, height=23)


def test_scores_on_two_scales_never_share_an_axis():
    now, before = charts_of(Case.of(ODD["another scale"], FORMS, Settings(), TODAY), "g1")
    assert (now.high, before.high) == (3.0, 10)
    assert before.title.startswith("until 2026-02-28: ")
    assert max(day for trace in before.scores for day, _ in trace.points) < now.scores[0].points[0][0]


def test_raters_are_never_joined():
    chart = charts_of(Case.of(ODD["three raters"], FORMS, Settings(), TODAY), "g1")[0]
    assert [(trace.name, len(trace.points)) for trace in chart.scores] == [
        ("client", 3),
        ("clinician", 1),
        ("partner", 1),
    ]


def test_small_multiples_lie_over_the_same_days():
    first, second = chart_sheet(Case.of(coping_plan(), FORMS, Settings(), TODAY), ("g1", "g1.1")).charts
    assert (first.start, first.end) == (second.start, second.end)
    text = drawn(coping_plan(), "g1", "g1.1", height=46)
    assert row_with(text, "deadline 2026-08-31 ┐").index("┐") > row_with(text, "deadline 2026-07-31 ┐").index("┐")


def test_the_overlay_names_what_it_leaves_out():
    plan = plan_of({**goal_of(PHQ), "objectives": [{"id": "g1.1", "objective": "Walks"}]}, weekly([3]))
    text = plain_charts(overlay_sheet(Case.of(plan, FORMS, Settings(), TODAY), ("g1", "g1.1")), width=80, height=23)
    assert "g1 is left out: it has no scores yet" in text.replace("\n  ", " ")
    assert "g1.1 is left out: it has no measure with a target" in text.replace("\n  ", " ")


def test_a_terminal_gets_colours_on_its_own_background():
    text = terminal_charts(chart_sheet(Case.of(coping_plan(), FORMS, Settings(), TODAY), ("g1",)), width=80, height=23)
    styles = [span.style for span in text.spans if not isinstance(span.style, str)]
    assert any(style.color for style in styles)
    assert not any(style.bgcolor for style in styles)


def test_a_form_can_be_drawn_by_itself():
    text = drawn(coping_plan(), "phq-9")
    assert "c-ab1 phq-9 Severity of depression" in text
    assert "target" not in text


def test_a_client_without_scores_gets_one_sentence():
    said = nothing_to_draw(Case.of(ODD["no score"], FORMS, Settings(), TODAY))
    assert said == "c-ab1 has no active goal or objective with a score up to 2026-06-15."


def test_a_long_gap_is_said_in_words():
    assert "no scores for 52 weeks, from 2025-01-06 to 2026-01-05" in drawn(ODD["a gap of a year"])
    monthly = [((date(2024, 1, 1) + timedelta(days=100 * step)).isoformat(), {"g1": "3"}) for step in range(5)]
    assert "no scores for" not in drawn(plan_of(goal_of(RATING), monthly))


def test_a_form_without_bands_and_target_has_nothing_beside_its_plot():
    scored = [("2026-02-02", {}, {"ors": "15.5"}), ("2026-03-02", {}, {"ors": "22.3"})]
    lines = drawn(plan_of(goal_of(None), scored), "ors", width=60, height=16).splitlines()
    plot = [line for line in lines if "┤" in line or "│" in line]
    assert plot
    assert not any("…" in line or cell_len(line) > 60 for line in plot)


def test_no_two_people_of_a_sheet_have_one_mark():
    by = {"g1": "3", "g1@clinician": "4", "g1.1@anna": "2", "g1.1@ben": "5"}
    step = {"id": "g1.1", "objective": "Walks", "status": "active", "measurable": RATING}
    plan = plan_of(goal_of(RATING) | {"objectives": [step]}, [("2026-02-02", by), ("2026-03-02", by)])
    legend = drawn(plan, "g1", "g1.1", width=100).splitlines()[-1]
    assert legend.startswith("● client  ◆ clinician  ▲ anna  ■ ben")


def test_on_the_narrowest_terminal_no_number_and_no_day_is_cut_off():
    euros = {"by": "number", "of": "euros", "scale": ["0"], "baseline": "1250000", "target": "500000"}
    text = drawn(plan_of(goal_of(euros), weekly([1250000, 900000, 700000])), width=40, height=16)
    assert "  baseline 1250000\n" in text
    assert "  target 500000\n" in text
    assert " 2026-08-31 ┐\n" in text
    assert "last 700000 on 2026-01-19" in re.sub(r"\s+", " ", text)
    assert all(cell_len(line) <= 40 for line in text.splitlines())
