"""`goalctl today`: who comes, each with a line of preparation, and what is left out is said."""

import json
from datetime import date

import pytest
from keyboard import Person

from goalctl.views.words.visit import head_of_the_day

pytestmark = pytest.mark.usefixtures("expected")

COMES = "homework_done: {h1: yes}\n    next: 2026-03-02\n    homework: [{id: h2, for: g1.1, task: a walk}]"
ACT = "suicide: phq-9 q9 endorsed (2) on 2026-01-12, no follow-up recorded; 1 session since without asking, the last"


@pytest.fixture
def expected(plan_file):
    """The client of the plan comes today, with homework."""
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("homework_done: {h1: yes}", COMES), encoding="utf-8")
    return plan_file


def test_risk_leads_then_who_comes_with_what_is_due_and_the_homework(goalctl):
    found = json.loads(goalctl("today", "--format", "json", status=0).out)
    (risk,), (visit,) = found["risk"], found["today"]
    assert (risk["client"], risk["needs_act"]) == ("c-ab1", True)
    assert risk["words"].startswith(ACT)
    assert visit["prepare"] == "risk: act today; g1 deadline 2 days overdue; homework: a walk; to sign"
    assert visit["last_seen"] == "2026-02-02"
    assert [due["days"] for due in visit["due"] if due["overdue"]] == [-49, -2]


@pytest.mark.parametrize(
    ("day", "comes"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-03-03", False)],
    ids=["day before", "the day itself", "day after"],
)
def test_who_comes_is_whose_next_appointment_is_on_that_day(goalctl, day, comes):
    rows = json.loads(goalctl("--today", day, "today", "--format", "json").out)["today"]
    assert bool(rows) is comes


def test_whoever_was_seen_already_is_not_expected_any_more(goalctl):
    goalctl("log-session", "c-ab1", "g1.1=2")
    assert " comes " not in goalctl("today").out
    assert "Nobody is expected on 2026-03-02." in goalctl("today", "--format", "table").out


@pytest.mark.parametrize("kind", ["phone", "crisis"])
def test_who_rings_in_the_morning_is_still_expected(goalctl, kind):
    goalctl("log-session", "c-ab1", "--kind", kind, "--note", "Rang at nine, comes at three.", status=0)
    assert [visit["client"] for visit in json.loads(goalctl("today", "--format", "json").out)["today"]] == ["c-ab1"]
    assert "next Mon 2026-03-02" in goalctl("crisis", "c-ab1").out


def test_the_day_says_who_comes_in_the_same_words(goalctl):
    words = "risk: act today; g1 deadline 2 days overdue; homework: a walk; to sign"
    assert f"\nwho comes\n  c-ab1: {words}\n" in goalctl().out


def test_a_plan_that_cannot_be_read_is_told_and_the_answer_is_not_whole(goalctl, practice):
    (practice / "plans" / "c-bad.yaml").write_text("client: c-bad\ngoals: [{}]\n", encoding="utf-8")
    assert "c-bad   mend first" in goalctl("today", status=3).out


def test_another_clinician_has_nobody(goalctl):
    assert goalctl("today", "--clinician", "s.lee", status=0).out == "Nobody is expected on 2026-03-02.\n"


def test_on_a_terminal_it_fits_and_says_what_it_left_out(practice, expected):
    for number in range(30):
        text = expected.read_text(encoding="utf-8").replace("client: c-ab1", f"client: c-{number}")
        text = text.replace("[2, 2, 3, 2, 1, 2, 2, 2, 2]", "[2, 2, 3, 2, 1, 2, 2, 2, 0]")
        (practice / "plans" / f"c-{number}.yaml").write_text(text, encoding="utf-8")
    person = Person(practice, "today")
    assert person.leaves() == 0
    lines = [line.rstrip() for line in person.screen.splitlines()]
    assert lines[0] == "Mon 2026-03-02 · 31 clients come"
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    assert lines[-1] == f"  and {31 - (len(lines) - lines.index('who comes') - 2)} more: goalctl today --format table"


def test_it_is_not_for_a_screen_that_the_client_sees(goalctl):
    assert "today is not for a screen that the client sees" in goalctl("--with-client", "today", status=2).err


@pytest.mark.parametrize(
    ("days", "words"), [(0, "last synced today"), (1, "last synced yesterday"), (3, "last synced 3 days ago")]
)
def test_when_it_was_last_synced_is_said_as_one_says_it(days, words):
    assert head_of_the_day(date(2026, 6, 15), "1 plan", days) == f"Mon 2026-06-15 · 1 plan · {words}"
