"""The log only grows: whether every entry of an earlier state of a plan is still there and says what it said.

Plain values are compared, as the files hold them, so that it works for what no model reads. An entry may gain an
amendment, a signature or a void mark, and lose none. How a text is quoted or folded says nothing; a goal that has
another id since, on record, is the same goal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goalctl.analysis.history.renumbering import renumberings_since
from goalctl.analysis.history.steps import LOGS
from goalctl.model.finding import Fields, Finding, Value, fields_in, list_in, records_under

GONE, OTHERWISE = "E263", "E264"
GROWS = ("signed", "amended", "talked")
VOID = "void"
LOG = "sessions"
_DRAWN = {"id", "written", "by"}
_TOLD_APART_BY = ("date", "on", "time", "by", "who", "kind", "of", "what", "to")
_HINT = "bring it back (git log -p FILE shows it); what was wrong is corrected with goalctl amend or goalctl void"


def entries_not_kept(before: Value, now: Value, since: str, *, of_day: str = "") -> Iterator[Finding]:
    """What is gone or reads otherwise than in the earlier state, which `since` names; nothing where all is kept.

    `of_day` is the day of that state: what was written on it could still be joined by a form, and by a risk record.
    """
    before = _joined(before, now, of_day) if of_day else before
    for renumbering in renumberings_since(before, now):
        before = renumbering.after(before)
    for log in LOGS:
        left = dict(enumerate(records_under(fields_in(now), log)))
        changed = [entry for entry in records_under(fields_in(before), log) if not _is_kept(entry, left)]
        for entry in changed:
            place = _place_of(entry, left)
            if place is None:
                yield Finding(GONE, f"{log}: {entry_name(entry)} is gone; it is in {since}", (log,), _HINT)
            else:
                other = ", ".join(_what_is_other(entry, left.pop(place)))
                yield Finding(
                    OTHERWISE, f"{entry_name(entry)} reads otherwise than in {since}: {other}", (log, place), _HINT
                )


def _joined(before: Value, now: Value, day: str) -> Value:
    """The earlier state, its entries of that day with the forms and the record that have joined them since."""
    there = {entry["id"]: entry for entry in records_under(fields_in(now), LOG) if isinstance(entry.get("id"), str)}
    entries: list[Value] = [
        _with_what_joined(entry, fields_in(there.get(str(entry.get("id"))))) if _was_open_on(entry, day) else entry
        for entry in records_under(fields_in(before), LOG)
    ]
    return {**fields_in(before), LOG: entries}


def _was_open_on(entry: Fields, day: str) -> bool:
    written = entry.get("written") or entry.get("date")
    return isinstance(written, str) and written.startswith(day) and not any(entry.get(key) for key in (*GROWS, VOID))


def _with_what_joined(entry: Fields, now: Fields) -> Fields:
    forms: Value = {**fields_in(now.get("forms")), **fields_in(entry.get("forms"))}
    joined = {"forms": forms, "risk": entry.get("risk") or now.get("risk")}
    return {**entry, **{key: value for key, value in joined.items() if value}}


def is_same_record(before: Value, now: Value) -> bool:
    """Whether a plan of another name goes on with this one: it has all of its entries, or says all that it says."""
    if not (isinstance(before, dict) and isinstance(now, dict)):
        return False
    if number_of_entries(before):
        return not any(entries_not_kept(before, now, ""))
    return {**before, "client": None} == {**now, "client": None}


def entry_name(entry: Fields) -> str:
    """An entry in few words, none of which a client said."""
    parts = (entry.get(key) for key in ("id", "date", "on", "time", "of"))
    return " ".join(part for part in parts if isinstance(part, str)) or "an entry"


def number_of_entries(data: Value) -> int:
    """How many entries the logs of a plan hold."""
    return sum(len(records_under(fields_in(data), log)) for log in LOGS)


def _is_kept(entry: Fields, left: dict[int, Fields]) -> bool:
    """Whether an entry that says the same is among those that are left, from which it is taken."""
    place = next((place for place, one in left.items() if not _what_is_other(entry, one)), None)
    return place is not None and left.pop(place) is not None


def _place_of(entry: Fields, left: Mapping[int, Fields]) -> int | None:
    """The same entry, though it says something else: by its id, or by the facts that tell one without an id apart."""
    return next((place for place, one in left.items() if _facts(one) == _facts(entry)), None)


def _facts(entry: Fields) -> list[Value]:
    return [entry["id"]] if entry.get("id") else [entry.get(key) for key in _TOLD_APART_BY]


def _what_is_other(before: Fields, now: Fields) -> list[str]:
    """The keys whose value is another; an id that was given meanwhile is none."""
    keys = [key for key in dict.fromkeys((*before, *now)) if key not in _may_change(before, now)]
    other = [key for key in keys if before.get(key) != now.get(key) and not (key == "id" and key not in before)]
    other += [f"{key} (one is gone)" for key in GROWS if _has_lost(before.get(key), now.get(key))]
    return other + ([f"{VOID} (it is gone)"] if before.get(VOID) and not now.get(VOID) else [])


def _may_change(before: Fields, now: Fields) -> set[str]:
    """The keys that are not compared.

    What two clinicians took in stands under the id of one of them since, and by that one.
    """
    was_taken_in = before.get("received") and before.get("received") == now.get("received")
    return {*GROWS, VOID, *(_DRAWN if was_taken_in else ())}


def _has_lost(before: Value, now: Value) -> bool:
    return any(item not in list_in(now) for item in list_in(before))
