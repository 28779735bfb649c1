"""`goalctl assess`: whole pages, where the answers go, and risk that can't be missed; with real keys too."""

import sys

import pytest

from goalctl.documents.read import read_data
from tests.cli.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")

PAGE = """\
PHQ-9 · c-ab1 · Mon 2026-03-02
RISK q9 thoughts of death or self-harm: ENDORSED, answer 1 (several days)
      thoughts of being better off dead or of self-harm. A 0 here means not endorsed, never no risk
total 11 (of 0 to 27): moderate
  since the last one and baseline of 2026-01-12 (18): 7 lower, better; reliable (6 points or more; \
NHS Talking Therapies manual, which states no confidence level)
    a difference that people notice: 5 points or more, 434 older adults in collaborative care, United States; \
Löwe et al. 2004, doi 10.1097/00005650-200412000-00006, abstract: two standard errors of measurement
cut-off >= 10: likely depression (caseness); Kroenke, Spitzer & Williams 2001; NHS Talking Therapies manual
"""


def entries(plan_file):
    data, _ = read_data(plan_file.read_text(encoding="utf-8"))
    return data["sessions"]


def test_a_filled_in_form_is_shown_with_risk_first_then_total_band_and_change(goalctl):
    assert goalctl("assess", "c-ab1", "phq-9", "--answers", "1,1,2,1,1,2,1,1,1", status=0).out == PAGE


def test_without_a_session_that_day_it_is_an_entry_of_its_own_that_counts_as_no_session(goalctl, plan_file):
    goalctl("assess", "c-ab1", "gad-7", "--answers", "1,1,1,1,1,1,1", status=0)
    newest = entries(plan_file)[-1]
    assert (newest["kind"], newest["forms"]) == ("journal", {"gad-7": ["1"] * 7})


def test_it_joins_the_session_of_that_day_without_rewriting_a_line(goalctl, plan_file):
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    before = plan_file.read_text(encoding="utf-8").rstrip("\n").splitlines()
    joined = goalctl("assess", "c-ab1", "gad-7", "--answers", "1111111", status=0)
    after = plan_file.read_text(encoding="utf-8").splitlines()
    assert "joined that day's session\n" in joined.err
    assert [line for line in after if line in before] == before
    assert len(after) > len(before)


@pytest.mark.parametrize("day", ["2026-02-02", "2026-01-12"], ids=["signed", "written earlier"])
def test_an_entry_that_is_signed_or_of_an_earlier_day_is_left_alone(goalctl, plan_file, day):
    text = plan_file.read_text(encoding="utf-8")
    goalctl("assess", "c-ab1", "gad-7", "--total", "7", "--date", day, status=0)
    assert entries(plan_file)[-1]["kind"] == "journal"
    assert plan_file.read_text(encoding="utf-8").startswith(text)


def test_a_zero_is_not_endorsed_and_never_called_no_risk(goalctl):
    page = goalctl("assess", "c-ab1", "phq-9", "--answers", "1,1,1,1,1,1,1,1,0", status=0)
    assert "risk q9 thoughts of death or self-harm: not endorsed (answer 0 (not at all))\n" in page.out
    assert "no risk" not in page.out
    assert "goalctl risk" not in page.err


def test_a_total_alone_leaves_the_risk_item_open_and_says_so(goalctl):
    page = goalctl("assess", "c-ab1", "phq-9", "--total", "12", status=0)
    assert "RISK q9 thoughts of death or self-harm: NOT ANSWERED; that is no all-clear\n" in page.out


def test_a_risk_item_may_stand_beside_a_total(goalctl, plan_file):
    page = goalctl("assess", "c-ab1", "bdi-ii", "--total", "24", "--answers", "q9=1", status=0)
    assert "ENDORSED, answer 1" in page.out
    assert entries(plan_file)[-1]["forms"] == {"bdi-ii": {"total": "24", "q9": "1"}}


def test_missing_answers_are_prorated_and_said_or_give_no_total_and_say_why(goalctl):
    estimated = goalctl("assess", "c-ab1", "phq-9", "--answers", "1,1,-,1,1,1,1,1,0", status=0)
    assert "prorated: without q3 sleep, the total is an estimate; common practice" in estimated.out
    assert estimated.out.endswith("not verified\n")
    none = goalctl("assess", "c-ab1", "phq-9", "--answers", "1,1,1,1,1,1,1,1,-", status=0)
    assert "no total: 1 of 9 answers is missing (q9); without q9 it is never estimated\n" in none.out


def test_subscales_have_their_own_scores_and_bands(goalctl):
    page = goalctl("assess", "c-ab1", "dass-21", "--answers", ",".join(["1"] * 21), status=0)
    assert page.out.count("14 (of 0 to 42)") == 3


def test_the_endorsed_item_leads_to_the_command_that_records_it(goalctl):
    told = goalctl("assess", "c-ab1", "phq-9", "--answers", "0,0,0,0,0,0,0,0,2", status=0)
    assert "goalctl risk c-ab1\n" in told.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "goalctl: --answers or --total is missing\n"),
        (("--answers", "9,1,1,1,1,1,1,1,1"), "goalctl: '9' is not an answer to q1\n"),
        (("--total", "40"), "goalctl: 40 is above the PHQ-9's maximum, 27\n"),
        (("--answers", "1,1", "--total", "3"), "goalctl: --total and --answers say two things\n"),
        (("--total", "3", "--date", "2026-03-03"), "goalctl: --date: 2026-03-03 is still to come"),
    ],
    ids=["nothing", "off the range", "above the maximum", "both", "to come"],
)  # fmt: skip
def test_what_does_not_fit_is_refused_before_anything_is_written(goalctl, plan_file, words, told):
    before = plan_file.read_bytes()
    assert goalctl("assess", "c-ab1", "phq-9", *words, status=2).err.startswith(told)
    assert plan_file.read_bytes() == before


def test_an_unknown_form_is_told_with_the_nearest_one(goalctl):
    assert goalctl("assess", "c-ab1", "phq-99", status=2).err == (
        "goalctl: there is no phq-99 among the forms\n   hint: did you mean phq-9?\n"
    )


def test_with_the_client_at_the_screen_nothing_is_judged(goalctl):
    page = goalctl("--with-client", "assess", "c-ab1", "phq-9", "--answers", "3,3,3,3,3,3,3,3,3", status=0)
    assert page.out == "PHQ-9 · c-ab1 · Mon 2026-03-02: 9 of 10 answered, saved\n"
    assert "ENDORSED" not in page.err
    page = goalctl("--with-client", "assess", "c-ab1", "gad-7", "--total", "12", status=0)
    assert page.out == "GAD-7 · c-ab1 · Mon 2026-03-02: its total, saved\n"


def test_with_real_keys_item_nine_endorsed_and_one_answer_taken_back(practice, plan_file):
    terminal = Terminal(practice, "assess", "c-ab1", "phq-9")
    terminal.answer("1/10 interest or pleasure > ", "2")
    terminal.answer("2/10 low mood or hopelessness > ", "<")
    terminal.answer("1/10 interest or pleasure [2] > ", "3")
    for number in range(2, 10):
        terminal.answer(f"\n{number}/10 ", "1")
    terminal.answer("10/10 how difficult all this makes daily life > ", "-")
    terminal.answer("That was the last one: Enter saves it for c-ab1, < goes back > ", "\r")
    terminal.answer("[Y/n] ", "n\r")
    assert terminal.end() == 0
    assert "RISK q9 thoughts of death or self-harm: ENDORSED, answer 1 (several days)" in terminal.shown
    assert "total 11 (of 0 to 27): moderate" in terminal.shown
    assert "goalctl risk c-ab1" in terminal.shown
    assert entries(plan_file)[-1]["forms"] == {"phq-9": ["3", *["1"] * 8]}


def test_enter_after_each_answer_shifts_none_to_the_next_item_and_enter_twice_still_skips(practice, plan_file):
    answers = "3213210"
    terminal = Terminal(practice, "assess", "c-ab1", "gad-7")
    for number, answer in enumerate(answers, start=1):
        terminal.answer(f"\n{number}/8 ", f"{answer}\r")
    terminal.answer("Enter again, or -, skips this one.\r\n8/8 ", "\r")
    terminal.answer("That was the last one: Enter saves it for c-ab1, < goes back > ", "\r")
    assert terminal.end() == 0
    assert "\nOne key an answer; - skips, < goes back, ? explains, Ctrl-C stops.\r\n" in terminal.shown  # fits a line
    assert entries(plan_file)[-1]["forms"] == {"gad-7": list(answers)}


def test_ctrl_c_keeps_what_was_typed_and_offers_it_again(practice, plan_file):
    before = plan_file.read_bytes()
    first = Terminal(practice, "assess", "c-ab1", "gad-7")
    first.answer("\n1/8 ", "3")
    first.answer("\n2/8 ", "\x03")
    assert first.end() == 130
    assert ".goalctl/rescued/assess-gad-7-c-ab1.json" in first.shown
    assert plan_file.read_bytes() == before
    second = Terminal(practice, "assess", "c-ab1", "gad-7")
    second.answer("GAD-7: some of it was typed for 2026-03-09 and not saved. Take it up? [Y/n] ", "\r")
    second.answer(" [3] > ", "\x03")
    assert second.end() == 130


def test_a_folder_that_keeps_nothing_does_not_stop_answers_that_can_be_saved(practice, plan_file):
    (practice / ".goalctl").mkdir()
    (practice / ".goalctl" / "rescued").touch()
    terminal = Terminal(practice, "assess", "c-ab1", "gad-7")
    for item in range(1, 9):
        terminal.answer(f"\n{item}/8 ", "1")
    terminal.answer("That was the last one: Enter saves it", "\r")
    assert terminal.end() == 0
    assert "What you typed can't be kept: file exists. Copy it from here:\r\n   q1: 1\r\n" in terminal.shown
    assert "gad-7: [1, 1, 1, 1, 1, 1, 1" in plan_file.read_text(encoding="utf-8")


def test_answers_of_another_day_are_taken_up_only_by_a_yes_and_stay_kept(practice):
    first = Terminal(practice, "assess", "c-ab1", "gad-7")
    first.answer("\n1/8 ", "3")
    first.answer("\n2/8 ", "\x03")
    assert first.end() == 130
    for key, shown in (("\r", "\n1/8 "), ("y\r", " [3] > ")):
        later = Terminal(practice, "assess", "c-ab1", "gad-7", today="2026-03-12")
        later.answer("typed for 2026-03-09 and not saved. Take it up?", "")
        later.answer("[y/N] ", key)
        later.answer(shown, "\x03")
        assert later.end() == 130
        assert ("Enter keeps each answer" in later.shown) == (key != "\r")


def test_answers_for_an_earlier_day_are_of_that_day(practice):
    for day, mark in (("2026-03-06", ""), ("2026-03-06", "[Y/n] "), ("2026-03-09", "[y/N] ")):
        sheet = Terminal(practice, "assess", "c-ab1", "gad-7", "--date", day)
        if mark:
            sheet.answer("typed for 2026-03-06", "")
            sheet.answer(mark, "\x03")
        else:
            sheet.answer("\n1/8 ", "3")
            sheet.answer("\n2/8 ", "\x03")
        assert sheet.end() == 130
