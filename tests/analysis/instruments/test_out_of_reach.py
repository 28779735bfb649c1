"""What a form says and no sheet can ever show is found where the form is checked."""

import pytest

from goalctl.analysis.instruments.form_check import form_findings
from goalctl.model.form import Form
from goalctl.model.validate import record_from


def form(risk=">= 1", cut=">= 5", items=("q1", "q2"), at_least="1"):
    """Three questions from 0 to 4, so a total from 0 to 12, and a subscale from 0 to 8."""
    cuts = [{"when": cut, "name": "clinical"}]
    data = {
        "form": "mine",
        "name": "Mine",
        "kind": "assessment",
        "scale": ["0", "4"],
        "items": [{"id": f"q{n}", "ask": f"{n}?"} for n in (1, 2, 3)],
        "scoring": {
            "better": "lower",
            "cut_offs": cuts,
            "subscales": {"a": {"items": list(items)}},
            "criteria": [{"name": "Both", "all": [{"items": ["q1", "q2"], "when": ">= 3", "at_least": at_least}]}],
        },
        "risk": [{"item": "q3", "when": risk, "says": "x"}],
    }
    return record_from(Form, data)[0]


def told(**changed):
    return [(finding.path, finding.message) for finding in form_findings(form(**changed))]


@pytest.mark.parametrize("risk", [">= 4", "> 3", "= 0", "<= 0", "< 1"])
def test_a_condition_that_the_last_answer_meets_is_fine(risk):
    assert told(risk=risk) == []


@pytest.mark.parametrize("risk", [">= 5", "> 4", "= 5", "<= -1", "< 0"])
def test_a_risk_item_that_no_answer_meets_is_found(risk):
    assert told(risk=risk) == [(("risk", 0, "when"), f"no answer to q3 is {risk}, so its risk would never be told")]


def test_a_cut_off_past_the_highest_score_is_found():
    assert told(cut=">= 12") == []
    assert told(cut=">= 13") == [(("scoring", "cut_offs", 0, "when"), "no score is >= 13")]


def test_a_subscale_of_no_items_or_of_one_twice_is_found():
    place = ("scoring", "subscales", "a", "items")
    assert told(items=()) == [(place, "the subscale a has no items")]
    assert told(items=("q1", "q2", "q1")) == [((*place, 2), "a counts q1 2 times")]


def test_a_criterion_that_asks_for_more_items_than_it_names_is_found():
    assert told(at_least="2") == []
    place = ("scoring", "criteria", 0, "all", 0, "at_least")
    assert told(at_least="3") == [(place, "at least 3 are asked of 2")]
