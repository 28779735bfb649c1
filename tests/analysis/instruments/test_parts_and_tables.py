"""A total that comes of subscales, a sum that a table turns into a T score, and norms that fit the form."""

import pytest

from goalctl.analysis.instruments.form_check import form_findings
from goalctl.analysis.instruments.scoring import answer_findings, possible_range, score_of
from goalctl.model.answers import Answers, answers_from
from goalctl.model.form import Form

TABLE = {"2": "30.5", "3": "40", "4": "50.1", "5": "60", "6": "70.2"}
ITEMS = [{"id": item, "ask": item} for item in ("a", "b", "c", "d")]


def in_table(**more):
    form = {"form": "t", "name": "T", "options": {"1": "low", "2": "middle", "3": "high"}, "items": ITEMS[:2]}
    return Form.model_validate({**form, "scoring": {"better": "lower", "table": TABLE, **more}})


def of_parts(method, **more):
    subscales = {"first": {"items": ["a"], "method": "mean"}, "second": {"items": ["b", "c", "d"], "method": "mean"}}
    scoring = {"method": method, "better": "lower", "parts": ["first", "second"], "subscales": subscales, **more}
    return Form.model_validate({"form": "p", "name": "P", "scale": ["0", "6"], "items": ITEMS, "scoring": scoring})


def total(form, **answers):
    return score_of(form, Answers(by_item=answers)).total


@pytest.mark.parametrize(("a", "b", "score"), [("1", "1", 30.5), ("1", "2", 40), ("3", "3", 70.2), ("3", None, None)])
def test_a_sum_becomes_what_the_table_has_for_it(a, b, score):
    assert total(in_table(), a=a, b=b) == score


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("5", "is it the sum? That is 60 here"), ("45", "take it from the form's table"), ("60", None), ("70.2", None)],
)
def test_a_typed_total_is_one_of_the_table_and_a_sum_is_told_what_it_would_be(typed, hint):
    found = answer_findings(in_table(), answers_from({"total": typed}))
    assert [finding.hint for finding in found] == ([hint] if hint else [])


@pytest.mark.parametrize(("stated", "contradicts"), [("40", True), ("50.1", False), ("70.2", False)])
def test_a_stated_t_score_lies_between_what_the_answers_beside_it_leave_possible(stated, contradicts):
    found = answer_findings(in_table(), answers_from({"a": "3", "total": stated}))
    assert bool([finding for finding in found if finding.code == "E237"]) is contradicts


@pytest.mark.parametrize(("method", "score"), [("mean", 4.5), ("sum", 9)])
def test_a_total_of_parts_weighs_each_part_alike_however_many_items_it_has(method, score):
    form = of_parts(method)
    assert total(form, a="6", b="3", c="3", d="3") == score
    assert possible_range(form) == ((0, 6) if method == "mean" else (0, 12))


def test_a_total_of_parts_takes_stated_subscales_and_needs_every_one():
    form = of_parts("mean")
    assert total(form, first="2", second="5") == 3.5
    assert score_of(form, Answers(by_item={"a": "6"})).why_no_total == "second: nothing was answered"


def test_a_form_whose_table_or_parts_lead_nowhere_is_told():
    short = in_table(table={"2": "30.5"})
    assert [finding.message for finding in form_findings(short)] == ["the table does not run from 2 to 6"]
    lost = of_parts("mean", parts=["first", "third"])
    assert [finding.message for finding in form_findings(lost)] == ["there is no subscale third"]


@pytest.mark.parametrize(
    ("better", "clinical", "community", "told"),
    [
        ("lower", 5, 2, False),
        ("lower", 2, 5, True),
        ("lower", 3, 3, True),
        ("higher", 2, 5, False),
        ("higher", 5, 2, True),
        ("lower", 5, None, False),
    ],
)
def test_norms_that_call_the_ill_recovered_are_told(better, clinical, community, told):
    means = {"clinical": clinical, "community": community}
    norms = {who: {"mean": str(mean), "sd": "1", "population": who} for who, mean in means.items() if mean is not None}
    found = form_findings(in_table(better=better, norms=norms))
    message = f"people in treatment score no worse than others, but {better} is better"
    assert [finding.message for finding in found] == ([message] if told else [])
