"""What those need who bill and call, and do not treat: nothing clinical is in it, of risk only that it waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goalctl.analysis.case import Case
from goalctl.analysis.risk.told import ToldRow
from goalctl.model.billing import is_billable
from goalctl.model.session import Kind, Session

UNSIGNED_FOR = timedelta(days=3)  # our own: 72 hours, in days, because most entries have no hour


class OfficePart(StrEnum):
    """What a line is about."""

    UNSIGNED = "unsigned"
    MISSED = "missed"
    CANCELLED = "cancelled"
    SESSIONS = "sessions"
    FOLLOW_UP = "clinical follow-up due"


_NOT_HELD = {Kind.NO_SHOW: OfficePart.MISSED, Kind.CANCELLED: OfficePart.CANCELLED}


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One line: of whom, whose client, the day or the month's first, a CPT code, and how many."""

    part: OfficePart
    client: str
    clinician: str
    day: date | None
    cpt: str = ""
    number: int = 1


def office_lines(
    cases: Iterable[Case], unread: Iterable[tuple[ToldRow, str]], first: date, last: date, *, today: date
) -> list[OfficeLine]:
    """Of these clients: what waits for a signature since long, what nobody held, sessions by month and code.

    An entry with several codes counts under each; one that has none under none. Of `unread` plans, each row of risk
    with whose client it is, only that somebody has to follow it up.
    """
    in_need = dict.fromkeys((row.client, whose) for row, whose in unread if row.needs_act)
    found = [OfficeLine(OfficePart.FOLLOW_UP, client, whose, today) for client, whose in in_need]
    sessions = Counter[tuple[str, date, str]]()
    for case in cases:
        found += [*_waiting(case), *_not_held(case, first, last)]
        sessions.update(_billed(case, first, last))
    found += [
        OfficeLine(OfficePart.SESSIONS, "", who, month, cpt, number) for (who, month, cpt), number in sessions.items()
    ]
    parts = list(OfficePart)
    return sorted(
        found, key=lambda one: (parts.index(one.part), one.day or date.min, one.client, one.clinician, one.cpt)
    )


def _waiting(case: Case) -> Iterator[OfficeLine]:
    client, whose = case.plan.client, case.clinician or ""
    for entry in case.unsigned:
        if case.today - entry.date > UNSIGNED_FOR:
            yield OfficeLine(OfficePart.UNSIGNED, client, entry.by or whose, entry.date)
    if case.risk.acts_here:
        yield OfficeLine(OfficePart.FOLLOW_UP, client, whose, case.today)


def _not_held(case: Case, first: date, last: date) -> Iterator[OfficeLine]:
    for entry in _log(case, first, last):
        if part := _NOT_HELD.get(entry.kind):
            yield OfficeLine(part, case.plan.client, entry.by or case.clinician or "", entry.date)


def _billed(case: Case, first: date, last: date) -> Iterator[tuple[str, date, str]]:
    for entry in _log(case, first, last):
        if is_billable(entry):
            for cpt in entry.cpt or ("",):
                yield entry.by or case.clinician or "", entry.date.replace(day=1), cpt


def _log(case: Case, first: date, last: date) -> Iterator[Session]:
    return (entry for entry in case.entries if first <= entry.date <= last)
