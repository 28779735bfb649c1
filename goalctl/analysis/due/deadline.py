"""One thing that is due on a day, and how late or how soon that is in words. Light: `due` lists them without models."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalctl.model.scalars import Duration


class Due(StrEnum):
    """What kind of thing is due."""

    DEADLINE = "deadline"
    CHECKPOINT = "checkpoint"
    REVIEW = "review"
    ASSESSMENT = "assessment"
    HOMEWORK = "homework"
    PLAN = "plan"
    AUTHORIZATION = "authorization"
    CONSENT = "consent"
    SIGNATURE = "signature"
    AGREEMENT = "agreement"


PAPERS = {Due.SIGNATURE, Due.AGREEMENT}
RUNNING_OUT = {Due.AUTHORIZATION, Due.CONSENT}

SAFETY_PLAN = "safety plan"  # the mark of its review, whose words stay out of calendars


class Deadline(NamedTuple):
    """Something of one client that is due on a day; `item` is the goal or objective it belongs to, or empty.

    `mark` tells it from others of its kind and item, and stays the same when its day or its words change.
    """

    day: date
    client: str
    item: str
    kind: Due
    what: str
    mark: str = ""

    @property
    def is_of_safety_plan(self) -> bool:
        """Whether it is the review of a safety plan, which says something about risk."""
        return self.mark.startswith(SAFETY_PLAN)

    def is_overdue(self, *, today: date) -> bool:
        """Whether the day has passed; what is due today is not overdue."""
        return self.day < today

    def is_within(self, within: Duration, *, today: date) -> bool:
        """Whether it is overdue, or comes up to the end of the stretch that begins today, that last day included."""
        return self.day <= within.after(today)


def in_words(day: date, *, today: date) -> str:
    """How late or how soon: `3 days overdue`, `today`, `in 5 days`, `in 6 weeks`."""
    days = (day - today).days
    if days == 0:
        return "today"
    if days < 0:
        return f"{_stretch(-days)} overdue"
    return "tomorrow" if days == 1 else f"in {_stretch(days)}"


_WEEKS_FROM = 21  # our own, as the next one: from here on nobody counts in the smaller unit
_MONTHS_FROM = 84
_DAYS_A_MONTH = 365.25 / 12


def _stretch(days: int) -> str:
    if days < _WEEKS_FROM:
        return f"{days} day{'s' if days > 1 else ''}"
    if days < _MONTHS_FROM:
        return f"{days // 7} weeks"
    return f"{round(days / _DAYS_A_MONTH)} months"
