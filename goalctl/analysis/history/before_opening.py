"""What is dated before the plan was opened: in January a slip of the year, which then stands in every chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from goalctl.analysis.figures import DAYS_A_WEEK, counted
from goalctl.model.finding import Path
from goalctl.model.plan import Plan

DAYS_A_YEAR = 365.25
_WEEKS_FROM, _YEARS_FROM = 21, 300
_ONE_BY_ONE = 3


def entries_before_opening(plan: Plan) -> Iterator[tuple[Path, date]]:
    """Each session as amended, line of the diary, review, hold and the discharge, with its place; void ones not."""
    if plan.opened is not None:
        yield from ((path, day) for path, day in _days_of_entries(plan) if day < plan.opened)


def _days_of_entries(plan: Plan) -> Iterator[tuple[Path, date]]:
    for place, entry in enumerate(plan.sessions):
        if not entry.void:
            yield ("sessions", place, "date"), entry.current.date
    yield from ((("diary", place, "date"), noted.date) for place, noted in enumerate(plan.diary))
    yield from ((("reviews", place, "on"), review.on) for place, review in enumerate(plan.reviews))
    yield from ((("holds", place, "from"), hold.from_) for place, hold in enumerate(plan.holds))
    if plan.discharge is not None:
        yield ("discharge", "on"), plan.discharge.on


def days_before_opening(old: Plan | None, new: Plan) -> tuple[date, ...]:
    """The days of such entries that a change brought in, each once."""
    before = Counter(day for _, day in entries_before_opening(old)) if old else Counter[date]()
    return tuple(sorted(Counter(day for _, day in entries_before_opening(new)) - before))


def before_opening_in_words(day: date, opened: date) -> str:
    """`2025-01-12 is 1 year before this plan was opened, 2026-01-01`."""
    return f"{day} is {stretch((opened - day).days)} before this plan was opened, {opened}"


def all_before_opening_in_words(days: Sequence[date], opened: date) -> str:
    """A few are told one by one, more by the first of them and how many there are; empty for none."""
    if len(days) <= _ONE_BY_ONE:
        return "; ".join(before_opening_in_words(day, opened) for day in days)
    return f"{before_opening_in_words(days[0], opened)}, and {len(days) - 1} more days up to {days[-1]} are before it"


def stretch(days: int) -> str:
    """`3 days`, `4 weeks` or, from about a year on, `2 years`."""
    if days < _WEEKS_FROM:
        return counted(days, "day")
    return counted(days // DAYS_A_WEEK, "week") if days < _YEARS_FROM else counted(round(days / DAYS_A_YEAR), "year")
