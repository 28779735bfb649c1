"""Appointments: which were agreed on, and which of them came to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goalctl.model.session import Kind, Session


def next_of(log: Sequence[Session], day: date, ended: date | None = None) -> date | None:
    """The appointment that was agreed on last, of those on or after that day that were not held, missed or called off.

    Of a treatment that has `ended` none that had been agreed on before: a look back later is agreed on at the end.
    """
    over = {entry.date for entry in log if entry.kind.client_was_seen} | came_to_nothing(log)
    agreed = [entry.next for entry in log if entry.next and (ended is None or entry.date >= ended)]
    return next((found for found in reversed(agreed) if found >= day and found not in over), None)


def came_to_nothing(log: Sequence[Session]) -> set[date]:
    """The days of those that were missed or cancelled, and not agreed on anew.

    What is cancelled on a day for which nothing had been agreed on was called off ahead: the one agreed on last.
    """
    agreed: list[date] = []
    found: set[date] = set()
    for entry in log:
        if entry.kind.did_not_take_place:
            found.add(entry.date)
            ahead = [day for day in agreed if day >= entry.date]
            if entry.kind is Kind.CANCELLED and ahead and entry.date not in ahead:
                found.add(ahead[-1])
                agreed = [day for day in agreed if day != ahead[-1]]
        if entry.next:
            agreed.append(entry.next)
            found.discard(entry.next)
    return found
