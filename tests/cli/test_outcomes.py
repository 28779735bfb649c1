"""`outcomes`: of all, of one client, in a file and as a picture."""

import json
import sys

import pytest

PAIR = """\
client: {client}
clinician: {clinician}
opened: 2026-01-05
sessions:
  - {{date: 2026-01-05, forms: {{gad-7: {first}}}}}
  - {{date: 2026-02-16, forms: {{gad-7: {last}}}}}
"""
BETTER, SAME, WORSE = (14, 6), (14, 13), (10, 15)


@pytest.fixture
def caseload(practice):
    """Twelve who got better, six who did not, two of them worse; all but one with m.kowalski."""
    for n, (first, last) in enumerate([BETTER] * 12 + [SAME] * 4 + [WORSE] * 2):
        name, who = f"c-p{n:02}", "s.lee" if n == 0 else "m.kowalski"
        text = PAIR.format(client=name, clinician=who, first=first, last=last)
        (practice / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return practice


def rows(outcome, subject="GAD-7"):
    return {row["figure"]: row for row in json.loads(outcome.out)["outcomes"] if row["subject"] == subject}


@pytest.mark.usefixtures("caseload")
def test_everyone_is_counted_by_measure(goalctl):
    found = rows(goalctl("outcomes", "--format", "json", status=0))
    assert found["recovered"] == {
        "group": "everyone", "subject": "GAD-7", "figure": "recovered", "percent": 66.7, "n": 12, "of": 18,
        "value": None, "low": None, "high": None, "hidden": False, "note": None,
    }  # fmt: skip
    assert [found[name]["n"] for name in ("no reliable change", "reliably worse")] == [4, 2]
    assert "plan changed within four weeks" not in found  # the four weeks are not over


@pytest.mark.usefixtures("caseload")
def test_clinicians_stand_by_name_and_nothing_is_adjusted(goalctl):
    lines = goalctl("outcomes", "--by", "clinician", "--measure", "gad7", status=0).out.splitlines()
    assert [line for line in lines if line in {"m.kowalski", "s.lee"}] == ["m.kowalski", "s.lee"]
    assert sum("not adjusted for severity" in line for line in lines) == 2


@pytest.mark.usefixtures("caseload")
def test_for_the_office_small_counts_and_those_that_give_them_away_are_hidden(goalctl):
    found = rows(goalctl("outcomes", "--for", "office", "--format", "json", status=0))
    told = {name: row["n"] for name, row in found.items()}
    assert told["recovered"] is told["no reliable change"] is told["reliably worse"] is None
    assert (told["mean change"], told["first and last score"]) == (18, 18)


def test_a_file_has_no_small_count_and_is_never_written_over(goalctl, caseload):
    file = caseload / "out.csv"
    goalctl("outcomes", "-o", file, status=0)
    assert "GAD-7,reliably worse,,,,,,," in file.read_text(encoding="utf-8")
    assert "is there already" in goalctl("outcomes", "-o", file, status=2).err


def test_a_plan_that_cannot_be_read_stands_apart_and_makes_the_answer_incomplete(goalctl, caseload):
    (caseload / "plans" / "c-bad.yaml").write_text("goals: [", encoding="utf-8")
    inside = goalctl("outcomes", status=3).out
    assert inside.splitlines()[2:4] == ["mend first", next(line for line in inside.splitlines() if "c-bad" in line)]
    outside = goalctl("outcomes", "--for", "office", status=3).out
    assert "c-bad" not in outside
    assert "1 error in files that are not in these figures" in outside
    told = json.loads(goalctl("outcomes", "--for", "office", "--format", "json", status=3).out)
    assert (told["errors"], told["not_in_it"]) == ([], 1)


@pytest.mark.parametrize("words", [["--chart"], ["-o", "out.csv"], ["--chart", "-o", "out.svg"]])
def test_what_is_in_no_picture_and_in_no_file_is_told_beside_it(goalctl, caseload, words):
    (caseload / "plans" / "c-bad.yaml").write_text("goals: [", encoding="utf-8")
    told = goalctl("outcomes", *words, status=3)
    assert "not in it, or not wholly: plans/c-bad.yaml:1:9: error E" in told.err
    assert "c-bad" not in told.out


def test_an_empty_workspace_has_no_treatments(goalctl, plan_file):
    plan_file.unlink()
    assert goalctl("outcomes", status=0).out == "There are no treatments like that here.\n"
    assert json.loads(goalctl("outcomes", "--format", "json", status=0).out)["outcomes"] == []


@pytest.mark.usefixtures("caseload")
def test_one_client_has_a_line_for_each_measure_and_a_sentence(goalctl):
    found = json.loads(goalctl("outcomes", "c-p00", "--format", "json", status=0).out)
    assert found["measured"] == [
        {
            "form": "gad-7", "measure": "GAD-7", "respondent": None, "first": 14, "first_on": "2026-01-05", "last": 6,
            "last_on": "2026-02-16", "change": -8, "outcome": "recovered",
            "says": "down 8 (reliable: 4 or more), from case level (8 or more) to outside it: recovered",
        }
    ]  # fmt: skip
    assert (found["attended"], found["missed"], found["cancelled"]) == (2, 0, 0)
    assert [line.split("  ")[0] for line in goalctl("outcomes", "c-p00").out.splitlines()[2:]] == [
        "sessions", "treatment",
    ]  # fmt: skip
    assert "GAD-7 14 to 6 (2026-01-05 to 2026-02-16): down 8 (reliable" in goalctl("show", "c-p00").out


def test_an_estimated_total_is_the_same_figure_in_the_table_as_in_the_sentence(goalctl, practice):
    """Seven answers come to 10, eight to 5: of nine that is 12.857… and 5.625."""
    one = "{q1: 2, q2: 2, q4: 2, q5: 1, q7: 2, q8: 1, q9: 0}"
    two = "{q1: 0, q2: 1, q4: 1, q5: 1, q6: 0, q7: 1, q8: 1, q9: 0}"
    sessions = f"[{{date: 2026-01-12, forms: {{phq-9: {one}}}}}, {{date: 2026-02-12, forms: {{phq-9: {two}}}}}]"
    plan = f"client: c-est\nopened: 2026-01-05\nsessions: {sessions}\n"
    (practice / "plans" / "c-est.yaml").write_text(plan, encoding="utf-8")
    assert "PHQ-9,12.86,2026-01-12,5.63,2026-02-12,-7.23," in goalctl("outcomes", "c-est", "--format", "csv").out
    assert "PHQ-9 12.86 to 5.63 (2026-01-12 to 2026-02-12): down 7.23" in goalctl("show", "c-est").out
    (exact,) = json.loads(goalctl("outcomes", "c-est", "--format", "json").out)["measured"]
    assert (exact["first"], exact["last"]) == (12.857142857, 5.625)


@pytest.mark.parametrize(
    ("first", "last", "which"),
    [
        ("[2, 2, 2, 2, 1, 1, 2, 1, 0]", "{q1: 0, q2: 1, q4: 1, q5: 1, q6: 0, q7: 1, q8: 1, q9: 0}", "last"),
        ("{q2: 2, q3: 2, q4: 2, q5: 1, q6: 1, q7: 2, q8: 1, q9: 0}", "[0, 1, 1, 1, 1, 0, 1, 0, 0]", "first"),
        ("[2, 2, 2, 2, 1, 1, 2, 1, 0]", "{total: 5, q9: 0}", None),
    ],
)
def test_a_total_with_answers_missing_is_called_an_estimate_by_screens_and_documents(
    goalctl, practice, first, last, which
):
    sessions = f"[{{date: 2026-01-12, forms: {{phq-9: {first}}}}}, {{date: 2026-02-12, forms: {{phq-9: {last}}}}}]"
    goal = "{id: g1, goal: Less low, status: active, opened: 2026-01-05, smart: {measurable: {by: phq-9, target: 4}}}"
    plan = f"client: c-est\nopened: 2026-01-05\ngoals: [{goal}]\nsessions: {sessions}\n"
    (practice / "plans" / "c-est.yaml").write_text(plan, encoding="utf-8")
    for words in (["show"], ["outcomes"], ["report", "--kind", "progress"]):
        page = " ".join(goalctl(*words, "c-est").out.split())
        assert ("score estimated, answers are missing" in page) is (which is not None)
        assert (f"; {which} score estimated, answers are missing" in page) is (which is not None)
    table = goalctl("report", "c-est", "--kind", "progress").out
    assert ("2026-02-12, estimated" in table, "(moderate, estimated)" in table) == (which == "last", which == "first")
    assert ("fillings; last score estimated, answers are missing |" in table) is (which == "last")
    for command in ("prep", "chart"):
        assert ("2026-02-12, estimated" in goalctl(command, "c-est").out) is (which == "last")


@pytest.mark.parametrize(
    ("form", "first", "last", "told"),
    [
        ("y-bocs", 26, 16, "; a response"),  # 10 of 26 are 38 %, and 35 % are asked
        ("y-bocs", 26, 18, "; no response"),  # 31 %
        ("gad-7", 14, 6, None),
    ],
)
def test_of_one_client_it_is_told_whether_it_is_a_response(goalctl, plan_file, form, first, last, told):
    one, two = (
        f"{{date: 2026-0{n}-12, forms: {{{form}: {{total: {score}}}}}}}" for n, score in ((1, first), (2, last))
    )
    plan_file.write_text(f"client: c-ab1\nopened: 2026-01-05\nsessions: [{one}, {two}]\n", encoding="utf-8")
    (says,) = (one["says"] for one in json.loads(goalctl("outcomes", "c-ab1", "--format", "json").out)["measured"])
    assert (told in says) if told else "response" not in says
    assert says in goalctl("outcomes", "c-ab1", "--format", "csv").out


@pytest.mark.parametrize("how", ["copied", "linked"])
def test_a_plan_that_lies_there_twice_is_counted_once(goalctl, practice, plan_file, how):
    once = json.loads(goalctl("outcomes", "--format", "json", status=0).out)["outcomes"]
    other = practice / "plans" / "c-zz1.yaml"
    if how == "copied":
        other.write_bytes(plan_file.read_bytes())
    else:
        other.symlink_to(plan_file.name)
    assert json.loads(goalctl("outcomes", "--format", "json").out)["outcomes"] == once
    for memory in ((), ("--no-index",)):
        rows = json.loads(goalctl(*memory, "caseload", "--format", "json").out)
        assert [row["client"] for row in rows["caseload"]] == ["c-ab1"]
        assert any("E203" in error["code"] for error in rows["errors"])
        due = json.loads(goalctl(*memory, "due", "--within", "1y", "--format", "json").out)["due"]
        assert len({str(sorted(row.items())) for row in due}) == len(due)
    other.unlink()
    plan_file.rename(other)
    (practice / "plans" / "c-zz2.yaml").write_bytes(other.read_bytes())
    rows = json.loads(goalctl("caseload", "--format", "json").out)
    assert [row["client"] for row in rows["caseload"]] == ["c-ab1"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--for", "bob"], "for those who treat, or for the office"),
        (["c-p00", "--for", "office"], "figures of one client are no statistics"),
        (["c-p00", "--chart"], "a caseload's picture is not of one client"),
        (["--chart", "--for", "office"], "each point of the picture is a client"),
        (["--measure", "xyz"], "nobody has xyz here"),
        (["--chart", "-o", "x.png"], "no kind of picture"),
        (["--to", "2027-01-01"], "is still to come"),
        (["--from", "2026-02-02", "--to", "2026-02-01"], "--from 2026-02-02 is after --to 2026-02-01"),
        (["c-p00", "--measure", "zzz"], "--measure chooses among many, and c-p00 is one"),
        (["c-p00", "--clinician", "nobody"], "--clinician chooses among many"),
        (["c-p00", "--from", "2026-02-01"], "--from or --to chooses among many"),
        (["c-p00", "--to", "2026-02-01"], "--from or --to chooses among many"),
        (["c-p00", "--by", "period"], "--by chooses among many"),
        (["--chart", "--by", "clinician"], "not by clinician"),
        (["--chart", "--format", "json"], "--chart draws a picture, --format has its figures"),
        (["--chart", "-o", "z.svg", "--format", "csv"], "--chart draws a picture"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("caseload")
def test_what_does_not_go_together_is_refused_in_a_sentence(goalctl, words, says):
    assert says in goalctl("outcomes", *words, status=2).err


@pytest.mark.usefixtures("caseload")
def test_a_stretch_is_that_of_the_ending(goalctl):
    assert goalctl("outcomes", "--from", "2026-01-01", status=0).out == "There are no treatments like that here.\n"


@pytest.mark.usefixtures("caseload")
def test_the_picture_leaves_the_terminal_its_own_ground(goalctl, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = goalctl("--color", "always", "outcomes", "--chart", "--measure", "gad-7", status=0).out
    assert "\x1b[38;5;28m" in shown
    assert "48;5;" not in shown


@pytest.mark.usefixtures("caseload")
def test_where_nothing_draws_first_and_last_scores_stand_in_a_table(goalctl, monkeypatch):
    for name in ("plotting", "change_terminal"):
        monkeypatch.delitem(sys.modules, f"goalctl.views.charts.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "plotext", None)
    shown = goalctl("outcomes", "--chart", "--measure", "gad-7", status=0)
    assert shown.err.startswith("goalctl: plotext, which draws charts in a terminal, is not installed")
    heads, *rows = [line for line in shown.out.splitlines() if line]
    assert heads.split() == ["first", "last", "outcome"]
    assert len([row for row in rows if row.split()[0].isdecimal()]) >= 18


def test_the_picture_is_drawn_and_leaves_only_with_enough_people(goalctl, caseload):
    drawn = goalctl("outcomes", "--chart", "--measure", "gad-7", status=0).out
    assert "18 first and last scores: 12 recovered, 4 no reliable change, 2 reliably worse" in drawn
    assert max(map(len, drawn.splitlines())) <= 80
    goalctl("outcomes", "--chart", "-o", caseload / "x.svg", status=0)
    svg = (caseload / "x.svg").read_text(encoding="utf-8")
    assert svg.count("<circle") == 12 + 4 + 2  # the points, and one in the legend for each of two classes
    assert "c-p" not in svg
    (caseload / "goalctl.yaml").write_text("format: 1\nsmall_cells: 19\n", encoding="utf-8")
    assert "a picture of 18 people is not written" in goalctl("outcomes", "--chart", "-o", "y.svg", status=2).err


def test_a_plan_is_of_the_template_and_of_the_area_whose_wordings_it_repeats(goalctl):
    goalctl("add-client", "c-new", "--template", "depression", status=0)
    goalctl("add-client", "c-own", "--template", "sleep", status=0)
    groups = {by: [row["group"] for row in told(goalctl, by)] for by in ("template", "area")}
    assert groups == {
        "template": ["depression", "no template"],
        "area": ["depression", "no area of a planner", "sleep"],
    }


def told(goalctl, by):
    listed = json.loads(goalctl("outcomes", "--by", by, "--format", "json", status=0).out)["outcomes"]
    return [row for row in listed if row["figure"] == "all"]


@pytest.mark.usefixtures("caseload")
def test_me_are_the_treatments_of_whoever_asks(goalctl):
    own = goalctl("outcomes", "--clinician", "me", "--by", "clinician", "--format", "json", status=0)
    assert {row["group"] for row in json.loads(own.out)["outcomes"]} == {"m.kowalski"}


WORSE_AND_REVIEWED = """\
client: c-rev
opened: 2025-10-06
sessions:
  - {date: 2025-10-06, forms: {gad-7: 8}}
  - {date: 2025-11-03, forms: {gad-7: 15}}
reviews:
  - {on: 2025-11-20, decision: change}
"""


def test_of_those_who_got_worse_it_says_how_many_plans_changed_and_what_an_effect_s_sign_means(goalctl, caseload):
    (caseload / "plans" / "c-rev.yaml").write_text(WORSE_AND_REVIEWED, encoding="utf-8")
    for n in range(5):
        text = WORSE_AND_REVIEWED.replace("c-rev", f"c-w{n}").partition("reviews:")[0]
        (caseload / "plans" / f"c-w{n}.yaml").write_text(text, encoding="utf-8")
    found = rows(goalctl("outcomes", "--format", "json", status=0))
    changed, effect = found["plan changed within four weeks"], found["effect size"]
    assert (changed["n"], changed["of"], changed["note"]) == (1, 6, "of those who got reliably worse")
    assert effect["value"] > 0
    assert effect["note"].startswith("in SD of the first scores, positive is better; 95 % interval")


PLACED = """\
client: c-placed
opened: 2026-01-05
problems:
  - {{id: p1, problem: "{problem}"}}
"""


@pytest.mark.parametrize(
    ("problem", "area"),
    [
        ("Use of ketamine on most days.", "other-substances"),
        ("Use of {substance} on most days", "other-substances"),
        ("Use of the gym on most evenings", "no area of a planner"),
    ],
)
def test_a_planner_s_wording_is_known_again_with_its_blank_filled_in(goalctl, plan_file, problem, area):
    plan_file.unlink()
    (plan_file.parent / "c-placed.yaml").write_text(PLACED.format(problem=problem), encoding="utf-8")
    assert [row["group"] for row in told(goalctl, "area")] == [area]


SCALED = """\
client: c-scaled
opened: 2026-01-05
status: discharged
discharge: {{on: 2026-03-01, reason: by agreement}}
goals:
  - id: g1
    goal: Walk
    status: active
    opened: 2026-01-05
    smart:
      measurable:
        {{by: levels, baseline: -1, since: 2026-01-05, levels: {{-2: a, -1: b, 0: c, 1: d, 2: e}},
         weight: {{importance: {importance}, difficulty: 2}}}}
sessions:
  - {{id: aaaaaa, date: 2026-02-02, scores: {{g1: 0}}}}
  - {{id: aaaaab, date: 2026-03-20, kind: phone, scores: {{g1: 2}}}}
"""


def test_levels_of_after_the_end_are_in_no_t_score_of_any_screen(goalctl, practice, monkeypatch):
    """One goal at 0 is T 50, at -1 it is T 40; the 2 of three weeks later would be T 70."""
    monkeypatch.setenv("GOALCTL_TODAY", "2026-06-15")
    (practice / "plans" / "c-scaled.yaml").write_text(SCALED.format(importance=1), encoding="utf-8")
    assert "T-score 40.0 to 50.0" in goalctl("outcomes", "c-scaled", status=0).out
    assert "T 50.0, at the baseline 40.0" in goalctl("show", "c-scaled", status=0).out
    for kind in ("progress", "discharge"):
        said = goalctl("report", "c-scaled", "--kind", kind, status=0).out
        assert "40 at the baseline, 50 when treatment ended" in " ".join(said.split())


@pytest.mark.parametrize("kind", ["progress", "discharge"])
def test_weights_that_weigh_nothing_keep_no_report_from_being_written(goalctl, practice, kind):
    (practice / "plans" / "c-scaled.yaml").write_text(SCALED.format(importance=0), encoding="utf-8")
    said = goalctl("report", "c-scaled", "--kind", kind, status=0).out
    assert "No goal attainment T-score: the weights give no goal any weight." in " ".join(said.split())
