"""Copied texts: found among thousands, and only where they are nearly the same."""

import random

import pytest

from goalctl.rules.a_cloned import OwnedText, Seen

NOTE = "Practised the breathing twice in the hour, spoke about the bus, and agreed on three stops until Friday"
WORDS = [f"word{n}" for n in range(400)]


def twins(*notes):
    seen = Seen()
    return [seen.twin_of(OwnedText(text, owner, owner)) for owner, text in notes]


def test_the_same_words_in_other_case_and_with_other_marks_are_a_copy():
    found = twins(("a", NOTE), ("b", NOTE.upper().replace(",", ";")))
    assert found[1].owner == "a"


def test_one_word_changed_in_a_long_text_is_still_a_copy():
    found = twins(("a", f"{NOTE}. {NOTE[::-1]} {NOTE}"), ("b", f"{NOTE}. {NOTE[::-1]} {NOTE} indeed"))
    assert found[1].owner == "a"


@pytest.mark.parametrize(
    ("event", "is_twin"), [("2026-02-02 tuesday", False), ("2026-02-09 tuesday", True), ("", True)]
)
def test_what_a_group_did_stands_in_every_plan_and_is_copied_only_from_another_hour(event, is_twin):
    seen = Seen()
    seen.twin_of(OwnedText(NOTE, "a", "a", "2026-02-02 tuesday"))
    assert (seen.twin_of(OwnedText(NOTE, "b", "b", event)) is not None) is is_twin


@pytest.mark.parametrize(
    ("note", "is_twin"),
    [
        pytest.param("今天我们一起练习了两次呼吸谈到了公交车并约定周五前坐三站", True, id="28 of Han"),
        pytest.param("今天我们一起练习了两次呼吸谈到了公交车并约定坐三", True, id="24 of Han"),
        pytest.param("今天我们一起练习了两次呼吸谈到了公交车并约定坐", False, id="23 of Han"),
        pytest.param("今天没有来 也没有打电话", False, id="did not come"),
        pytest.param("バスの話をして、一緒に呼吸の練習を二回した。金曜日までに三駅乗る", True, id="Japanese"),
        pytest.param("วันนี้เราฝึกหายใจด้วยกันสองครั้งและคุยเรื่องรถเมล์", True, id="Thai"),
        pytest.param("Walk 今天我们一起练习了两次呼吸谈到了公交车并约", True, id="one word and 21 of Han, as eight"),
        pytest.param("Walk今天我们一起练习了两次呼吸谈到了公交车并", False, id="one word and 20 of Han"),
    ],
)
def test_a_script_without_blanks_between_words_is_compared_letter_by_letter(note, is_twin):
    assert (twins(("a", note), ("b", note))[1] is not None) is is_twin
    assert twins(("a", note), ("b", note[::-1])) == [None, None]


def test_texts_of_one_owner_short_texts_and_different_texts_are_none():
    assert twins(("a", NOTE), ("a", NOTE)) == [None, None]
    assert twins(("a", "Did not come"), ("b", "Did not come")) == [None, None]
    assert (
        twins(("a", NOTE), ("b", "Alone on the bus for the first time, with a book and a bottle of water"))
        == [None] * 2
    )


@pytest.mark.parametrize(("words", "is_twin"), [(7, False), (8, True), (9, True)])
def test_a_text_of_eight_words_is_long_enough_to_be_a_copy(words, is_twin):
    text = " ".join(WORDS[:words])
    assert (twins(("a", text), ("b", text))[1] is not None) is is_twin


@pytest.mark.parametrize(
    ("short", "long", "is_twin"),
    [
        pytest.param(10, 13, False, id="8 of 11 runs"),
        pytest.param(10, 12, True, id="8 of 10 runs"),
        pytest.param(11, 12, True, id="9 of 10 runs"),
    ],
)
def test_four_of_five_runs_in_common_are_a_copy(short, long, is_twin):
    assert (twins(("a", " ".join(WORDS[:long])), ("b", " ".join(WORDS[:short])))[1] is not None) is is_twin


def test_nearly_every_copy_is_found_among_thousands():
    rng = random.Random(7)  # noqa: S311 - no secret
    texts = [" ".join(rng.choices(WORDS, k=40)) for _ in range(2000)]
    seen = Seen()
    assert not any(seen.twin_of(OwnedText(text, f"c{n}", "")) for n, text in enumerate(texts))
    copies = [f"{text} and more" for text in texts]
    found = sum(seen.twin_of(OwnedText(text, f"d{n}", "")) is not None for n, text in enumerate(copies))
    assert found >= 0.99 * len(copies)
