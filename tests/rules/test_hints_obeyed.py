"""Who does what a hint says is told the finding no more."""

import pytest

from goalctl.model.scalars import day_from
from goalctl.rules.every import ADVICE
from goalctl.rules.rule import findings_of
from tests.rules.test_boundaries import case_of

RATED = "opened: 2026-01-05, smart: {measurable: {by: rating, baseline: 2, target: 8}}"
OVER = "status: discharged, discharge: {on: 2026-02-27, reason: moved}"


@pytest.mark.parametrize(
    ("code", "before", "hint", "after"),
    [
        (
            "C112",
            f"goals: [{{id: g1, goal: W, status: active, {RATED}}}]",
            "goalctl mark c-ab1 g1 on-hold",
            f"{{format: 2, goals: [{{id: g1, goal: W, status: on-hold, {RATED}}}]}}",
        ),
        (
            "A164",
            f"{{{OVER}, goals: [{{id: g1, goal: W, status: active}}]}}",
            "status: achieved or discontinued, with closed: and the day: goalctl edit c-ab1",
            f"{{{OVER}, goals: [{{id: g1, goal: W, status: achieved, closed: 2026-02-27}}]}}",
        ),
        (
            "A130",
            "opened: 2025-10-01",
            "goalctl review c-ab1",
            "{opened: 2025-10-01, reviews: [{on: 2025-12-20}, {on: 2026-03-02}]}",
        ),
    ],
    ids=["a stale score", "a goal left open", "a late review"],
)
def test_a_hint_that_is_followed_silences_its_finding(code, before, hint, after):
    rules = [rule for rule in ADVICE if rule.code == code]
    first, then = (
        case_of(plan, day_from("2026-03-02"), profile=f"{code}: {{within: 90d}}") for plan in (before, after)
    )
    assert [one.hint.endswith(hint) for one in findings_of(rules, first)] == [True]
    assert findings_of(rules, then) == []
