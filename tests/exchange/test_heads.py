"""What the heads of other programs' tables mean, said or without saying."""

import pytest

from goalctl.exchange.decoding import decoded
from goalctl.exchange.heads import Heads
from goalctl.exchange.scores import COLUMNS
from goalctl.exchange.table import TableError, rows_of, sheet_of, with_fields_as_columns
from goalctl.library.shelf import FormShelf

FORMS = FormShelf()


def keys(*heads, **said):
    return Heads(COLUMNS, FORMS, **said).keys(heads)


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("Client", "client"),
        ("g1", "g1"),
        ("G1.1", "g1.1"),
        ("phq9_1", "phq-9.q1"),
        ("PHQ-9 Q2", "phq-9.q2"),
        ("phq_9_total_score", "phq-9.total"),
        ("PHQ9", "phq-9"),
        ("phq9_timestamp", "phq-9.date"),
        ("phq9_complete", "-"),
        ("phq9_function___2", "phq-9.function:2"),
        ("visit-gad7-q3", "gad-7.q3"),
        ("GAD7[SQ003]", "gad-7.q3"),
        ("DASS-21 Depression", "dass-21.depression"),
        ("phq_15_1", "phq-15.q1"),
        ("phq-9@anna", "phq-9@anna"),
        ("GAD7@mother.q3", "gad-7@mother.q3"),
    ],
)
def test_a_head_that_goes_without_saying(head, key):
    assert keys(head) == [key]


@pytest.mark.parametrize(
    "head", ["record_id", "phq9_11", "age", "risk", "values", "phq", "me@home", "who-5@2", "phq-9@anna.zz"]
)
def test_a_head_that_nobody_knows_is_refused(head):
    with pytest.raises(TableError, match="is not known"):
        keys(head)


PHQ = [f"phq_{number}" for number in range(1, 10)]


def test_items_of_a_form_that_is_named_without_its_number_are_no_totals_of_others():
    with pytest.raises(TableError, match="9 columns are not known: phq_1, phq_2, phq_3"):
        keys("client", *PHQ, usual={"*": "-"})
    with pytest.raises(TableError, match="'phq_9' is not known"):
        keys("phq_1", "phq_9", said={"phq_1": "phq-9.q1"})
    said = {head: head.replace("_", "-9.q") for head in PHQ}
    assert keys(*PHQ, said=said) == [f"phq-9.q{number}" for number in range(1, 10)]
    assert keys("PHQ-2", "phq_9", "GAD-7", "K10") == ["phq-2", "phq-9", "gad-7", "k10"]
    star = Heads(COLUMNS, FORMS, said={"*": "-"})
    assert star.keys(("client", *PHQ)) == ["client", *("-" for _ in PHQ)]  # the way out that its hint names
    assert star.left_out(("client", *PHQ)) == [*PHQ]


def test_what_was_said_comes_before_a_mapping_and_a_star_comes_last():
    usual = {"record_id": "client", "visit": "date", "x_*": "-"}
    assert keys("record_id", "visit", "x_1", "phq9_1", said={"visit": "-"}, usual=usual) == [
        "client",
        "-",
        "-",
        "phq-9.q1",
    ]


def test_with_one_form_for_all_rows_its_items_and_the_score_are_parts_of_it():
    assert keys("a", "b", said={"a": "q1", "b": "score"}, form="phq-9@anna") == ["phq-9@anna.q1", "phq-9@anna.total"]


def test_excels_first_line_says_the_separator_and_lines_are_counted_on():
    sheet = sheet_of('sep=;\nclient;score\nc-1;"4"\n')
    assert (sheet.heads, sheet.lines[0].line, sheet.lines[0].cells) == (("client", "score"), 3, ("c-1", "4"))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_every_usual_separator_is_found_out(mark):
    assert sheet_of(f"client{mark}id{mark}score\n").heads == ("client", "id", "score")


def test_rows_of_single_values_become_visits_and_each_value_keeps_its_line():
    text = "record,event,field_name,value\n1,a,phq9_1,2\n1,a,phq9_2,1\n1,b,phq9_1,3\n2,a,phq9_1,0\n"
    sheet = with_fields_as_columns(sheet_of(text), "field_name", "value")
    assert sheet.heads == ("record", "event", "phq9_1", "phq9_2")
    assert [(row.line, row.cells) for row in sheet.lines] == [
        (2, ("1", "a", "2", "1")),
        (4, ("1", "b", "3", "")),
        (5, ("2", "a", "0", "")),
    ]
    assert sheet.lines[0].places == (2, 2, 2, 3)


def test_every_head_that_nobody_knows_is_named_at_once_with_one_way_out():
    with pytest.raises(TableError, match="2 columns are not known: age, room") as refused:
        keys("client", "age", "room")
    assert refused.value.hint.endswith('--map "*=-" leaves out all of them')
    assert keys("client", "age", "room", said={"*": "-"}) == ["client", "-", "-"]


def test_an_empty_column_of_a_spreadsheet_is_no_column():
    sheet = sheet_of("client;id;;\nc-1;g1;;;\n")
    assert Heads(COLUMNS, FORMS).keys(sheet.heads) == ["client", "id", "-", "-"]
    assert rows_of(sheet, ["client", "id", "-", "-"], {})[0][0].cells == {"client": "c-1", "id": "g1"}


def test_the_line_ends_of_an_old_mac_are_line_ends():
    assert decoded(b"client\rc-1\r").text == "client\nc-1\n"
