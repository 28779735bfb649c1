"""`goalctl explore`: where wishes, perfect days and values go, by options and with keys."""

import sys

import pytest

from goalctl.documents.read import read_data
from tests.cli.terminal import Terminal


def plan_of(plan_file):
    data, _ = read_data(plan_file.read_text(encoding="utf-8"))
    return data


def test_wishes_go_into_the_plan_with_what_is_in_the_way(goalctl, plan_file):
    told = goalctl("explore", "c-ab1", "magic-wand", "wish1=sleep at night", "in_the_way1=night shifts", status=0)
    assert told.err == (
        "c-ab1 · opened 2026-01-05 · last session 2026-02-02\n"
        "Magic wand of Mon 2026-03-02:\n"
        "+\n"
        "+discovery:\n"
        "+  magic_wand:\n"
        "+    - {wish: sleep at night, in_the_way: night shifts, on: 2026-03-02}\n"
        "next, for the wish that a little could be done about: goalctl add-goal c-ab1\n"
    )
    assert plan_of(plan_file)["discovery"]["magic_wand"] == [
        {"wish": "sleep at night", "in_the_way": "night shifts", "on": "2026-03-02"}
    ]


def test_wishes_of_another_day_stand_behind_the_earlier_ones(goalctl, plan_file):
    goalctl("explore", "c-ab1", "magic-wand", "wish1=sleep", status=0)
    goalctl("explore", "c-ab1", "magic-wand", "wish1=friends", "wish2=a dog", status=0)
    assert [wish["wish"] for wish in plan_of(plan_file)["discovery"]["magic_wand"]] == ["sleep", "friends", "a dog"]


def test_a_second_perfect_day_takes_the_place_of_the_first_which_stays_on_record(goalctl, plan_file):
    goalctl("explore", "c-ab1", "perfect-day", "today=up at noon", "in_a_year=up at seven", status=0)
    goalctl("explore", "c-ab1", "perfect-day", "today=up at ten", status=0)
    plan = plan_of(plan_file)
    assert plan["discovery"]["perfect_day"] == {"today": "up at ten", "in_a_year": "up at seven", "on": "2026-03-02"}
    assert plan["changes"][0]["from"] == "up at noon"


def test_values_are_added_once(goalctl, plan_file):
    goalctl("explore", "c-ab1", "values", "value1=being a patient father", "value2=staying sober", status=0)
    assert plan_of(plan_file)["values"] == [
        "being a patient father",
        {"value": "staying sober", "on": "2026-03-02"},
    ]
    again = goalctl("explore", "c-ab1", "values", "value1=staying sober", status=0)
    assert "the plan says all that already\n" in again.err


def test_what_the_plan_has_no_place_for_is_kept_with_the_whole_sheet_in_the_log(goalctl, plan_file):
    goalctl("explore", "c-ab1", "values", "value1=being fair", "lived1=3", status=0)
    newest = plan_of(plan_file)["sessions"][-1]
    assert (newest["kind"], newest["forms"]) == ("journal", {"values": {"value1": "being fair", "lived1": "3"}})


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("magic-wand",), "goalctl: the answers are missing\n"),
        (("phq-9", "q1=1"), "goalctl: phq-9 is no exercise\n"),
        (("magic-wand", "wish9=x"), "goalctl: 'wish9=x' answers no item of Magic wand\n"),
        (("values", "lived1=11"), "goalctl: lived1: 11 is not an answer to lived1\n"),
    ],
    ids=["nothing", "no exercise", "no item", "off the range"],
)
def test_what_does_not_fit_is_refused(goalctl, words, told):
    assert goalctl("explore", "c-ab1", *words, status=2).err.startswith(told)


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_at_a_terminal_a_skipped_wish_skips_what_is_in_its_way(practice, plan_file):
    terminal = Terminal(practice, "explore", "c-ab1", "magic-wand")
    terminal.answer("> ", "friends who call\r")
    terminal.answer("in the way of it today? > ", "I stopped answering\r")
    terminal.answer("3/7 The second wish? > ", "\r")
    terminal.answer("5/7 The third? > ", "\r")
    terminal.answer("> ", "\r")
    terminal.answer("Enter saves it for c-ab1, < goes back > ", "\r")
    assert terminal.end() == 0
    assert plan_of(plan_file)["discovery"]["magic_wand"] == [
        {"wish": "friends who call", "in_the_way": "I stopped answering", "on": "2026-03-09"}
    ]
