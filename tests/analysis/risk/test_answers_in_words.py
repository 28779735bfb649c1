"""An answer to a risk item that the form can't read is read as a person would: it is never taken for nothing."""

import pytest

from goalctl.analysis.risk.row import Mark
from goalctl.model.form import Form
from goalctl.model.validate import record_from
from tests.analysis.risk.at_risk import FORMS, entry, picture, rows

ENDORSED = [
    {"q9": "several days"}, {"q9": "Several Days"}, {"q9": "1 (several days)"}, {"q9": "1 - several days"},
    {"q9": "2+"}, {"q9": "2,0"}, {"q9": "\uff12"}, {"q9": 0.5}, {"q9": "yes"}, {"q9": "two"}, {"q9": "refused to say"},
    {"Q9": 2}, {"9": 2}, {"item 9": 2}, {"item9": "several days"},
]  # fmt: skip
NOT_ASKED = [{"q9": "not asked"}, {"q9": "?"}, {"q9": "n/a"}, {"q9": "not at all"}, {"q9": "0 (not at all)"},
             {"q9": -9}, {"q8": 3}, {"phq9": 14}, {"Q9": None}]  # fmt: skip
OWN = {
    "form": "check-in",
    "name": "Check-in",
    "options": {"0": "never", "1": "now and then"},
    "items": [{"id": "b", "ask": "B"}, {"id": "d", "ask": "D", "type": "yes-no"}],
    "risk": [{"item": item, "when": ">= 1", "says": "harm", "concern": "self-harm"} for item in ("b", "d")],
}


@pytest.mark.parametrize("answers", ENDORSED, ids=str)
def test_it_is_endorsed_and_marked_where_it_does_not_fit(answers):
    (found,) = rows(entry(forms={"phq-9": {"total": 9, **answers}}))
    (one,) = found.detail
    assert (found.needs_act, one.item, one.answer) == (True, "q9", str(next(iter(answers.values()))))
    assert (Mark.UNFIT in one.marks) == (one.answer != "2")


@pytest.mark.parametrize("answers", NOT_ASKED, ids=str)
def test_what_denies_or_says_that_nobody_asked_is_not_asked(answers):
    found = picture(entry(forms={"phq-9": {"total": 9, **answers}}))
    assert (found.rows, [gap.items for gap in found.not_asked]) == ((), [("q9",)])


@pytest.mark.parametrize(
    "answers", [{"b": "Now and then"}, {"d": "yes, daily"}, {"d": "\u2611"}, ["now and then", None]]
)
def test_so_it_is_on_a_form_of_the_practice(answers):
    form, problems = record_from(Form, OWN)
    assert not problems
    (found,) = rows(entry(forms={"check-in": answers}), forms={"check-in": form})
    assert found.needs_act


def test_what_was_known_of_a_label_is_its_number():
    first = entry(0, forms={"phq-9": {"total": 9, "q9": "several days"}})
    asked = entry(0, risk={"ideation": "passive"})
    again, more = ({"phq-9": {"total": 9, "q9": words}} for words in ("several days", "nearly every day"))
    assert [row.needs_act for row in rows(first, asked, entry(7, forms=again), today=7)] == [False]
    assert [row.needs_act for row in rows(first, asked, entry(7, forms=more), today=7)] == [True]


@pytest.mark.parametrize("name", ["phq9", "phq9@anna"])
def test_a_form_named_as_people_write_it_tells_its_risk(name):
    (found,) = rows(entry(forms={name: [1, 1, 1, 1, 1, 1, 1, 1, 2]}), forms=FORMS)
    assert (found.needs_act, found.detail[0].item) == (True, "q9")
