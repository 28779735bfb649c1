"""Own forms that say one thing in two ways: which one counts, and what the check says of the other."""

import pytest

from goalctl.analysis.instruments.answers_text import answers_from_text
from goalctl.analysis.instruments.form_check import form_findings
from goalctl.analysis.instruments.form_range import possible_range
from goalctl.analysis.instruments.scoring import answer_findings, score_of
from goalctl.model.answers import answers_from
from goalctl.model.finding import Severity
from goalctl.model.form import FieldType, Form
from goalctl.model.validate import record_from

OFTEN = {"0": "never", "1": "some", "2": "much", "3": "always"}
TABLE = {str(total): str(40 + 2 * total) for total in range(7)}  # two items of 0 to 3: 0 to 6 become 40 to 52
GAPS = {"0": "no", "2": "some", "4": "yes"}
FEW = {"0": "0", "1": "0", "2": "0", "3": "5"}


def form(*items, options=OFTEN, risk=(), not_risk=(), **scoring):
    """As many items as are given, from q1 on, each with what it says beside its label."""
    asked = [{"id": f"q{n}", "ask": f"{n}?", **item} for n, item in enumerate(items, 1)]
    data = {"form": "mine", "name": "Mine", "items": asked, "scoring": {"better": "lower", **scoring}}
    said = {key: list(value) for key, value in (("risk", risk), ("not_risk", not_risk)) if value}
    found, problems = record_from(Form, data | said | ({"options": options} if options else {}))
    assert not problems
    return found


def told(found):
    return [(finding.severity is Severity.ERROR, finding.path, finding.message) for finding in form_findings(found)]


def answers(found, text):
    return answers_from(answers_from_text(found, text))


def total(found, text):
    return score_of(found, answers(found, text)).total


def test_an_items_own_scale_stands_before_the_options_of_the_form():
    own = form({}, {"scale": ["0", "10"]})
    assert own.type_of(own.items[1]) is FieldType.SCALE
    assert (total(own, "2,9"), possible_range(own), told(own)) == (11, (0, 13), [])


def test_a_choice_counts_by_its_options_whatever_scale_stands_beside_them():
    own = form({"options": {"1": "a", "2": "b", "3": "c"}, "scale": ["0", "10"]}, {}, reversed=["q1"])
    assert (total(own, "1,0"), possible_range(own)) == (3, (1, 6))
    assert told(own) == [(False, ("items", 0, "scale"), "q1 is answered by its options, not by its scale")]


def test_a_yes_counts_1_whatever_scale_stands_beside_it():
    own = form({"type": "yes-no", "scale": ["0", "5"]}, {}, reversed=["q1"])
    assert (total(own, "yes,0"), total(own, "no,0"), possible_range(own)) == (0, 1, (0, 4))


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        ({"1": "yes", "0": "no"}, None),
        ({"yes": "Ja", "no": "Nein"}, None),
        ({"1": "Ja", "0": "Nein"}, None),
        ({"0": "yes", "1": "no"}, "0: yes"),
        ({"1": "yes", "2": "no"}, "2: no"),
    ],
)
def test_a_question_of_yes_or_no_with_other_options_is_found(options, wrong):
    message = f"q1 is answered yes or no, and not by {wrong}"
    expected = [(True, ("items", 0, "options"), message)] if wrong else []
    assert told(form({"type": "yes-no", "options": options}, {})) == expected


@pytest.mark.parametrize(
    ("item", "when", "hint"),
    [
        pytest.param({"options": GAPS}, "= 3", "its answers count 0, 2, 4", id="between options"),
        pytest.param({"points": FEW}, "= 3", "its answers count 0, 5", id="points"),
        pytest.param({}, "= 1.5", "its answers count 0 to 3", id="between whole answers"),
        pytest.param({"scale": ["0", "10"]}, "= 2.5", "its answers count 0 to 10", id="between steps"),
        pytest.param({"type": "yes-no"}, "= 0.5", "its answers count 0 to 1", id="between no and yes"),
    ],
)
def test_what_no_single_answer_is_is_found_in_risk_criteria_and_conditions(item, when, hint):
    counts = [{"name": "x", "all": [{"items": ["q1"], "when": when}]}]
    risk = [{"item": "q1", "when": when, "says": "x"}]
    found = form_findings(form(item, {"shown_if": {"q1": when}}, {}, risk=risk, criteria=counts))
    paths = [(finding.path, finding.severity) for finding in found]
    assert paths == [
        (("items", 1, "shown_if", "q1"), Severity.ERROR),
        (("risk", 0, "when"), Severity.ERROR),
        (("scoring", "criteria", 0, "all", 0, "when"), Severity.ERROR),
    ]
    assert [finding.hint for finding in found[:2]] == [hint, hint]


@pytest.mark.parametrize(
    ("item", "when"),
    [
        ({"options": GAPS}, "= 2"),
        ({}, "> 2.5"),
        ({"type": "number", "scale": ["0", "10"]}, "= 2.5"),
        ({"options": {"a": "A", "b": "B"}, "points": {"a": "0", "b": "1.5"}}, "= 1.5"),
    ],
)
def test_what_some_answer_is_is_fine(item, when):
    assert told(form(item, {"shown_if": {"q1": when}}, risk=[{"item": "q1", "when": when, "says": "x"}])) == []


def test_a_cut_off_between_two_scores_is_found():
    cuts = [{"when": "= 3", "name": "odd"}, {"when": "= 4", "name": "even"}, {"when": ">= 3", "name": "from there"}]
    place = ("scoring", "cut_offs", 0, "when")
    assert told(form({}, {}, multiply="2", cut_offs=cuts)) == [(True, place, "no score is = 3")]


@pytest.mark.parametrize(
    "beside",
    [
        {"multiply": "2"},
        {"method": "mean"},
        {"parts": ["a", "b"], "subscales": {"a": {"items": ["q1"]}, "b": {"items": ["q2"]}}},
    ],
    ids=["multiplied", "a mean", "of subscales"],
)
def test_a_table_beside_another_way_to_a_score_is_found(beside):
    assert told(form({}, {}, table=TABLE)) == []
    message = "a table is of plain sums of answers"
    assert told(form({}, {}, table=TABLE, **beside)) == [(True, ("scoring", "table"), message)]


@pytest.mark.parametrize("rounds", ["no", "yes"])
def test_an_estimate_is_looked_up_in_the_table_as_a_whole_sum(rounds):
    run = {str(one): str(40 + 2 * one) for one in range(10)}  # 3 + 2 of three: 7.5, rounded 8, which is 56
    own = form({}, {}, {}, table=run, prorate={"missing": "1", "round": rounds})
    score = score_of(own, answers(own, "3,2,-"))
    assert (score.total, score.prorated) == (56, True)
    assert total(own, "3,2,2") == 54


def test_a_sum_that_is_in_no_table_is_no_score_of_its_own():
    halves = {"points": {"0": "0", "1": "0.5", "2": "1", "3": "3"}}
    own = form(halves, {}, table=TABLE)
    score = score_of(own, answers(own, "1,0"))
    assert (score.total, score.why_no_total) == (None, "the table of Mine has no sum of 0.5")


def test_a_table_that_falls_has_its_ends_in_order():
    falling = form({}, {}, table={str(total): str(60 - total) for total in range(7)})
    assert possible_range(falling) == (54, 60)
    assert answer_findings(falling, answers(falling, "57 q1=3")) == []  # the sums 3 to 6 are 57 down to 54
    assert [one.code for one in answer_findings(falling, answers(falling, "58 q1=3"))] == ["E237"]


@pytest.mark.parametrize(
    ("text", "fits"),
    [("18 q1=3", True), ("18 q1=0", False), ("18 a=12", True), ("18 a=10", False), ("8 a=4", True), ("3 a=4", False)],
)
def test_a_total_of_subscales_is_held_against_what_they_count(text, fits):
    parts = {"a": {"items": ["q1", "q2"], "multiply": "2"}, "b": {"items": ["q3", "q4"]}}  # 0 to 12 and 0 to 6
    own = form({}, {}, {}, {}, parts=["a", "b"], subscales=parts)
    assert [one.code for one in answer_findings(own, answers(own, text))] == ([] if fits else ["E237"])


def test_a_criterion_that_counts_an_answer_twice_or_excepts_what_it_does_not_count_is_found():
    one = {"items": ["q1", "q1"], "when": ">= 2", "at_least": "2"}
    other = {"items": ["q1", "q2"], "when": ">= 2", "but": {"q3": ">= 1"}}
    place = ("scoring", "criteria", 0, "all")
    assert told(form({}, {}, {}, criteria=[{"name": "x", "all": [one, other]}])) == [
        (True, (*place, 0, "items", 1), "q1 counts 2 times"),
        (True, (*place, 1, "but", "q3"), "q3 has a condition of its own and is not counted"),
    ]


def test_what_is_said_in_vain_is_a_warning_and_the_form_is_used():
    own = form(
        {"options": {"0": "n", "1": "y", "x": "not mine"}},
        {},
        {},
        risk=[{"item": "q3", "when": ">= 1", "says": "x"}],
        not_risk=[{"item": "q3", "because": "asked aloud"}],
        cut_offs=[{"when": "<= 2", "name": "well", "recovery": "yes"}],
        prorate={"missing": "1"},
        parts=["q2", "b"],
        subscales={"q2": {"items": ["q2", "q3"]}, "b": {"items": ["q3"]}},
    )
    assert told(own) == [
        (False, ("items", 0), "q1 counts nothing: its answer x is no number"),
        (False, ("not_risk", 0, "item"), "q3 is watched for risk all the same"),
        (False, ("scoring", "prorate"), "the total comes of its subscales, and is estimated as they are"),
        (False, ("scoring", "cut_offs", 0, "when"), "nobody recovers by <= 2: lower is better, and it names the well"),
        (False, ("scoring", "subscales", "q2"), "q2 is an item too"),
    ]


@pytest.mark.parametrize("key", ["bands", "cut_offs", "reliable_change", "remission", "response"])
def test_what_is_said_of_a_total_that_there_is_none_of_is_a_warning(key):
    said = {
        "bands": [{"from": "0", "name": "mild"}],
        "cut_offs": [{"when": ">= 3", "name": "ill"}],
        "reliable_change": [{"points": "3"}],
        "remission": {"below": "2"},
        "response": {"percent": "50"},
    }
    own = form({}, {}, method="none", subscales={"a": {"items": ["q1", "q2"]}}, **{key: said[key]})
    assert told(own) == [(False, ("scoring", key), f"there is no total for {key} to speak of")]
