"""A practice's own form that contradicts itself is used nowhere, and what it watches for risk is still told."""

import pytest

FORM = """\
form: mine
name: Mine
kind: assessment
scale: [0, 3]
items:
  - {{id: q1, ask: One{first}}}
  - {{id: q2, ask: Two}}
  - {{id: q3, ask: Three{third}}}
scoring:
  better: lower
  bands: [{{from: {lowest}, name: low}}, {{from: 5, name: high}}]{more}
risk:
  - {{item: q3, when: ">= 1", says: thoughts of suicide}}
"""


def own_form(practice, name="mine", *, first="", third="", lowest="0", more=""):
    (practice / "forms").mkdir(exist_ok=True)
    text = FORM.format(first=first, third=third, lowest=lowest, more=f"\n  {more}" if more else "")
    (practice / "forms" / f"{name}.yaml").write_text(text.replace("form: mine", f"form: {name}"), encoding="utf-8")


WRONG = {
    "waits for itself": ({"third": ', shown_if: {q3: ">= 1"}'}, "8:37", "q3 is shown by the answer to q3"),
    "waits for a later one": ({"first": ", shown_if: {q3: yes}"}, "6:35", "q1 is shown by the answer to q3"),
    "waits for no answer": ({"third": ', shown_if: {q1: ">= 4"}'}, "8:41", "q1 is never >= 4"),
    "two bands from one score": ({"lowest": "5"}, "11:10", "the bands do not rise"),
    "a criterion of nothing": ({"more": "criteria: [{name: c}]"}, "12:14", "c asks for nothing"),
    "a criterion of anything": (
        {"more": 'criteria: [{name: c, all: [{items: [q1], when: "> 0", at_least: 0}]}]'},
        "12:67",
        "at least 0 fit on every sheet",
    ),
    "no change is reliable": ({"more": "reliable_change: [{points: 0}]"}, "12:30", "0 can't stand here"),
    "a change beyond all scores": ({"more": "reliable_change: [{points: 10}]"}, "12:21", "no two scores are 10 apart"),
    "a total turned round": ({"more": "multiply: -1"}, "12:13", "-1 can't stand here"),
    "a total of no subscale": ({"more": "parts: [mood]"}, "12:11", "there is no subscale mood"),
    "a subscale of no item": ({"more": "subscales: {mood: {items: [q4]}}"}, "12:30", "there is no item q4"),
}


@pytest.mark.parametrize(("wrong", "place", "message"), WRONG.values(), ids=WRONG)
def test_a_form_that_contradicts_itself_is_refused_with_its_place(goalctl, practice, plan_file, wrong, place, message):
    own_form(practice, **wrong)
    before = plan_file.read_bytes()
    told = f"forms/mine.yaml:{place}: error["
    for words, status in (
        (("forms", "check", "mine"), 1),
        (("forms", "try", "mine", "--answers", "1,2,3"), 3),
        (("assess", "c-ab1", "mine", "--answers", "1,2,3"), 3),
        (("log-session", "c-ab1", "--form", "mine=1,2,3"), 3),
    ):
        shown = goalctl(*words, status=status)
        assert told in shown.out + shown.err
        assert f"]: {message}" in shown.out + shown.err
    assert plan_file.read_bytes() == before


ODD = {
    "explains no answer": ({"first": ", anchors: {4: most}"}, "6:34", "4 is explained and is no answer"),
    "a gap below the bands": ({"lowest": "2"}, "11:10", "scores from 0 up to 2 have no band"),
    "a band above all scores": (
        {"more": "subscales: {mood: {items: [q1], bands: [{from: 0, name: a}, {from: 4, name: b}]}}"},
        "12:70",
        "no score reaches 4",
    ),
    "turned round twice": ({"more": "reversed: [q2, q2]"}, "12:18", "q2 is reversed once, and named twice"),
    "watched twice": (
        {"more": '\nrisk:\n  - {item: q3, when: ">= 1", says: a}\n  - {item: q3, when: ">= 1", says: b}'},
        "15:12",
        "the same risk of q3 stands twice",
    ),
    "a code of no subscale": ({"more": "\nloinc: {parts: {mood: 1-8}}"}, "13:17", "there is no subscale mood"),
    "a code of no item": ({"more": "\nloinc: {items: {q4: 1-8}}"}, "13:17", "there is no item q4"),
}


@pytest.mark.parametrize(("odd", "place", "message"), ODD.values(), ids=ODD)
def test_what_leaves_scores_and_risk_as_they_are_is_told_and_the_form_is_used(goalctl, practice, odd, place, message):
    own_form(practice, **odd)
    if "\nrisk" in odd.get("more", ""):
        file = practice / "forms" / "mine.yaml"
        file.write_text(file.read_text(encoding="utf-8").rpartition("risk:")[0], encoding="utf-8")
    for words in (("forms", "check", "mine"), ("check",)):
        assert f"forms/mine.yaml:{place}: warning[E239]: {message}" in goalctl(*words).out
    tried = goalctl("forms", "try", "mine", "--answers", "1,0,0", status=0).out
    assert f"total {4 if 'reversed' in odd.get('more', '') else 1} (of 0 to 9)" in tried
    goalctl("assess", "c-ab1", "mine", "--answers", "1,2,3", status=0)
    assert "mine q3 endorsed (3)" in goalctl("due", status=0).out


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        ("a=b", "answers in order alone can be typed: a=b can't be named in a line of them"),
        ("q 1", "answers in order alone can be typed: q 1 can't be named in a line of them"),
        ("q1+x", "q1+x reads as a sum in shown_if"),
    ],
)
def test_an_items_id_that_no_line_of_answers_or_condition_can_name_is_told(goalctl, practice, id_, message):
    own_form(practice)
    file = practice / "forms" / "mine.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("{id: q1,", f"{{id: {id_},"), encoding="utf-8")
    assert f"forms/mine.yaml:6:10: warning[E239]: {message}" in goalctl("forms", "check", "mine", status=1).out
    assert "total 6 (of 0 to 9)" in goalctl("forms", "try", "mine", "--answers", "1,2,3", status=0).out


def test_a_mappings_column_of_a_form_that_is_none_is_told(goalctl, practice):
    (practice / "mappings").mkdir()
    columns = "{Total: mine99.total, Sum: phq9.total, One: q1, Step: g1.1, Who: client, Half: gad-7@anna.q1}"
    text = f"mapping: own\nname: Own\ncolumns: {columns}\n"
    (practice / "mappings" / "own.yaml").write_text(text, encoding="utf-8")
    (line,) = [one for one in goalctl("check").out.splitlines() if one.startswith("mappings/")]
    told = "mine99.total can't be imported: there is no form mine99"
    assert line == f"mappings/own.yaml:3:18: warning[E244]: {told}"


def test_a_sound_form_is_taken(goalctl, practice):
    own_form(practice)
    assert "total 6 (of 0 to 9): high" in goalctl("forms", "try", "mine", "--answers", "1,2,3", status=0).out


def test_a_form_whose_lowest_scores_have_no_band_is_told_and_taken(goalctl, practice):
    own_form(practice, lowest="2")
    told = "forms/mine.yaml:11:10: warning[E239]: scores from 0 up to 2 have no band"
    assert told in goalctl("forms", "check", "mine").out
    assert "total 1 (of 0 to 9)\n" in goalctl("forms", "try", "mine", "--answers", "1,0,0", status=0).out
    assert "mine q3 endorsed" not in goalctl("assess", "c-ab1", "mine", "--answers", "1,0,0", status=0).err


def test_a_copy_of_nothing_that_ships_is_refused(goalctl, practice):
    own_form(practice)
    file = practice / "forms" / "mine.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("kind:", "copy_of: phq9\nkind:"), encoding="utf-8")
    shown = goalctl("forms", "try", "mine", "--answers", "1,2,3", status=3)
    assert "forms/mine.yaml:3:10: error[E239]: there is no shipped form phq9" in shown.err
    assert "hint: did you mean phq-9?" in shown.err


def log_with_answers(plan_file, ref, answers):
    text = f"sessions: [{{id: abc123, date: 2026-02-27, forms: {{{ref}: {answers}}}}}]\n"
    plan_file.write_text(f"client: c-ab1\n{text}", encoding="utf-8")


def test_what_was_filled_in_on_a_form_that_broke_gives_no_score_and_its_risk_all_the_same(goalctl, practice, plan_file):
    own_form(practice, lowest="5")
    log_with_answers(plan_file, "mine", "[1, 2, 3]")
    assert "the form mine can't be used until it is mended" in goalctl("check", "c-ab1", status=1).out
    due = goalctl("due", status=0).out
    assert "the form mine can't be used until it is mended" in due
    assert "mine q3 endorsed (3) on 2026-02-27" in due
    shown = goalctl("show", "c-ab1", status=0).out
    assert "total 6" not in shown
    assert "high" not in shown


def test_an_own_form_that_cannot_be_read_leaves_the_shipped_ones_risk_items_on_watch(goalctl, practice, plan_file):
    (practice / "forms").mkdir()
    (practice / "forms" / "phq-9.yaml").write_text("form: phq-9\nnmae: PHQ\n", encoding="utf-8")
    log_with_answers(plan_file, "phq-9", "[0, 0, 0, 0, 0, 0, 0, 0, 2]")
    due = goalctl("due", status=0).out
    assert "the form phq-9 can't be used until it is mended" in due
    assert "phq-9 q9 endorsed (2) on 2026-02-27" in due


def test_a_copy_that_lost_its_risk_item_watches_it_still(goalctl, practice, plan_file):
    goalctl("forms", "new", "phq-9", "--from", "phq-9", status=0)
    file = practice / "forms" / "phq-9.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("\nrisk:")
    end = next(at for at in range(start + 2, len(text)) if text[at] == "\n" and text[at + 1 : at + 2].isalpha())
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    log_with_answers(plan_file, "phq-9", "[0, 0, 0, 0, 0, 0, 0, 0, 2]")
    assert "phq-9 q9 endorsed (2) on 2026-02-27" in goalctl("due", status=0).out
    assert "watches q9 for risk" in goalctl("assess", "c-ab1", "phq-9", "--answers", "000000001", status=3).err


def test_a_risk_item_of_a_form_without_scores_is_endorsed(goalctl, practice):
    own_form(practice)
    file = practice / "forms" / "mine.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("scoring:")] + text[text.index("risk:") :], encoding="utf-8")
    shown = goalctl("forms", "try", "mine", "--answers", "1,2,3", status=0).out
    assert "RISK q3 Three: ENDORSED, answer 3" in shown


SETTINGS = {
    "counts below nothing": ("small_cells: -1", "2:14", "-1 can't stand here"),
    "no goal at all": ("limits: {active_goals: 0}", "2:24", "0 can't stand here"),
    "fewer than no step": ("limits: {active_objectives: -3}", "2:29", "-3 can't stand here"),
}


@pytest.mark.parametrize(("line", "place", "message"), SETTINGS.values(), ids=SETTINGS)
def test_a_setting_that_no_practice_can_mean_is_refused(goalctl, practice, line, place, message):
    (practice / "goalctl.yaml").write_text(f"format: 2\n{line}\n", encoding="utf-8")
    assert f"goalctl.yaml:{place}: error[E124]: {message}" in goalctl("check", status=3).out


def test_hiding_no_count_is_a_choice(goalctl, practice):
    (practice / "goalctl.yaml").write_text("format: 2\nsmall_cells: 0\n", encoding="utf-8")
    assert "goalctl.yaml" not in goalctl("check").out


def test_a_planners_measure_by_a_form_that_is_none_is_told(goalctl, practice):
    own_form(practice, lowest="5")
    (practice / "planners").mkdir()
    goals = "".join(
        f"  - {{id: g{n}, goal: Sleep 7 hours, measurable: {{by: {by}, baseline: 3, target: 2}}}}\n"
        for n, by in enumerate(("phq-99", "mine", "weekly-journal", "phq-9"), 1)
    )
    (practice / "planners" / "own.yaml").write_text(f"planner: own\nname: Own\ngoals:\n{goals}", encoding="utf-8")
    lines = [one for one in goalctl("planners", "check", "own", status=1).out.splitlines() if "error[E20" in one]
    assert lines == [
        "planners/own.yaml:4:52: error[E205]: there is no form phq-99",
        "planners/own.yaml:5:52: error[E205]: the form mine can't be used until it is mended",
        "planners/own.yaml:6:52: error[E206]: the form weekly-journal gives no score",
    ]
