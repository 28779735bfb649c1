"""What a score may be typed as, wherever one is typed: a percentage with its sign, yes or no of what is done or not.

A goal takes `--target 90%`; the score of it was refused.
"""

import pytest

PLAN = """\
client: c-ab2
opened: 2026-01-05
problems: [{id: p1, problem: Alone much}]
goals:
  - id: g1
    goal: Comes to class
    problem: p1
    status: active
    opened: 2026-01-05
    smart:
      measurable: {by: percent, of: classes, baseline: 40, target: 90}
      time_bound: {deadline: 2026-06-30}
  - id: g2
    goal: Registers with a surgery
    problem: p1
    status: active
    opened: 2026-01-05
    smart:
      measurable: {by: done}
      time_bound: {deadline: 2026-06-30}
  - id: g3
    goal: Rates the day higher
    problem: p1
    status: active
    opened: 2026-01-05
    smart:
      measurable: {by: rating, baseline: 2, target: 8}
      time_bound: {deadline: 2026-06-30}
sessions:
  - {id: 4k7q2m, date: 2026-01-12, by: m.kowalski, scores: {g1: 40}}
"""
SHEET = "date,id,score\n2026-02-11,g1,85 %\n2026-02-11,g2,no\n"


@pytest.fixture
def file(practice):
    path = practice / "plans" / "c-ab2.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "given", "said"),
    [
        (["log-session", "c-ab2", "g1=85%", "g1@clinician=80 %", "g2=yes"], "", "{g1: 85, g1@clinician: 80, g2: 1}"),
        (["diary", "c-ab2", "g1=85%", "g2=No"], "", "{date: 2026-03-02, g1: 85, g2: 0}"),
        (["diary", "c-ab2", "g1", "85%,-,90%", "--from", "-3d"], "", "{date: 2026-02-27, g1: 85}"),
        (["diary", "c-ab2"], SHEET, "{date: 2026-02-11, g1: 85, g2: 0}"),
        (["amend", "c-ab2", "4k7q2m", "scores.g1=45%", "--because", "counted again"], "", "{scores.g1: 45}"),
        (["amend", "c-ab2", "4k7q2m", "g2=n", "--because", "counted again"], "", "{scores.g2: 0}"),
        (["log-group", "c-ab1", "c-ab2", "c-ab2:g1=85%", "c-ab2:g2=y"], "", "{g1: 85, g2: 1}"),
    ],
    ids=["session", "diary", "diary in a row", "diary as a sheet", "amend a percentage", "amend yes or no", "group"],
)
def test_a_percentage_keeps_its_sign_and_yes_is_done(goalctl, file, words, given, said):
    goalctl(*words, given=given, status=0)
    assert said in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", ["g3=85%", "g3=yes", "g1=yes"])
def test_neither_is_a_score_of_anything_else(goalctl, file, word):
    refused = goalctl("log-session", "c-ab2", word, status=2)
    assert f"'{word[3:]}' is not a number" in refused.err
    assert file.read_text(encoding="utf-8") == PLAN


STEPS = """\
client: c-ab2
opened: 2026-01-05
problems: [{id: p1, problem: Alone much}]
goals:
  - id: g1
    goal: Walks more
    problem: p1
    status: active
    opened: 2026-01-05
    smart:
      measurable: {by: number, of: steps, unit: steps, scale: [0, ], baseline: BASELINE, target: 8000}
      time_bound: {deadline: 2026-06-30}
sessions:
  - {id: 4k7q2m, date: 2026-01-12, by: m.kowalski, scores: {g1: 7.250}}
"""


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["log-session", "c-ab2", "g1=8.000"], ""),
        (["amend", "c-ab2", "last", "scores.g1=8.000", "--because", "typed wrong"], ""),
        (["diary", "c-ab2", "g1=8.000"], ""),
        (["diary", "c-ab2"], "date,id,score\n2026-02-11,g1,8.000\n"),
        (["log-group", "c-ab2", "c-ab1", "c-ab2:g1=8.000"], ""),
    ],
    ids=["log-session", "amend", "diary", "diary's sheet", "log-group"],
)
def test_a_point_before_three_digits_is_asked_about_where_thousands_are_scored(goalctl, file, words, given):
    """In much of the world 8.000 is eight thousand: on record stood eight steps a day, far below where it began."""
    file.write_text(STEPS.replace("BASELINE", "2000"), encoding="utf-8")
    before = file.read_bytes()
    told = goalctl(*words, given=given).err
    assert "8.000 can be read two ways\n   hint: write 8000, or 8\n" in told
    assert file.read_bytes() == before
    assert "7.25" in goalctl("show", "c-ab2", status=0).out


@pytest.mark.parametrize("word", ["8000", "8", "8.0", "8.0000", "0.500", "12345.678"])
def test_a_number_that_has_one_reading_is_taken_there(goalctl, file, word):
    file.write_text(STEPS.replace("BASELINE", "2000"), encoding="utf-8")
    goalctl("log-session", "c-ab2", f"g1={word}", status=0)


@pytest.mark.parametrize(("target", "status"), [("999", 0), ("1000", 2)], ids=["below a thousand", "at a thousand"])
def test_decimals_are_decimals_where_no_thousands_are_scored(goalctl, file, target, status):
    text = STEPS.replace("BASELINE", "0").replace("target: 8000", f"target: {target}")
    file.write_text(text, encoding="utf-8")
    goalctl("log-session", "c-ab2", "g1=8.250", status=status)
