"""`log-session`: the entry at the end of the log, and its visit: as proposed, or as `yesterday 10:00 video` says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta

from goalctl.analysis.instruments.typed_answers import tidy_answers
from goalctl.documents.change import Edit
from goalctl.model.care import Service
from goalctl.model.entry import entry_values, plain_value
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields, Value
from goalctl.model.form import Form
from goalctl.model.ids import rated_from
from goalctl.model.plan import Plan
from goalctl.model.scalars import Hours, hours_from
from goalctl.model.session import Kind, Session, Setting
from goalctl.workspace.edits.additions import append_edit, new_session_id
from goalctl.workspace.edits.safety_plan import safety_plan_edits

_CLOCK = re.compile(r"\d{1,2}:\d{2}.*", re.ASCII)
_CPT = re.compile(r"(?:\d{5}|[A-Z]\d{4})(?:-[0-9A-Z]{2})?", re.ASCII)
_MINUTES = re.compile(r"(\d{1,3})(?:m|mins?|minutes)", re.ASCII)
_SPACED = re.compile(r"(?<=\d)\s+(?=(?:mins?|minutes)\b)|(?<=:\d\d)\s*[-\u2013]\s*(?=\d{1,2}:\d)")  # as in 45 min
_KEYS = ("date", "time", "minutes", "kind", "cpt", "place", "present")  # as they are typed
_ONLY_WHEN_SEEN = ("cpt", "place", "minutes", "present")

VISIT_LINE = ("date", "time", "minutes", "kind", "place", "present", "cpt")
VISIT = (*VISIT_LINE, "client_at", "by", "next", "confidential")

DayOf = Callable[[str], date]


def session_edits(plan: Plan, entry: Fields, *, by: str | None) -> list[Edit]:
    """The entry at the end of the log; its homework gets ids when it is written. `by` writes it unless it says who."""
    whole = entry_values(id=new_session_id(plan), by=by) | entry
    return [append_edit(plan, "sessions", in_order(Session, whole)), *safety_plan_edits(plan, whole, by=by)]


def asked_entry(answered: Fields, forms: Mapping[str, Form]) -> Fields:
    """The entry that answers make: its forms as a person writes them, and nothing that is empty."""
    tidy = entry_values(forms=tidy_answers(answered.get("forms"), forms))
    whole = {key: value for key, value in answered.items() if key != "forms"} | tidy
    return in_order(Session, {key: value for key, value in whole.items() if value not in ("", [], {})})


def with_task_ids(entry: Fields) -> Fields:
    """The entry with ids for its homework, to be looked through; the lasting ones are given when it is written."""
    tasks = entry.get("homework")
    if not isinstance(tasks, list):
        return entry
    numbered = [{"id": f"h{n}", **task} if isinstance(task, dict) else task for n, task in enumerate(tasks, start=1)]
    return {**entry, "homework": [*numbered]}


def session_depends_on(plan: Plan, entry: Fields) -> dict[str, object]:
    """What the entry is about: the measures of what is scored, and the homework it answers."""
    scores, done = entry.get("scores"), entry.get("homework_done")
    items = [rated_from(rated).item for rated in scores] if isinstance(scores, dict) else []
    tasks = list(done) if isinstance(done, dict) else []
    answered = {task for session in plan.log for task in session.homework_done}
    measures = {item: found.measure if (found := plan.scorables.get(item)) else None for item in items}
    return {**measures, **{task: task in answered for task in tasks}}


def proposed_visit(plan: Plan, *, today: date) -> Fields:
    """The day, hour and people of the last session, and length, code and place from the plan's first service.

    What the service does not say is taken from the last session, and left open when there was none; a call or a contact
    in a crisis is no example.
    """
    last = next((one for one in reversed(plan.seen) if one.date <= today and one.kind.client_came), None)
    service = next(iter(plan.services), None)
    length = _length(service, last)
    hours = _hours(last.time.start, length) if last and last.time else None
    return entry_values(
        date=today,
        time=hours,
        minutes=length if hours is None or hours.end is None else None,
        cpt=_cpt(service, last),
        place=_place(service, last),
        present=_present(last),
    )


def visit_from(line: str, proposed: Fields, *, day_of: DayOf, people: Iterable[str] = ()) -> Value:
    """The visit that the words say, in any order, with the rest as proposed; what was missed has no code or place.

    `people` are the names of who may have been there. `day_of` reads a day as people say it, `yesterday` or `31 March`:
    whatever is nothing else.
    """
    present, line = _present_in(line, people)
    found: dict[str, Value] = {}
    codes: list[Value] = []
    day: list[str] = []
    for word in _SPACED.sub(lambda gap: gap[0].strip(), line).split():
        if _CPT.fullmatch(word):
            codes.append(word)
        elif part := _part(word):
            found |= [part]
        else:
            day.append(word.lower())
    found |= entry_values(cpt=codes, present=present)
    if day:
        found["date"] = plain_value(day_of(" ".join(day)))
    visit = _with_length({**proposed, **found}, found, proposed)
    if not Kind(str(visit.get("kind", Kind.SESSION))).client_was_seen:
        visit = {key: value for key, value in visit.items() if key not in _ONLY_WHEN_SEEN}
    return {key: visit[key] for key in _KEYS if key in visit}


def visit_text(visit: Value) -> str:
    """The visit as it can be typed."""
    if not isinstance(visit, Mapping):
        return ""
    parts = {**visit, "minutes": f"{visit['minutes']}min" if "minutes" in visit else ""}
    parts |= {key: " ".join(map(str, one)) for key, one in visit.items() if isinstance(one, list)}
    return " ".join(str(parts[key]) for key in _KEYS if parts.get(key))


def visit_day(visit: Value, today: date) -> date:
    """The day of the visit."""
    day = visit.get("date") if isinstance(visit, Mapping) else None
    return date.fromisoformat(str(day)) if day else today


def was_seen(visit: Value) -> bool:
    """Whether the client was there."""
    kind = visit.get("kind") if isinstance(visit, Mapping) else None
    return kind is None or Kind(str(kind)).client_was_seen


def _part(word: str) -> tuple[str, Value] | None:
    """What the word says of the visit; None where it can only be of its day."""
    if _CLOCK.fullmatch(word):
        return "time", str(hours_from(word))
    if minutes := _MINUTES.fullmatch(word):
        return "minutes", minutes[1]
    if word.lower() in set(Setting):
        return "place", word.lower()
    if word.lower() in set(Kind):
        return "kind", word.lower()
    return None


def _with_length(visit: Fields, found: Mapping[str, Value], proposed: Fields) -> Fields:
    """A start without an end gets the length that was said or proposed."""
    if "time" not in visit or not {"time", "minutes"} & found.keys():
        return visit
    hours = hours_from(str(visit["time"]))
    if "time" in found and hours.end is not None:
        return _without_minutes(visit)
    length = found.get("minutes") or _proposed_length(proposed)
    until = _hours(hours.start, int(str(length)) if length else None)
    if not length:
        return {**visit, "time": str(until)}
    beside = {} if until.end else {"minutes": length}  # past midnight the start stands alone
    return {**_without_minutes(visit), "time": str(until), **beside}


def _without_minutes(visit: Fields) -> dict[str, Value]:
    return {key: value for key, value in visit.items() if key != "minutes"}


def _proposed_length(proposed: Fields) -> Value:
    before = hours_from(str(proposed["time"])).minutes if "time" in proposed else None
    return str(before) if before else proposed.get("minutes")


def _hours(start: time, minutes: int | None) -> Hours:
    """Start and end; only the start when the length is not known or leads past midnight."""
    if not minutes:
        return Hours(start)
    end = datetime.combine(date.min, start) + timedelta(minutes=minutes)
    return Hours(start, end.time()) if end.date() == date.min else Hours(start)


def _length(service: Service | None, last: Session | None) -> int | None:
    return (service.minutes if service else None) or (last.length if last else None)


def _cpt(service: Service | None, last: Session | None) -> list[str]:
    if service and service.cpt:
        return [service.cpt]
    return list(last.cpt) if last and last.kind is Kind.SESSION else []


def _present_in(line: str, people: Iterable[str]) -> tuple[list[Value], str]:
    """The names that stand in the line, and what is left of it."""
    found: list[Value] = []
    for name in dict.fromkeys(people):
        line, times = re.subn(rf"(?<!\S){re.escape(name)}(?!\S)", "", line, flags=re.IGNORECASE)
        found += [name] * bool(times)
    return found, line


def _present(last: Session | None) -> list[str]:
    """Who was there the last time."""
    return list(last.present) if last and last.kind in {Kind.SESSION, Kind.INTAKE} else []


def _place(service: Service | None, last: Session | None) -> str | None:
    if service and service.place and service.place in set(Setting):
        return service.place
    return last.place.value if last and last.place else None
