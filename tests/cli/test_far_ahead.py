"""A next appointment or review that is years away is asked about: until then nobody would be missed."""

import pytest

SLIP = "2062-03-09 is 36 years after 2026-03-02: is the year right? If not: goalctl edit c-ab1\n"
WAYS = {
    "log-session": ("log-session", "c-ab1", "g1.1=2", "--next", "2062-03-09"),
    "review": ("review", "c-ab1", "g1", "--decision", "g1=continue", "--next", "2062-03-09"),
    "the whole plan's review": ("review", "c-ab1", "--decision", "g1=continue", "--next", "2062-03-09"),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_slip_of_the_year_is_told_on_every_way_in(goalctl, way):
    told = goalctl(*WAYS[way], status=0)
    assert SLIP in told.err
    assert "is the year right" not in goalctl("log-session", "c-ab1", "g1.1=3", status=0).err  # and once only


def test_a_group_is_told_of_each_client(goalctl):
    goalctl("add-client", "c-cd2", "--problem", "Worry", status=0)
    told = goalctl("log-group", "c-ab1", "c-cd2", "--next", "2062-03-09", status=0).err
    assert f"c-ab1: {SLIP}" in told
    assert told.count("is 36 years after 2026-03-02: is the year right?") == 2


def test_an_amendment_is_a_way_in(goalctl):
    told = goalctl("amend", "c-ab1", "def456", "next=2036-02-09", "--because", "moved", status=0).err
    assert "2036-02-09 is 10 years after 2026-02-02: is the year right?" in told


@pytest.mark.parametrize(("day", "is_told"), [("2027-03-03", False), ("2027-03-04", True)], ids=["366 days", "367"])
def test_a_year_ahead_is_no_slip(goalctl, day, is_told):
    told = goalctl("log-session", "c-ab1", "g1.1=2", "--next", day, status=0).err
    assert ("is 1 year after 2026-03-02: is the year right?" in told) is is_told
