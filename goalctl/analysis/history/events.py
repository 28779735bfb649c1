"""What happened to a plan, oldest first: its own trail and what git saw, each event told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from goalctl.analysis.figures import counted
from goalctl.analysis.history.event import (
    Event,
    agreement_event,
    amended_event,
    discharge_event,
    flagged_event,
    hold_begun,
    hold_ended,
    logged_event,
    review_event,
    talked_event,
    void_event,
)
from goalctl.analysis.history.late import Noted, late_entries, late_words, written_words
from goalctl.analysis.history.trailed import TRAILED
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.finding import Value
from goalctl.model.goal import Scorable
from goalctl.model.plan import Change, Plan
from goalctl.model.session import Session

_FIELDS = {"by": "measure"}
_STRETCHES = {"target", "scale"}


def history_of(at: Standpoint, seen: Iterable[Event] = (), *, item: str = "") -> tuple[Event, ...]:
    """The events of a plan, or of what has that id, oldest first; those without a day come first.

    `seen` are the events that git tells, with the day of their commit; one that the plan's own trail tells too is left
    to the trail, which knows why. What happens again is told again. Of a session and of homework it is told when it was
    given, too.
    """
    first_hand = (*_trail(at), *_of_the_log(at.plan, item))
    known = {_key(event) for event in first_hand}
    by_git = {(event.day, _key(event)): event for event in seen if event.what != TRAILED and _key(event) not in known}
    about = [event for event in (*first_hand, *by_git.values()) if _is_about(event, item)]
    return tuple(sorted(about, key=lambda event: event.day or date.min))


def _is_about(event: Event, item: str) -> bool:
    return not item or item in {event.item, event.id} or event.item.startswith(f"{item}.")


def has_history(plan: Plan, item: str) -> bool:
    """Whether a goal, an objective, an entry, homework, or something in the trail has that id."""
    known: set[str | None] = {*plan.scorables, *(change.id for change in plan.changes)}
    known |= {point.id for point in plan.supervision}
    known |= {review.id for review in plan.reviews} | {agreement.id for agreement in plan.agreements}
    for session in plan.sessions:
        known |= {session.id, *(amendment.id for amendment in session.amended), *(task.id for task in session.homework)}
    return item in known


def _of_the_log(plan: Plan, item: str) -> Iterator[Event]:
    """The entry, or the homework, that has that id."""
    for entry in plan.sessions:
        if item and entry.id == item:
            yield logged_event(entry)
    for entry in plan.log:
        if any(task.id == item for task in entry.homework):
            yield Event(entry.date, item, "homework", f"{item} given")
        if done := entry.homework_done.get(item):
            yield Event(entry.date, item, "homework_done", f"{item} done: {done.value}", done.value)


def summary_of(plan: Plan, item: str) -> str:
    """One line about a goal's deadline, when it was moved: `extended 3 times`; else empty."""
    found = plan.scorables.get(item)
    return f"{item} extended {counted(len(found.extended), 'time')}" if found and found.extended else ""


def _key(event: Event) -> tuple[str, str, str]:
    """What makes two tellings one event; what has no outcome to compare is known by its words."""
    return event.item, event.what, event.to or event.text


def _of_supervision(at: Standpoint) -> Iterator[Event]:
    """What was flagged for supervision, and each time it was talked over."""
    for point in at.plan.supervision:
        yield _with_lateness(at, flagged_event(point), point)
        yield from (_with_lateness(at, talked_event(point, talk), talk) for talk in point.talked)


def _of_corrections(at: Standpoint) -> Iterator[Event]:
    """The amendments of every entry, and that it is void."""
    for session in at.plan.sessions:
        for amendment in session.amended:
            yield _with_lateness(at, amended_event(session, amendment), amendment)
        if session.void:
            yield void_event(session, session.void)


def _trail(at: Standpoint) -> Iterator[Event]:
    plan = at.plan
    if plan.opened:
        yield Event(plan.opened, "", "plan", "plan opened")
    changes = [_of_change(change) for change in plan.changes]
    told_better = {(event.day, _key(event)) for event in changes}  # with the reason and by whom
    for item in plan.scorables.values():
        yield from (event for event in _of_item(item) if (event.day, _key(event)) not in told_better)
    yield from (_with_lateness(at, event, change) for event, change in zip(changes, plan.changes, strict=True))
    yield from (_with_lateness(at, review_event(review), review) for review in plan.reviews)
    yield from (_with_lateness(at, agreement_event(agreement), agreement) for agreement in plan.agreements)
    yield from _of_supervision(at)
    yield from _of_corrections(at)
    yield from (_of_late(session, session.written, at.today) for session in at.once(late_entries) if session.written)
    yield from _lifecycle(plan)


def _with_lateness(at: Standpoint, event: Event, about: Noted) -> Event:
    """With the moment it was written, where that was late."""
    return event._replace(text=f"{event.text}{late_words(about, at.settings.late_after, today=at.today)}")


def _of_late(session: Session, moment: datetime, today: date) -> Event:
    """On the day it was written; seen from before that day, on the day it is about."""
    day = moment.date() if moment.date() <= today else session.date
    text = f"session {session.date} {written_words(moment)}"
    return Event(day, session.id or "", "written", text, str(session.date), by=session.by or "")


def _lifecycle(plan: Plan) -> Iterator[Event]:
    for hold in plan.holds:
        yield hold_begun(hold)
        if hold.to:
            yield hold_ended(hold)
    if plan.discharge:
        yield discharge_event(plan.discharge)._replace(text="discharged")


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
    old, new = (_value_words(value, what) for value in (change.from_, change.to))
    said = what if change.of else change.what.replace(".", " ")  # what a plan has may stand in several places
    text = f"{change.of or 'plan'} {said.replace('_', ' ')} {old} → {new}"
    because, by = change.because or "", change.by or ""
    return Event(change.on, change.of or "", what, text, new, because, by, change.id or "")


def _value_words(value: Value, what: str) -> str:
    """The value in a line: a scale and a band from end to end, other lists and mappings with commas."""
    if isinstance(value, list):
        return (" to " if what in _STRETCHES else ", ").join(_value_words(item, what) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_value_words(inner, key)}" for key, inner in value.items())
    return "none" if value is None else str(value)
