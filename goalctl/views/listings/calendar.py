"""What is due as a calendar to subscribe to (iCalendar, RFC 5545). The only place that knows the icalendar library.

An event is known by client, kind, item and which of several it is, never by its day: a deadline that moves is the same
event on another day. Only ids are told unless words are asked for, since calendars travel.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from goalctl.analysis.due.deadline import Deadline
from goalctl.analysis.risk.told import FOR_OTHERS, ToldRow
from goalctl.model.finding import Fault
from goalctl.model.scalars import Duration
from goalctl.views.clean import one_line
from goalctl.views.listing import MEND

NAMESPACE = UUID("6a0c1e0e-55d5-4a39-9d4b-6a1f0c1c7e52")  # fixed for good: another one would double every event
A_DAY = timedelta(days=1)


def calendar_text(
    deadlines: Iterable[Deadline],
    faults: Iterable[tuple[str, Fault]],
    follow_ups: Iterable[ToldRow] = (),
    *,
    today: date,
    made: datetime,
    with_words: bool,
) -> str:
    """One all-day event for each deadline, and one today for each fault; `made` tells which of two copies is newer.

    Of risk no calendar says more than that something is to be done: today, or on the day of the follow-up. The review
    of a safety plan is a review there.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//goalctl//due//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "goalctl: due")
    calendar.add("refresh-interval", A_DAY, parameters={"VALUE": "DURATION"})
    seen: dict[str, int] = {}
    for client, fault in sorted(faults, key=lambda one: (one[0], one[1].where)):
        uid = _uid(seen, client, "fault", fault.code)
        calendar.add_component(_event(uid, today, f"{fault.where} error {fault.code}", MEND, "", made))
    for client, day in sorted({(row.client, today if row.needs_act else row.day) for row in follow_ups}):
        uid = _uid(seen, client, FOR_OTHERS)
        calendar.add_component(_event(uid, day, f"{client} {FOR_OTHERS}", FOR_OTHERS, "", made))
    for due in sorted(deadlines):
        uid = _uid(seen, due.client, due.kind.value, due.item, due.mark)
        summary = " ".join(word for word in (due.client, due.item, due.kind.value) if word)
        words = due.what if with_words and not due.is_of_safety_plan else ""
        calendar.add_component(_event(uid, due.day, summary, due.kind.value, words, made))
    return str(calendar.to_ical().decode())


def _uid(seen: dict[str, int], *parts: str) -> str:
    """The same for the same parts, always; several of the same parts are numbered by day."""
    name = "\x1f".join(parts)
    seen[name] = seen.get(name, 0) + 1
    return str(uuid5(NAMESPACE, name if seen[name] == 1 else f"{name}\x1f{seen[name]}"))


def _event(uid: str, day: date, summary: str, kind: str, words: str, made: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", made)
    event.add("dtstart", day)
    event.add("dtend", Duration(1, "d").after(day))
    event.add("summary", one_line(summary))
    if words:
        event.add("description", one_line(words))
    event.add("categories", [kind])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
