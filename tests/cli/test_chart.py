"""`goalctl chart`, as a person calls it."""

import json
import re
import sys

import pytest


def test_a_pipe_gets_plain_text_of_eighty_columns(goalctl):
    done = goalctl("chart", "c-ab1", status=0)
    assert "c-ab1 g1 Fewer symptoms of depression" in done.out
    assert "c-ab1 g1.1 Walks on three days a week" in done.out
    assert max(map(len, done.out.split("\n"))) <= 80
    assert "\x1b" not in done.out
    assert not done.err


def test_one_id_fills_the_height_asked_for(goalctl):
    done = goalctl("chart", "c-ab", "g1.1", "--width", "100", "--height", "20", status=0)
    assert done.out.count("\n") == 20
    assert 80 < max(map(len, done.out.split("\n"))) <= 100


def test_an_unknown_id_is_refused_with_those_there_are(goalctl):
    done = goalctl("chart", "c-ab1", "g9", status=2)
    assert done.err == (
        "goalctl: c-ab1 has no goal, objective or filled-in form g9\n   hint: known here: g1, g1.1, phq-9\n"
    )


def test_the_day_is_the_one_that_was_stated(goalctl):
    done = goalctl("--today", "2026-01-20", "chart", "c-ab1", "g1.1", status=0)
    assert "1 score, last 1 on 2026-01-12" in done.out


def test_nothing_to_draw_is_one_sentence(goalctl):
    done = goalctl("--today", "2026-01-06", "chart", "c-ab1", status=0)
    assert done.out.startswith("c-ab1 has no active goal or objective with a score up to 2026-01-06.")


def test_the_overlay_puts_all_on_one_axis(goalctl):
    done = goalctl("chart", "c-ab1", "--overlay", status=0)
    assert "100%" in done.out
    assert "● g1 PHQ-9 (symptoms)  ◆ g1.1 days walked per week" in done.out


@pytest.mark.parametrize(
    ("name", "start"), [("a.svg", "<svg "), ("a.html", "<!DOCTYPE html>"), ("a.txt", "c-ab1 g1 "), ("A.SVG", "<svg ")]
)
def test_a_chart_is_saved_by_the_ending_of_its_name(goalctl, practice, name, start):
    done = goalctl("chart", "c-ab1", "--save", name, status=0)
    assert (done.out, done.err) == ("", f"saved {name}\n")
    assert (practice / name).read_text(encoding="utf-8").startswith(start)


def test_an_unknown_kind_of_file_is_refused(goalctl, practice):
    done = goalctl("chart", "c-ab1", "--save", "a.pdf", status=2)
    assert done.err == "goalctl: --save: a.pdf is no kind of chart\n   hint: end the name in .svg, .html, .txt\n"
    assert not (practice / "a.pdf").exists()


def test_a_folder_that_is_not_there_is_named(goalctl):
    done = goalctl("chart", "c-ab1", "--save", "nowhere/a.svg", status=3)
    assert "there is no such file or folder" in done.err


def test_a_plan_with_an_error_is_drawn_and_told(goalctl, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("scores: {g1.1: 2}", "scores: {g1.1: 2, g7: 1}"))
    done = goalctl("chart", "c-ab1", "g1.1", status=0)
    assert "c-ab1 g1.1" in done.out
    assert "g7" in done.err


def test_a_trend_line_that_passed_the_target_says_where_the_last_score_is(goalctl, plan_file):
    days = zip(("02-03", "02-10", "02-17", "02-24"), (2, 3, 4, 2), strict=True)
    more = "".join(f"  - {{date: 2026-{day}, scores: {{g1.1: {score}}}}}\n" for day, score in days)
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + more, encoding="utf-8")
    drawn = goalctl("chart", "c-ab1", "g1.1", status=0).out
    assert "the trend passed 3 on 2026-02-18, but the last score is 2" in " ".join(drawn.split())


def test_scores_from_before_a_later_baseline_are_no_share_of_the_way(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace(
        "baseline: 1, target: 3}", "baseline: 1, target: 3, since: 2026-02-20}"
    )
    plan_file.write_text(text, encoding="utf-8")
    assert "g1.1" in goalctl("chart", "c-ab1", "g1", "g1.1", "--overlay", status=0).out
    assert "no scores since its baseline" in " ".join(goalctl("chart", "c-ab1", "g1", "g1.1", "--overlay").out.split())
    items = json.loads(goalctl("show", "c-ab1", "--format", "json").out)["items"]
    (step,) = (one for one in items if one["id"] == "g1.1")
    assert [(one["n"] > 0, one["share"]) for one in step["series"]] == [(True, None)]


@pytest.fixture
def undrawn(monkeypatch):
    """A machine on which what draws in a terminal is not installed."""
    for name in ("plotting", "canvas", "terminal", "change_terminal"):
        monkeypatch.delitem(sys.modules, f"goalctl.views.charts.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "plotext", None)


UNDRAWN = (
    "goalctl: plotext, which draws charts in a terminal, is not installed: these are the figures\n"
    "   hint: install goalctl anew with all that it needs: pipx reinstall goalctl; .svg needs none\n"
)


@pytest.mark.parametrize(("encoding", "is_drawn"), [("ascii", False), ("cp1252", False), ("utf-8", True)])
def test_where_the_output_has_no_signs_for_a_chart_the_figures_stand_in_a_table(
    goalctl, monkeypatch, encoding, is_drawn
):
    monkeypatch.setattr("goalctl.cli.screen.Screen.encoding", encoding)
    shown = goalctl("chart", "c-ab1", "g1.1", status=0)
    assert ("\u2524" in shown.out) is is_drawn
    told = f"goalctl: the output is {encoding}, which has no signs to draw with: these are the figures\n"
    assert (shown.out.startswith("day "), shown.err.startswith(told)) == (not is_drawn, not is_drawn)


@pytest.mark.usefixtures("undrawn")
def test_where_nothing_draws_the_figures_stand_in_a_table(goalctl):
    shown = goalctl("chart", "c-ab1", "g1.1", status=0)
    assert shown.err == UNDRAWN
    assert shown.out == (
        "day         by      score\n"
        "\n"
        "c-ab1 g1.1 Walks on three days a week · days walked per week · higher is better · 2 scores, last 2 on"
        " 2026-02-02 · baseline 1 · target 3 · deadline 2026-03-10\n"
        "2026-01-12  client      1\n"
        "2026-02-02  client      2\n"
    )


@pytest.mark.usefixtures("undrawn")
def test_where_nothing_draws_a_picture_is_saved_all_the_same_and_a_text_is_no_bug(goalctl, practice):
    assert goalctl("chart", "c-ab1", "--save", "a.svg", status=0).err == "saved a.svg\n"
    refused = goalctl("chart", "c-ab1", "--save", "a.txt", status=3)
    assert refused.err == (
        "goalctl: plotext, which this needs, is not installed\n"
        "   hint: install goalctl anew with all that it needs: pipx reinstall goalctl\n"
    )
    assert not (practice / "a.txt").exists()


@pytest.mark.parametrize("item", ["g1", "g1.1"], ids=["a form's totals", "a count"])
def test_between_whole_numbers_there_is_no_tick(goalctl, practice, plan_file, item):
    text = (
        plan_file.read_text(encoding="utf-8")
        .replace("scale: [0, 7]", "scale: [0, 2]")
        .replace("target: 3", "target: 2")
    )
    plan_file.write_text(text, encoding="utf-8")
    lines = goalctl("chart", "c-ab1", item, "--height", "60", status=0).out.splitlines()
    ticks = [line.partition("┤")[0].strip() for line in lines if "┤" in line[:8]]
    assert ticks
    assert all(tick.isdecimal() for tick in ticks)
    goalctl("chart", "c-ab1", item, "--save", "a.svg", status=0)
    texts = re.findall(r">([\d.]+)</text>", (practice / "a.svg").read_text(encoding="utf-8"))
    assert texts
    assert not [tick for tick in texts if "." in tick]


PARTS = """\
format: 2
form: parts
name: Parts
kind: assessment
scale: [0, 4]
items: [{id: q1, ask: one}, {id: q2, ask: two}]
scoring:
  method: none
  subscales: {fear: {items: [q1], better: lower}, courage: {items: [q2], better: higher}}
"""


def test_a_form_of_subscales_alone_has_a_chart_of_each(goalctl, practice, plan_file):
    (practice / "forms").mkdir()
    (practice / "forms" / "parts.yaml").write_text(PARTS, encoding="utf-8")
    log = "".join(f"  - {{date: 2026-01-{day}, by: m.kowalski, forms: {{parts: {answers}}}}}\n"
                  for day, answers in ((13, "[4, 0]"), (14, "[3, ~]"), (15, "[1, 2]")))  # fmt: skip
    plan_file.write_text(plan_file.read_text(encoding="utf-8").rstrip() + "\n" + log, encoding="utf-8")
    done = goalctl("chart", "c-ab1", "parts", status=0)
    assert "c-ab1 parts Parts: fear\nParts fear · lower is better · 3 scores, last 1 on 2026-01-15" in done.out
    assert "c-ab1 parts Parts: courage\nParts courage · higher is better · 2 scores, last 2 on 2026-01-15" in done.out
    assert "has no score" not in done.out
    page = goalctl("report", "--kind", "progress", "c-ab1").out
    assert "parts over time: █▆▁ (Parts fear · lower is better · 3 scores, last 1 on 2026-01-15" in page
    assert "parts over time: ▁█ (Parts courage · higher is better · 2 scores, last 2 on 2026-01-15" in page


OVERLAID = """\
format: 2
client: c-ab1
opened: 2026-01-05
status: active
members: [anna, ben]
goals:
  - {id: g1, goal: Less low, status: active, opened: 2026-01-05, smart: {measurable: {by: phq-9@anna, target: 9}}}
  - {id: g2, goal: Sleeps, status: active, opened: 2026-01-05,
     smart: {measurable: {by: number, of: hours, judged_by: anna, scale: [0, 24], baseline: 8, target: [7, 9]}}}
  - {id: g3, goal: Talks, status: active, opened: 2026-01-05,
     smart: {measurable: {by: rating, judged_by: each, baseline: 2, target: 7}}}
sessions:
  - {date: 2026-01-12, scores: {g2@anna: 8, g3@anna: 3, g3@ben: 7}, forms: {phq-9@anna: {total: 7, q9: 0}}}
  - {date: 2026-01-19, scores: {g2@anna: 6, g3@anna: 4, g3@ben: 7}, forms: {phq-9@anna: {total: 4, q9: 0}}}
"""


def test_the_overlay_draws_everybody_who_decides_and_no_way_where_there_was_none_to_go(goalctl, plan_file):
    """A PHQ-9 that began below its target and fell was drawn from 0 % down to -150 %; of a couple one was there."""
    plan_file.write_text(OVERLAID, encoding="utf-8")
    (drawn,) = json.loads(goalctl("chart", "c-ab1", "--overlay", "--format", "json").out)["charts"]
    lines = {line["name"]: [point["value"] for point in line["points"]] for line in drawn["lines"]}
    assert lines == {"g3 rating by anna": [20, 40], "g3 rating by ben": [100, 100]}
    assert drawn["notes"][1:] == [f"{item} is left out: it began at its target" for item in ("g1", "g2")]


@pytest.mark.parametrize("more", [(), ("--format", "json"), ("--save", "chart.svg")], ids=["terminal", "json", "svg"])
def test_a_target_alone_with_no_score_and_no_day_is_told_as_that(goalctl, plan_file, tmp_path, monkeypatch, more):
    monkeypatch.chdir(tmp_path)
    measure = "smart: {measurable: {by: rating, target: 7}}"
    goal = f"goals: [{{id: g1, goal: Sleeps well, status: active, {measure}}}]\n"
    plan_file.write_text(f"format: 1\nclient: c-ab1\n{goal}", encoding="utf-8")
    shown = goalctl("chart", "c-ab1", "g1", *more, status=0)
    drawn = (tmp_path / "chart.svg").read_text(encoding="utf-8") if "--save" in more else shown.out
    assert "g1 has no score and no day yet, so there is nothing to draw." in drawn
