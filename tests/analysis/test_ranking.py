"""Finding texts by a few words: which words are the same, what counts for how much, and what is too little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.analysis.ranking import Findable, Ranking, stem_of, words_of


def ranking(*texts):
    return Ranking([Findable(text) for text in texts])


def test_a_word_is_told_from_others_without_the_small_ones_and_one_with_dashes_also_by_its_parts():
    assert words_of("The Client's mother-in-law walks, and SINGS at 7") == (
        *("client", "mother-in-law", "mother", "in", "law"),
        *("walks", "sings", "7"),
    )


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("walks", "walk"),
        ("walking", "walk"),
        ("anxious", "anxi"),
        ("anxiety", "anxi"),
        ("dies", "die"),
        ("ages", "age"),
        ("use", "use"),
        ("bed", "bed"),
        ("sleep", "sleep"),
    ],
)
def test_a_word_is_known_by_its_stem_of_at_least_three_letters(word, stem):
    assert stem_of(word) == stem


def test_a_word_of_the_heading_counts_half_and_one_of_both_once_and_a_half():
    found = Findable("walks alone", beside="walks daily")
    assert found.weights == {"walks": 1.5, "alone": 1.0, "daily": 0.5}


def test_what_is_in_the_text_comes_before_what_is_in_its_heading():
    texts = [Findable("sing", beside="walk"), Findable("walk"), Findable("walks", beside="walking")]
    assert Ranking(texts).best("walk") == [1, 2, 0]


def test_a_rare_word_counts_for_more_than_a_frequent_one():
    assert ranking("walk home", "walk far", "swim").best("walk swim") == [2, 0, 1]
    assert ranking("walk home", "walk far", "walk swim").best("walk swim") == [2]


def test_a_third_of_the_words_is_not_enough_and_a_word_that_is_nowhere_is_passed_over():
    texts = ranking("walk", "swim", "sing")
    assert texts.best("walk swim sing") == []
    assert texts.best("walk swim") == [0, 1]
    assert texts.best("walk quarrel") == [0]
    assert texts.best("quarrel") == []


@pytest.mark.parametrize(("word", "found"), [("wlak", [0]), ("wlk", []), ("wxyk", [])])
def test_a_word_of_four_letters_may_have_one_slip(word, found):
    assert ranking("walk", "swim").best(word) == found


def test_a_mistyped_word_counts_for_less_than_one_that_is_there():
    assert ranking("running", "swim").best("runnign swim") == [1, 0]
    assert ranking("walk", "swim").best("wlak swim") == [1]


def test_the_words_most_like_a_mistyped_one_are_meant_at_most_three():
    assert ranking("sleeping", "sweeping").stems_meant("sleepng") == {"sleep"}
    assert len(ranking("bark", "mark", "dark", "park").stems_meant("xark")) == 3


def holders_of(texts):
    """Who holds which stem and how much that counts, from every word of every text."""
    holders = {}
    for position, text in enumerate(texts):
        for word, weight in text.weights.items():
            held = holders.setdefault(stem_of(word), {})
            held[position] = max(weight, held.get(position, weight))
    return holders


SPELT = "walk Walks walking wall's well-being Straße STRASSE İs ies the up \ufb01ne fines é e\u0301 李明 d'accord x"
WORDS = st.sampled_from(SPELT.split(" "))
TEXTS = st.lists(WORDS | st.text(max_size=6), max_size=6).map(" ".join)


@given(st.lists(st.builds(Findable, TEXTS, TEXTS), max_size=6), TEXTS)
def test_a_text_that_is_passed_over_for_its_letters_holds_no_word_of_that_stem(texts, query):
    ranking, holders = Ranking(texts), holders_of(texts)
    for word in words_of(query):
        if words_of(word) == (word,) and (held := holders.get(stem_of(word))):
            assert ranking.best(word) == sorted(held, key=lambda position: (-held[position], position))
            assert ranking.stems_meant(word) == {stem_of(word)}
