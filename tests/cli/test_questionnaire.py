"""`goalctl questionnaire`, and its text coming in by `goalctl import`; the page itself: tests/views."""

import re
import sys
from pathlib import Path
from quopri import encodestring

import pytest

from goalctl.exchange.questionnaire import filled_in_from, holds_answers
from tests.questionnaires import ALL, IN_DANGER, put_form, text_of


@pytest.fixture
def week(practice, goalctl):
    put_form(practice)
    return goalctl


def read(goalctl, text, *words, status=0):
    Path("text.txt").write_bytes(text.encode())
    return goalctl("import", "text.txt", *words, status=status)


REFUSED = {
    "phq-9": "goalctl: goalctl has no questions of PHQ-9, only labels of its own, and those are not for a client\n"
    "   hint: goalctl forms wording phq-9 takes the official wording; forms show phq-9 is for you\n",
    "dap": "goalctl: DAP note is no form that a client fills in\n   hint: goalctl assess CLIENT dap\n",
    "week": "goalctl: How the week was asks about risk, and goalctl.yaml does not say in_danger: what somebody in"
    ' danger is to do\n   hint: put your own words there, as in_danger: "call 999, or the Samaritans on 116 123"\n',
}


@pytest.mark.parametrize("form", REFUSED)
def test_what_a_client_should_not_get_is_refused_with_the_way_there(week, practice, form):
    (practice / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
    refused = week("questionnaire", "c-ab1", form, status=2)
    assert (refused.out, refused.err) == ("", REFUSED[form])


def test_a_form_without_a_risk_item_needs_no_words_about_danger(goalctl):
    page = goalctl("questionnaire", "c-ab1", "magic-wand", status=0).out
    assert "If you are in danger" not in page


def test_the_page_goes_out_by_the_one_door_for_its_owner_alone(week, practice):
    week("questionnaire", "c-ab1", "week", "-o", "page.html", status=0)
    assert IN_DANGER in (practice / "page.html").read_text("utf-8")
    assert sys.platform == "win32" or (practice / "page.html").stat().st_mode & 0o777 == 0o600
    assert "is there already; nothing was written" in week("questionnaire", "c-ab1", "week", "-o", "page.html").err
    assert "belongs to the workspace" in week("questionnaire", "c-ab1", "week", "-o", "plans/page.html", status=2).err


def test_it_shows_both_days_and_how_complete_it_is_and_writes_nothing_yet(week, plan_file):
    before = plan_file.read_bytes()
    shown = read(week, text_of({"q1": "2", "q2": "0"}))
    assert shown.out.splitlines()[1] == (
        "c-ab1   How the week was filled in 2026-03-01, read 2026-03-02: 2 of 4 answered, not q3, q4"
    )
    assert shown.err == "nothing was written yet: --write does it\n"
    assert plan_file.read_bytes() == before


def test_a_question_that_did_not_come_up_is_not_missing(week):
    assert "3 of 3 answered\n" in read(week, text_of({"q1": "0", "q2": "0", "q4": "walks"})).out


def test_risk_in_it_is_told_as_after_any_other_way_in(week, plan_file):
    told = read(week, text_of(), "--write").err
    assert "!! ENDORSED: How the week was q2, answer 1, on 2026-03-01." in told
    assert "To record it: goalctl risk c-ab1 --date 2026-03-01" in told
    assert "RISK: suicide: phq-9 q9 endorsed (2) on 2026-01-12 (and 1 more)" in week("show", "c-ab1").out
    entry = plan_file.read_text("utf-8").partition("    date: 2026-03-01\n")[2]
    assert re.sub(r"written: \S+", "written: NOW", entry) == (
        "    written: NOW\n    kind: journal\n    forms:\n      week: {q1: 2, q2: 1, q3: 5, q4: walks}\n"
        "    received: fe9db1cadb8776e4\n"
    )


def test_it_comes_in_once_even_when_the_entry_was_voided_or_it_is_twice_in_the_letter(week, plan_file):
    read(week, f"{text_of()}\n\n{text_of()}", "--write")
    assert plan_file.read_text("utf-8").count("kind: journal") == 1
    week("void", "c-ab1", "2026-03-01", "--because", "not hers", status=0)
    after = plan_file.read_bytes()
    assert "there is nothing new to write" in read(week, text_of(), "--write").err
    assert plan_file.read_bytes() == after


def test_another_filling_of_that_day_comes_in_and_is_told(week):
    read(week, text_of(), "--write")
    told = read(week, text_of(ALL | {"q1": "3"})).err
    assert "text.txt: line 1: How the week was was filled in on 2026-03-01 already; this is one more\n" in told


def test_whoever_else_answered_is_named_in_the_plan(week, plan_file):
    read(week, text_of(form="week@mother"), "--write")
    assert "week@mother: {q1: 2" in plan_file.read_text("utf-8")


@pytest.mark.parametrize(("form", "status"), [("week", 2), ("week@zoe", 2), ("week@ben", 0)])
def test_of_several_people_it_is_one_s_own(week, plan_file, form, status):
    plan_file.write_text(
        plan_file.read_text("utf-8").replace("clinician:", "members: [anna, ben]\nclinician:", 1), "utf-8"
    )
    told = week("questionnaire", "c-ab1", form, status=status)
    refusal = "several people: whose page is it?\n   hint: name the form as week@anna or week@ben\n"
    assert (refusal in told.err) == (status == 2)
    assert ("c-ab1 · ben" in told.out) == (status == 0)


WRAPPED = "Hello,\r\nhere it is:\r\n> " + text_of(ALL | {"q4": "long walks"}).replace("%20", "%2\r\n> 0")


def test_a_letter_may_quote_and_wrap_it_anywhere(week, plan_file):
    read(week, WRAPPED, "--write")
    assert "q4: long walks" in plan_file.read_text("utf-8")


@pytest.mark.parametrize("width", [17, 20, 33, 60])
def test_a_line_may_end_within_the_name_of_an_answer_or_of_the_text_itself(width):
    text = text_of(ALL | {"q4": "long = walks"})
    lines = [text[at : at + width].strip() for at in range(0, len(text), width)]
    (found,) = filled_in_from("\n".join(f"> {line}" for line in lines))
    assert found.answers == ALL | {"q4": "long = walks"}


def test_a_letter_may_be_as_a_mail_program_saved_it():
    letter = encodestring(f"Grüße\n\n{text_of(ALL | {'q4': '3D glasses'})}\n".encode()).decode()
    assert "client=3Dc-ab1" in letter
    assert holds_answers(letter)
    (found,) = filled_in_from(letter)
    assert found.answers == ALL | {"q4": "3D glasses"}
    (plain,) = filled_in_from(text_of(ALL | {"q4": "3D glasses"}))
    assert plain.answers == ALL | {"q4": "3D glasses"}


def test_what_nobody_sees_in_a_pasted_answer_keeps_no_answer_out(week, plan_file):
    read(week, text_of(ALL | {"q4": "a\u2028b\ufeffc\x0bd"}), "--write")
    assert "q4: a b c d" in plan_file.read_text("utf-8")


BAD = {
    "changed": (text_of().replace("q2=1", "q2=0"), "the text was changed, or a part of it is missing"),
    "cut off": (text_of()[:-20], "the end of the text is missing"),
    "empty": ("[goalctl-answers-1 ]", "the text was changed, or a part of it is missing"),
    "newer": (text_of(begins="goalctl-answers-2"), "goalctl-answers-2 is a text of another goalctl"),
    "no such client": (text_of(client="c-zz9"), "there is no client c-zz9"),
    "no such form": (text_of(form="month"), "there is no form month here"),
    "the day after": (text_of(filled="2026-03-03"), "it was filled in on 2026-03-03, which is after today, 2026-03-02"),
    "off the scale": (text_of(ALL | {"q1": "4"}), "'4' is not an answer to q1"),
    "no such question": (text_of(ALL | {"q9": "1"}), "How the week was has no question q9"),
}


@pytest.mark.parametrize(("text", "told"), BAD.values(), ids=BAD)
def test_what_does_not_fit_is_refused_whole(week, plan_file, text, told):
    before = plan_file.read_bytes()
    refused = read(week, f"{text_of(filled='2026-02-27')}\n{text}", "--write", status=3)
    assert f"text.txt: line 2: {told}" in refused.err
    assert plan_file.read_bytes() == before


def test_a_form_that_was_changed_since_is_told(week, practice):
    form = practice / "forms" / "week.yaml"
    form.write_text(form.read_text("utf-8").replace("sleep badly", "sleep well"), encoding="utf-8")
    told = read(week, text_of()).err
    assert "How the week was has other questions or answers now than on the page that was filled in" in told
