"""The safety plan: filled in from the last one, led to by the plan in the same change, due again, told where it is."""

import re

import pytest
from stamps import steady, unstamped

FIRST = 'warning_signs="does not answer" coping="walk, shower"'


@pytest.fixture
def filled(goalctl):
    """The safety plan, filled in today in an entry of its own."""
    return goalctl("assess", "c-ab1", "safety-plan", "--answers", FIRST, status=0)


def named(text):
    """The text with one sign for the entry that holds the safety plan."""
    return re.sub(r"(?<=form: |entry )[a-z]\w{5}\b", "……", text)


def stated(plan_file):
    return [line for line in plan_file.read_text(encoding="utf-8").splitlines() if line.startswith("safety_plan:")]


def changes(plan_file):
    text = named(steady(plan_file.read_text(encoding="utf-8")))
    return text.partition("\nchanges:\n")[2].partition("\nsessions:\n")[0]


@pytest.mark.usefixtures("filled")
def test_the_plan_leads_to_the_first_one_and_says_so_in_its_trail(plan_file):
    (line,) = stated(plan_file)
    assert named(line) == "safety_plan: {on: 2026-03-02, form: ……}"
    assert changes(plan_file) == (
        "  - id: ……\n    on: 2026-03-02\n    written: …\n    by: m.kowalski\n    what: safety_plan\n"
        "    to: {on: 2026-03-02, form: ……}\n    because: the safety plan was filled in\n"
    )


def test_the_place_on_paper_gives_way_to_the_entry_and_stays_in_the_trail(goalctl, plan_file):
    paper = "safety_plan: {on: 2026-01-12, where: paper chart}   # in the blue folder\n"
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("values:", f"{paper}values:"), encoding="utf-8")
    goalctl("assess", "c-ab1", "safety-plan", "--answers", FIRST, status=0)
    (line,) = stated(plan_file)
    assert named(line) == "safety_plan: {on: 2026-01-12, reviewed: 2026-03-02, form: ……}   # in the blue folder"
    assert "from: {on: 2026-01-12, where: paper chart}\n" in changes(plan_file)


@pytest.mark.usefixtures("filled")
def test_it_may_come_in_with_a_session_too(goalctl, plan_file):
    goalctl("log-session", "c-ab1", "--form", f"safety-plan={FIRST}", "--date", "2026-03-02", status=0)
    last = plan_file.read_text(encoding="utf-8").rpartition("  - id: ")[2][:6]
    assert f"form: {last}" in stated(plan_file)[0]


@pytest.mark.parametrize(
    ("day", "leads"),
    [("2026-02-03", False), ("2026-02-04", True), ("2026-02-05", True)],
    ids=["before", "same", "after"],
)
def test_one_from_before_the_last_look_changes_nothing_in_the_plan(goalctl, plan_file, day, leads):
    text = plan_file.read_text(encoding="utf-8")
    paper = "safety_plan: {on: 2026-01-12, reviewed: 2026-02-04, where: paper chart}\n"
    plan_file.write_text(text.replace("values:", f"{paper}values:"), encoding="utf-8")
    goalctl("assess", "c-ab1", "safety-plan", "--answers", FIRST, "--date", day, status=0)
    assert ("where: paper chart" not in stated(plan_file)[0]) == leads


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("today", "listed"), [("2026-05-30", 0), ("2026-05-31", 0), ("2026-06-01", 1)], ids=["before", "due", "after"]
)
def test_it_is_overdue_once_ninety_days_have_passed(goalctl, today, listed):
    due = goalctl("--today", today, "due", "--overdue").out
    assert due.count("go through the safety plan") == listed


@pytest.mark.usefixtures("filled")
def test_the_interval_is_the_practice_s_to_say(goalctl, practice):
    (practice / "goalctl.yaml").write_text("format: 2\nsafety_plan_every: 2w\n", encoding="utf-8")
    assert "2026-03-16  in 14 days" in goalctl("due", "--within", "14d").out


@pytest.mark.usefixtures("filled")
def test_what_leaves_for_a_calendar_or_an_office_does_not_speak_of_it(goalctl):
    for words in (["--format", "ics"], ["--no-words"]):
        assert "safety" not in goalctl("due", "--within", "200d", *words, status=0).out


@pytest.mark.usefixtures("filled")
def test_screens_tell_it_and_the_client_s_does_not(goalctl):
    assert "safety plan: 2026-03-02, in entry ……\n" in named(goalctl("prep", "c-ab1").out)
    assert "safety plan: 2026-03-02, in entry ……\n" in named(goalctl("show", "c-ab1").out)
    assert "safety plan" not in goalctl("--with-client", "show", "c-ab1").out


@pytest.mark.usefixtures("filled")
def test_a_sheet_has_the_last_answers_and_a_blank_one_none(goalctl):
    assert "> does not answer\n" in goalctl("worksheet", "safety-plan", "--for", "c-ab1").out
    blank = goalctl("worksheet", "safety-plan").out
    assert "does not answer" not in blank
    assert [line for line in blank.splitlines() if line[:1].isdigit()] == [
        "1 Warning signs", "2 What I can do myself", "3 People and places", "4 People who help", "5 Professionals",
        "6 Safe surroundings",
    ]  # fmt: skip


@pytest.mark.usefixtures("filled")
def test_at_a_terminal_it_begins_from_the_last_one(practice, plan_file):
    keyboard = pytest.importorskip("tests.cli.keyboard")
    person = keyboard.Person(practice, "assess", "c-ab1", "safety-plan")
    person.answers("", "call my sister", "", "", "", "", "")
    assert person.leaves() == 0
    assert "Taking up the last one: Enter keeps each answer." in person.screen
    assert unstamped(plan_file.read_text(encoding="utf-8")).endswith(
        "      safety-plan: {warning_signs: does not answer, coping: call my sister}\n"
    )


@pytest.mark.parametrize(
    ("entry", "finding"),
    [
        ("zzz999", "E202]: there is no zzz999 in this plan"),
        ("abc123", "E210]: the entry abc123 holds no safety plan"),
    ],
)
def test_an_entry_that_holds_none_is_a_finding(goalctl, plan_file, entry, finding):
    named = f"format: 2\nsafety_plan: {{on: 2026-01-12, form: {entry}}}\n"
    text = plan_file.read_text(encoding="utf-8").replace("format: 1\n", named)
    plan_file.write_text(text, encoding="utf-8")
    assert finding in goalctl("check").out


def test_each_partner_has_one_of_their_own(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("opened:", "members: [anna, ben]\nopened:", 1)
    plan_file.write_text(text, encoding="utf-8")
    for who in ("anna", "ben"):
        goalctl("assess", "c-ab1", f"safety-plan@{who}", "--answers", f"coping={who}s_walk", status=0)
    shown = goalctl("crisis", "c-ab1").out
    assert "of anna" in shown
    assert "of ben" in shown
    assert "annas_walk" in shown
    assert "bens_walk" in shown
