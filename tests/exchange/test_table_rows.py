"""What a row of a table means: whose form a total is, and where a goal is meant to lead."""

from datetime import date

import pytest

from goalctl.exchange.goals import goal_from
from goalctl.exchange.scores import score_from
from goalctl.exchange.table import Row
from goalctl.model.finding import Fault

TODAY = date(2026, 3, 2)
TOTAL = {"client": "c-ab1", "date": "2026-02-02", "score": "14"}


def score(**cells):
    return score_from(Row(2, {**TOTAL, **cells}), today=TODAY)


@pytest.mark.parametrize(
    ("cells", "item", "rater", "name"),
    [
        pytest.param({"id": "phq-9"}, "phq-9", "client", "phq-9", id="the client's"),
        pytest.param({"id": "phq-9", "rater": "client"}, "phq-9", "client", "phq-9", id="the client's, as stated"),
        pytest.param({"id": "phq-9@1"}, "phq-9@1", "client", "phq-9@1", id="one version"),
        pytest.param({"id": "phq-9@anna"}, "phq-9", "anna", "phq-9@anna", id="a respondent in the name"),
        pytest.param({"id": "phq-9", "rater": "anna"}, "phq-9", "anna", "phq-9@anna", id="as the rater"),
        pytest.param({"id": "phq-9@1", "rater": "anna"}, "phq-9@1", "anna", "phq-9@1@anna", id="with a version"),
        pytest.param({"id": "phq-9@anna", "rater": "anna"}, "phq-9", "anna", "phq-9@anna", id="in both, the same"),
    ],
)
def test_a_total_belongs_to_who_filled_in_the_form(cells, item, rater, name):
    found = score(**cells)
    assert (found.item, found.rater, found.name) == (item, rater, name)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        pytest.param({"id": "phq-9@anna", "rater": "ben"}, "phq-9@anna was not filled in by ben", id="two people"),
        pytest.param({"id": "phq-9", "rater": "2"}, "'2' can't be who filled in a form", id="a version as the rater"),
        pytest.param({"id": "phq-9", "rater": "Anna K"}, "'Anna K' can't be who filled in a form", id="a name"),
        pytest.param({"id": "PHQ 9"}, "'PHQ 9' can't be a form's id", id="no form"),
    ],
)
def test_a_total_of_nobody_is_refused(cells, message):
    found = score(**cells)
    assert isinstance(found, Fault)
    assert found.message == message


def entry(**cells):
    found = goal_from(Row(2, {"client": "c-ab1", "goal": "Sleeps", **cells}))
    assert not isinstance(found, Fault), found
    return found.entry


@pytest.mark.parametrize(
    ("target", "value"),
    [
        ("9", "9"),
        ("-2", "-2"),
        ("7-9", ["7", "9"]),
        ("7..9", ["7", "9"]),
        ("7 to 9", ["7", "9"]),
        ("7 \u2013 9.5", ["7", "9.5"]),
        ("-2..2", ["-2", "2"]),
    ],
)
def test_a_target_in_a_table_is_a_value_or_a_band(target, value):
    assert entry(by="number", target=target)["smart"]["measurable"]["target"] == value


@pytest.mark.parametrize(
    ("cell", "value"), [("p1", "p1"), ("p1, p2", ["p1", "p2"]), ("p1;p2", ["p1", "p2"]), ("p1 p2", ["p1", "p2"])]
)
def test_a_goal_in_a_table_may_serve_several_problems(cell, value):
    assert entry(problem=cell)["problem"] == value
