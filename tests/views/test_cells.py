"""Columns of a terminal: a Chinese or Japanese character and an emoji take two of them (UAX #11, East Asian Width)."""

import pytest

from goalctl.views.cells import columns_of, padded, within_columns, within_rows, wrapped
from goalctl.views.page import Line
from goalctl.views.screens.fitting import rows_of, within_room


@pytest.mark.parametrize(
    ("text", "columns"), [("a · → ≥…", 8), ("Übung", 5), ("u\u0308", 1), ("睡眠", 4), ("ok 😀", 5), ("Жил", 3)]
)
def test_a_wide_character_takes_two_columns(text, columns):
    assert columns_of(text) == columns


@pytest.mark.parametrize(
    ("most", "shown"), [(8, "睡眠日記"), (7, "睡眠日…"), (6, "睡眠…"), (1, "…")], ids=["fits", "odd", "even", "one"]
)
def test_wide_text_is_cut_to_the_columns_there_are(most, shown):
    assert within_columns("睡眠日記", most) == shown
    assert within_room(Line("睡眠日記", 1), most + 2).text == shown


def test_wide_words_are_padded_to_columns():
    assert padded("睡眠", 6) + "|" == "睡眠  |"


def test_wide_text_takes_the_rows_that_it_takes():
    assert wrapped("c-1 睡眠日記 ok", 6) == ["c-1", "睡眠日", "記 ok"]
    assert rows_of([Line("睡眠日記をつける")], 8) == 2


def test_a_text_within_rows_keeps_its_words_whole_and_its_hyphens():
    assert within_rows("a follow-up call with her sister", 11, 2) == "a follow-up call with …"
    assert within_rows("睡眠日記をつける", 8, 1) == "睡眠日 …"
    assert within_rows("two words", 9, 1) == "two words"
