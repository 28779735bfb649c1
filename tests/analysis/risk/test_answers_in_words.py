"""An answer to a risk item that the form can't read is read as a person would: it is never taken for nothing."""

import pytest

from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.risk.row import Mark
from goalctl.model.answers import answers_from
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
    both = {"phq-9": {"total": 27, "q9": "nearly every day"}}
    assert [one.answer for row in rows(entry(forms=both)) for one in row.detail] == ["nearly every day"]
    again, more = ({"phq-9": {"total": 9, "q9": words}} for words in ("several days", "nearly every day"))
    assert [row.needs_act for row in rows(first, asked, entry(7, forms=again), today=7)] == [False]
    assert [row.needs_act for row in rows(first, asked, entry(7, forms=more), today=7)] == [True]


@pytest.mark.parametrize("name", ["phq9", "phq9@anna"])
def test_a_form_named_as_people_write_it_tells_its_risk(name):
    (found,) = rows(entry(forms={name: [1, 1, 1, 1, 1, 1, 1, 1, 2]}), forms=FORMS)
    assert (found.needs_act, found.detail[0].item) == (True, "q9")


def texts_of(total):
    return {key: str(value) for key, value in total.items()} if isinstance(total, dict) else str(total)


@pytest.mark.parametrize("total", [25, 27, {"total": 25, "q8": 3}, {"total": 10, **{f"q{n}": 1 for n in range(1, 9)}}])
def test_a_total_that_nothing_else_reaches_tells_the_item(total):
    (found,) = rows(entry(forms={"phq-9": total}))
    stated = total if isinstance(total, int) else total["total"]
    assert [(one.item, one.answer) for one in found.detail] == [("q9", f"total {stated}")]
    score = score_of(FORMS["phq-9"], answers_from(texts_of(total)))
    assert ([one.answer for one in score.endorsed], score.unasked) == ([f"total {stated}"], ())


@pytest.mark.parametrize("total", [24, 28, {"total": 24, "q8": 3}, {"total": 8, **{f"q{n}": 1 for n in range(1, 9)}}])
def test_a_total_that_may_do_without_it_tells_that_it_was_not_asked(total):
    found = picture(entry(forms={"phq-9": total}))
    assert (found.rows, [gap.items for gap in found.not_asked]) == ((), [("q9",)])


@pytest.mark.parametrize(("total", "told"), [(26, ()), (48, ()), (50, ("total 50",))], ids=str)
def test_of_a_total_that_is_multiplied_the_points_before_that_tell_the_item(total, told):
    scoring = FORMS["phq-9"].scoring.model_copy(update={"multiply": 2.0})
    doubled = FORMS["phq-9"].model_copy(update={"scoring": scoring})
    assert tuple(one.answer for one in score_of(doubled, answers_from(str(total))).endorsed) == told
