"""The entries of a plan's log with their places in the file, for the rules that read sessions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalctl.model.finding import Path
from goalctl.model.plan import Agreement
from goalctl.model.session import Session, entry_order
from goalctl.rules.rule import RuleCase


class PlacedEntry(NamedTuple):
    """An entry as its amendments say, and where it stands."""

    path: Path
    entry: Session


def placed_entries(case: RuleCase) -> list[PlacedEntry]:
    """Every entry up to the day that is not void, in the order of the log."""
    return case.once(_in_order)


def _in_order(case: RuleCase) -> list[PlacedEntry]:
    kept = [
        (entry_order(entry.current, n), PlacedEntry(("sessions", n), entry.current))
        for n, entry in enumerate(case.plan.sessions)
        if not entry.void and entry.current.date <= case.today
    ]
    return [placed for _, placed in sorted(kept, key=lambda pair: pair[0])]


def sittings(case: RuleCase) -> Iterator[PlacedEntry]:
    """The sessions that took place, without intakes, calls and journal entries."""
    return (placed for placed in placed_entries(case) if placed.entry.kind.is_sitting)


def agreements(case: RuleCase) -> list[tuple[int, Agreement]]:
    """Every agreement up to the day, with its place."""
    return [(n, entry) for n, entry in enumerate(case.plan.agreements) if entry.on <= case.today]


def end_of(case: RuleCase) -> date:
    """The day, or that of the discharge before it."""
    return min(case.plan.discharge.on, case.today) if case.plan.discharge else case.today


def seen_on(case: RuleCase) -> list[date]:
    """The days on which the client was seen, in order."""
    return [entry.date for entry in case.plan.seen if entry.date <= case.today]
