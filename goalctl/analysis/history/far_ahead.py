"""Which next appointment or review is years away: mostly a slip of the year, and until then nobody is missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from goalctl.analysis.history.before_opening import stretch
from goalctl.model.plan import Plan

LONGEST = 366  # our own: in days, a year and not longer


def _next_days(plan: Plan) -> Iterator[tuple[date, date]]:
    """Each next appointment and next review with the day that it was fixed on; void entries' not."""
    for entry in plan.sessions:
        if not entry.void and entry.current.next:
            yield entry.current.next, entry.current.date
    yield from ((review.next, review.on) for review in plan.reviews if review.next)


def far_ahead_in_words(old: Plan | None, new: Plan) -> list[str]:
    """`2062-03-09 is 36 years after 2026-03-02`, of each such day that a change brought in."""
    brought = Counter(_next_days(new)) - Counter(_next_days(old) if old else ())
    far = sorted((day, fixed) for day, fixed in brought if (day - fixed).days > LONGEST)
    return [f"{day} is {stretch((day - fixed).days)} after {fixed}" for day, fixed in far]
