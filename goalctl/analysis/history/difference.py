"""What changed between two states of one plan, in clinical words and without a client's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

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
from goalctl.analysis.history.renumbering import renumberings_since
from goalctl.analysis.history.steps import RENUMBERED
from goalctl.analysis.history.trailed import TRAILED, added, trailed
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Scorable
from goalctl.model.plan import Discharge, Plan
from goalctl.model.scalars import number_text
from goalctl.model.sections import EVENT, sections_that
from goalctl.model.session import Session
from goalctl.model.types import Record
from goalctl.model.validate import record_from
from goalctl.model.written import record_data


def differences(before: Plan | None, after: Plan) -> tuple[Event, ...]:
    """Everything that the later state has and the earlier one has not; one event each, the plan's own first.

    What is known by its words alone, while the trail of the later state tells from what to what, is called `TRAILED`.
    """
    if before is None:
        return (Event(after.opened, "", "plan", "new plan"),)
    told_better = set(trailed(before, after))
    known, renumbered = _as_called_since(before, after)
    events = (event for part in _PARTS for event in part(known, after))
    return *renumbered, *(
        event._replace(what=TRAILED) if not event.to and (event.item, event.what) in told_better else event
        for event in events
    )


def _as_called_since(before: Plan, after: Plan) -> tuple[Plan, list[Event]]:
    """The earlier state with what has another id since called by that, and that it has one.

    Nothing of it was taken out then, and nothing added. What two clones called alike is told apart by its wording.
    """
    if before.changes == after.changes or all(one.what != RENUMBERED for one in after.changes):
        return before, []
    data: Value = record_data(before)
    was, now, events = _wordings(before), _wordings(after), list[Event]()
    for renumbering in renumberings_since(data, record_data(after)):
        old, new = renumbering.old, renumbering.new
        if was.get(old) == now.get(new, ""):
            data = renumbering.after(data)
            events.append(Event(None, new, TRAILED, f"{old} is called {new} now"))
    plan, _ = record_from(Plan, data)
    return plan or before, events


def _wordings(plan: Plan) -> dict[str, str]:
    found = {problem.id: problem.problem for problem in plan.problems}
    found |= {name: one.wording for name, one in plan.scorables.items()}
    return found | {name: one.what for name, one in plan.interventions()}


def in_short(events: tuple[Event, ...]) -> str:
    """The events in one line, for a commit: no client's words, no wording of a goal."""
    return "; ".join(event.text for event in events) or "edited"


def _arrow(old: object, new: object) -> str:
    return f"{_value_words(old)} → {_value_words(new)}"


def _value_words(value: object) -> str:
    if value is None:
        return "none"
    return number_text(value) if isinstance(value, float) else str(value)


_One = TypeVar("_One", bound=Record)
_TOLD_BY_VALUE = ("client", "clinician", "supervisor", "opened", "plan_by", "review_every", "previous")
_TOLD_BY_EVENTS = sections_that(Plan, lambda kept: kept.is_stamped or kept.has_ids or kept == EVENT)
_TOLD_ELSEWHERE = {"format", "status", *_TOLD_BY_EVENTS}
_ONE_OF = {
    "diagnoses": ("diagnosis", "diagnoses"),
    "services": ("service", "services"),
    "assessments": ("planned assessment", "planned assessments"),
    "authorizations": ("authorization", "authorizations"),
    "consents": ("consent", "consents"),
    "diary": ("diary entry", "diary entries"),
    "releases": ("release", "releases"),
    "medications": ("medication", "medications"),
    "care_team": ("care team member", "care team members"),
}


def _of_the_plan(before: Plan, after: Plan) -> Iterator[Event]:
    """Every key of the plan that changed; only what can't hold a client's words is told by its value."""
    for field, info in Plan.model_fields.items():
        name, old, new = info.alias or field, getattr(before, field), getattr(after, field)
        if old == new or name in _TOLD_ELSEWHERE:
            continue
        words = name.replace("_", " ")
        if name in _TOLD_BY_VALUE:
            yield Event(None, "", name, f"{words} {_arrow(old, new)}", _value_words(new))
        elif name in _ONE_OF and len(new) > len(old):
            (one, several), more = _ONE_OF[name], len(new) - len(old)
            yield Event(None, "", name, f"{counted(more, one, several)} added")
        else:
            yield Event(None, "", name, f"{words} changed")


def _of_lifecycle(before: Plan, after: Plan) -> Iterator[Event]:
    """What rests, goes on or has ended; the status is told by that, where that is new as well."""
    events = [*_of_holds(before, after), *_of_the_discharge(before, after)]
    if before.status != after.status:
        what = TRAILED if any(event.to for event in events) else "status"
        yield Event(None, "", what, f"status {_arrow(before.status, after.status)}", _value_words(after.status))
    yield from events


def _of_holds(before: Plan, after: Plan) -> Iterator[Event]:
    old, new = ([told for hold in plan.holds for told in (hold_begun(hold), hold_ended(hold)) if told.day]
                for plan in (before, after))  # fmt: skip
    yield from (events := added(old, new))
    if any(told not in new for told in old) or (before.holds != after.holds and not events):
        yield Event(None, "", "holds", "holds changed")


def _of_the_discharge(before: Plan, after: Plan) -> Iterator[Event]:
    match before.discharge, after.discharge:
        case None, Discharge() as done:
            yield discharge_event(done)
        case Discharge() as was, done if was != done:
            yield Event(None, "", "discharge", f"discharge {'changed' if done else 'taken out'}")


def _of_problems(before: Plan, after: Plan) -> Iterator[Event]:
    yield from _by_id({p.id: p for p in before.problems}, {p.id: p for p in after.problems}, _wording_change)


def _of_items(before: Plan, after: Plan) -> Iterator[Event]:
    yield from _by_id(before.scorables, after.scorables, _of_item)
    old, new = dict(before.interventions()), dict(after.interventions())
    yield from _by_id(old, new, _wording_change)


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


def _wording_change(item: str, _old: Record, _new: Record) -> Iterator[Event]:
    yield Event(None, item, "wording", f"{item} reworded")


def _of_item(item: str, old: Scorable, new: Scorable) -> Iterator[Event]:
    told = list(_figures(item, old, new))
    yield from told
    if old.wording != new.wording:
        yield Event(None, item, "wording", f"{item} reworded")
    elif not told and _by_itself(old) != _by_itself(new):
        yield Event(None, item, "details", f"{item} changed in its details")


def _by_itself(item: Scorable) -> Scorable:
    """Without the objectives, or interventions, that are told by their own ids."""
    return item.model_copy(update={"objectives" if isinstance(item, Goal) else "interventions": ()})


def _figures(item: str, old: Scorable, new: Scorable) -> Iterator[Event]:
    for what, one, other in _pairs(old, new):
        if one != other:
            day = new.closed if what == "status" else None
            yield Event(day, item, what, f"{item} {what} {_arrow(one, other)}", _value_words(other))
    if len(new.extended) > len(old.extended):
        last = new.extended[-1]
        text = f"{item} deadline {_arrow(last.from_, new.deadline)}"
        yield Event(last.on, item, "deadline", text, _value_words(new.deadline), last.because)


def _pairs(old: Scorable, new: Scorable) -> Iterator[tuple[str, object, object]]:
    yield "status", old.status, new.status
    if len(new.extended) == len(old.extended):
        yield "deadline", old.deadline, new.deadline
    for name, what in (("measure", "by"), ("baseline", "baseline"), ("target", "target_")):
        yield name, getattr(old.measure, what, None), getattr(new.measure, what, None)
    yield "priority", old.priority, new.priority


def _of_sessions(before: Plan, after: Plan) -> Iterator[Event]:
    known = {session.known_as: session for session in before.sessions}
    for session in after.sessions:
        old = known.get(session.known_as)
        if old is None:
            yield logged_event(session)
        elif old != session:
            text = f"session {session.date} changed in its details"
            yield from list(_of_session(old, session)) or [Event(None, session.id or "", "details", text)]
    for name in known.keys() - {session.known_as for session in after.sessions}:
        yield Event(None, known[name].id or "", "gone", f"session {known[name].date} taken out")


def _of_session(old: Session, new: Session) -> Iterator[Event]:
    for amendment in new.amended[len(old.amended) :]:
        yield amended_event(new, amendment)
    if new.void and not old.void:
        yield void_event(new, new.void)
    for signature in new.signed[len(old.signed) :]:
        text = f"session {new.date} signed by {signature.by}"
        yield Event(signature.on, new.id or "", "signed", text, str(new.date), by=signature.by)
    yield from _additions(old, new)


def _additions(old: Session, new: Session) -> Iterator[Event]:
    """What was added to an entry on its own day: a risk record, a form."""
    if new.risk and not old.risk:
        yield Event(new.date, new.id or "", "risk", f"risk record of {new.date}")
    if len(new.forms) > len(old.forms):
        added = ", ".join(str(ref) for ref in new.forms if ref not in old.forms)
        yield Event(new.date, new.id or "", "forms", f"{added} of {new.date}")


def _of_supervision(before: Plan, after: Plan) -> Iterator[Event]:
    """What was flagged and talked over; that something is gone, or reads otherwise."""
    known, kept = {point.id: point for point in before.supervision}, {point.id for point in after.supervision}
    for point in after.supervision:
        old = known.get(point.id)
        if old is None:
            yield flagged_event(point)
        talked = old.talked if old else ()
        yield from (talked_event(point, talk) for talk in point.talked[len(talked) :])
        if old and point.model_copy(update={"talked": point.talked[: len(talked)]}) != old:
            yield Event(None, "", "supervision", "supervision rewritten")
    if known.keys() - kept:
        yield Event(None, "", "supervision", "supervision rewritten")


def _of_reviews(before: Plan, after: Plan) -> Iterator[Event]:
    """What was added to the lists that only ever grow, wherever it stands; and that something is gone from there."""
    yield from _gone("reviews", before.reviews, after.reviews, lambda one: review_event(one).text)
    yield from _gone("agreements", before.agreements, after.agreements, lambda one: agreement_event(one).text)
    yield from _gone(
        "trail", before.changes, after.changes, lambda one: f"change of {one.of or 'the plan'} in the trail"
    )
    yield from (review_event(review) for review in added(before.reviews, after.reviews))
    yield from (agreement_event(agreement) for agreement in added(before.agreements, after.agreements))


def _gone(words: str, old: tuple[_One, ...], new: tuple[_One, ...], told: Callable[[_One], str]) -> Iterator[Event]:
    """Each of the newest that was taken out again, as by `undo`; of any other order that the list reads otherwise."""
    if new == old[: len(new)]:
        yield from (Event(None, "", words, f"{told(one)} taken out") for one in old[len(new) :])
    elif any(one not in new for one in old):
        yield Event(None, "", words, f"{words} rewritten")


_PARTS: tuple[Callable[[Plan, Plan], Iterator[Event]], ...] = (
    _of_the_plan,
    _of_lifecycle,
    _of_problems,
    _of_items,
    _of_sessions,
    _of_reviews,
    _of_supervision,
)
