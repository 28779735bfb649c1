"""`goalctl diary`: a digit a day, single scores, CSV from stdin; all or nothing, never a day to come."""

import pytest

HEADER = "date,id,score\n"


def diary(plan_file):
    return plan_file.read_text(encoding="utf-8").partition("\ndiary:\n")[2].partition("\nsessions:")[0]


def test_a_digit_a_day_and_a_dash_for_a_day_without(goalctl):
    written = goalctl("diary", "c-ab1", "g1.1", "11-1", "--from", "fri", status=0)
    assert written.out == ""
    assert written.err == (
        "c-ab1 · opened 2026-01-05 · last session 2026-02-02\n"
        "3 scores from Fri 2026-02-27 to 2026-03-02:\n"
        "+diary:\n"
        "+  - {date: 2026-02-27, g1.1: 1}\n"
        "+  - {date: 2026-02-28, g1.1: 1}\n"
        "+  - {date: 2026-03-02, g1.1: 1}\n"
        "+\n"
    )


def test_the_first_day_may_be_one_without_a_score(goalctl, plan_file):
    goalctl("diary", "c-ab1", "g1.1", "-1-1", "--from", "fri", status=0)
    assert diary(plan_file) == "  - {date: 2026-02-28, g1.1: 1}\n  - {date: 2026-03-02, g1.1: 1}\n"


def test_numbers_of_more_than_a_digit_stand_between_commas(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("scale: [0, 7]", "scale: [0, 20]")
    plan_file.write_text(text, encoding="utf-8")
    goalctl("diary", "c-ab1", "g1.1", "12,-,10", "--from", "-2d", status=0)
    assert diary(plan_file) == "  - {date: 2026-02-28, g1.1: 12}\n  - {date: 2026-03-02, g1.1: 10}\n"


def test_single_scores_of_a_day_stand_in_one_entry(goalctl, plan_file):
    words = ("g1.1=3", "g1.1@clinician=2", "--date", "yesterday", "--note", "Rain all day")
    goalctl("diary", "c-ab1", *words, status=0)
    assert diary(plan_file) == "  - {date: 2026-03-01, g1.1: 3, g1.1@clinician: 2, note: Rain all day}\n"


def test_a_sheet_comes_from_stdin_in_any_order_of_columns_and_days(goalctl, plan_file):
    goalctl("diary", "c-ab1", given="id,score,date\ng1.1,2,2026-02-11\n\ng1.1,1,2026-02-10\n", status=0)
    assert diary(plan_file) == "  - {date: 2026-02-10, g1.1: 1}\n  - {date: 2026-02-11, g1.1: 2}\n"


def test_every_bad_row_of_a_sheet_is_named_and_nothing_is_written(goalctl, plan_file):
    before = plan_file.read_bytes()
    rows = (
        "2026-02-10,g1.1,1\n11/02/2026,g1.1,1\n2026-02-12,g1.1,one\n2026-02-13,g9,1\n2026-02-14,g1.1,8\n"
        "2026-03-03,g1.1,1\n2026-02-15,g1,12\n2026-02-10,g1.1,2\n2026-02-16,g1.1\n"
    )
    refused = goalctl("diary", "c-ab1", given=HEADER + rows, status=2)
    told = [line.partition(":")[0] for line in refused.err.splitlines() if line.startswith("line ")]
    assert refused.err.startswith("goalctl: nothing was written: 9 scores do not fit\n")
    assert told == [f"line {n}" for n in range(2, 11)]
    assert plan_file.read_bytes() == before


def test_a_score_for_a_day_that_has_one_is_refused_unless_it_is_meant(goalctl, plan_file):
    goalctl("diary", "c-ab1", "g1.1=1", "--date", "yesterday")
    again = ("diary", "c-ab1", "g1.1=2", "--date", "yesterday")
    assert goalctl(*again, status=2).err == (
        "goalctl: nothing was written: 1 score does not fit\n"
        "g1.1=2: error[E132]: g1.1 has a score for 2026-03-01 already\n"
        "   hint: --also writes down a further one\n"
    )
    goalctl(*again, "--also", status=0)
    assert diary(plan_file) == "  - {date: 2026-03-01, g1.1: 1}\n  - {date: 2026-03-01, g1.1: 2}\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["g1.1", "1111", "--from", "mon"], "4 days from Mon 2026-03-02 end on 2026-03-05, which is still to come"),
        (["g1.1=1", "--date", "2026-03-03"], "--date: 2026-03-03 is still to come"),
        (["g1.1", "1111"], "--from is missing"),
        (["g1.1", "1x1", "--from", "-3d"], "g1.1: 'x' is not a number"),
        (["g1.1", "---", "--from", "-3d"], "no day has a score"),
        (["g1.1", "11", "11", "--from", "-3d"], "'g1.1 11 11' is not understood"),
        (["x1=3"], "'x1' names no goal or objective"),
        (["g1.1=3", "--from", "mon"], "--from does not go with this"),
        ([], "the header is nothing"),
    ],
    ids=["into the future", "tomorrow", "no start", "no digit", "nothing", "too much", "no id", "mixed", "no sheet"],
)
def test_what_is_not_understood_changes_nothing(goalctl, plan_file, words, sentence):
    before = plan_file.read_bytes()
    assert sentence in goalctl("diary", "c-ab1", *words, status=2).err
    assert plan_file.read_bytes() == before


def test_a_diary_of_a_week_counts_as_the_week_s_score(goalctl):
    goalctl("diary", "c-ab1", "g1.1", "1101110", "--from", "-6d")
    assert "g1.1 days walked per week: 5 (before 2, better)" in goalctl("prep", "c-ab1").out


def test_a_couple_s_scores_stay_apart_everywhere(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("client: c-ab1", "client: c-ab1\nmembers: [a, b]")
    text = text.replace("by: count, of: days walked, per: week, scale: [0, 7]", "by: rating")
    plan_file.write_text(text, encoding="utf-8")
    goalctl("log-session", "c-ab1", "g1.1@a=3", "g1.1@b=6", status=0)
    goalctl("diary", "c-ab1", "g1.1@a=4", "--date", "2026-03-01", status=0)
    for command in ("prep", "show"):
        page = goalctl(command, "c-ab1").out
        assert "a: " in page
        assert "b: " in page
    charted = goalctl("chart", "c-ab1", "g1.1").out.splitlines()[-1]
    assert [name for name in charted.split() if name in {"client", "a", "b"}] == ["client", "a", "b"]


@pytest.mark.parametrize("digits", ["", "-", "---"])
def test_a_run_without_a_score_is_said(goalctl, digits):
    refused = goalctl("diary", "c-ab1", "g1.1", digits, "--from", "-3d", status=2)
    assert refused.err == "goalctl: no day has a score\n   hint: - is a day without one\n"
