"""What a row of a table means: whose form a total is, and where a goal is meant to lead."""

from datetime import date

import pytest

from goalctl.exchange.cells import Conventions
from goalctl.exchange.goals import goal_from
from goalctl.exchange.scores import ScoreReader, form_written
from goalctl.exchange.table import TableRow
from goalctl.library.shelf import FormShelf
from goalctl.model.finding import Fault
from goalctl.model.ids import FormRef
from goalctl.model.scalars import ScalarError
from goalctl.model.table_map import DayOrder, Decimal

TODAY = date(2026, 3, 2)
TOTAL = {"client": "c-ab1", "date": "2026-02-02", "score": "14"}
FORMS = FormShelf()


def read(*cells, written=None):
    rows = [TableRow(line, {key: text for key, text in row.items() if text}) for line, row in enumerate(cells, 2)]
    return ScoreReader(FORMS, written or Conventions(), TODAY).read(rows)


def score(**cells):
    found = read({**TOTAL, **cells})
    return found.scores[0] if found.scores else found.bad[0]


@pytest.mark.parametrize(
    ("cells", "item", "rater", "name"),
    [
        pytest.param({"id": "phq-9"}, "phq-9", "client", "phq-9", id="the client's"),
        pytest.param({"id": "phq-9", "rater": "client"}, "phq-9", "client", "phq-9", id="the client's, as stated"),
        pytest.param({"id": "phq-9@1"}, "phq-9@1", "client", "phq-9@1", id="one version"),
        pytest.param({"id": "phq-9@anna"}, "phq-9", "anna", "phq-9@anna", id="a respondent in the name"),
        pytest.param({"id": "phq-9", "rater": "anna"}, "phq-9", "anna", "phq-9@anna", id="as the rater"),
        pytest.param({"id": "phq-9", "respondent": "Anna"}, "phq-9", "anna", "phq-9@anna", id="in a column of its own"),
        pytest.param({"id": "phq-9", "respondent": "self"}, "phq-9", "client", "phq-9", id="as themselves"),
        pytest.param({"id": "phq-9@1", "rater": "anna"}, "phq-9@1", "anna", "phq-9@1@anna", id="with a version"),
        pytest.param({"id": "phq-9@anna", "rater": "anna"}, "phq-9", "anna", "phq-9@anna", id="in both, the same"),
        pytest.param({"id": "PHQ 9"}, "phq-9", "client", "phq-9", id="as people write it"),
    ],
)
def test_a_total_belongs_to_who_filled_in_the_form(cells, item, rater, name):
    found = score(**cells)
    assert (found.item, found.rater, found.name) == (item, rater, name)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        pytest.param({"id": "phq-9@anna", "rater": "ben"}, "phq-9@anna was not filled in by ben", id="two people"),
        pytest.param({"id": "phq-9", "rater": "2"}, "'2' can't be who gave it", id="a version as the rater"),
        pytest.param({"id": "phq-9", "rater": "Anna K"}, "'Anna K' can't be who gave it", id="a name"),
        pytest.param({"id": "PHQ ninety"}, "'PHQ ninety' can't be a form's id", id="no form"),
        pytest.param({"id": "phq-9", "part": "q12"}, "phq-9 has no part 'q12'", id="no item"),
    ],
)
def test_a_total_of_nobody_is_refused(cells, message):
    found = score(**cells)
    assert isinstance(found, Fault)
    assert found.message == message


def test_a_version_of_a_form_is_not_a_form_that_is_spelled_alike():
    forms = {"card": FORMS["phq-9"], "card2": FORMS["gad-7"]}
    assert form_written("card@2", forms) == FormRef("card", 2)
    assert form_written("Card 2", forms) == FormRef("card2")


def test_the_rows_of_one_filling_become_one_form_and_keep_their_lines():
    parts = [
        {**TOTAL, "id": "phq-9", "part": part, "score": text} for part, text in [("", "14"), ("q1", "2"), ("q9", "1")]
    ]
    (found,) = read(*parts).scores
    assert found.answers == {"total": "14", "q1": "2", "q9": "1"}
    assert (found.lines("q9"), found.lines()) == ([4], [2])


@pytest.mark.parametrize("text", ["", "NA", "n/a", "#N/A", "-", "."])
def test_a_row_without_a_score_is_passed_over(text):
    found = read({**TOTAL, "id": "g1", "score": text})
    assert (found.scores, found.bad, found.passed_over) == ([], [], [2])


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("2026-02-01", "iso", "2026-02-01"),
        ("2026-02-01T09:15:00-05:00", "iso", "2026-02-01"),
        ("2026-02-01 14:30", "mdy", "2026-02-01"),
        ("20260201", "dmy", "2026-02-01"),
        ("1 Feb 2026", "iso", "2026-02-01"),
        ("01-Feb-2026", "iso", "2026-02-01"),
        ("2026/02/01", "iso", "2026-02-01"),
        ("2026/2/1 9:15:00 AM GMT+1", "mdy", "2026-02-01"),
        ("2026.02.01", "iso", "2026-02-01"),
        ("2026-2-1", "iso", "2026-02-01"),
        ("2026-02-01Z", "iso", "2026-02-01"),
        ("2026-02-01+01:00", "iso", "2026-02-01"),
        ("2026-02-01T0915", "iso", "2026-02-01"),
        ("20260201T091500Z", "iso", "2026-02-01"),
        ("01-Feb-2026 09:15", "iso", "2026-02-01"),
        ("Feb 1, 2026 9:15 AM", "iso", "2026-02-01"),
        ("Sunday, February 1, 2026", "iso", "2026-02-01"),
        ("Sun, 01 Feb 2026 09:15:00 GMT", "iso", "2026-02-01"),
        ("01FEB2026:09:15:00", "iso", "2026-02-01"),
        ("01-Feb-26", "dmy", "2026-02-01"),
        ("1.2.2026", "dmy", "2026-02-01"),
        ("2/1/26 9:15 PM", "mdy", "2026-02-01"),
    ],
)
def test_a_day_is_read_as_the_table_writes_it(written, order, day):
    assert Conventions(dates=DayOrder(order)).day(written).isoformat() == day


@pytest.mark.parametrize(
    ("written", "order", "hint"),
    [
        ("02/01/2026", "iso", "for the whole table --dates dmy or --dates mdy says it"),
        ("13.02.2026", "iso", "write 2026-02-13; for the whole table --dates dmy says it"),
        ("02/13/2026", "iso", "write 2026-02-13; for the whole table --dates mdy says it"),
        ("13/02/2026", "mdy", "days are written year-month-day"),
        ("46054", "iso", "Excel's number of a day"),
        ("01-Feb-26", "iso", "for the whole table --dates dmy says it"),
        ("2026/02/30", "iso", "February 2026 has 28 days"),
        ("3 March 10:00", "iso", "days are written year-month-day"),
        ("2026-02-01 4", "iso", "days are written year-month-day"),
        ("\u0662\u0660\u0662\u0666-\u0660\u0662-\u0660\u0661", "iso", "write 2026-02-01, in these very signs"),
    ],
)
def test_a_day_that_cannot_be_read_names_a_way_through(written, order, hint):
    with pytest.raises(ScalarError) as refused:
        Conventions(dates=DayOrder(order)).day(written)
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("written", "mark", "number"),
    [
        ("6.5", ".", 6.5),
        ("6,5", ",", 6.5),
        ("1.234,5", ",", 1234.5),
        ("1.234", ",", 1234),
        ("40 %", ".", 40),
        ("7", ",", 7),
    ],
)
def test_a_number_is_read_as_the_table_writes_it(written, mark, number):
    assert Conventions(decimal=Decimal(mark)).number(written) == number


@pytest.mark.parametrize(("written", "mark"), [("6,5", "."), ("6.5", ","), ("1,234.5", ".")])
def test_a_number_of_another_country_is_refused(written, mark):
    with pytest.raises(ScalarError, match="is not a number"):
        Conventions(decimal=Decimal(mark)).number(written)


@pytest.mark.parametrize(
    "said", ["2", "2.0", "More than half the days", "2 - more than half the days", "(2) often", "LA6570-1"]
)
def test_an_answer_is_read_by_its_number_or_its_words(said):
    form = FORMS["phq-9"]
    written = Conventions(answers={"*": {"LA6570-1": "2"}})
    assert written.answer(form, form.items[0], said) == "2"


@pytest.mark.parametrize(
    "said",
    [
        "3 = Nearly every day",
        "3: nearly every day",
        "3 (Nearly every day)",
        "3 \u2013 Nearly every day",
        "3, Nearly every day",
        "3 Nearly every day",
        "Nearly every day (3)",
        "Nearly every day = 3",
        "3 \u2013 Beinahe jeden Tag",
    ],
)
def test_number_and_words_of_one_answer_are_that_however_they_are_put_together(said):
    form = FORMS["phq-9"]
    assert POINT.answer(form, form.items[8], said) == "3"


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("0.9", id="a mean"),
        pytest.param("0-1", id="a range"),
        pytest.param("2 - 7 days", id="days"),
        pytest.param("1 - Not at all", id="counted from 1"),
        pytest.param("Not at all (1)", id="counted from 1, behind the words"),
        pytest.param("2 days", id="days without a sign"),
    ],
)
def test_what_only_begins_with_an_answer_is_none(said):
    """Each was cut at its mark: 0.9 and 0-1 of item 9 came in as a 0, not endorsed."""
    form = FORMS["phq-9"]
    assert POINT.answer(form, form.items[8], said) == said


def test_words_of_an_answer_may_begin_with_a_number():
    form = FORMS["audit-c"]
    assert POINT.answer(form, form.items[0], "2 - 2 to 4 times a month") == "2"


def entry(**cells):
    found = goal_from(TableRow(2, {"client": "c-ab1", "goal": "Sleeps", **cells}))
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


COMMA, POINT = Conventions(decimal=Decimal.COMMA), Conventions()


@pytest.mark.parametrize(
    ("written", "cells", "expected"),
    [
        pytest.param(COMMA, {"target": "1.500", "baseline": "2.000"}, ("2000", "1500"), id="thousands"),
        pytest.param(COMMA, {"target": "6,5", "baseline": "4,5"}, ("4.5", "6.5"), id="decimals"),
        pytest.param(COMMA, {"target": "60,5-70,5"}, (None, ["60.5", "70.5"]), id="a band with a comma"),
        pytest.param(POINT, {"target": "-3--1", "baseline": "-5"}, ("-5", ["-3", "-1"]), id="a band below zero"),
        pytest.param(POINT, {"target": "80%", "baseline": "10%"}, ("10", "80"), id="percent"),
    ],
)
def test_a_target_is_written_as_the_baseline_is(written, cells, expected):
    found = goal_from(TableRow(2, {"client": "c-ab1", "goal": "Sleeps", "by": "number", **cells}), written)
    measured = found.entry["smart"]["measurable"]
    assert (measured.get("baseline"), measured["target"]) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("6,5", "use a point: 6.5; --decimal , says it for the whole table"),
        ("7.500,25", "leave out the marks: 7500.25; --decimal , says it for the whole table"),
        ("1 000", "leave out the marks: 1000"),
    ],
)
def test_a_number_that_is_none_names_its_column(text, hint):
    found = goal_from(TableRow(2, {"client": "c-ab1", "goal": "Sleeps", "by": "number", "target": text}))
    assert (found.message, found.hint) == (f"target: '{text}' is not a number", hint)


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        (POINT, "0-10", ["0", "10"]), (POINT, "0,10", ["0", "10"]), (POINT, "0-", ["0"]),
        (POINT, "-10-10", ["-10", "10"]),
        (POINT, "-10..-2.5", ["-10", "-2.5"]), (POINT, "0 to 10", ["0", "10"]), (COMMA, "0,5-1.000", ["0.5", "1000"]),
        (COMMA, "0,10", ["0", "10"]),
    ],
)  # fmt: skip
def test_a_scale_runs_between_two_numbers_as_the_table_writes_them(written, text, expected):
    found = goal_from(TableRow(2, {"client": "c-ab1", "goal": "Sleeps", "by": "number", "scale": text}), written)
    assert found.entry["smart"]["measurable"]["scale"] == expected
