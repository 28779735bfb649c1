"""A sum of the diary says on how few days it was kept: one line in a month is no month without an attack."""

from datetime import date

import pytest

from goalctl.analysis.case import Case
from goalctl.library.shelf import FormShelf
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.model.validate import record_from
from goalctl.views.page import plain_page
from goalctl.views.screens.plan import plan_page
from goalctl.views.screens.prep import prep_page
from goalctl.views.words.way import newest_words, span_words, way_words


def case_of(per, *days):
    counted = {"by": "count", "of": "attacks", "per": per, "baseline": "12", "target": "2"}
    goal = {"id": "g1", "goal": "Calm", "status": "active", "smart": {"measurable": counted}}
    plan, wrong = record_from(
        Plan,
        {
            "client": "c-ab1",
            "opened": "2026-06-01",
            "goals": [goal],
            "diary": [{"date": day, "g1": "1"} for day in days],
        },
    )
    assert plan, wrong
    return Case.of(plan, FormShelf(), Settings(), date(2026, 7, 2))


@pytest.mark.parametrize(
    ("per", "days", "said"),
    [
        ("month", range(1, 2), "1 on 2026-06-30 (1 of 30 days noted)"),
        ("month", range(1, 15), "14 on 2026-06-30 (14 of 30 days noted)"),
        ("month", range(1, 16), "15 on 2026-06-30"),
        ("week", range(1, 4), "3 on 2026-06-07 (3 of 7 days noted)"),
        ("week", range(1, 5), "4 on 2026-06-07"),
        ("day", range(1, 2), "1 on 2026-06-01"),
    ],
)
def test_few_days_of_a_stretch_are_told_wherever_its_sum_is(per, days, said):
    case = case_of(per, *(f"2026-06-{day:02}" for day in days))
    assert newest_words(case, "g1") == said
    assert span_words(case, "g1") == f"from 12 to {said}"
    assert f"12 to {said}," in way_words(case, "g1")
    assert f" now {said}\n" in plain_page(plan_page(case))
    assert f"{said.split()[0]} (first) → 2, {said.partition(' on ')[2]} ·" in plain_page(prep_page(case))
