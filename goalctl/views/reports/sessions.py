"""What was provided in a stretch: sessions by code, with days and minutes, and how often each intervention was used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goalctl.model.goal import Intervention
from goalctl.model.session import Kind, Session
from goalctl.views.reports.goals import who_words
from goalctl.views.reports.parts import Fact, Scope, Table, known, listed, table_of
from goalctl.views.words.rhythm import rhythm_words, stretch_words


@dataclass(frozen=True, slots=True)
class Attendance:
    """The sessions of a stretch."""

    facts: tuple[Fact, ...]
    by_code: Table


def entries_in(scope: Scope) -> tuple[Session, ...]:
    """The valid entries of the stretch, in the order of the log."""
    return tuple(entry for entry in scope.case.entries if scope.holds(entry.date))


def attendance_of(scope: Scope) -> Attendance:
    """How many sessions, when, how long and under which code; and what did not take place."""
    entries = entries_in(scope)
    seen = [entry for entry in scope.plan.seen if scope.holds(entry.date)]
    facts = known(
        ("Sessions held", str(len(seen))),
        ("Minutes", str(sum(entry.length or 0 for entry in seen)) if seen else ""),
        ("First and last", f"{seen[0].date}, {seen[-1].date}" if seen else ""),
        ("Not kept by the client", _days(entry for entry in entries if entry.kind is Kind.NO_SHOW)),
        ("Cancelled", _days(entry for entry in entries if entry.kind is Kind.CANCELLED)),
        ("Crisis contacts", _days(entry for entry in entries if entry.kind is Kind.CRISIS)),
        ("Outreach", _days(entry for entry in entries if entry.kind is Kind.OUTREACH)),
    )
    return Attendance(facts, _by_code(seen))


def _days(entries: Iterable[Session]) -> str:
    return listed(entry.date for entry in entries)


def _by_code(seen: Iterable[Session]) -> Table:
    by_code: dict[str, list[Session]] = {}
    for entry in seen:
        by_code.setdefault(listed(entry.cpt) or "no code", []).append(entry)
    rows = [
        (code, str(len(held)), str(sum(entry.length or 0 for entry in held)), _days(held))
        for code, held in sorted(by_code.items())
    ]
    heads = ("CPT code", "Sessions", "Minutes", "Days")
    return table_of("Sessions by code", heads, rows, "No session was held.")


def interventions_table(scope: Scope) -> Table:
    """Every intervention that is planned, how often it was used in the stretch, and when last."""
    entries = entries_in(scope)
    rows = [
        (item_id, found.what, who_words(found), _planned(found), *_use(entries, item_id))
        for item_id, found in scope.plan.interventions()
    ]
    heads = ("ID", "Intervention", "By", "Planned", "Used in", "Last used")
    return table_of("Interventions", heads, rows, "No intervention is planned.")


def _planned(found: Intervention) -> str:
    minutes = f"{found.minutes} minutes" if found.minutes else ""
    return listed([rhythm_words(found.every), f"for {stretch_words(found.for_)}" if found.for_ else "", minutes])


def _use(entries: Iterable[Session], item_id: str) -> tuple[str, str]:
    used = [entry for entry in entries if item_id in entry.used]
    number = "1 session" if len(used) == 1 else f"{len(used)} sessions"
    return number, str(used[-1].date) if used else ""
