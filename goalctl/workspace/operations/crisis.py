"""`crisis`: a contact in a crisis, or a try to reach the client, as one entry at the end of the log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields, Value
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Session, Setting
from goalctl.workspace.edits.additions import append_edit, new_session_id

BECAUSE = "contact in a crisis"


def contact_entry(
    risk: Mapping[str, Value], *, on: date, client_at: Value = None, note: Value = None, place: Value = None
) -> Fields:
    """A contact in which the client was reached, by telephone unless a place is named, with what was found."""
    found = {"asked_because": BECAUSE, **risk} if risk else {}
    head = entry_values(date=on, kind=Kind.CRISIS.value, place=place or Setting.PHONE.value, client_at=client_at)
    return head | entry_values(risk=found, note=note)


def attempt_entry(tried: str, *, on: date, told: str | None = None, note: str | None = None) -> Fields:
    """A try to reach the client that did not: how, who was told, and anything else, in its note."""
    parts = (tried, f"told: {told}" if told else "", note or "")
    words = ". ".join(part.strip().rstrip(".") for part in parts if part.strip())
    return entry_values(date=on, kind=Kind.OUTREACH.value, note=words)


def contact_edits(plan: Plan, entry: Fields, *, by: str | None) -> list[Edit]:
    """The edit that logs it; one that is signed is never joined, and nothing is rewritten."""
    whole = entry_values(id=new_session_id(plan), by=by) | entry
    return [append_edit(plan, "sessions", in_order(Session, whole))]
