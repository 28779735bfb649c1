"""`goalctl prep`: one screen before the session."""

import re

import pytest
from keyboard import Person

PAGE = """\
c-ab1 · 2 sessions
RISK: suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; 1 session since without asking, the last \
on 2026-02-02
risk: no risk record

last session Mon 2026-02-02
  no note
homework h1 (done: yes) walk on Tuesday

scores
  g1 PHQ-9: 18 (first) → 9, 2026-01-12 · target date passed
  g1.1 days walked per week: 2 (before 1, better) → 3, 2026-02-02 · no data

due
  2026-01-12 7 weeks overdue: signature: 1 entry unsigned, the oldest of 2026-01-12
  2026-02-28 2 days overdue: deadline: g1 Fewer symptoms of depression
  2026-03-10 in 8 days: deadline: g1.1 Walks on three days a week
"""


def test_the_page_holds_what_a_clinician_wants_to_know_at_the_door(goalctl):
    prepared = goalctl("prep", "c-ab1", status=0)
    assert prepared.out == PAGE
    assert prepared.err == ""


def test_any_beginning_of_the_client_will_do_and_an_earlier_day_sees_what_was_there(goalctl):
    page = goalctl("--today", "2026-01-20", "prep", "c-", status=0).out
    assert "last session Mon 2026-01-12\n" in page
    assert "homework h1 (not asked yet) walk on Tuesday\n" in page


def test_a_follow_up_that_is_open_stands_above_everything(goalctl):
    goalctl("risk", "c-ab1", "--level", "low", "--follow-up", "+1w")
    assert goalctl("prep", "c-ab1").out.splitlines()[1] == "risk: 1 under follow-up, nearest 2026-03-09: suicide"
    assert goalctl("--today", "2026-03-12", "prep", "c-ab1").out.splitlines()[1] == (
        "RISK: suicide: the follow-up of 2026-03-09 has passed"
    )


def test_a_no_show_since_the_last_session_is_named(goalctl):
    goalctl("log-session", "c-ab1", "--kind", "no-show", "--date", "yesterday")
    assert "\nno-show Sun 2026-03-01\n" in goalctl("prep", "c-ab1").out


def test_a_plan_without_sessions_has_a_page_too(goalctl):
    goalctl("add-client", "c-new")
    assert goalctl("prep", "c-new", status=0).out == "c-new · 0 sessions\nrisk: no risk record\n\nno session yet\n"


@pytest.mark.parametrize("words", [("prep", "c-ab1"), ("--with-client", "prep", "c-ab1")], ids=["alone", "shared"])
def test_at_a_terminal_it_fits_one_screen(practice, plan_file, words):
    note = "He said that the week was long and that the dog had helped. " * 9
    text = plan_file.read_text(encoding="utf-8") + f"    note: {note}\n"
    plan_file.write_text(text, encoding="utf-8")
    person = Person(practice, *words)
    assert person.leaves() == 0
    lines = person.screen.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("found", "told"),
    [
        pytest.param("plan: yes, intent: yes", "plan yes, intent yes", id="plan and intent"),
        pytest.param("ideation: active, means: tablets at home", "ideation active, means tablets at home", id="means"),
        pytest.param("harm_to_others: wants to hit him", "harm wants to hit him", id="harm"),
        pytest.param("who: anna, plan: no, intent: yes", "anna: intent yes", id="whose"),
    ],
)
@pytest.mark.parametrize(("command", "label"), [("prep", "record of 2026-02-10: "), ("show", "risk: ")])
def test_what_a_record_found_beyond_thoughts_is_told(goalctl, plan_file, command, label, found, told):
    entry = f"  - {{id: rsk123, date: 2026-02-10, risk: {{{found}, level: high, follow_up: 2026-02-12}}}}\n"
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    lines = goalctl(command, "c-ab1", status=0).out.splitlines()
    assert f"  {label}{told}, level high" in lines


@pytest.mark.parametrize(
    ("risk", "stands"),
    [("ideation: none", "no follow-up open"), ("ideation: not-asked", "nothing was asked in it")],
)
def test_of_a_record_it_says_whether_anything_was_asked(goalctl, plan_file, risk, stands):
    text = plan_file.read_text(encoding="utf-8").replace("1, 2, 2, 2, 2]", "1, 2, 2, 2, 0]")
    entry = f"  - {{id: rsk123, date: 2026-02-10, risk: {{{risk}}}}}\n"
    plan_file.write_text(text + entry, encoding="utf-8")
    assert f"risk: last record 2026-02-10, {stands}\n" in goalctl("prep", "c-ab1", status=0).out


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((5, 7), "7 (before 5, better)"),
        ((7, 8), "8 (before 7, higher)"),
        ((9, 7), "7 (before 9, lower)"),
        ((8, 9.5), "9.5 (before 8, worse)"),
        ((10, 9.5), "9.5 (before 10, better)"),
        ((6, 10), "10 (before 6, higher)"),
        ((8, 8), "8 (before 8, same)"),
    ],
)
def test_within_a_band_no_score_is_worse_than_the_one_before(goalctl, plan_file, scores, said):
    text = plan_file.read_text(encoding="utf-8")
    hours = "{by: number, of: hours, baseline: 5, target: [7, 9]}"
    text = re.sub(r"measurable: \{by: count.*", f"measurable: {hours}", text)
    for old, new in zip(("{g1.1: 1}", "{g1.1: 2}"), scores, strict=True):
        text = text.replace(old, f"{{g1.1: {new}}}")
    plan_file.write_text(text.replace("format: 1", "format: 2"), encoding="utf-8")
    assert f"g1.1 hours: {said} → 7 to 9, 2026-02-02" in goalctl("prep", "c-ab1").out
