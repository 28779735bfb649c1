"""When a plan was changed: what was decided in a review, what was opened, and what the trail says was altered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.model.plan import Decision, Plan


def days_of_change(plan: Plan) -> Iterator[date]:
    """The days, in no order; the closing of goals at discharge is no change of plan."""
    yield from (review.on for review in plan.reviews if review.decision not in {None, Decision.CONTINUE})
    yield from (item.opened for item in plan.scorables.values() if item.opened)
    ended = plan.discharge.on if plan.discharge else None
    yield from (change.on for change in plan.changes if not (change.what == "status" and change.on == ended))
