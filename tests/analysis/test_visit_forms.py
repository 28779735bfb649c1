"""Which forms a visit asks for where their interval is counted in sessions."""

from datetime import date

import pytest
from invented import FORMS, plan_of

from goalctl.analysis.due.visit_forms import is_due
from goalctl.model.ids import FormRef

FILLED = {"date": "2026-05-04", "forms": {"phq-9": 10}}
PHQ = FormRef("phq-9")


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        (["2026-05-11"], False),
        (["2026-05-11", "2026-05-18"], False),
        (["2026-05-11", "2026-05-18", "2026-05-25"], True),
        (["2026-05-11", "2026-05-18", "2026-06-01"], False),
        (["2026-05-11", "2026-05-18", "2026-05-25", "2026-05-28"], True),
    ],
    ids=["the second", "the third", "the fourth after it", "the third, today already", "later"],
)
def test_every_fourth_session_is_the_fourth_after_the_last_filling(held, asked):
    planned = [{"form": "phq-9", "every": "4 sessions"}]
    plan = plan_of(opened="2026-05-01", assessments=planned, sessions=[FILLED, *({"date": day} for day in held)])
    assert is_due(plan, PHQ, FORMS["phq-9"], FORMS, date(2026, 6, 1)) is asked


@pytest.mark.parametrize(("kind", "asked"), [("session", True), ("group", True), ("phone", False), ("crisis", False)])
def test_a_call_is_none_of_the_sessions_that_an_interval_counts(kind, asked):
    """Two calls about the hour made the fourth session of the second."""
    planned = [{"form": "phq-9", "every": "4 sessions"}]
    between = [{"date": day, "kind": kind} for day in ("2026-05-11", "2026-05-18", "2026-05-25")]
    plan = plan_of(opened="2026-05-01", assessments=planned, sessions=[FILLED, *between])
    assert is_due(plan, PHQ, FORMS["phq-9"], FORMS, date(2026, 6, 1)) is asked
