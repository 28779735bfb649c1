"""A number beside words that the form does not have says its answer only where the table shows what it counts from."""

from datetime import date

import pytest

from goalctl.exchange.cells import Conventions
from goalctl.exchange.scores import ScoreReader
from goalctl.exchange.table import TableRow
from goalctl.library.shelf import FormShelf

FORMS = FormShelf()
FROM_ONE = ["1 - Überhaupt nicht", "2 - An einzelnen Tagen", "1 - Überhaupt nicht"]
FROM_NOUGHT = ["0 - Überhaupt nicht", "1 - An einzelnen Tagen", "0 - Überhaupt nicht"]


def read(*fillings, form="phq-9", answers=None):
    written = Conventions(answers=answers or {})
    rows = [
        TableRow(line, {"client": "c-ab1", "date": "2026-01-12", "id": form, "part": f"q{n}", "score": text,
                        "entry": str(line)})
        for line, filling in enumerate(fillings, start=2)
        for n, text in enumerate(filling, start=1)
    ]  # fmt: skip
    return ScoreReader(FORMS, written, date(2026, 1, 31)).read(rows)


def said(found):
    assert not found.bad, found.bad
    return [list(score.answers.values()) for score in found.scores]


def test_what_may_be_counted_from_one_is_refused_with_the_way_in():
    (fault,) = read(FROM_ONE).bad
    assert "'1 - Überhaupt nicht' has no words of PHQ-9, and may count from another number" in str(fault)
    assert "answers: {phq-9: {…: …}}" in str(fault)


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(FROM_NOUGHT, id="in other words"),
        pytest.param(["0"], id="alone"),
        pytest.param(["not at all"], id="its own"),
    ],
)
def test_a_nought_somewhere_in_the_table_says_that_it_counts_from_there(beside):
    assert said(read(FROM_ONE, beside))[0] == ["1", "2", "1"]
    assert said(read(FROM_NOUGHT)) == [["0", "1", "0"]]


def test_a_form_that_begins_at_one_is_told_by_its_highest_answer():
    assert read(["1 - nie", "4 - meistens"], form="k10").bad
    assert said(read(["1 - nie", "5 - immer"], form="k10")) == [["1", "5"]]


def test_a_mapping_says_what_the_words_mean():
    words = {"phq-9": {"1 - Überhaupt nicht": "0", "2 - An einzelnen Tagen": "1"}}
    assert said(read(FROM_ONE, answers=words)) == [["0", "1", "0"]]


def test_words_of_the_form_need_no_proof():
    assert said(read(["1 - several days", "2 (more than half the days)", "1"])) == [["1", "2", "1"]]


def test_each_filling_of_such_words_is_told():
    assert len(read(FROM_ONE, ["3 - Beinahe jeden Tag"], ["2"]).bad) == 2
