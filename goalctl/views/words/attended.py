"""Who came, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goalctl.analysis.figures import counted
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Session
from goalctl.views.words.rhythm import spoken_day


def sessions_in_treatment(plan: Plan, day: date) -> tuple[Session, ...]:
    """The sessions held, no calls, up to the end of treatment where it had ended by that day."""
    end = plan.ended_on(day)
    return tuple(entry for entry in plan.seen if entry.kind.client_came and (end is None or entry.date <= end))


def attendance_words(entries: Sequence[Session]) -> str:
    """`came to 17 of 19 appointments; 1 missed, 1 cancelled`; calls stand beside."""
    came = [entry for entry in entries if entry.kind.client_came]
    missed = sum(entry.kind is Kind.NO_SHOW for entry in entries)
    cancelled = sum(entry.kind is Kind.CANCELLED for entry in entries)
    calls = sum(entry.kind.is_between_sessions for entry in entries)
    made = len(came) + missed + cancelled
    beside = [f"{missed} missed"] * bool(missed) + [f"{cancelled} cancelled"] * bool(cancelled)
    said = f"came to {len(came)} of {counted(made, 'appointment')}" if made else "no appointment on record"
    parts = [said, ", ".join(beside), counted(calls, "call") if calls else ""]
    return "; ".join(part for part in parts if part)


def own_attendance_words(entries: Sequence[Session]) -> str:
    """The same to the client: how many sessions there were, and the last of them."""
    came = [entry for entry in entries if entry.kind.client_came]
    if not came:
        return "We have not met yet."
    return f"{counted(len(came), 'session')} so far, the last on {spoken_day(came[-1].date)}."
