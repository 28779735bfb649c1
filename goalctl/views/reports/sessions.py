"""What was provided in a stretch: sessions by code, with days and minutes, and how often each intervention was used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from goalctl.analysis.figures import counted
from goalctl.model.billing import is_billable
from goalctl.model.goal import Intervention
from goalctl.model.session import Kind, Session
from goalctl.views.reports.goals import who_words
from goalctl.views.reports.parts import ReportFact, Scope, Table, facts_of, list_words, table_of
from goalctl.views.words.attended import attendance_words
from goalctl.views.words.rhythm import course_words
from goalctl.views.words.used import meanwhile_words, use_words


class Attendance(NamedTuple):
    """The sessions of a stretch."""

    facts: tuple[ReportFact, ...]
    by_code: Table


def treated_in(scope: Scope) -> tuple[Session, ...]:
    """The entries of the stretch and of the treatment, up to its end."""
    ended = scope.plan.ended_on(scope.end) or scope.end
    return tuple(entry for entry in scope.entries if entry.date <= ended)


def attendance_of(scope: Scope) -> Attendance:
    """How many sessions, when, how long and under which code; and what did not take place.

    What came after the end of treatment is told by itself and counted nowhere, as in `outcomes`.
    """
    entries = treated_in(scope)
    later = scope.entries[len(entries) :]
    came = [entry for entry in entries if entry.kind.client_came]
    coded = [entry for entry in entries if is_billable(entry)]
    facts = facts_of(
        ("Attendance", attendance_words(entries)),
        ("Sessions held", str(len(came))),
        ("Minutes", f"{_minutes(coded)}{_calls_included(coded)}" if coded else ""),
        ("First and last", f"{came[0].date}, {came[-1].date}" if came else ""),
        ("Not kept by the client", _days(entry for entry in entries if entry.kind is Kind.NO_SHOW)),
        ("Cancelled", _days(entry for entry in entries if entry.kind is Kind.CANCELLED)),
        ("Crisis contacts", _days(entry for entry in entries if entry.kind is Kind.CRISIS)),
        ("Outreach", _days(entry for entry in entries if entry.kind is Kind.OUTREACH)),
        ("After the end of treatment", list_words(_in_a_line(entry) for entry in later)),
    )
    return Attendance(facts, _by_code(coded))


def _calls_included(coded: Sequence[Session]) -> str:
    """Where all have their minutes; else they are counted beside the sessions."""
    is_told = any(entry.length is None for entry in coded)
    return ", calls included" if not is_told and any(entry.kind.is_between_sessions for entry in coded) else ""


def _days(entries: Iterable[Session]) -> str:
    return list_words(entry.date for entry in entries)


def _in_a_line(entry: Session) -> str:
    """`2026-05-20 session (90837, 53 minutes)`."""
    facts = [*entry.cpt, *([f"{entry.length} minutes"] if entry.length else [])]
    return f"{entry.date} {entry.kind.value}" + (f" ({', '.join(facts)})" if facts else "")


def _minutes(held: Sequence[Session]) -> str:
    """What is on record of them together, and of how many that is; what is coded between sessions is none of these."""
    known = [entry.length for entry in held if entry.length is not None]
    if not known:
        return "not stated"
    if len(known) == len(held):
        return str(sum(known))
    between = sum(entry.kind.is_between_sessions for entry in held)
    counts = [counted(n, what) for n, what in ((len(held) - between, "session"), (between, "contact")) if n]
    return f"{sum(known)} in {len(known)} of {' and '.join(counts)}"


def _by_code(seen: Iterable[Session]) -> Table:
    by_code: dict[str, list[Session]] = {}
    for entry in seen:
        by_code.setdefault(list_words(entry.cpt) or "no code", []).append(entry)
    rows = [(code, str(len(held)), _minutes(held), _days(held)) for code, held in sorted(by_code.items())]
    heads = ("CPT code", "Sessions", "Minutes", "Days")
    return table_of("Sessions by code", heads, rows, "No session was held.")


def interventions_table(scope: Scope) -> Table:
    """Every planned intervention, how often it was used in the stretch and the treatment, and what moved meanwhile."""
    entries = treated_in(scope)
    rows = [
        (item_id, found.what, who_words(found), _plan_words(found), use_words(scope.case, item_id, entries),
         meanwhile_words(scope.case, item_id, entries))
        for item_id, found in scope.plan.interventions()
    ]  # fmt: skip
    heads = ("ID", "Intervention", "By", "Planned", "Used in", "Scores meanwhile")
    return table_of("Interventions", heads, rows, "No intervention is planned.")


def _plan_words(found: Intervention) -> str:
    minutes = f"{found.minutes} minutes" if found.minutes else ""
    return list_words([course_words(found.every, found.for_), minutes])


def responses_table(scope: Scope) -> Table:
    """What the sessions of the stretch say of how the client responded; a confidential entry's words stay out."""
    rows = [
        (str(entry.date), list_words(entry.worked_on), list_words(entry.used), entry.response)
        for entry in scope.entries
        if entry.response and not entry.confidential
    ]
    heads = ("Day", "Worked on", "Used", "Response")
    return table_of("Response to treatment", heads, rows, "No session states a response.")
