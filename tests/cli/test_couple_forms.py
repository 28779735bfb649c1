"""Two people, one form: from the command line to the file, and from there to every screen that names a course."""

import sys

import pytest
from stamps import unstamped

from tests.cli.couple import COUPLE_BEGINS, couples_plan

PLAN = (
    COUPLE_BEGINS
    + """\
assessments:
  - {form: phq-9@anna, every: 2w}
  - {form: phq-9@ben, every: 2w}
goals:
  - id: g1
    goal: Anna feels less low
    status: active
    opened: 2026-01-12
    smart: {measurable: {by: phq-9@anna, baseline: 16, target: 9}, time_bound: {deadline: 2026-06-30}}
sessions:
  - id: a1b2c3
    date: 2026-02-02
    by: m.kowalski
    forms: {phq-9@anna: [2, 2, 2, 2, 2, 2, 2, 0, 0], phq-9@ben: 4}
"""
)


@pytest.fixture
def couple(plan_file):
    """A couple's plan in place of the usual one."""
    return couples_plan(plan_file, PLAN)


def log(goalctl, *words, **more):
    return goalctl("log-session", "c-4m8q", *words, **more)


def test_one_session_holds_the_form_of_both(goalctl, couple):
    new = log(goalctl, "--form", "phq-9@anna=111111100", "--form", "phq-9@ben=11", status=0).out.strip()
    assert unstamped(couple.read_text(encoding="utf-8")) == PLAN + (
        f"  - id: {new}\n"
        "    date: 2026-03-02\n"
        "    by: m.kowalski\n"
        "    forms: {phq-9@anna: [1, 1, 1, 1, 1, 1, 1, 0, 0], phq-9@ben: 11}\n"
    )
    assert "error[" not in goalctl("check").out


@pytest.mark.usefixtures("couple")
def test_every_screen_says_whose_course_it_is(goalctl):
    log(goalctl, "--form", "phq-9@anna=111111100", "--form", "phq-9@ben=2,2,2,2,2,2,2,2,0", status=0)
    shown = goalctl("show", "c-4m8q", status=0).out
    assert "  measured by PHQ-9 (anna): 16 → 9\n" in shown
    assert "  ██████████ past the target █▁ now 7 on 2026-03-02\n" in shown
    assert "\nPHQ-9 (ben): ▁█ now 16 on 2026-03-02\n" in shown
    assert "PHQ-9 (ben): 16 (before 4, worse), 2026-03-02\n" in goalctl("prep", "c-4m8q", status=0).out
    assert "worse    PHQ-9 (ben) up 12 (reliable)" in goalctl("caseload", status=0).out
    drawn = goalctl("chart", "c-4m8q", "g1", "phq-9@ben", status=0).out
    assert "PHQ-9 (anna) · lower is better · 2 scores, last 7 on 2026-03-02\n" in drawn
    assert "PHQ-9 (ben) · lower is better · 2 scores, last 16 on 2026-03-02\n" in drawn
    assert "● anna  " in drawn
    report = goalctl("report", "c-4m8q", "--kind", "progress", "--format", "md", status=0).out
    assert "| PHQ-9 | anna | PHQ-9 (anna) down 9 (reliable): 16 to 7 since 2026-01-12" in report
    assert "| PHQ-9 | ben | PHQ-9 (ben) up 12 (reliable): 4 to 16 since 2026-02-02" in report


def test_a_form_of_one_is_compared_with_that_one_s_alone(goalctl, couple):
    told = goalctl("assess", "c-4m8q", "phq-9@ben", "--answers", "111111100", status=0)
    assert told.out.startswith("PHQ-9 (ben) · c-4m8q · Mon 2026-03-02\n")
    assert "  since the last one of 2026-02-02 (4), which is the first: 3 higher, worse; not reliable" in told.out
    assert "(14)" not in told.out
    assert "phq-9@ben: [1, 1, 1, 1, 1, 1, 1, 0, 0]" in couple.read_text(encoding="utf-8")


def test_the_second_one_s_form_joins_the_session_of_the_first(goalctl, couple):
    log(goalctl, "--form", "phq-9@anna=7", status=0)
    joined = goalctl("assess", "c-4m8q", "phq-9@ben", "--total", "5", status=0)
    assert "joined that day's session\n" in joined.err
    assert "forms: {phq-9@anna: 7, phq-9@ben: {total: 5}}\n" in couple.read_text(encoding="utf-8")
    again = goalctl("assess", "c-4m8q", "phq-9@ben", "--total", "5", status=0)
    assert "PHQ-9 (ben) was filled in on 2026-03-02 already; this is one more\n" in again.err


@pytest.mark.parametrize("words", [("phq-9@ben=5",), ("forms.phq-9@ben=5",)], ids=["by the form", "by the key"])
def test_one_s_answers_are_corrected_and_the_other_s_stay(goalctl, couple, words):
    goalctl("amend", "c-4m8q", "a1b2c3", *words, "--because", "added up wrongly", status=0)
    assert "set: {forms.phq-9@ben: 5}" in couple.read_text(encoding="utf-8")
    assert "PHQ-9 (ben): ▅ now 5 on 2026-02-02\n" in goalctl("show", "c-4m8q", status=0).out
    assert "now 14 on 2026-02-02\n" in goalctl("show", "c-4m8q", status=0).out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--form", "phq-9@anna=3", "--form", "phq-9@anna=4"), "--form: phq-9@anna is given twice"),
        (("--form", "phq-9=3", "--form", "phq-9@client=4"), "--form: phq-9 is given twice"),
        (("--form", "phq-9@Anna=3"), "--form: 'phq-9@Anna' can't be a form's id"),
        (("--form", "phq-8x@anna=3"), "there is no phq-8x among the forms"),
        (("--form", "phq-9@anna=99"), "phq-9@anna"),
    ],
    ids=["twice", "the client twice", "a capital", "no form", "off the range"],
)
def test_what_is_no_answer_of_anybody_is_refused(goalctl, couple, words, told):
    assert told in log(goalctl, *words, status=2).err
    assert couple.read_text(encoding="utf-8") == PLAN


@pytest.mark.usefixtures("couple")
def test_an_endorsed_answer_says_whose_it_is(goalctl):
    logged = log(goalctl, "--form", "phq-9@ben=111111101", status=0)
    assert "!! ENDORSED: PHQ-9 (ben) q9, answer 1, on 2026-03-02.\n" in logged.err


@pytest.mark.usefixtures("couple")
def test_an_unknown_course_is_refused_with_those_there_are(goalctl):
    refused = goalctl("chart", "c-4m8q", "phq-9", status=2)
    assert refused.err == (
        "goalctl: c-4m8q has no goal, objective or filled-in form phq-9\n"
        "   hint: known here: g1, phq-9@anna, phq-9@ben\n"
    )


def test_an_objective_may_be_measured_by_a_partner_s_form(goalctl, couple):
    words = ("Ben feels less low", "--by", "phq-9@ben", "--baseline", "14", "--target", "9")
    goalctl("add-objective", "c-4m8q", "g1", *words, status=0)
    assert "measurable: {by: phq-9@ben, baseline: 14, target: 9}\n" in couple.read_text(encoding="utf-8")
    assert "    measured by PHQ-9 (ben): 14 → 9\n" in goalctl("show", "c-4m8q", status=0).out


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_a_guided_session_asks_for_the_form_of_each(practice, couple):
    from keyboard import Person

    person = Person(practice, "log-session", "c-4m8q")
    prompts = person.answers("", "7", "", "5", "0", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert prompts[1] == "PHQ-9 (anna) is due (last 14 on 2026-02-02): > "
    assert prompts[2].startswith("PHQ-9 (anna) 9/10 thoughts of death")
    assert prompts[3] == "PHQ-9 (ben) is due (last 4 on 2026-02-02): > "
    assert "phq-9@anna: 7" in couple.read_text(encoding="utf-8")
    assert "phq-9@ben: {total: 5, q9: 0}" in couple.read_text(encoding="utf-8")


@pytest.mark.usefixtures("couple")
def test_the_offer_after_a_note_names_whom_a_record_can_be_about(goalctl):
    told = goalctl("log-session", "c-4m8q", "--note", "Spoke of suicide.", status=0).err
    assert 'To record it: goalctl risk c-4m8q --who "anna" (or --who "ben")' in told
    goalctl("risk", "c-4m8q", "--who", "anna", "--ideation", "none", status=0)


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_the_record_that_is_asked_for_after_a_note_asks_whom_it_is_about(practice, couple):
    from keyboard import Person

    person = Person(practice, "log-session", "c-4m8q", "--note", "Spoke of suicide.")
    rest = ("", "active", "no", "no", "", "stood on the bridge", "y", *[""] * 5, "+1w", "", "")
    prompts = person.answers("", "bne", "ben", *rest)
    assert person.leaves() == 0
    assert prompts[:2] == ["Record it now? [Y/n] ", "Who is it? anna, ben > "]
    assert "    risk:\n      who: ben\n" in couple.read_text(encoding="utf-8")


@pytest.mark.usefixtures("couple")
@pytest.mark.parametrize(("form", "who"), [("phq-9@ben", "ben"), ("phq-9@anna", "anna"), ("phq-9", "client")])
@pytest.mark.parametrize(("total", "said"), [("14", "was not asked on"), ("111111112", "ENDORSED")])
def test_the_command_that_is_told_names_whom_it_is_about_and_can_be_pasted(goalctl, form, who, total, said):
    told = goalctl("log-session", "c-4m8q", "--form", f"{form}={total}", status=0).err
    assert said in told
    assert f'To record it: goalctl risk c-4m8q --who "{who}"\n' in told
    goalctl("risk", "c-4m8q", "--who", who, "--ideation", "passive", "--follow-up", "+1w", status=0)
    assert "act today" not in goalctl("due").out
    assert "q9 not asked on 2026-03-02" not in goalctl("prep", "c-4m8q").out


@pytest.mark.usefixtures("couple")
def test_closing_for_one_of_two_says_what_it_did_not_close(goalctl):
    goalctl("log-session", "c-4m8q", "--form", "phq-9@anna=111111112", status=0)
    closing = ["risk", "c-4m8q", "--close", "suicide", "--because", "seen by the crisis team"]
    told = goalctl(*closing, "--who", "ben", status=0).err
    assert "not closed: suicide: nothing of ben was open on 2026-03-02, or it was opened again since" in told
    assert "closed without asking" not in told
    assert "anna: suicide: phq-9@anna q9 endorsed (2)" in goalctl("due").out
    told = goalctl(*closing, "--close", "withdrawal", "--who", "Anna", status=0).err
    assert "closed without asking: suicide; the next endorsement opens it again" in told
    assert "not closed: withdrawal: nothing of Anna was open" in told
    assert "not closed: suicide" in goalctl(*closing, "--who", "ben", status=0).err
    assert "act today" not in goalctl("due").out


@pytest.mark.usefixtures("couple")
def test_a_plan_says_of_each_member_who_fills_a_form_in_as_due_does(goalctl):
    goalctl("set", "c-4m8q", "plan", "assessments+={form: gad-7, every: 3w}", "--because", "to see", status=0)
    goalctl("assess", "c-4m8q", "gad-7@ben", "--total", "5", status=0)
    lines = goalctl("report", "c-4m8q", status=0).out.splitlines()
    planned = [line for line in lines if line.endswith("| every 3 weeks |")]
    assert planned == ["| GAD-7 | anna | every 3 weeks |", "| GAD-7 | ben | every 3 weeks |"]
