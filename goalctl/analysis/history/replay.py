"""A plan as it stood on an earlier day, as far as its own dates tell: what was logged or moved later is not yet.

Wordings, measures and settings stay as they stand; earlier ones are in git (`show --at`).
"""

from __future__ import annotations

from datetime import date

from goalctl.model.goal import Extension, Goal, Objective, Status
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.session import Session
from goalctl.model.written import record_data


def last_entry(plan: Plan) -> date | None:
    """The newest day on which something was written down; None for a plan without entries."""
    days = [entry.date for entry in plan.sessions] + [entry.date for entry in plan.diary]
    days += [review.on for review in plan.reviews] + [agreement.on for agreement in plan.agreements]
    days += [change.on for change in plan.changes]
    days += [amendment.on for session in plan.sessions for amendment in session.amended]
    for item in plan.scorables.values():
        days += [extension.on for extension in item.extended] + ([item.closed] if item.closed else [])
    days += [hold.from_ for hold in plan.holds] + ([plan.discharge.on] if plan.discharge else [])
    return max(days, default=None)


def as_of(plan: Plan, *, today: date) -> Plan:
    """The plan as its log, deadlines and life had come on that day."""
    newest = last_entry(plan)
    if newest is None or newest <= today:
        return plan
    return plan.altered(
        sessions=tuple(_session(entry, today) for entry in plan.sessions if entry.date <= today),
        diary=tuple(entry for entry in plan.diary if entry.date <= today),
        reviews=tuple(review for review in plan.reviews if review.on <= today),
        agreements=tuple(agreement for agreement in plan.agreements if agreement.on <= today),
        changes=tuple(change for change in plan.changes if change.on <= today),
        holds=tuple(hold for hold in plan.holds if hold.from_ <= today),
        goals=tuple(_goal(goal, today) for goal in plan.goals),
        status=_status(plan, today),
    )


def ahead_of(plan: Plan, day: date) -> tuple[Session, ...]:
    """The entries that stand under a later day than that: nobody can have lived it yet."""
    return tuple(entry for entry in plan.sessions if entry.date > day)


def _status(plan: Plan, today: date) -> Lifecycle:
    if plan.status is Lifecycle.DISCHARGED and plan.discharge and plan.discharge.on > today:
        return Lifecycle.ACTIVE
    if plan.status is Lifecycle.ON_HOLD and plan.holds and all(hold.from_ > today for hold in plan.holds):
        return Lifecycle.ACTIVE
    return plan.status


def _session(session: Session, today: date) -> Session:
    """The entry without the amendments of later days."""
    known = [amendment for amendment in session.amended if amendment.on <= today]
    if len(known) == len(session.amended):
        return session
    data = record_data(session)
    return Session.model_validate({**data, "amended": [record_data(amendment) for amendment in known] or None})


def _goal(goal: Goal, today: date) -> Goal:
    extended, deadline = _deadline(goal.extended, goal.deadline, today)
    time_bound = goal.smart.time_bound.model_copy(update={"extended": extended, "deadline": deadline})
    update = {
        "smart": goal.smart.model_copy(update={"time_bound": time_bound}),
        "objectives": tuple(_objective(objective, today) for objective in goal.objectives),
    }
    return goal.model_copy(update=update | _open_then(goal, today))


def _objective(objective: Objective, today: date) -> Objective:
    extended, deadline = _deadline(objective.extended, objective.deadline, today)
    return objective.model_copy(update={"extended": extended, "deadline": deadline} | _open_then(objective, today))


def _open_then(item: Goal | Objective, today: date) -> dict[str, object]:
    """What was closed later was being worked on."""
    return {"status": Status.ACTIVE, "closed": None} if item.closed and item.closed > today else {}


def _deadline(
    extended: tuple[Extension, ...], deadline: date | None, today: date
) -> tuple[tuple[Extension, ...], date | None]:
    """The extensions of that day, and the deadline before the first later one."""
    later = [extension for extension in extended if extension.on > today]
    known = tuple(extension for extension in extended if extension.on <= today)
    return known, min(later, key=lambda extension: extension.on).from_ if later else deadline
