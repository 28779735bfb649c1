"""A plan as it stood on an earlier day, and as it had been written down by one.

*Valid on a day*: what is of a later day is not there, and what was altered later reads as it stood; what was written
later about that day or one before it is there. *Written by a day*: that is not there either.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from goalctl.analysis.history.cut import LATER_WORDS, Cut, last_day
from goalctl.model.holds import rests_on
from goalctl.model.measure import Measure
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.sections import sections_that
from goalctl.model.session import Session
from goalctl.model.types import Record
from goalctl.model.validator import read_as
from goalctl.model.written import record_data

R = TypeVar("R", bound=Record)

_EVENTS = sections_that(Plan, lambda kept: kept.is_event)


def as_of(plan: Plan, *, today: date, now: date | None = None) -> Plan:
    """The plan as it was valid on that day.

    From `now` on, the day it really is, it reads as its file does: only the entries of days to come are not there.
    """
    newest = last_day(plan)
    if newest is None or newest <= today:
        return plan
    if now is None or today < now:
        return cut_off(plan, Cut(today))
    return _without_days_to_come(plan, Cut(today))


def recorded_by(plan: Plan, day: date) -> Plan:
    """The plan as it had been written down by the end of that day; what does not say when it was has its own day."""
    return cut_off(plan, Cut(day, by_written=True))


def is_there(plan: Plan, *, today: date, now: date | None = None) -> bool:
    """Whether the plan was opened by that day; one that opens on a day to come is there from `now` on."""
    return plan.opened is None or plan.opened <= today or (now is not None and now <= today)


def ahead_of(plan: Plan, day: date) -> tuple[Session, ...]:
    """The entries that stand under a later day than that: nobody can have lived it yet."""
    return tuple(entry for entry in plan.sessions if entry.current.date > day)


def cut_off(plan: Plan, cut: Cut) -> Plan:
    """The plan without what the cut leaves out."""
    from goalctl.analysis.history.unwinding import unwound

    before, _ = unwound(plan, lambda step: step.is_after(cut))
    return without_later(before, cut)


def without_later(plan: Plan, cut: Cut) -> Plan:
    """The plan without what is of a later day; what was altered in the rest is altered."""
    then = plan.copy_with(**_parts(plan, cut), status=_status(plan, cut.day))
    return _without_names_of_later_goals(then) if len(then.goals) < len(plan.goals) else then


def _without_names_of_later_goals(plan: Plan) -> Plan:
    """A wish had not become a goal that was not there."""
    wishes = tuple(
        wish if wish.goal in plan.scorables else wish.model_copy(update={"goal": None})
        for wish in plan.discovery.magic_wand
    )
    return plan.copy_with(discovery=plan.discovery.model_copy(update={"magic_wand": wishes}))


def _without_days_to_come(plan: Plan, cut: Cut) -> Plan:
    update = {name: _part(plan, name, cut) for name in _EVENTS}
    return plan.copy_with(**update, status=plan.status if _has_begun(plan, cut) else Lifecycle.ACTIVE)


def _has_begun(plan: Plan, cut: Cut) -> bool:
    """Whether its hold, or its end, is not of a day to come."""
    if plan.has_ended:
        return not (plan.discharge and cut.leaves_out(plan.discharge))
    return plan.status is Lifecycle.ACTIVE or not plan.holds or not all(map(cut.leaves_out, plan.holds))


def _status(plan: Plan, day: date) -> Lifecycle:
    """As its holds and its end say; where it has neither, as it says itself."""
    if plan.has_ended and not (plan.discharge and plan.discharge.on > day):
        return plan.status
    if plan.holds or plan.has_ended:
        return Lifecycle.ON_HOLD if rests_on(plan.holds, day) else Lifecycle.ACTIVE
    return plan.status


def _then(record: R, cut: Cut) -> R:
    update = _parts(record, cut)
    return record.model_copy(update=update) if update else record


def _parts(record: Record, cut: Cut) -> dict[str, object]:
    """What is other in it than it reads now."""
    found = {name: _part(record, name, cut) for name in record.model_fields_set}
    return {name: then for name, then in found.items() if then is not getattr(record, name)}


def _part(record: Record, name: str, cut: Cut) -> object:
    value: object = getattr(record, name)
    match value:
        case date() if name == LATER_WORDS.get(type(record)) and value > cut.day:
            return None
        case Measure():
            return value
        case Record():
            return None if cut.leaves_out(value) else _then(value, cut)
        case tuple() if any(isinstance(item, Record) for item in value):
            return _items(value, cut)
    return value


def _items(items: tuple[Record, ...], cut: Cut) -> tuple[Record, ...]:
    """Those that are there, as they stood; the same tuple where that is all of it."""
    then = [_session(item, cut) if isinstance(item, Session) else _then(item, cut) for item in items]
    kept = tuple(item for item in then if not cut.leaves_out(item.current if isinstance(item, Session) else item))
    is_same = len(kept) == len(items) and all(new is old for new, old in zip(kept, items, strict=True))
    return items if is_same else kept


def _session(session: Session, cut: Cut) -> Session:
    """The entry without the amendments, signatures and the mark of later days.

    What is about another client is withheld whatever the day.
    """
    is_withheld = session.void is not None and bool(session.void.other_client)
    update = {name: _part(session, name, cut) for name in ("amended", "signed", "void")[: 2 if is_withheld else 3]}
    if all(then is getattr(session, name) for name, then in update.items()):
        return session
    return read_as(Session, record_data(session.model_copy(update=update)))
