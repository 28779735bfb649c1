"""One session that was typed in twice, on one machine or on two: it counts twice until somebody is told."""

import pytest

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
