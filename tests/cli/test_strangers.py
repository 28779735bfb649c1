"""Names that are nobody's in a plan of several people, and commands that name the one whom they are about."""

import shlex

import pytest

from tests.cli.couple import COUPLE_BEGINS, couples_plan

PLAN = (
    COUPLE_BEGINS
    + """\
goals:
  - id: g1
    goal: Both rate their evenings at 7
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: rating, judged_by: each, baseline: 3, target: 7}, time_bound: {deadline: 2026-06-30}}
sessions:
  - {id: a1b2c3, date: 2026-02-23, by: m.kowalski, scores: {g1@ben: 4}, forms: {phq-9@ben: [1, 1, 1, 1, 1, 1, 1, 1, 2]}}
"""
)


@pytest.fixture
def couple(plan_file):
    """A couple's plan in place of the usual one."""
    return couples_plan(plan_file, PLAN)


@pytest.mark.parametrize("command", ["risk", "crisis"])
@pytest.mark.parametrize("who", ["carla", "bem"])
def test_a_record_about_nobody_of_the_plan_is_refused(goalctl, couple, command, who):
    ran = goalctl(command, "c-4m8q", "--who", who, "--ideation", "active", status=2)
    hint = "did you mean ben?" if who == "bem" else "known here: anna, ben"
    assert ran.err == f"goalctl: --who: {who} is nobody of this plan\n   hint: {hint}\n"
    assert couple.read_text(encoding="utf-8") == PLAN


@pytest.mark.usefixtures("couple")
def test_a_record_about_who_left_or_has_an_open_row_is_taken(goalctl):
    goalctl("set", "c-4m8q", "plan", "members=anna", "--because", "ben left", status=0)
    goalctl("risk", "c-4m8q", "--who", "ben", "--ideation", "none", status=0)


def test_a_minors_record_may_be_about_a_guardian_and_no_third_person(goalctl, couple):
    minor = PLAN.replace("members: [anna, ben]", "guardians: [mother]").replace("judged_by: each, ", "")
    couple.write_text(minor.replace("@ben", ""), encoding="utf-8")
    goalctl("risk", "c-4m8q", "--who", "sister", "--level", "low", status=2)
    for who in ("mother", "teen", "client", "patient"):
        goalctl("risk", "c-4m8q", "--who", who, "--level", "low", "--follow-up", "+1w", status=0)


@pytest.mark.usefixtures("couple")
def test_a_name_that_comes_in_with_a_form_and_is_nobodys_is_told_once(goalctl):
    words = ("assess", "c-4m8q", "phq-9@ana", "--answers", "1,1,1,1,1,1,1,1,0")
    told = "ana is nobody of this plan (anna, ben): a slip? If so: goalctl edit c-4m8q\n"
    assert told in goalctl(*words, status=0).err
    assert "nobody of this plan" not in goalctl(*words, status=0).err
    assert "nobody of" not in goalctl("log-session", "c-4m8q", "--form", "phq-9@anna=000000000", status=0).err


@pytest.mark.parametrize(
    ("entry", "command"),
    [
        ("", 'goalctl risk c-4m8q --who "ben"'),
        (", risk: {who: ben, harm_to_others: would hit}", 'goalctl risk c-4m8q --who "ben" --concern "harm to others"'),
        (", risk: {who: ben, ideation: passive, follow_up: 2026-02-25}", 'goalctl risk c-4m8q --who "ben"'),
    ],
    ids=["C101", "C101 of another concern", "C102"],
)
def test_the_command_in_a_finding_of_risk_names_whom_and_what_and_answers_it(goalctl, couple, entry, command):
    couple.write_text(PLAN.replace("1, 2]}}", f"1, 2]}}{entry}}}"), encoding="utf-8")
    assert f": {command}\n" in goalctl("check").out
    words = shlex.split(command)[1:]
    goalctl(*words, "--ideation", "none", "--level", "low", "--follow-up", "+1w", status=0)
    assert f": {command}\n" not in goalctl("check").out


def test_who_has_not_scored_is_asked_for_by_name(goalctl, couple):
    hint = "ask for the score, as g1@anna=6, or say whose scores decide: goalctl set c-4m8q g1 judged_by=ben"
    assert f"hint: {hint}\n" in goalctl("check").out
    by_form = PLAN.replace("scores: {g1@ben: 4}, forms: {", "forms: {gad-7@ben: 4, ").replace("by: rating", "by: gad-7")
    couple.write_text(by_form, encoding="utf-8")
    assert "goalctl assess c-4m8q gad-7@anna; or say" in goalctl("check").out
    couple.write_text(PLAN.replace("g1@ben", "g1@anna"), encoding="utf-8")
    assert "ask for the score, as g1@ben=6, or say" in goalctl("check").out


TABLES = {
    "two people in one row": ("client,id,rater,date,score,respondent\nc-4m8q,g1,anna,2026-02-25,5,ben\n",
                              "line 2: respondent ben and rater anna are two people"),
    "of a form too": ("client,id,rater,date,score,respondent\nc-4m8q,phq-9,anna,2026-02-25,5,ben\n",
                      "line 2: respondent ben and rater anna are two people"),
    "in a row for each day": ("client,date,rater,respondent,g1\nc-4m8q,2026-02-25,anna,ben,5\n",
                              "line 2: respondent ben and rater anna are two people"),
    "beside the name in the goal": ("client,id,rater,date,score\nc-4m8q,g1@anna,ben,2026-02-25,5\n",
                                    "line 2: g1@anna was not given by ben"),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLES)
def test_a_row_that_names_two_people_is_refused(goalctl, couple, tmp_path, case):
    table, told = TABLES[case]
    file = tmp_path / "scores.csv"
    file.write_text(table, encoding="utf-8")
    assert told in goalctl("import", str(file), "--write", status=3).err
    assert couple.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("column", ["respondent", "rater"])
def test_a_row_for_each_day_gives_its_goals_to_whom_it_names(goalctl, couple, tmp_path, column):
    file = tmp_path / "scores.csv"
    rows = "c-4m8q,2026-02-25,anna,5,4\nc-4m8q,2026-02-25,ben,6,7\n"
    file.write_text(f"client,date,{column},g1,gad-7\n{rows}", encoding="utf-8")
    goalctl("import", str(file), "--write", status=0)
    new = couple.read_text(encoding="utf-8").removeprefix(PLAN)
    for score in ("g1@anna: 5", "g1@ben: 6", "gad-7@anna: 4", "gad-7@ben: 7"):
        assert score in new


WHO_JOINED = """\
format: 2
client: c-4m8q
members: [anna, dora]
opened: 2026-01-12
status: active
goals:
  - id: g1
    goal: All rate their evenings at 7
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: rating, judged_by: each, baseline: 3, target: 7}, time_bound: {deadline: 2026-06-30}}
changes:
  - {on: 2026-02-20, what: members, from: [anna, ben], to: [anna, dora], because: ben left and dora joined}
diary:
  - {date: 2026-02-01, g1: 5}
sessions:
  - {date: 2026-02-10, scores: {g1: 6}, forms: {gad-7: 12}, homework: [{id: 7c2m9x, for: g1, task: Write a letter}]}
  - {date: 2026-02-11, present: [ben], forms: {phq-9: 8}, homework: [{id: 7c2m9y, for: g1, task: Call the agency}]}
  - {date: 2026-02-27, forms: {isi: 9}, homework: [{id: 7c2m9z, for: g1, task: Take a walk}]}
"""


@pytest.mark.parametrize(
    ("reader", "hers"),
    [
        ("anna", ["GAD-7: 12", "ISI: 9", "Take a walk", "now 6"]),
        ("dora", ["ISI: 9", "Take a walk"]),
        (None, ["Take a walk"]),
    ],
    ids=["who was there", "who joined", "all of them"],
)
def test_who_joined_later_reads_nothing_of_before_and_nobody_what_one_who_left_had_alone(goalctl, couple, reader, hers):
    couple.write_text(WHO_JOINED, encoding="utf-8")
    whose = ("--for", reader) if reader else ()
    page = goalctl("report", "c-4m8q", "--kind", "client", *whose, status=0).out
    told = ("Call the agency", "GAD-7: 12", "ISI: 9", "PHQ-9: 8", "Take a walk", "Write a letter", "now 5", "now 6")
    assert [one for one in told if one in page] == hers
