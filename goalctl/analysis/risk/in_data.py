"""Risk in a plan that can't be read: a lenient walk over its plain values, entry by entry and field by field.

What does not fit is passed over, and everything that does counts. No follow-up day is taken from a value that is none.
Where something passed over may tell of risk, that is told, so that a screen without a row is no all-clear.
From a day before `now`, the day it really is, what is of a day between them is not there yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from goalctl.analysis.risk.attendance import company_in_data
from goalctl.analysis.risk.endorsed import form_for, risk_answers
from goalctl.analysis.risk.picture import RiskPicture, entries_of_episodes, picture_of
from goalctl.analysis.risk.row import Mark
from goalctl.model.answers import Answers
from goalctl.model.care import SafetyPlan
from goalctl.model.finding import Value, fields_in
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.nearest import nearest
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.scalars import FLAGS, ScalarError, day_from
from goalctl.model.session import Amendment, Kind, Risk, Session, amended_data, entry_order
from goalctl.model.settings import Settings
from goalctl.model.types import Record
from goalctl.model.validate import record_from

_MISSED = [kind.value for kind in Kind if kind.did_not_take_place]
_SOME_DAY = date(2000, 1, 1)  # for what has none; which day it is does not matter there
_UNREADABLE = frozenset({Mark.UNREADABLE})


def risk_in_data(
    data: Value,
    forms: Mapping[str, Form],
    *,
    today: date,
    settings: Settings | None = None,
    earlier: Iterable[Plan] = (),
    now: date | None = None,
) -> RiskPicture:
    """The picture that the values give, with the `earlier` episodes of that day; unread for no mapping.

    It is unread too, beside its rows, where a part that may tell of risk can't be read. What comes from the values is
    marked as from a plan that can't be read.
    """
    if not isinstance(data, dict):
        return RiskPicture(is_unread=True)
    if _is_to_come(data.get("opened"), today, now):
        return RiskPicture()
    entries = [(entry, _UNREADABLE) for entry in entries_in_data(data, today=today, now=now)]
    client, before = data.get("client"), tuple(earlier)
    company = company_in_data(client if isinstance(client, str) else "", data)
    picture = picture_of(
        [*entries_of_episodes(before), *entries],
        forms,
        company=company.with_episodes(before),
        today=today,
        settings=settings or Settings.unsaid(),
    )
    return picture._replace(is_unread=is_passed_over(data, forms, today=today, now=now))


def entries_in_data(data: Value, *, today: date, now: date | None = None) -> list[Session]:
    """The valid entries as far as they can be read, in the order of the file."""
    given = _list(data.get("sessions")) if isinstance(data, dict) else []
    valid = (one for one in given if isinstance(one, dict) and not _is_void(one.get("void"), today, now))
    found = [entry for one in valid if (entry := _entry(one, today, now))]
    return [entry for entry in found if not _is_between(entry.current.date, today, now)]


def log_in_data(data: Value, *, today: date, now: date | None = None) -> list[Session]:
    """The same up to that day as their amendments say, in the order of the log."""
    read = (entry.current for entry in entries_in_data(data, today=today, now=now))
    kept = [(entry, place) for place, entry in enumerate(read) if entry.date <= today]
    return [entry for entry, _ in sorted(kept, key=lambda pair: entry_order(*pair))]


def ended_in_data(data: Value, *, today: date) -> date | None:
    """The day on which treatment had ended by then; None where it goes on, or that can't be read."""
    end = data.get("discharge") if isinstance(data, dict) and data.get("status") == Lifecycle.DISCHARGED.value else None
    on = fields_in(end).get("on")
    day = day_from(str(on)) if _is_day(on) else None
    return day if day and day <= today else None


def records_risk(data: Value, forms: Mapping[str, Form]) -> bool:
    """Whether any valid entry, of whatever day, has or had a risk record or an endorsed item."""
    entries = entries_in_data(data, today=_SOME_DAY)
    return any(
        one.risk or any(_endorses(forms, ref, answers) for ref, answers in one.forms.items())
        for entry in entries
        for one in (entry, entry.current)
    )


def _endorses(forms: Mapping[str, Form], ref: FormRef, answers: Answers) -> bool:
    form = form_for(forms, ref)
    return form is not None and bool(risk_answers(form, answers).endorsed)


def _is_void(mark: Value, today: date, now: date | None) -> bool:
    """Whether it is; what is about another client whatever the day."""
    if not isinstance(mark, dict) or not mark or "other_client" in mark:
        return bool(mark) and not (isinstance(mark, str) and FLAGS.get(mark.lower()) is False)
    return not _is_to_come(mark.get("on"), today, now)


def _is_to_come(value: Value, today: date, now: date | None) -> bool:
    """Whether it is a day, after the one that things are seen from and not after the one that it is."""
    return _is_day(value) and _is_between(day_from(str(value)), today, now)


def _is_between(day: date, today: date, now: date | None) -> bool:
    return now is not None and day > today and day <= now


def safety_plan_in_data(data: Value, *, today: date) -> SafetyPlan | None:
    """What can be read of where the safety plan is; without a day it counts as today's."""
    value = fields_in(data).get("safety_plan")
    given: Value = {"where": value} if isinstance(value, str) else value
    if not isinstance(given, dict):
        return None
    on: dict[str, Value] = {"on": _day(given.get("on"), today)}
    return record_from(SafetyPlan, {**dict(_fields(SafetyPlan, given, beside=on)), **on})[0]


_TELLING = frozenset({"forms", "risk"})
_ASIDE = frozenset({"follow_up", "recent", "protective", "done", "consulted"})  # without them a record finds no less


def is_passed_over(data: Mapping[str, Value], forms: Mapping[str, Form], *, today: date, now: date | None) -> bool:
    """Whether something that may tell of risk can't be read: a log, an entry, a risk record, answers, under any key."""
    strangers = [value for key, value in data.items() if key not in Plan.known_keys() and not key.startswith("x-")]
    if any(isinstance(one, dict) and _TELLING & one.keys() for value in strangers for one in _list(value)):
        return True
    log = data.get("sessions")
    return bool(log) and (not isinstance(log, list) or any(_hides(one, forms, today, now) for one in log))


def _hides(entry: Value, forms: Mapping[str, Form], today: date, now: date | None) -> bool:
    """Whether a part of that entry may tell of risk and can't be read; of one that is void or to come nothing does."""
    if not isinstance(entry, dict):
        return bool(entry)
    if _is_void(entry.get("void"), today, now) or _is_to_come(entry.get("date"), today, now):
        return False
    strangers = [key for key in entry if key not in Session.known_keys() and not key.startswith("x-")]
    readings = (entry, amended_data(entry, tuple(_amendments(entry, today, now))))
    return any(nearest(key, Session.known_keys()) in _TELLING for key in strangers) or any(
        _is_record_cut(one.get("risk")) or _are_forms_cut(one.get("forms"), forms) for one in readings
    )


def _is_record_cut(risk: Value) -> bool:
    if not isinstance(risk, dict):
        return bool(risk)
    stated = {key for key, value in risk.items() if value is not None and not key.startswith("x-")}
    return bool(stated - _ASIDE - dict(_fields(Risk, risk)).keys())


def _are_forms_cut(given: Value, forms: Mapping[str, Form]) -> bool:
    """Whether answers can't be read, of any form but one that asks nothing about risk."""
    if not isinstance(given, dict):
        return bool(given)
    cut = [name for name, answers in given.items() if answers is not None and not dict(_forms({name: answers}))]
    return any(name not in forms or forms[name].risk for name in cut)


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _entry(given: Mapping[str, Value], today: date, now: date | None) -> Session | None:
    """The entry with what can be read of it; amended where the amendments fit, else as they leave it."""
    amendments = tuple(_amendments(given, today, now))
    changes: list[Value] = [{"on": today.isoformat(), "set": one.set_, "because": "amended"} for one in amendments]
    entry, _ = record_from(Session, {**_readable(given, today), "amended": changes})
    return entry or record_from(Session, _readable(amended_data(given, amendments), today))[0]


def _readable(data: Mapping[str, Value], today: date) -> dict[str, Value]:
    """What matters here of an entry's values; without a day it counts as today's, and nobody was seen in it."""
    fields: dict[str, Value] = {"date": _day(data.get("date"), today)}
    for name in ("id", "time", "kind", "written", "by", "next", "present"):
        for given in (data.get(name), _start(data.get(name)) if name == "time" else None):
            if given is not None and record_from(Session, {"date": "2000-01-01", name: given})[0]:
                fields[name] = given
                break
    if not _is_day(data.get("date")) and fields.get("kind") not in _MISSED:
        fields["kind"] = Kind.JOURNAL.value
    fields["forms"] = dict(_forms(data.get("forms"))) or None
    fields["risk"] = dict(_fields(Risk, data.get("risk"))) or None
    return fields


def _start(value: Value) -> str | None:
    """When it began, where only the end can't be: past midnight, or a slip."""
    return value.replace("\u2013", "-").partition("-")[0].strip() if isinstance(value, str) else None


def _day(value: Value, today: date) -> str:
    return day_from(str(value)).isoformat() if _is_day(value) else today.isoformat()


def _is_day(value: Value) -> bool:
    try:
        day_from(value if isinstance(value, str) else "")
    except ScalarError:
        return False
    return True


def _amendments(given: Mapping[str, Value], today: date, now: date | None) -> Iterator[Amendment]:
    """The amendments as far as they say what to set."""
    for one in _list(given.get("amended")):
        changes = one.get("set") if isinstance(one, dict) and not _is_to_come(one.get("on"), today, now) else None
        if isinstance(changes, dict):
            yield Amendment.model_construct(on=date.min, set_=changes, because="")


def _forms(value: Value) -> Iterator[tuple[str, Value]]:
    """The forms whose name and answers can be read, each by itself; of a name that can't, the form in it."""
    for name, answers in fields_in(value).items():
        for known_as in (name, *_names_in(name)) if answers is not None else ():
            if record_from(Session, {"date": "2000-01-01", "forms": {known_as: answers}})[0]:
                yield known_as, answers
                break


def _names_in(name: str) -> Iterator[str]:
    """What may be meant by a form's name that can't be read: the form of the one who is named, else the form."""
    form, *others = (part.strip().casefold() for part in name.split("@"))
    for called in (form, "-".join(re.findall(r"[a-z]+|[0-9]+", form.partition("(")[0]))):
        yield from (f"{called}@{other}" for other in others if not other.isdigit())
        yield called


def _fields(
    kind: type[Record], value: Value, *, beside: Mapping[str, Value] | None = None
) -> Iterator[tuple[str, Value]]:
    """The fields that can be read `beside` what is needed; of one that can't, the words where words may stand."""
    for name, one in fields_in(value).items():
        for given in (one, _words(one)):
            if given is not None and record_from(kind, {**(beside or {}), name: given})[0]:
                yield name, given
                break


def _words(value: Value) -> str | None:
    parts = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return ", ".join(part for part in parts if isinstance(part, str)) or None
