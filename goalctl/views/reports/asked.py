"""Why treatment is needed, how old that statement is, and what is asked for: services, how often, until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goalctl.analysis.figures import counted
from goalctl.model.care import Authorization, Service
from goalctl.model.frequency import DAYS_OF, Rate
from goalctl.model.plan import Lifecycle, Review
from goalctl.model.scalars import Duration
from goalctl.views.reports.head import signed_name
from goalctl.views.reports.parts import ReportFact, Scope, facts_of
from goalctl.views.words.rhythm import service_words

NOT_STATED = "No review in the plan states it."
OLD_AFTER = timedelta(days=90)  # our own, as often as the practice reviews a plan when nothing else is said


@dataclass(frozen=True, slots=True)
class Necessity:
    """Why treatment is needed, in the words of the newest review that says so; `words` is empty when none does."""

    words: str
    said: str
    functioning: str
    is_old: bool = False


def necessity_of(scope: Scope) -> Necessity:
    """The newest statement up to the end of the stretch, with its day and whether it is old."""
    newest = newest_necessity(scope)
    functioning = scope.plan.functioning or ""
    if newest is None:
        return Necessity("", NOT_STATED, functioning)
    by = f", {signed_name(scope, newest.by)}" if newest.by else ""
    age = age_of(scope, newest)
    old = f"; {age.days} days old, older than {OLD_AFTER.days}" if age > OLD_AFTER else ""
    return Necessity(newest.necessity or "", f"review of {newest.on}{by}{old}", functioning, is_old=bool(old))


def age_of(scope: Scope, stated: Review) -> timedelta:
    """How old the statement is; of a treatment that has ended, at its end: nobody states anew why it is needed."""
    return (scope.plan.ended_on(scope.end) or scope.today) - stated.on


def newest_necessity(scope: Scope) -> Review | None:
    """The review that states it last, up to the end of the stretch."""
    stated = [review for review in scope.plan.reviews if review.necessity and review.on <= scope.end]
    return max(stated, key=lambda review: review.on, default=None)


def requested_facts(scope: Scope) -> Iterator[ReportFact]:
    """What the plan asks for from now on; nothing of a treatment that rests or has ended."""
    plan = scope.plan
    if plan.status is not Lifecycle.ACTIVE:
        return
    for service in plan.services:
        yield ReportFact("Service", service_words(service))
    until = _until(scope)
    if until:
        yield ReportFact("Until", f"{until}, the latest target date of what is worked on")
    for service in plan.services:
        yield from facts_of(("Sessions until then", _sessions_to(service, scope.end, until) if until else ""))
    approvals = zip(plan.authorizations, plan.days_used, strict=True)
    in_force = [(found, len(days)) for found, days in approvals if found.from_ <= scope.end <= found.to]
    for found, used in in_force:
        yield ReportFact("Authorized", _authorized(found, used))
    if not in_force:
        yield ReportFact("Authorized", f"no authorization is in force on {scope.end}")


def _until(scope: Scope) -> date | None:
    """The latest target date that is still to come."""
    days = [item.deadline for item in scope.plan.active_items if item.deadline and item.deadline > scope.end]
    return max(days, default=None)


def _sessions_to(service: Service, start: date, end: date) -> str:
    """How many that makes at the stated rhythm, for as long as it is asked for; empty where the rhythm is none."""
    end = min(end, service.for_.after(start)) if service.for_ else end
    days = (end - start).days
    match service.every:
        case Duration() as every:
            number, day = 0, every.after(start)
            while day <= end and day < date.max:  # what would lie beyond the last day that there is, is given as that
                number += 1
                day = Duration(every.count * (number + 1), every.unit).after(start)
        case Rate() as rate:
            number = round(days * rate.count / DAYS_OF[rate.per])
        case _:
            return ""
    return f"{counted(number, 'session')} of {service.type}" if number else ""


def _authorized(found: Authorization, used: int) -> str:
    left = f"{used} of {found.sessions} sessions used" if found.sessions else f"{counted(used, 'session')} used"
    return f"{found.payer}, {left}, to {found.to}"
