"""A risk record as an edit: into the entry of its day where there is one to join, else as an entry of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import score_of
from goalctl.documents.change import Edit
from goalctl.documents.read import read_data
from goalctl.model.entry import said
from goalctl.model.finding import Value
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Risk, Session
from goalctl.workspace.edits.additions import appended, new_session_id
from goalctl.workspace.edits.placing import placed
from goalctl.workspace.store.transaction import Changed

FIELDS = tuple(Risk.model_fields)


@dataclass(frozen=True, slots=True)
class RiskItemEndorsed:
    """An endorsed item that nothing on record answers yet: `named` is `PHQ-9 q9`, or `PHQ-9 (anna) q9`.

    `says` is what the form says it means. It speaks of the client, so it stays off a screen that the client sees.
    """

    day: date
    named: str
    answer: str
    says: str


def entry_to_join(plan: Plan, day: date) -> int | None:
    """The position of the day's newest session, else journal entry, that is unsigned and without a risk record.

    A signed entry stays as it was signed, and an appointment that did not take place holds nothing.
    """
    fitting = [
        (entry.current.kind.client_was_seen, position)
        for position, entry in enumerate(plan.sessions)
        if _may_be_joined(entry, day)
    ]
    return max(fitting)[1] if fitting else None


def _may_be_joined(entry: Session, day: date) -> bool:
    now = entry.current
    is_free = entry.risk is None and now.risk is None and not entry.void and not entry.signed
    return is_free and now.date == day and not now.kind.was_missed


def risk_recorded(
    plan: Plan, record: Mapping[str, Value], *, on: date, by: str | None, kind: str | None = None
) -> list[Edit]:
    """The edits that put the record there; a `kind` asks for an entry of its own.

    Where there is none to join it is a `journal`, which never counts as a session held.
    """
    position = None if kind else entry_to_join(plan, on)
    ordered: dict[str, Value] = {field: record[field] for field in FIELDS if field in record}
    if position is not None:
        return placed(plan.sessions[position], ("risk",), ordered, at=("sessions", position))
    head = said(id=new_session_id(plan), date=on, by=by, kind=kind or Kind.JOURNAL.value)
    return [appended(plan, "sessions", head | {"risk": ordered})]


def endorsed_unanswered(plan: Plan, forms: Mapping[str, Form], *, on: date) -> tuple[RiskItemEndorsed, ...]:
    """What the forms of that day endorse while no entry of the day has a risk record."""
    entries = [entry for entry in plan.log if entry.date == on]
    if any(entry.risk for entry in entries):
        return ()
    return tuple(found for entry in entries for found in _endorsed(entry, forms))


def newly_endorsed(changed: Changed, forms: Mapping[str, Form]) -> tuple[RiskItemEndorsed, ...]:
    """The same for every day whose entries this change has added or altered, by day."""
    before, after = _entries(changed.before), _entries(changed.after)
    positions = [n for n, entry in enumerate(after) if n >= len(before) or before[n] != entry]
    days = sorted({changed.plan.sessions[position].current.date for position in positions})
    return tuple(found for day in days for found in endorsed_unanswered(changed.plan, forms, on=day))


def _entries(text: str) -> list[Value]:
    data, _ = read_data(text)
    entries = data.get("sessions") if isinstance(data, dict) else None
    return entries if isinstance(entries, list) else []


def _endorsed(entry: Session, forms: Mapping[str, Form]) -> Iterator[RiskItemEndorsed]:
    for ref, answers in entry.forms.items():
        form = form_of(forms, ref)
        whose = f" ({ref.respondent})" if ref.respondent else ""
        for found in score_of(form, answers).endorsed if form else ():
            named = f"{form.name if form else ref.name}{whose} {found.risk.item}"
            yield RiskItemEndorsed(entry.date, named, found.answer, found.risk.says)
