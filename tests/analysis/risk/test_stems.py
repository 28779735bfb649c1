"""An expression is compiled only for a text that has one of its stems; what it finds is the same."""

import re
import sys
from pathlib import Path

import pytest

from goalctl.analysis.risk.notes import patterns, places_of_risk
from goalctl.analysis.risk.stems import STEMS
from goalctl.model import expression
from goalctl.model.expression import Expression, small_letters
from tests.analysis.risk.stems import MODULE, stems_of, written


def test_the_stems_are_those_of_the_patterns_as_they_are_now():
    assert MODULE.read_text(encoding="utf-8") == written(), "python -m tests.analysis.risk.stems"
    assert [list(each) for each in STEMS] == [stems_of(pattern) for pattern in patterns()]


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        ("kill(?:s|ed)? (?:him|her)self", ["kill h", "killed", "kills "]),
        ("(?:a|the )?rope", ["rope"]),
        (r"\bwants? \w+ dead\b", [" dead"]),
        ("(?i:S[./]?I)", ["s.i", "s/i", "si"]),
        ("(?!no )(?:cut|burn)+", ["burn", "cut"]),
        (r"\w+", []),
    ],
)
def test_what_must_stand_in_whatever_a_pattern_finds(pattern, stems):
    assert stems_of(pattern) == stems


def test_no_pattern_is_without():
    assert all(stems_of(pattern) for pattern in patterns())


def test_sentences_say_the_same_without_stems(monkeypatch):
    text = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8")
    lines = [*text.splitlines(), *text.upper().splitlines(), text]
    told = [places_of_risk(line) for line in lines]
    monkeypatch.setattr(Expression, "may_stand_in", lambda *_: True)
    assert [places_of_risk(line) for line in lines] == told


def test_small_letters_are_one_wherever_an_expression_takes_them_for_one():
    letters = sorted({letter for stems in STEMS for stem in stems for letter in stem})
    every = "".join(map(chr, range(0x80, sys.maxunicode + 1)))
    for letter in letters:
        alike = re.findall(re.escape(letter), every, re.IGNORECASE)
        assert {small_letters(one) for one in alike} <= {letter}


def test_of_a_text_without_a_stem_nothing_is_compiled():
    unread = Expression("(", stems=("rope",))
    assert list(unread.finditer("Walked.")) == []
    with pytest.raises(re.error):
        unread.finditer("A rope.")
    assert (unread.search("Walked."), unread.split("Walked."), unread.sub("x", "Walked.")) == (
        None,
        ["Walked."],
        "Walked.",
    )
    assert expression.small_letters("\u0130\u0131I") == "iii"
