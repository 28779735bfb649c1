"""Whatever a file holds, it is read or refused with a sentence; and what was exported reads back."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalctl.analysis.case import Case
from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.scores.given import scores_of
from goalctl.analysis.scores.table_answers import read_by_its_form
from goalctl.exchange.cells import Conventions
from goalctl.exchange.decoding import decoded
from goalctl.exchange.heads import Heads
from goalctl.exchange.scores import COLUMNS, ScoreReader
from goalctl.exchange.stranger import json_kind, text_kind
from goalctl.exchange.table import rows_of, sheet_of
from goalctl.library.shelf import FormShelf
from goalctl.model.answers import answers_from
from goalctl.model.errors import GoalctlError
from goalctl.model.form import FieldType, FormKind
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.views.listings.exchange import score_cells

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


ASSESSMENTS = [name for name in FORMS if FORMS[name].kind is FormKind.ASSESSMENT]


def highest(form, item):
    """The last answer that the item has; a yes where it asks for that; nothing where it takes words."""
    scale, flag = form.scale_of(item), form.type_of(item) is FieldType.YES_NO
    options = [
        *form.options_of(item),
        *([str(int(scale[1]))] if scale and scale[1] else []),
        *(["yes"] if flag else []),
    ]
    return options[-1] if options and (scale or item.points) else None


@pytest.mark.parametrize("skipped", [0, 1])
@pytest.mark.parametrize("name", ASSESSMENTS)
def test_what_was_answered_on_a_form_leaves_once_and_reads_back(name, skipped):
    form = FORMS[name]
    said = {item.id: highest(form, item) for item in form.items[skipped:] or form.items}
    said = {item: answer for item, answer in said.items() if answer is not None}
    log = [{"id": "k1k1k1", "date": "2026-02-01", "forms": {name: said}}]
    plan, _ = record_from(Plan, {"client": "c-1", "status": "active", "sessions": log})
    given_scores = scores_of(Case.of(plan, FORMS, Settings(), TODAY))
    cells = [[str(value) for value in score_cells(score).values()] for score in given_scores]
    assert len({tuple(row) for row in cells}) == len(cells)
    assert {type(score.score) for score in given_scores} <= {float}  # of an int Python 3.11 can't ask `is_integer`
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *cells])
    (back,) = read(text.getvalue().encode(), {}).scores
    filed = read_by_its_form(back, FORMS)
    assert answers_by_item(form, answers_from(filed.answers)).keys() == said.keys()
    assert score_of(form, answers_from(filed.answers)) == score_of(form, answers_from(said))
