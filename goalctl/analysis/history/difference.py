"""What changed between two states of one plan, in clinical words and without a client's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.figures import counted
from goalctl.model.goal import Goal, Scorable
from goalctl.model.plan import Agreement, Plan, Review
from goalctl.model.scalars import number_text
from goalctl.model.session import Amendment, Session, Void
from goalctl.model.types import Record


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a plan.

    `item` is what it happened to (`g1`, a session's id), or empty for the plan itself; `what` and `to` say the same in
    the words of the file, so that two tellings of one event can be known for one. `because` may hold a client's words,
    `text` never does.
    """

    day: date | None
    item: str
    what: str
    text: str
    to: str = ""
    because: str = ""
    by: str = ""


def differences(before: Plan | None, after: Plan) -> tuple[Event, ...]:
    """Everything that the later state has and the earlier one has not; one event each, the plan's own first."""
    if before is None:
        return (Event(after.opened, "", "plan", "new plan"),)
    return tuple(event for part in _PARTS for event in part(before, after))


def in_short(events: tuple[Event, ...]) -> str:
    """The events in one line, for a commit: no client's words, no wording of a goal."""
    return "; ".join(event.text for event in events) or "edited"


def _arrow(old: object, new: object) -> str:
    return f"{_told(old)} → {_told(new)}"


def _told(value: object) -> str:
    if value is None:
        return "none"
    return number_text(value) if isinstance(value, float) else str(value)


_PLAN_FIELDS = ("status", "clinician", "supervisor", "opened", "plan_by", "review_every", "previous")
_COUNTED = {
    "diagnoses": "diagnosis",
    "services": "service",
    "assessments": "planned assessment",
    "authorizations": "authorization",
    "consents": "consent",
    "diary": "diary entry",
    "holds": "hold",
    "releases": "release",
}
_WORDED = (
    "functioning",
    "discharge_criteria",
    "values",
    "strengths",
    "barriers",
    "safety_plan",
    "discovery",
    "members",
)


def _of_the_plan(before: Plan, after: Plan) -> Iterator[Event]:
    for name in _PLAN_FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Event(None, "", name, f"{name.replace('_', ' ')} {_arrow(old, new)}", _told(new))
    for name, noun in _COUNTED.items():
        added = len(getattr(after, name)) - len(getattr(before, name))
        if added > 0:
            yield Event(None, "", name, f"{counted(added, noun)} added")
        elif getattr(before, name) != getattr(after, name):
            yield Event(None, "", name, f"{name} changed")
    for name in _WORDED:
        if getattr(before, name) != getattr(after, name):
            yield Event(None, "", name, f"{name.replace('_', ' ')} changed")
    if after.discharge and after.discharge != before.discharge:
        yield Event(after.discharge.on, "", "discharge", "discharge recorded")


def _of_problems(before: Plan, after: Plan) -> Iterator[Event]:
    yield from _by_id({p.id: p for p in before.problems}, {p.id: p for p in after.problems}, _reworded)


def _of_items(before: Plan, after: Plan) -> Iterator[Event]:
    yield from _by_id(before.scorables, after.scorables, _of_item)
    old, new = dict(before.interventions()), dict(after.interventions())
    yield from _by_id(old, new, _reworded)


def _by_id(
    before: Mapping[str, Record], after: Mapping[str, Record], compare: Callable[..., Iterator[Event]]
) -> Iterator[Event]:
    for item, new in after.items():
        if item not in before:
            yield Event(getattr(new, "opened", None), item, "new", f"{item} added")
        elif before[item] != new:
            yield from compare(item, before[item], new)
    for item in before.keys() - after.keys():
        yield Event(None, item, "gone", f"{item} taken out")


def _reworded(item: str, _old: Record, _new: Record) -> Iterator[Event]:
    yield Event(None, item, "wording", f"{item} reworded")


def _of_item(item: str, old: Scorable, new: Scorable) -> Iterator[Event]:
    told = list(_figures(item, old, new))
    yield from told
    if old.wording != new.wording:
        yield Event(None, item, "wording", f"{item} reworded")
    elif not told and _without_objectives(old) != _without_objectives(new):
        yield Event(None, item, "details", f"{item} changed in its details")


def _without_objectives(item: Scorable) -> Scorable:
    return item.model_copy(update={"objectives": ()}) if isinstance(item, Goal) else item


def _figures(item: str, old: Scorable, new: Scorable) -> Iterator[Event]:
    for what, one, other in _pairs(old, new):
        if one != other:
            day = new.closed if what == "status" else None
            yield Event(day, item, what, f"{item} {what} {_arrow(one, other)}", _told(other))
    if len(new.extended) > len(old.extended):
        last = new.extended[-1]
        text = f"{item} deadline {_arrow(last.from_, new.deadline)}"
        yield Event(last.on, item, "deadline", text, _told(new.deadline), last.because)


def _pairs(old: Scorable, new: Scorable) -> Iterator[tuple[str, object, object]]:
    yield "status", old.status, new.status
    if len(new.extended) == len(old.extended):
        yield "deadline", old.deadline, new.deadline
    for what in ("by", "baseline", "target"):
        name = "measure" if what == "by" else what
        yield name, getattr(old.measure, what, None), getattr(new.measure, what, None)
    yield "priority", old.priority, new.priority


def _of_sessions(before: Plan, after: Plan) -> Iterator[Event]:
    known = {session.known_as: session for session in before.sessions}
    for session in after.sessions:
        old = known.get(session.known_as)
        if old is None:
            yield Event(session.date, session.id or "", "session", _logged(session))
        elif old != session:
            yield from _of_session(old, session)


def _logged(session: Session) -> str:
    scores = len(session.scores) + len(session.forms)
    kind = "session" if session.kind.value == "session" else session.kind.value
    return f"log {kind} {session.date}" + (f", {counted(scores, 'score')}" if scores else "")


def _of_session(old: Session, new: Session) -> Iterator[Event]:
    for amendment in new.amended[len(old.amended) :]:
        yield amended_event(new, amendment)
    if new.void and not old.void:
        yield void_event(new, new.void)
    for signature in new.signed[len(old.signed) :]:
        text = f"session {new.date} signed by {signature.by}"
        yield Event(signature.on, new.id or "", "signed", text, str(new.date), by=signature.by)
    yield from _joined(old, new)


def _joined(old: Session, new: Session) -> Iterator[Event]:
    """What was added to an entry on its own day: a risk record, a form."""
    if new.risk and not old.risk:
        yield Event(new.date, new.id or "", "risk", f"risk record of {new.date}")
    if len(new.forms) > len(old.forms):
        yield Event(new.date, new.id or "", "forms", f"{', '.join(new.forms.keys() - old.forms.keys())} of {new.date}")


def amended_event(session: Session, amendment: Amendment) -> Event:
    """An entry's correction."""
    text = f"session {session.date} amended: {', '.join(amendment.set_)}"
    because, by = amendment.because, amendment.by or ""
    return Event(amendment.on, session.id or "", "amended", text, str(session.date), because, by)


def void_event(session: Session, void: Void) -> Event:
    """An entry's void mark."""
    text = f"session {session.date} void"
    return Event(void.on, session.id or "", "void", text, str(session.date), void.because, void.by or "")


def review_event(review: Review) -> Event:
    """A look that was taken."""
    decision = f": {review.decision.value}" if review.decision else ""
    text = f"review of {review.of or 'the plan'}{decision}"
    return Event(review.on, review.of or "", "review", text, str(review.on), review.note or "", review.by or "")


def agreement_event(agreement: Agreement) -> Event:
    """Who agreed, or did not."""
    text = f"agreement of {agreement.who}: {agreement.how.value}"
    to = f"{agreement.on} {agreement.who}"
    return Event(agreement.on, "", "agreement", text, to, agreement.because or "")


def _of_reviews(before: Plan, after: Plan) -> Iterator[Event]:
    yield from (review_event(review) for review in after.reviews[len(before.reviews) :])
    yield from (agreement_event(agreement) for agreement in after.agreements[len(before.agreements) :])


_PARTS: tuple[Callable[[Plan, Plan], Iterator[Event]], ...] = (
    _of_the_plan,
    _of_problems,
    _of_items,
    _of_sessions,
    _of_reviews,
)
