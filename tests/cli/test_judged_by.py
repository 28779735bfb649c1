"""By whose scores a goal is judged: asked when it is made in a plan of several people, and never somebody unknown."""

import sys

import pytest
from several_people import COUPLE, TEEN

from goalctl.documents.read import read_data

MEASURED = ("--by", "rating", "--baseline", "3", "--target", "7")
KNOWN = "known here: each, anna, ben, clinician\n"


@pytest.fixture
def couple(practice, plan_file):
    """A couple's plan in place of the usual one."""
    return instead(practice, plan_file, "c-two", COUPLE)


@pytest.fixture
def teen(practice, plan_file):
    """A teen's plan in place of the usual one."""
    return instead(practice, plan_file, "c-teen", TEEN)


def instead(practice, plan_file, name, text):
    plan_file.unlink()
    file = practice / "plans" / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def goals_in(file):
    return read_data(file.read_text(encoding="utf-8"))[0]["goals"]


@pytest.mark.parametrize(
    ("typed", "kept"), [("each", "each"), ("anna", "anna"), ("Ben", "ben"), ("clinician", "clinician")]
)
def test_an_option_says_whose_scores_decide(goalctl, couple, typed, kept):
    goalctl("add-goal", "c-two", "Sleeps", *MEASURED, "--judged-by", typed, status=0)
    assert goals_in(couple)[-1]["smart"]["measurable"]["judged_by"] == kept
    goalctl("add-objective", "c-two", "g1", "Naps", *MEASURED, "--judged-by", typed, status=0)
    assert goals_in(couple)[0]["objectives"][-1]["measurable"]["judged_by"] == kept


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("add-goal", "c-two", "Sleeps", *MEASURED, "--judged-by", "bem"), "--judged-by"),
        (("add-objective", "c-two", "g1", "Naps", *MEASURED, "--judged-by", "bem"), "--judged-by"),
        (("set", "c-two", "g1", "judged_by=bem", "--because", "agreed"), "judged_by"),
    ],
    ids=["goal", "objective", "set"],
)
def test_a_name_that_nobody_has_is_refused_with_the_nearest_and_all_there_are(goalctl, couple, words, option):
    refused = goalctl(*words, status=2)
    assert refused.err.endswith(f"goalctl: {option}: bem is nobody of this plan\n   hint: did you mean ben? {KNOWN}")
    assert couple.read_text(encoding="utf-8") == COUPLE


def test_set_changes_it_on_record(goalctl, couple):
    goalctl("set", "c-two", "g1", "judged_by=Anna", "--because", "agreed", status=0)
    assert goals_in(couple)[0]["smart"]["measurable"]["judged_by"] == "anna"
    assert "what: smart.measurable.judged_by" in couple.read_text(encoding="utf-8")


def test_with_one_client_any_rater_may_be_named(goalctl, plan_file):
    goalctl("set", "c-ab1", "g1.1", "judged_by=teacher", "--because", "agreed", status=0)
    assert "judged_by: teacher" in plan_file.read_text(encoding="utf-8")


def test_a_judge_written_by_hand_is_known_in_a_minor_s_plan_too(goalctl, teen):
    teen.write_text(TEEN.replace("judged_by: client", "judged_by: mothr"), encoding="utf-8")
    told = goalctl("check").out
    assert "warning[E209]: mothr is none of the people of this plan" in told
    assert "hint: did you mean mother?" in told


terminal = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")


@terminal
@pytest.mark.parametrize(("typed", "kept"), [("", "each"), ("carol", "ben"), ("anna", "anna")], ids=str)
def test_a_couple_is_asked_and_each_is_proposed(practice, couple, typed, kept):
    from keyboard import Person

    again = ["ben"] if typed == "carol" else []
    person = Person(practice, "add-goal", "c-two")
    person.answers("Sleeps", "mood 0..10: 3 -> 7", typed, *again, "6w", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert "Whose scores decide?\n   each, anna, ben, clinician; each is all of them\n[each] > " in person.screen
    assert goals_in(couple)[-1]["smart"]["measurable"]["judged_by"] == kept


@terminal
def test_a_form_of_one_partner_says_it_already(practice, couple):
    from keyboard import Person

    person = Person(practice, "add-goal", "c-two")
    person.answers("Sleeps", "phq-9@anna: 18 -> 9", "6w", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert "Whose scores decide?" not in person.screen
    assert "judged_by" not in goals_in(couple)[-1]["smart"]["measurable"]


@terminal
def test_in_a_minor_s_plan_the_client_is_proposed(practice, teen):
    from keyboard import Person

    person = Person(practice, "add-objective", "c-teen")
    person.answers("", "Takes the bus", "rides/week 0..7: 1 -> 4", "", "6w", "", "")
    assert person.leaves() == 0
    assert "[client] > " in person.screen
    assert goals_in(teen)[0]["objectives"][-1]["measurable"]["judged_by"] == "client"


@terminal
def test_the_talk_asks_it_too(practice, couple):
    from keyboard import Person

    said = ["Sleeps", *[""] * 8, "A walk", *[""] * 4, "1", *[""] * 6, "mood 0..10: 3 -> 7"]
    person = Person(practice, "add-goal", "c-two", "--grow")
    person.answers(*said, "ben", ".")
    assert person.leaves() == 0
    assert goals_in(couple)[-1]["smart"]["measurable"]["judged_by"] == "ben"


@terminal
def test_a_client_alone_is_not_asked(practice, plan_file):
    from keyboard import Person

    person = Person(practice, "add-goal", "c-ab1")
    person.answers("Sleeps", "mood 0..10: 3 -> 7", "6w", "", "", "", "", "", "")
    assert person.leaves() == 0
    assert "Whose scores decide?" not in person.screen
    assert "judged_by" not in plan_file.read_text(encoding="utf-8")
