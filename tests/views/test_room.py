"""Lines for pages that are to fit on one screen."""

import pytest

from goalctl.views.page import Line
from goalctl.views.screens.fitting import within_room


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
