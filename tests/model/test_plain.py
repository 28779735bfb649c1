"""Records as plain values and back: what is read back is what was put down, and what does not fit is refused."""

import json
from datetime import date
from pathlib import Path

import pytest

from goalctl.analysis.outcomes.measured import Measured
from goalctl.analysis.outcomes.treatment import Treatment
from goalctl.model.plain import plain_of, value_of
from goalctl.workspace.store.caseload import case_plans
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.treatments import treatment_of

TREE = Path(__file__).parents[2]
DAY = date(2026, 6, 15)


def treatments(root):
    practice = practice_at(root)
    found = (treatment_of(practice, case, today=DAY) for case in case_plans(practice, scan(root).files))
    return [one for one in found if one]


@pytest.mark.parametrize("folder", [".", "examples/worked"])
def test_every_treatment_comes_back_as_it_was(folder):
    there = treatments(TREE / folder)
    assert there
    assert [value_of(Treatment, json.loads(json.dumps(plain_of(one)))) for one in there] == there


@pytest.mark.parametrize(
    ("name", "value"),
    [("form", 3), ("first", {"day": "2026-13-01"}), ("replanned", "yes"), ("form", ...)],
    ids=["a number for a word", "no such day", "a word for a flag", "left out"],
)
def test_what_does_not_fit_is_refused(name, value):
    plain = plain_of(next(one for found in treatments(TREE) for one in found.measured if one.first))
    changed = {key: one for key, one in {**plain, name: value}.items() if one is not ...}
    with pytest.raises((TypeError, ValueError, KeyError)):
        value_of(Measured, changed)
