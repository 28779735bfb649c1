"""What happened to a plan, oldest first: its own trail and what git saw, each event told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from goalctl.analysis.figures import counted
from goalctl.analysis.history.difference import Event, agreement_event, amended_event, review_event, void_event
from goalctl.model.goal import Scorable
from goalctl.model.plan import Change, Plan

_FIELDS = {"by": "measure"}
_SECOND_HAND = {"changes"}


def history_of(plan: Plan, seen: Iterable[Event] = (), *, item: str = "") -> tuple[Event, ...]:
    """The events of a plan, or of one goal or objective, oldest first; those without a day come first.

    `seen` are the events that git tells, with the day of their commit; one that the plan's own trail tells too is left
    to the trail, which knows why.
    """
    told: dict[tuple[str, str, str], Event] = {}
    for event in (*_trail(plan), *(event for event in seen if event.what not in _SECOND_HAND)):
        told.setdefault(_key(event), event)
    found = told.values()
    about = [event for event in found if not item or event.item == item or event.item.startswith(f"{item}.")]
    return tuple(sorted(about, key=lambda event: event.day or date.min))


def summary_of(plan: Plan, item: str) -> str:
    """One line about a goal's deadline, when it was moved: `extended 3 times`; else empty."""
    found = plan.scorables.get(item)
    return f"{item} extended {counted(len(found.extended), 'time')}" if found and found.extended else ""


def _key(event: Event) -> tuple[str, str, str]:
    """What makes two tellings one event; what has no outcome to compare is known by its words."""
    return event.item, event.what, event.to or event.text


def _trail(plan: Plan) -> Iterator[Event]:
    if plan.opened:
        yield Event(plan.opened, "", "plan", "plan opened")
    for item in plan.scorables.values():
        yield from _of_item(item)
    yield from (_of_change(change) for change in plan.changes)
    yield from (review_event(review) for review in plan.reviews)
    yield from (agreement_event(agreement) for agreement in plan.agreements)
    for session in plan.sessions:
        yield from (amended_event(session, amendment) for amendment in session.amended)
        if session.void:
            yield void_event(session, session.void)
    yield from _lifecycle(plan)


def _lifecycle(plan: Plan) -> Iterator[Event]:
    for hold in plan.holds:
        yield Event(hold.from_, "", "holds", "put on hold", because=hold.because or "")
        if hold.to:
            yield Event(hold.to, "", "holds", "resumed")
    if plan.discharge:
        yield Event(plan.discharge.on, "", "discharge", "discharged", because=plan.discharge.reason or "")


def _of_item(item: Scorable) -> Iterator[Event]:
    if item.opened:
        yield Event(item.opened, item.id, "new", f"{item.id} added")
    moves = sorted(item.extended, key=lambda extension: extension.on)
    until = [*(move.from_ for move in moves[1:]), item.deadline]
    for move, later in zip(moves, until, strict=False):  # without a move there is nothing to tell
        text = f"{item.id} deadline {move.from_} → {later}"
        yield Event(move.on, item.id, "deadline", text, str(later), move.because)
    if item.closed:
        yield Event(item.closed, item.id, "status", f"{item.id} {item.status.value}", item.status.value)


def _of_change(change: Change) -> Event:
    field = change.what.rpartition(".")[2]
    what = _FIELDS.get(field, field)
    old, new = (str(value) if value is not None else "none" for value in (change.from_, change.to))
    text = f"{change.of or 'plan'} {what.replace('_', ' ')} {old} → {new}"
    return Event(change.on, change.of or "", what, text, new, change.because or "", change.by or "")
