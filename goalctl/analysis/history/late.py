"""What was written down long after the day it is about: a late entry, which has to be known for one.

Late entries are marked as late (CMS Program Integrity Manual 3.3.2.5). How long after is the practice's `late_after`.
What says no moment of writing is not late, for all anyone can tell.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Protocol

from goalctl.analysis.standpoint import Standpoint
from goalctl.model.scalars import Duration
from goalctl.model.session import Session

A_DAY = timedelta(days=1)


class Noted(Protocol):
    """A review, a change, an agreement or an amendment: the day it is about, and when it was written down."""

    @property
    def on(self) -> date:
        """The day."""

    @property
    def written(self) -> datetime | None:
        """The moment; None where it is not on record."""


def end_of(entry: Session) -> datetime:
    """When it was over: its end, else its start and length, else the end of its day."""
    if entry.time is None or (entry.time.end is None and entry.length is None) or entry.date == date.max:
        return _end_of_day(entry.date)
    return datetime.combine(entry.date, entry.time.start) + timedelta(minutes=entry.length or 0)


def is_late(about: Session | Noted, after: Duration, *, today: date = date.max) -> bool:
    """Whether more than that time lay between what it is about and the moment it was written down.

    What was written after `today`, the day that things are seen from, was not known then, and is late as well.
    """
    if about.written is None:
        return False
    ended = end_of(about) if isinstance(about, Session) else _end_of_day(about.on)
    return about.written.date() > today or about.written.replace(tzinfo=None) > _later(ended, after)


def late_entries(at: Standpoint) -> tuple[Session, ...]:
    """The entries, as they stand in the file, that were written late; void ones are out. In the file's order."""
    entries = [entry for entry in at.plan.sessions if not entry.void]
    return tuple(entry for entry in entries if is_late(entry.current, at.settings.late_after, today=at.today))


def written_words(moment: datetime) -> str:
    """`written 2026-02-06 09:00`."""
    return f"written {moment:%Y-%m-%d %H:%M}"


def late_words(about: Noted, after: Duration, *, today: date = date.max) -> str:
    """`, written 2026-02-06 09:00` behind what was written late; else nothing."""
    return f", {written_words(about.written)}" if about.written and is_late(about, after, today=today) else ""


def _end_of_day(day: date) -> datetime:
    return datetime.combine(day, time()) + A_DAY if day < date.max else datetime.combine(day, time.max)


def _later(moment: datetime, stretch: Duration) -> datetime:
    return datetime.combine(stretch.after(moment.date()), moment.time())
