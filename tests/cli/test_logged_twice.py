"""One session that was typed in twice, on one machine or on two: it counts twice until somebody is told."""

import pytest

from tests.faults.repositories import begin

NOTE = ("--note", "Rang her sister.")
AT_TEN = ("--time", "10:00-10:50", "--cpt", "90834")


def log(goalctl, *words):
    return goalctl("log-session", "c-ab1", "--date", "2026-02-27", *words, status=0)


@pytest.mark.parametrize(
    ("first", "again", "is_told"),
    [
        (("g1.1=3", *NOTE, *AT_TEN), ("g1.1=3", *NOTE, *AT_TEN, "--homework", "Ring Jo"), True),
        (("g1.1=3", *AT_TEN), ("g1.1=4", "--note", "Other words.", "--time", "10:00-11:00"), True),
        (("g1.1=3", *NOTE), ("g1.1=3", *NOTE, *AT_TEN), True),
        (("g1.1=3", *NOTE), ("g1.1=3", *NOTE, "--next", "+1w"), True),
        (("g1.1=3", *NOTE, *AT_TEN), ("g1.1=3", *NOTE, "--time", "14:00-14:50"), False),
        (("g1.1=3", *NOTE), ("g1.1=4", *NOTE), False),
        ((*NOTE, "--kind", "phone"), (*NOTE, "--kind", "phone"), False),
        ((*NOTE, *AT_TEN, "--by", "s.lee"), (*NOTE, *AT_TEN), False),
        ((), (), False),
    ],
    ids=[
        "all of it", "one hour, other words", "one without its hour", "no hour at all", "two hours", "two scores",
        "two calls", "two clinicians", "nothing said",
    ],
)  # fmt: skip
def test_a_session_that_stands_twice_is_told_when_it_is_logged_and_by_check(goalctl, first, again, is_told):
    """Its minutes and code were billed twice, its scores judged as two, and nothing said so."""
    entry = log(goalctl, *first).out.strip()
    said = log(goalctl, *again).err
    assert (f" stands twice now, as {entry}: a slip? If so: goalctl edit c-ab1\n" in said) is is_told
    found = goalctl("check", "c-ab1", "--select", "C114", status=int(is_told)).out
    assert (" of 2026-02-27" in found and " stands twice, here and in " in found) is is_told


def test_the_hint_voids_the_one_of_the_two_that_says_no_more_than_the_other(goalctl):
    """The hour and the code are of the second entry alone."""
    first = log(goalctl, "g1.1=3", *NOTE, "--homework", "Ring Jo").out.strip()
    log(goalctl, "g1.1=3", *NOTE, *AT_TEN, "--homework", "Ring Jo")
    found = goalctl("check", "c-ab1", "--select", "C114", status=1).out
    assert f"hint: the other has it all: goalctl void c-ab1 {first} --because twice\n" in found
    goalctl("void", "c-ab1", first, "--because", "twice", status=0)
    assert goalctl("check", "c-ab1", "--select", "C114", status=0).out == ""


def test_the_way_back_from_what_changed_many_plans_is_one_step(goalctl, practice, plan_file):
    """Following the hint of the second client as well took back the meeting that was there before."""
    other = practice / "plans" / "c-ab2.yaml"
    other.write_text(plan_file.read_text(encoding="utf-8").replace("c-ab1", "c-ab2"), encoding="utf-8")
    begin(practice)
    words = ("log-group", "c-ab1", "c-ab2", "--group", "monday", "--time", "18:00", "--note", "Round.")
    goalctl(*words, status=0)
    said = goalctl(*words, status=0).err
    for client in ("c-ab1", "c-ab2"):
        assert f"If so: goalctl undo {client}, once for every plan that changed\n" in said
    goalctl("undo", "c-ab1", status=0)
    assert other.read_text(encoding="utf-8").count("group: monday") == 1
