"""`log-session`: the visit that is proposed, and on one line what differs from it: `yesterday 10:00 video`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from goalctl.model.care import Service
from goalctl.model.entry import entry_values, plain
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.scalars import Hours, hours_from
from goalctl.model.session import Kind, Session, Setting

_CLOCK = re.compile(r"\d{1,2}:\d{2}.*", re.ASCII)
_CPT = re.compile(r"(?:\d{5}|[A-Z]\d{4})(?:-[0-9A-Z]{2})?", re.ASCII)
_MINUTES = re.compile(r"(\d{1,3})(?:m|min|minutes)", re.ASCII)
_KEYS = ("date", "time", "minutes", "kind", "cpt", "place")
_ONLY_WHEN_SEEN = ("cpt", "place", "minutes")

Visit = dict[str, Value]
DayOf = Callable[[str], date]


def proposed_visit(plan: Plan, *, today: date) -> Visit:
    """The day, the hour of the last session, and length, code and place from the plan's first service.

    What the service does not say is taken from the last session, and left open when there was none.
    """
    last = next((entry for entry in reversed(plan.seen) if entry.date <= today), None)
    service = plan.services[0] if plan.services else None
    length = service.minutes if service and service.minutes else last.length if last else None
    start = last.time.start if last and last.time else None
    return entry_values(
        date=today,
        time=None if start is None else _hours(start, length),
        minutes=length if start is None else None,
        cpt=_cpt(service, last),
        place=_place(service, last),
    )


def visit_from(line: str, proposed: Visit, *, day_of: DayOf) -> Value:
    """The visit that the words say, in any order, with the rest as proposed; what was missed has no code or place.

    `day_of` reads a day as people say it, `yesterday`.
    """
    found: dict[str, Value] = {}
    codes: list[Value] = []
    for word in line.split():
        if _CPT.fullmatch(word):
            codes.append(word)
        else:
            key, value = _part(word, day_of)
            found[key] = value
    if codes:
        found["cpt"] = codes
    visit = _with_length({**proposed, **found}, found, proposed)
    if not Kind(str(visit.get("kind", Kind.SESSION))).client_was_seen:
        visit = {key: value for key, value in visit.items() if key not in _ONLY_WHEN_SEEN}
    return {key: visit[key] for key in _KEYS if key in visit}


def visit_text(visit: Value) -> str:
    """The visit as it can be typed."""
    if not isinstance(visit, Mapping):
        return ""
    parts = {**visit, "minutes": f"{visit['minutes']}min" if "minutes" in visit else ""}
    cpt = visit.get("cpt")
    parts["cpt"] = " ".join(map(str, cpt)) if isinstance(cpt, list) else ""
    return " ".join(str(parts[key]) for key in _KEYS if parts.get(key))


def visit_day(visit: Value, today: date) -> date:
    """The day of the visit."""
    day = visit.get("date") if isinstance(visit, Mapping) else None
    return date.fromisoformat(str(day)) if day else today


def was_seen(visit: Value) -> bool:
    """Whether the client was there."""
    kind = visit.get("kind") if isinstance(visit, Mapping) else None
    return kind is None or Kind(str(kind)).client_was_seen


def _part(word: str, day_of: DayOf) -> tuple[str, Value]:
    if _CLOCK.fullmatch(word):
        return "time", str(hours_from(word))
    if minutes := _MINUTES.fullmatch(word):
        return "minutes", minutes[1]
    if word.lower() in set(Setting):
        return "place", word.lower()
    if word.lower() in set(Kind):
        return "kind", word.lower()
    return "date", plain(day_of(word.lower()))


def _with_length(visit: Visit, found: Mapping[str, Value], proposed: Visit) -> Visit:
    """A start without an end gets the length that was said or proposed."""
    if "time" not in visit or not {"time", "minutes"} & found.keys():
        return visit
    hours = hours_from(str(visit["time"]))
    without_minutes = {key: value for key, value in visit.items() if key != "minutes"}
    if "time" in found and hours.end is not None:
        return without_minutes
    length = found.get("minutes") or _proposed_length(proposed)
    if not length:
        return {**visit, "time": str(Hours(hours.start))}
    return {**without_minutes, "time": str(_hours(hours.start, int(str(length))))}


def _proposed_length(proposed: Visit) -> Value:
    before = hours_from(str(proposed["time"])).minutes if "time" in proposed else None
    return str(before) if before else proposed.get("minutes")


def _hours(start: time, minutes: int | None) -> Hours:
    """Start and end; only the start when the length is not known or leads past midnight."""
    if not minutes:
        return Hours(start)
    end = datetime.combine(date.min, start) + timedelta(minutes=minutes)
    return Hours(start, end.time()) if end.date() == date.min else Hours(start)


def _cpt(service: Service | None, last: Session | None) -> list[str]:
    if service and service.cpt:
        return [service.cpt]
    return list(last.cpt) if last and last.kind is Kind.SESSION else []


def _place(service: Service | None, last: Session | None) -> str | None:
    if service and service.place and service.place in set(Setting):
        return service.place
    return last.place.value if last and last.place else None
