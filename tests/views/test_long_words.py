"""A word that is longer than its column is broken there: what runs off a page of paper is lost."""

import re

import pytest

from goalctl.views.frame import breakable
from goalctl.views.listing import Column, Listing, Row
from goalctl.views.listings.html import html_page
from goalctl.views.style_sheet import STYLE_SHEET

LINK = f"https://example.org/{'a' * 200}"


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        ("a" * 30, "a" * 30),
        ("a" * 31, f"{'a' * 20}<wbr>{'a' * 11}"),
        (f"<td data-head='{'a' * 40}'>b</td>", f"<td data-head='{'a' * 40}'>b</td>"),
        (f"<svg><text>{'a' * 40}</text></svg>", f"<svg><text>{'a' * 40}</text></svg>"),
        ("&lt;" * 31, f"{'&lt;' * 20}<wbr>{'&lt;' * 11}"),
        (f"{'a' * 20}\u0301{'b' * 20}", f"{'a' * 20}\u0301<wbr>{'b' * 20}"),
        ("\u3042" * 40, "\u3042" * 40),
    ],
    ids=["30 letters", "31", "an attribute", "a picture", "entities", "a mark upon a letter", "written without blanks"],
)
def test_a_long_word_can_be_broken_and_nothing_else_changes(markup, made):
    assert breakable(markup) == made


def test_a_word_that_can_be_broken_nowhere_stays_as_it_is():
    word = "\u0301" * 50_000  # looked for again from each mark this took minutes
    assert breakable(word) == word


def test_a_long_word_in_a_table_of_a_listing_can_be_broken():
    page = html_page(Listing("find", (Column("says", "says", keep=False),), (Row({"says": LINK}),), "Nothing."))
    assert max(map(len, re.findall(r">([^<]*)<", page.partition("<main>")[2]))) <= 30


def test_a_long_first_cell_is_wrapped_and_words_in_a_fact_are_not_broken_by_their_letters():
    assert "tbody th.long { white-space: normal; }" in STYLE_SHEET
    assert "anywhere" not in STYLE_SHEET.partition("@media screen and (max-width: 40rem)")[0]
