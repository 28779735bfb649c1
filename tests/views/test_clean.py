"""What may be shown as it is: letters of every script with what belongs to their spelling, and nothing that hides."""

import pytest

from goalctl.views.clean import clean, one_line

WANT = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"  # Persian: I want


@pytest.mark.parametrize(
    "text",
    [WANT, "Kranken\u00adkasse", "\u0915\u094d\u200c\u0937"],
    ids=["a half-space", "a soft hyphen", "a half-space after a mark"],
)
def test_what_belongs_to_the_spelling_of_a_word_is_text(text):
    assert (clean(text), one_line(text)) == (text, text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u200cword", "\\u200cword"),
        ("word\u00ad", "word\\xad"),
        ("a\u200c\u200cb", "a\\u200c\\u200cb"),
        ("g1\u200c2", "g1\\u200c2"),
        ("a\u200bb", "a\\u200bb"),
        (f"{WANT}\u202e", f"{WANT}\\u202e"),
    ],
    ids=["before a word", "behind it", "two of them", "between digits", "another one", "a bidi mark beside it"],
)
def test_anywhere_else_it_is_shown_as_what_it_is(text, shown):
    assert (clean(text), one_line(text)) == (shown, shown)
