"""A day on which a plan is cut off: what in it is of a later day, or was written down on one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

from goalctl.model.care import CareTeamMember, Consent, SafetyPlan
from goalctl.model.fields import records_of
from goalctl.model.goal import Goal, Objective
from goalctl.model.holds import Hold
from goalctl.model.measure import FormerMeasure, Measure
from goalctl.model.plan import Plan
from goalctl.model.sections import sections_that
from goalctl.model.session import Session
from goalctl.model.types import Record

_OWN_DAYS = ("date", "on", "opened", "from_", "since")
LATER_WORDS: dict[type[Record], str] = {
    Hold: "to",
    Consent: "withdrawn",
    SafetyPlan: "reviewed",
    CareTeamMember: "release",
}
"""What is added to something that was there before, as the day on which that happened."""


class Cut(NamedTuple):
    """The last day that counts: by the days that things are about, or with `by_written` by when they were written."""

    day: date
    by_written: bool = False

    def leaves_out(self, record: Record) -> bool:
        """Whether it is of a later day; what has no day of its own is not."""
        day = day_written(record) if self.by_written else own_day(record)
        return day is not None and day > self.day


class CutFrom(NamedTuple):
    """What a plan was cut from: the plan as its file has it, where, and the day it really is, if anybody knows.

    `leaves_something` says whether anything of it is not there any more, or reads otherwise.
    """

    whole: Plan
    cut: Cut
    now: date | None
    leaves_something: bool

    @property
    def is_earlier(self) -> bool:
        """Whether it is seen from a day before the one that it really is."""
        return self.now is not None and self.cut.day < self.now


def own_day(record: Record) -> date | None:
    """The day that something is about, or since when it is there; a measure's `since` dates its baseline alone."""
    for name in _own_days(type(record)):
        if day := getattr(record, name):
            return day if isinstance(day, date) else None
    return None


@cache
def _own_days(kind: type[Record]) -> tuple[str, ...]:
    """The keys under which such a record has its own day, the first that says one counts."""
    return () if issubclass(kind, Measure) else tuple(name for name in _OWN_DAYS if name in kind.model_fields)


@cache
def dated_lists() -> dict[str, str]:
    """The lists of a plan whose records each tell of a day, with the key under which a file has it."""
    found: dict[str, str] = {}
    for section in sections_that(Plan, lambda kept: kept.is_event):
        for kind in records_of(Plan.model_fields[section].annotation):
            day = _own_days(kind)[0]
            found[section] = kind.model_fields[day].alias or day.rstrip("_")
    return found


def day_written(record: Record) -> date | None:
    """The day on which it was written down; where that is not on record, the day that it is about."""
    written = getattr(record, "written", None)
    return written.date() if isinstance(written, datetime) else own_day(record)


def next_day(day: date) -> date:
    """The day after; the last of all days has none."""
    return day + timedelta(days=1) if day < date.max else day


def days_in(record: Record) -> list[date]:
    """Every day on which something came into the plan, was altered or ended; what is planned for later is none."""
    found: list[date] = []
    _add_days_of(record, found)
    return found


def _add_days_of(record: Record, found: list[date]) -> None:
    """One list for all: every plan that is read has its days looked through."""
    if day := own_day(record):
        found.append(day)
    if isinstance(record, Goal | Objective) and record.closed:
        found.append(record.closed)
    if isinstance(record, FormerMeasure):
        found.append(next_day(record.until))
    if (word := LATER_WORDS.get(type(record))) and (later := getattr(record, word)):
        found.append(later)
    for name in _dated_parts(type(record)):
        if value := getattr(record, name):
            _add_days_inside(value, found)


@cache
def _dated_parts(kind: type[Record]) -> tuple[str, ...]:
    """The keys of a record under which something stands that is of a day."""
    fields = kind.model_fields.items()
    return tuple(name for name, info in fields if any(map(_may_be_dated, records_of(info.annotation))))


def _may_be_dated(kind: type[Record]) -> bool:
    if issubclass(kind, Measure):
        return kind is FormerMeasure
    return kind in LATER_WORDS or bool(_own_days(kind) or _dated_parts(kind))


def _add_days_of_entry(entry: Session, found: list[date]) -> None:
    found.append(entry.date)
    if entry.amended:
        found += [amendment.on for amendment in entry.amended]
    if entry.signed:
        found += [signature.on for signature in entry.signed]
    if entry.void:
        found.append(entry.void.on)


def _add_days_inside(value: object, found: list[date]) -> None:
    if isinstance(value, Session):
        _add_days_of_entry(value, found)
    elif isinstance(value, Record):
        _add_days_of(value, found)
    elif isinstance(value, tuple):
        for item in value:
            _add_days_inside(item, found)


def last_day(plan: Plan) -> date | None:
    """The newest of these days; None for a plan without any."""
    return max(days_in(plan), default=None)
