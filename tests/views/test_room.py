"""Lines for pages that are to fit on one screen."""

import pytest

from goalctl.views.listing import Tone
from goalctl.views.page import Line
from goalctl.views.screens.fitting import Room, ScreenPart, laid_out, rows_of, with_its_head_in_sight, within_room

PARTS = [ScreenPart("first", [Line("a", 1)] * 3, "goalctl a"), ScreenPart("last", [Line("b", 1)] * 2, "goalctl b")]


@pytest.mark.parametrize(
    ("room", "indent", "shown"),
    [
        (None, 0, "four words in one line"),
        (22, 0, "four words in one line"),
        (21, 0, "four words in one li…"),
        (22, 1, "four words in one l…"),
        (11, 0, "four words…"),
    ],
    ids=["any width", "as wide as it is", "one column too few", "indented", "cut at a space"],
)
def test_a_line_is_cut_to_the_columns_there_are(room, indent, shown):
    assert within_room(Line("four words\nin one line", indent), room) == Line(shown, indent)


def test_the_end_of_a_line_is_kept_whole():
    assert within_room(Line("a reason that is long"), 20, end=" (and 2 more)").text == "a reas… (and 2 more)"


@pytest.mark.parametrize(
    ("height", "shown"),
    [
        (9, ["", "first", "a", "a", "a", "", "last", "b", "b"]),
        (8, ["first", "a", "a", "a", "last", "b", "b"]),
        (6, ["first", "a", "a", "a", "left out here: last 2 (goalctl b)"]),
        (4, ["first", "a", "and 2 more: goalctl a", "left out here: last 2 (goalctl b)"]),
    ],
    ids=["all of it", "one row too few: no space", "the last part goes", "the first one shrinks"],
)
def test_what_matters_most_stays_and_what_goes_is_named(height, shown):
    assert [line.text for line in laid_out(PARTS, Room(80, height))] == shown


def test_what_is_left_out_is_named_to_its_end_on_a_narrow_terminal():
    *_, left_out = laid_out(PARTS, Room(20, 6))
    assert left_out.text == "left out here: last 2 (goalctl b)"
    assert rows_of([left_out], 20) == 2


def test_into_a_pipe_nothing_is_left_out():
    assert [line.text for line in laid_out(PARTS, None)] == ["", "first", "a", "a", "a", "", "last", "b", "b"]


def test_a_line_that_wraps_takes_the_rows_that_it_takes():
    assert rows_of([Line("four words in line"), Line("")], 10) == 3


@pytest.mark.parametrize(("height", "again"), [(4, []), (3, ["", "who", "RISK"])], ids=["it fits", "a row too few"])
def test_the_head_of_a_long_page_stands_at_its_end_too(height, again):
    page = [Line("who"), Line("RISK", tone=Tone.BAD), Line("g1"), Line("g2")]
    assert [line.text for line in with_its_head_in_sight(page, Room(80, height))] == ["who", "RISK", "g1", "g2", *again]
