"""What was typed for one day and not saved is offered on another one with its day; Enter leaves it where it is kept."""

import pytest
from keyboard import Person

OFFER = "Some of this was typed as of {} and not saved. Take it up? {} "
ABOUT_A_DAY = {
    "log-session": ("log-session", "c-ab1"),
    "risk": ("risk", "c-ab1"),
    "review": ("review", "c-ab1"),
    "amend": ("amend", "c-ab1", "last"),
    "set": ("set", "c-ab1", "g1"),
    "agree": ("agree", "c-ab1"),
    "discharge": ("discharge", "c-ab1"),
}
OF_NO_DAY = {"add-goal": ("add-goal", "c-ab1"), "add-client": ("add-client",)}
FIRST = {
    "log-session": ["14:00"], "review": ["continue"], "amend": ["g1.1=3"], "set": ["goal"], "discharge": ["", "partly"],
    "add-client": ["c-new", ""],
}  # fmt: skip


def kept_in(folder):
    return {path.name: path.read_bytes() for path in (folder / ".goalctl" / "rescued").iterdir()}


def typed_on(folder, day, words, *answers):
    person = Person(folder, *words, today=day)
    person.answers(*answers)
    assert person.stops_at_the_next_prompt() == 130
    return kept_in(folder)


def test_a_session_of_monday_is_no_session_of_wednesday(practice):
    words = ("log-session", "c-ab1")
    kept = typed_on(practice, "2026-03-02", words, "", "y", "3")
    later = Person(practice, *words, today="2026-03-04")
    offer, visit = later.answers("", "14:00")
    assert offer == OFFER.format("2026-03-02", "[y/N]")
    assert visit.startswith("1/7 Visit? [2026-03-04")
    assert later.stops_at_the_next_prompt() == 130
    assert kept_in(practice) != kept


@pytest.mark.parametrize("words", ABOUT_A_DAY.values(), ids=ABOUT_A_DAY)
def test_another_day_is_named_and_a_no_throws_nothing_away(practice, words):
    kept = typed_on(practice, "2026-03-02", words, *FIRST.get(words[0], ["y"]))
    later = Person(practice, *words, today="2026-03-03")
    if words[0] == "discharge":  # its forms are asked before
        later.answers("")
    assert later.answers("") == [OFFER.format("2026-03-02", "[y/N]")]
    assert later.stops_at_the_next_prompt() == 130
    assert kept_in(practice) == kept


def test_what_is_typed_for_another_day_does_not_take_its_place(practice):
    words = ("log-session", "c-ab1")
    (kept,) = typed_on(practice, "2026-03-02", words, "14:00").values()
    found = typed_on(practice, "2026-03-04", words, "", "15:00")
    assert len(found) == 2
    assert kept in found.values()
    assert b"2026-03-04" in found["log-session-c-ab1.json"]


def test_nor_does_what_is_saved_without_a_question(goalctl, practice):
    kept = typed_on(practice, "2026-02-27", ("review", "c-ab1"), "continue")
    goalctl("review", "c-ab1", "g1.1", "--decision", "g1.1=continue", status=0)
    assert list(kept_in(practice).values()) == list(kept.values())


def test_what_was_taken_up_is_gone_once_it_is_saved(practice):
    words = ("agree", "c-ab1")
    typed_on(practice, "2026-03-02", words, "client")
    later = Person(practice, *words, today="2026-03-03")
    later.answers("y", "", "verbal", "")
    assert later.leaves() == 0
    assert kept_in(practice) == {}


@pytest.mark.parametrize("words", OF_NO_DAY.values(), ids=OF_NO_DAY)
def test_what_is_about_no_day_is_taken_up_by_enter_and_its_day_named(practice, words):
    typed_on(practice, "2026-03-02", words, *FIRST.get(words[0], ["Sleep better"]))
    later = Person(practice, *words, today="2026-03-03")
    assert later.sees_prompt() == OFFER.format("2026-03-02", "[Y/n]")
    assert later.stops() == 130


def test_the_day_is_that_of_the_option(practice):
    typed_on(practice, "2026-03-02", ("review", "c-ab1", "--date", "2026-02-27"), "continue")
    again = Person(practice, "review", "c-ab1")
    assert again.answers("") == [OFFER.format("2026-02-27", "[y/N]")]
    assert again.stops_at_the_next_prompt() == 130
    same = Person(practice, "review", "c-ab1", "--date", "2026-02-27")
    assert same.sees_prompt() == OFFER.format("2026-02-27", "[Y/n]")
    assert same.stops() == 130
