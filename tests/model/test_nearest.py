"""The one fuzzy matcher: what is taken for what, and what is not."""

import subprocess
import sys

import pytest

from goalctl.model.nearest import in_common, mistyped, nearest, one_slip_away, ranked

KEYS = ("goal", "status", "problem", "measurable", "deadline")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("gaol", "goal"), ("Goal", "goal"), ("goals", "goal"), ("stauts", "status"), ("measureable", "measurable"),
     ("dedline", "deadline"), ("colour", None), ("", None), ("g", None)],
)  # fmt: skip
def test_slips_are_mended_and_other_words_are_nobody_s(word, meant):
    assert nearest(word, KEYS) == meant


@pytest.mark.parametrize(("word", "meant"), [("g9", None), ("g11", "g1"), ("phq9", "phq-9"), ("G1", "g1")])
def test_of_an_id_of_two_signs_none_may_be_wrong(word, meant):
    assert nearest(word, ("g1", "g2", "phq-9")) == meant


@pytest.mark.parametrize(
    ("word", "is_found"), [("abcxx", True), ("abxxx", False)], ids=["two of five", "three of five"]
)
def test_two_letters_of_five_may_be_wrong(word, is_found):
    assert (nearest(word, ["abcde"]) == "abcde") is is_found


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("goal", ["add-goal"]),
        ("goals", ["add-goal"]),
        ("session", ["log-session"]),
        ("plan", ["planners"]),
        ("prepare", ["prep"]),
        ("pre", ["prep"]),
        ("ch", []),
        ("note", []),
    ],
)
def test_a_part_or_a_beginning_of_a_name_stands_for_it(word, meant):
    assert ranked(word, ["add-goal", "log-session", "planners", "prep", "chart"]) == meant


def test_the_best_come_first_and_ties_as_they_were_given():
    assert ranked("shwo", ["set", "shown", "shw", "show"]) == ["shw", "show", "shown"]
    assert ranked("shwo", ["shown", "shw", "show"], most=1) == ["shw"]


def test_what_is_far_behind_the_best_is_not_offered_beside_it():
    assert ranked("repot", ["redo", "report", "export"]) == ["report"]


def test_slips_alone_say_how_like_they_are():
    assert mistyped("walks", ["walk", "walkers", "talks"], like=0.7) == {
        "walk": 0.8,
        "talks": 0.8,
        "walkers": pytest.approx(5 / 7),
    }
    assert mistyped("goal", ["add-goal"], like=0.7) == {}


def test_no_choices_are_no_answer():
    assert nearest("show", []) is None


@pytest.mark.parametrize(("word", "meant"), [("waks", "walks"), ("wlaks", "walks"), ("wlak", None)])
def test_one_slip_is_one_slip(word, meant):
    assert one_slip_away(word, ("walks", "talks")) == meant


def test_texts_are_alike_by_their_longest_common_row_of_words():
    assert in_common(list("abcdef"), list("abdefg")) == pytest.approx(10 / 12)


def test_the_library_is_imported_by_the_first_unknown_word():
    code = "import sys, goalctl.model.nearest; assert not {'rapidfuzz', 'difflib'} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", code], check=True)
