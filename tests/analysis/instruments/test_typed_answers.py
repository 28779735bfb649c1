"""Answers as they are typed for a session, and the shortest way in which a plan holds them."""

import pytest

from goalctl.analysis.instruments.typed_answers import filed_answers, form_value, tidy_answers
from goalctl.library.shelf import FormShelf
from goalctl.model.ids import form_ref_from
from goalctl.model.scalars import ScalarError

FORMS = FormShelf()
PHQ_9, REF = FORMS["phq-9"], form_ref_from("phq-9")
NINE = {f"q{n}": "1" for n in range(1, 10)}
EIGHT = {f"q{n}": "1" for n in range(1, 9)}


@pytest.mark.parametrize(("line", "value"), [("27", {"total": "27"}), ("0", {"total": "0"})], ids=["highest", "lowest"])
def test_a_total_that_the_form_can_have_is_kept_apart_so_that_its_risk_item_can_be_asked(line, value):
    assert form_value(PHQ_9, REF, line) == value


@pytest.mark.parametrize("line", ["28", "223212214"], ids=["one above the highest total", "an answer off the scale"])
def test_what_the_form_can_not_have_is_refused_while_it_is_typed(line):
    with pytest.raises(ScalarError):
        form_value(PHQ_9, REF, line)


@pytest.mark.parametrize(
    ("answers", "tidy"),
    [
        (NINE, ["1"] * 9),
        (EIGHT, EIGHT),
        ({"total": "14"}, "14"),
        ({"total": "14", "q9": "1"}, {"total": "14", "q9": "1"}),
    ],
    ids=["every item", "one less", "a total alone", "a total with its risk item"],
)
def test_a_row_is_a_list_only_when_every_item_is_answered(answers, tidy):
    assert tidy_answers({"phq-9": answers}, FORMS) == {"phq-9": tidy}


def test_a_form_that_was_begun_and_not_answered_is_left_out():
    assert tidy_answers({"phq-9": {}}, FORMS) == {}


def test_what_can_not_be_any_answers_says_why():
    answers, findings = filed_answers("phq-9", {"q1": ["1"]})
    assert answers is None
    assert findings
