"""Appointments: which were agreed on, and which of them came to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goalctl.model.session import Kind, Session


def next_of(log: Sequence[Session], day: date, ended: date | None = None) -> date | None:
    """The appointment that was agreed on last, of those on or after that day that were not held, missed or called off.

    Of a treatment that has `ended` none that had been agreed on before: a look back later is agreed on at the end. A
    call, or a contact in a crisis, on the very day of an appointment does not hold it.
    """
    held = {entry.date for entry in log if entry.kind.client_came}
    agreed = [entry.next for entry in standing(log) if ended is None or entry.date >= ended]
    return next((found for found in reversed(agreed) if found and found >= day and found not in held), None)


def standing(log: Sequence[Session]) -> list[Session]:
    """The entries whose next appointment was neither missed nor called off, held ones too, in the order of the log.

    What is cancelled on a day for which nothing had been agreed on was called off ahead: the one agreed on last. Who
    comes after all, by a later entry, is expected again.
    """
    kept: list[Session] = []
    for entry in log:
        if entry.kind.did_not_take_place:
            ahead = [one.next for one in kept if one.next and one.next >= entry.date]
            off = {entry.date}
            if entry.kind is Kind.CANCELLED and ahead and entry.date not in ahead:
                off.add(ahead[-1])
            kept = [one for one in kept if one.next not in off]
        if entry.next:
            kept.append(entry)
    return kept
