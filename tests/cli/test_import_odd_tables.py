"""Tables as other programs print them: a title above, the heads again, odd separators, Excel's ways to keep zeros."""

import pytest

from goalctl.exchange.table import sheet_of
from goalctl.model.formulas import text_of_cell

ROW = "c-ab1,g1.1,2026-02-01,4"
HEADS = "client,id,date,score"


@pytest.fixture
def tried(goalctl, tmp_path):
    def tried(text, *options):
        file = tmp_path / "t.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return goalctl("import", file, *options)

    return tried


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        (f"\n\n{HEADS}\n{ROW}\n", None),
        (f"\n;;;\n{HEADS}\n{ROW}\n".replace(",", ";"), None),
        (f"Scores of 2026;;;\n;;;\n{HEADS}\n{ROW}\n".replace(",", ";"), "1"),
        (f"Printed on Monday\nby the office\n\n{HEADS}\n{ROW}\n", "1, 2"),
        (f"{HEADS}\n{ROW}\n{HEADS}\n", "3"),
    ],
    ids=["empty lines", "empty rows", "a title", "two lines", "the heads again"],
)
def test_what_stands_beside_a_table_is_passed_over_and_told(tried, text, beside):
    found = tried(text)
    assert (found.status, "1 score" in found.out) == (0, True)
    told = f"above the heads, or the heads again, and passed over: line {beside}"
    assert (told in found.err) == (beside is not None)


def test_a_title_is_no_row_of_a_table_of_one_column_whose_rows_hold_commas():
    sheet = sheet_of("goal\nI walk, sleep, eat\nI rest\nI run\n")
    assert (sheet.heads, sheet.beside) == (("goal",), ())


def test_a_comma_within_a_quoted_head_parts_nothing(tried):
    text = '"client";"id";"Day, of visit, local, and, so, on";"score"\nc-ab1;g1.1;2026-02-01;4\n'
    assert tried(text, "--map", "Day, of visit, local, and, so, on=date").status == 0


def test_a_separator_that_is_not_tried_is_told_with_the_way_through(tried):
    text = f"{HEADS}\n{ROW}\n".replace(",", "~")
    found = tried(text)
    assert (found.status, "is the only one" in found.err, "sep=~" in found.err) == (2, True, True)
    assert tried(f"sep=~\n{text}").status == 0


@pytest.mark.parametrize(
    ("cell", "text"),
    [('="007"', "007"), ('="a ""b"""', 'a "b"'), ('="a"&"b"', '="a"&"b"'), ("'=1+1", "=1+1"), ('\'="007"', '="007"')],
)
def test_what_excel_was_told_to_leave_alone_is_that_text(cell, text):
    assert text_of_cell(cell) == text


def test_answers_whose_first_zero_was_kept_that_way_are_answers(tried):
    assert tried(f'{HEADS}\nc-ab1,PHQ9,2026-02-01,="012111110"\n').status == 0


def test_marks_of_joined_files_are_no_text(tried):
    assert tried(f"\ufeff\ufeff{HEADS}\n{ROW}\n").status == 0
    found = tried(f"{HEADS}\n{ROW}\n".encode("utf-32"))
    assert (found.status, "read as UTF-32" in found.err) == (0, True)


def test_blanks_and_line_ends_make_no_second_goal_of_the_same_words(tried):
    found = tried('client,goal\nc-ab1,Sleeps through\nc-ab1,"Sleeps \n through"\n', "--rows")
    assert [found.out.count(fate) for fate in ("  new", "already")] == [1, 1]
