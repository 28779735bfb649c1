"""Whatever a file holds, it is read or refused with a sentence; and what was exported reads back."""

import csv
import io
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goalctl.exchange.cells import Conventions
from goalctl.exchange.decoding import decoded
from goalctl.exchange.heads import Heads
from goalctl.exchange.scores import COLUMNS, ScoreReader
from goalctl.exchange.stranger import json_kind, text_kind
from goalctl.exchange.table import rows_of, sheet_of
from goalctl.library.shelf import FormShelf
from goalctl.model.errors import GoalctlError

FORMS = FormShelf()
TODAY = date(2026, 3, 2)
CELLS = st.sampled_from(
    [
        "c-1",
        "g1",
        "phq-9",
        "PHQ 9",
        "2026-02-01",
        "13/02/2026",
        "",
        "NA",
        "4",
        "4,5",
        "-1",
        "anna",
        "q9",
        "total",
        "x" * 99,
    ]
) | st.text(max_size=6)
HEADS = st.sampled_from([*COLUMNS, "phq9_1", "phq9_function___2", "g1", "g1@anna", "phq9_date", "age", ""])


def read(content, said):
    """The scores and the faults, or the sentence that refuses the whole."""
    try:
        sheet = sheet_of(decoded(content).text)
        rows, bad = rows_of(sheet, Heads(COLUMNS, FORMS, said).keys(sheet.heads), {})
    except GoalctlError as error:
        return str(error)
    found = ScoreReader(FORMS, Conventions(), TODAY).read(rows)
    assert all(fault.message for fault in (*bad, *found.bad))
    return found


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_are_refused(content):
    assert read(content, {}) is not None


@given(st.lists(HEADS, min_size=1, max_size=8), st.lists(st.lists(CELLS, max_size=8), max_size=5))
def test_any_table_is_read_or_refused(heads, rows):
    text = io.StringIO()
    csv.writer(text).writerows([heads, *rows])
    assert read(text.getvalue().encode("utf-8", "replace"), {"*": "-"}) is not None


@given(st.recursive(st.none() | st.text(max_size=3), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_of_any_json_it_is_told_what_it_is_or_nothing(found):
    assert json_kind(found) is None or json_kind(found)
    assert text_kind(str(found)) is None or text_kind(str(found))
