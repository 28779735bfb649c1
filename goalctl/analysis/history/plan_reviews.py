"""Which reviews looked at the whole plan."""

from __future__ import annotations

from datetime import date

from goalctl.analysis.progress.beginning import opening_of
from goalctl.model.plan import Plan, Review


def is_of_the_plan(plan: Plan, review: Review) -> bool:
    """Whether it names no goal, or the only one that was settled by then."""
    settled = [
        goal.id for goal in plan.goals if goal.status.is_settled and (opening_of(plan, goal) or date.min) <= review.on
    ]
    return review.of is None or settled == [review.of]
