"""How much is enough: findings of one kind, words in a message, zero bytes of a wide text, line ends of a mixed one."""

import pytest

from goalctl.documents.edit import InsertKey, text_after
from goalctl.documents.read import read_data
from goalctl.documents.text import MAX_PER_CODE, MAX_WORDS, source_of, start_of_words


@pytest.mark.parametrize(
    ("slips", "told", "more"),
    [
        pytest.param(MAX_PER_CODE - 1, MAX_PER_CODE - 1, "", id="one below"),
        pytest.param(MAX_PER_CODE, MAX_PER_CODE, "", id="all of them"),
        pytest.param(MAX_PER_CODE + 1, MAX_PER_CODE, "(and 1 more like this)", id="one above"),
        pytest.param(MAX_PER_CODE + 2, MAX_PER_CODE, "(and 2 more like this)", id="two above"),
    ],
)
def test_the_first_twenty_of_a_kind_are_told_and_the_others_counted(slips, told, more):
    findings = source_of(b"x: \x07\n" * slips).findings
    assert len(findings) == told
    assert [finding.message.endswith(")") for finding in findings] == [False] * (told - 1) + [bool(more)]
    assert findings[-1].message.endswith(more)


@pytest.mark.parametrize("length", [MAX_WORDS - 1, MAX_WORDS])
def test_words_that_fit_into_a_message_stay_whole(length):
    assert start_of_words("a" * length) == "a" * length


def test_one_letter_too_many_is_cut_and_marked():
    assert start_of_words("a" * (MAX_WORDS + 1)) == "a" * (MAX_WORDS - 1) + "…"


@pytest.mark.parametrize(
    ("wide", "code"), [pytest.param(2, "E107", id="two of five"), pytest.param(3, "E103", id="three of five")]
)
def test_more_than_two_of_five_pairs_with_a_zero_byte_are_utf_16(wide, code):
    assert source_of(b"a\0" * wide + b"ab" * (5 - wide)).findings[0].code == code


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        pytest.param("a: 1\r\nb: 2\nc: 3\n", "\n", id="fewer of Windows"),
        pytest.param("a: 1\r\nb: 2\n", "\n", id="as many"),
        pytest.param("a: 1\r\nb: 2\r\nc: 3\n", "\r\n", id="more of Windows"),
    ],
)
def test_a_new_line_ends_as_most_lines_do(text, newline):
    assert text_after(text, [InsertKey((), "z", "9")]) == f"{text}z: 9{newline}"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("a: 1\n&a b: c: d\n", ["E111"], id="on the first letter of the line"),
        pytest.param("a: &a b: c: d\n", ["E111"], id="on the fourth"),
        pytest.param("&a x: 1\nb: c: d\n", ["E111", "E109"], id="on the line before"),
    ],
)
def test_a_slip_on_the_line_of_an_anchor_is_told_with_the_anchor_alone(text, codes):
    assert [finding.code for finding in read_data(text)[1]] == codes
