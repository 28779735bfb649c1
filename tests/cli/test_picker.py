"""The picker: likely ones first, narrowed while typing, and for writing nobody is picked by a part of a name."""

import pytest
from keyboard import ENTER, Person

NAMES = """\
format: 1
clients:
  c-ab1: {name: Anna Kowalska, birth_date: 1984-03-02}
  c-cd2: {name: Anna Kowalska, birth_date: 1991-07-12}
  c-ef3: {preferred_name: Bo, birth_date: 1970-01-02}
"""
SIGNED = "date: 2026-01-12\n    signed: [{by: m.kowalski, on: 2026-01-12}]\n    scores"

LIVE = {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}  # a terminal that draws, and is not asked where its cursor is
DOWN, REVERSE = "\x1b[B", "\x1b[0;7m"


@pytest.fixture
def three(practice, plan_file, tmp_path_factory):
    """Three clients, of whom c-ef3 comes today and two have one name; the environment that knows the names."""
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\nclinician: m.kowalski\n", encoding="utf-8")
    text = plan_file.read_text(encoding="utf-8")
    for client in ("c-cd2", "c-ef3"):
        own = text.replace("client: c-ab1", f"client: {client}")
        own = own.replace("homework_done:", "next: 2026-03-02\n    homework_done:") if client == "c-ef3" else own
        (practice / "plans" / f"{client}.yaml").write_text(own, encoding="utf-8")
    folder = tmp_path_factory.mktemp("names")
    (folder / "wabcdefg.yaml").write_text(NAMES, encoding="utf-8")
    (folder / "wabcdefg.yaml").chmod(0o600)
    return {"GOALCTL_NAMES": str(folder)}


def test_whoever_comes_today_stands_first_and_enter_takes_them_for_looking(practice, three):
    person = Person(practice, "show", beside=three)
    assert person.answers("") == ["[1] > "]
    assert person.leaves() == 0
    assert "1  c-ef3  Bo, born 1970 · today · last seen 2026-02-02" in person.screen
    assert "c-ef3 Bo, born 1970 · active · " in person.screen


def test_for_writing_nothing_is_preselected_and_two_of_one_name_are_told_apart(practice, three):
    person = Person(practice, "hold", "--because", "holiday", beside=three)
    assert person.answers("", "kowalska", "2") == ["> ", "> ", "> "]
    assert person.leaves() == 0
    assert "1  c-ab1  Anna Kowalska, born 1984" in person.screen
    assert "c-cd2 · Anna Kowalska, born 1991 · on hold · opened 2026-01-05 · last session 2026-02-02" in person.screen


def test_a_report_asks_of_whom(practice, three):
    person = Person(practice, "report", "--kind", "plan", beside=three)
    assert person.answers("") == ["[1] > "]
    assert person.leaves() == 0
    assert "report: which client?" in person.screen
    assert "Client c-ef3 · " in person.screen


def test_for_a_report_that_stays_in_a_file_nobody_is_preselected(practice, three, tmp_path_factory):
    file = tmp_path_factory.mktemp("outside") / "plan.md"
    person = Person(practice, "report", "-o", file, beside=three)
    assert person.answers("", "c-ab1") == ["> ", "> "]
    assert person.leaves() == 0
    assert "Client c-ab1 · " in file.read_text(encoding="utf-8")


def test_for_writing_even_the_only_one_left_is_looked_at_first(practice, three):
    person = Person(practice, "hold", "--because", "holiday", beside=three)
    assert person.answers("bo", "1") == ["> ", "> "]
    assert person.leaves() == 0
    assert "status: on-hold" in (practice / "plans" / "c-ef3.yaml").read_text(encoding="utf-8")


def test_a_number_that_was_not_shown_picks_nobody_and_a_slip_is_forgiven(practice, three):
    person = Person(practice, "hold", "--because", "holiday", beside=three)
    person.answers("9", "kowlaska", "c-ab1")
    assert person.leaves() == 0
    assert "There is no number 9 here" in person.screen
    assert "status: on-hold" in (practice / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")


def test_a_name_is_never_on_a_screen_that_the_client_sees_nor_are_the_others(practice, three):
    person = Person(practice, "--with-client", "show", beside=three)
    assert person.leaves() == 2
    assert "Missing argument 'CLIENT'" in person.screen
    assert "Anna" not in person.screen


def test_a_name_is_understood_in_prompts_only(practice, three):
    person = Person(practice, "show", "kowalska", beside=three)
    assert person.leaves() == 3
    assert "Anna" not in person.screen


def test_goals_entries_and_states_are_picked_in_words(practice):
    person = Person(practice, "mark", "c-ab1")
    person.answers("walks", "ach")
    assert person.leaves() == 0
    assert "g1.1  active · Walks on three days a week" in person.screen
    assert "status: achieved" in (practice / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")


def test_the_newest_entry_stands_first(practice):
    person = Person(practice, "void", "c-ab1", "--because", "twice")
    person.answers("1")
    assert person.leaves() == 0
    assert "1  def456  Mon 2026-02-02 · session" in person.screen


def test_forms_that_are_due_and_favourites_come_first(practice):
    (practice / "goalctl.yaml").write_text("format: 2\nfavourites: [ORS]\n", encoding="utf-8")
    person = Person(practice, "assess", "c-ab1", "--total", "9")
    person.answers("phq-9")
    person.leaves()
    lines = [line.split()[1] for line in person.screen.splitlines() if line.strip().startswith(("1 ", "2 "))]
    assert lines == ["phq-9", "ors"]


@pytest.mark.parametrize(
    ("first", "scores", "kept"),
    [("", "4", ["2026-03-02"]), ("-2d", "1-3", ["2026-02-28", "2026-03-02"])],
    ids=["today", "a digit a day"],
)
def test_the_diary_asks_what_from_when_and_the_scores(practice, plan_file, first, scores, kept):
    person = Person(practice, "diary", "c-ab1")
    assert person.answers("walks", first, "x", scores)[1:] == ["From which day? [today] > ", *["Scores? > "] * 2]
    assert person.leaves() == 0
    diary = plan_file.read_text(encoding="utf-8").partition("diary:")[2]
    assert [day for day in ("2026-02-28", "2026-03-01", "2026-03-02") if day in diary] == kept


def test_a_day_that_can_be_read_two_ways_is_asked_again(practice, plan_file):
    person = Person(practice, "extend", "c-ab1", "g1.1", "--because", "ill")
    assert person.answers("next friday", "2026-04-10") == ["DATE > ", "DATE > "]
    assert person.leaves() == 0
    assert "deadline: 2026-04-10" in plan_file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("three")
def test_whoever_has_something_to_sign_stands_first_for_sign(practice):
    signed = practice / "plans" / "c-ab1.yaml"
    text = signed.read_text(encoding="utf-8").replace("date: 2026-01-12\n    scores", SIGNED)
    signed.write_text(text, encoding="utf-8")
    person = Person(practice, "sign")
    person.answers("2", "y")
    assert person.leaves() == 0
    assert "2  c-cd2  last seen 2026-02-02 · 1 entry unsigned, the oldest of 2026-01-12" in person.screen
    assert "3  c-ab1  last seen 2026-02-02\r\n" in person.seen


def test_the_list_is_narrowed_with_every_key_and_only_a_chosen_line_is_taken(practice, three):
    person = Person(practice, "hold", "--because", "holiday", beside=three | LIVE)
    for keys, drawn in (
        ("", "c-ef3  Bo"),
        ("k", "c-cd2  Anna Kowalska, born 1991"),
        ("owa 91", "c-cd2  Anna Kowalska, born 1991"),
        (DOWN, f"{REVERSE} c-cd2  Anna"),
        (ENTER, "c-cd2 · Anna Kowalska, born 1991 · on hold · opened"),
    ):
        person.presses(keys)
        person.terminal.expect_exact(drawn)
    assert person.leaves() == 0
    assert "status: on-hold" in (practice / "plans" / "c-cd2.yaml").read_text(encoding="utf-8")


def test_words_of_the_library_stand_below_what_is_typed_and_are_taken_by_arrow(practice, plan_file):
    person = Person(practice, "add-problem", "c-ab1", beside=LIVE)
    for keys, drawn in (
        ("", "What brought the client?"),
        ("dread of body", "panic/p2"),
        (DOWN, "Dread of body signals"),
        (ENTER, "2/2"),
        (ENTER, "Save this?"),
        (ENTER, "p2"),
    ):
        person.presses(keys)
        person.terminal.expect_exact(drawn)
    assert person.leaves() == 0
    assert "problem: Dread of body signals" in plan_file.read_text(encoding="utf-8")


def test_by_setting_the_prompts_are_plain_lines(practice):
    (practice / "goalctl.yaml").write_text("format: 2\nprompts: plain\n", encoding="utf-8")
    person = Person(practice, "show", beside=LIVE)
    assert person.answers("c-ab1") == ["> "]
    assert person.leaves() == 0
