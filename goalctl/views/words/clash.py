"""A clash in words: what happened, and in a second sentence what stands on either side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goalctl.analysis.merge.identity import MARK
from goalctl.analysis.merge.meaning import former_measures
from goalctl.model.entry import moved_to
from goalctl.model.finding import Fields, Value, fields_in, list_in
from goalctl.model.joint import Clash, ClashKind, Place
from goalctl.views.clean import one_line

MOST = 60
_WORDING = ("goal", "objective", "problem", "what", "note", "task")
_DAYS = ("date", "on")
_IS_ID = re.compile(r"[pgi][0-9][0-9.]*")
_INNER = {
    "goals",
    "objectives",
    "problems",
    "interventions",
    "smart",
    "time_bound",
    "measurable",
    "attainable",
    "relevant",
    "grow",
}


def place_words(place: Place, *, day: str = "") -> str:
    """`the deadline of g1`, `the entry of 2026-02-09`, `the clinician`."""
    section, *inner = [step for step in place if not step.startswith(MARK)] or [""]
    if section == "sessions" and inner:
        return _in_an_entry(inner, day)
    if section == "diary" and inner:
        return ", ".join([f"the diary of {inner[0].partition(' ')[0]}", *inner[1:]])
    return _in_the_plan((section, *inner)) if place else "the file"


def _in_the_plan(place: Place) -> str:
    """An item by its id, or what is said of it."""
    ids = [step for step in place if _IS_ID.fullmatch(step)]
    if ids and place[-1] == ids[-1]:
        return ".".join(ids[-2:]) if ids[-1].startswith("i") else ids[-1]
    keys = [step for step in place if step not in {*ids, *_INNER}] or ([] if ids else [place[-1]])
    return f"the {', '.join(keys).replace('_', ' ')}" + (f" of {ids[-1]}" if ids else "")


def _in_an_entry(steps: Sequence[str], day: str) -> str:
    entry = f"the entry of {day}" if day else f"the entry {steps[0]}".rstrip()
    return f"the {', '.join(steps[1:])} of {entry}" if steps[1:] else entry


def whose_file(name: str) -> str:
    """The client whose plan it is, else the file."""
    return name.rpartition("/")[2].removesuffix(".yaml") if name.startswith("plans/") else name


def clash_words(clash: Clash) -> str:
    """What happened, in one sentence without a client's words."""
    where = place_words(clash.place, day=_day(clash))
    here, there = moved_to(clash.mine), moved_to(clash.theirs)
    if clash.place[-2:] == ("void", "because") and here and there and here != there:
        entry = clash.place[1]
        return (
            f"the entry {entry} was moved to {here} here and to {there} there, and stands in both plans whichever you "
            f"take; where it does not belong: goalctl void CLIENT {entry} --other-client --because …"
        )
    said = {
        ClashKind.SAME_ID: f"{where} was added on both sides, and they are two different things.",
        ClashKind.FILE: f"both sides changed this file, and {clash.why or 'its lines do not fit together'}.",
        ClashKind.FIELD: f"both sides changed {where}.",
        ClashKind.BEGUN: "this client was begun on both sides, which can be two people with one id.",
    }
    return said[clash.kind] if clash.kind in said else _by_side(clash, where)


def _by_side(clash: Clash, where: str) -> str:
    """Of what the sides did differently, which did what."""
    did_first = {
        ClashKind.CLOSED: _is_closed(clash.mine),
        ClashKind.MEASURED: _measures(clash.mine) > _measures(clash.theirs),
        ClashKind.SIGNED: _signatures(clash.mine) > _signatures(clash.theirs),
        ClashKind.REMOVED: clash.mine is None,
        ClashKind.VOID: _is_void(clash.mine),
    }
    one, other = ("here", "there") if did_first[clash.kind] else ("there", "here")
    closed = f"{where} was closed {one}, and gone on with {other}."
    ended = f"treatment was ended {one}, and the client was seen later {other}."
    return {
        ClashKind.MEASURED: f"how {where} is measured was changed {one}, and it was scored as before {other}.",
        ClashKind.CLOSED: ended if clash.place == ("status",) else closed,
        ClashKind.SIGNED: f"{where} was signed {one}, and {_change(clash)} {other}.",
        ClashKind.VOID: f"{where} was made void {one}, and changed {other}.",
        ClashKind.REMOVED: f"taken away {one}, and changed {other}: {where}.",
    }[clash.kind]


def sides_words(clash: Clash) -> str:
    """What stands on either side, cut short; a clinician's own screen alone shows it."""
    here, there = _short(clash.mine), _short(clash.theirs)
    return f"Here: {here}; there: {there}" + ("" if there.endswith((".", "…")) else ".")


def _short(value: Value) -> str:
    text = one_line(_told(value))
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"


def _told(value: Value) -> str:
    """Of an item what it was amended to, its status, its day and its wording, else all that it says."""
    match value:
        case None:
            return "nothing"
        case list():
            return ", ".join(map(_told, value))
        case dict():
            kept = [_amended(value), *(value.get(key) for key in ("status", *_DAYS, *_WORDING))]
            words = ", ".join(one for one in kept if isinstance(one, str) and one)
            return words or ", ".join(f"{key} {_told(one)}" for key, one in value.items())
    return value


def _amended(entry: Fields) -> str:
    """What the last amendment of an entry sets."""
    match entry.get("amended"):
        case [*_, {"set": dict() as last}]:
            return f"amended: {_told(last)}"
    return ""


def _day(clash: Clash) -> str:
    """The day of an entry, where the clash is about the whole of it."""
    for value in (clash.mine, clash.theirs):
        if isinstance(value, dict) and isinstance(day := value.get("date"), str):
            return day
    return ""


def _is_closed(value: Value) -> bool:
    status = value.get("status") if isinstance(value, dict) else value
    return isinstance(status, str) and status in {"achieved", "discontinued", "discharged"}


def _measures(value: Value) -> int:
    return len(former_measures(fields_in(value)))


def _is_void(value: Value) -> bool:
    return "void" in fields_in(value)


def _signatures(value: Value) -> int:
    return len(list_in(fields_in(value).get("signed")))


def _change(clash: Clash) -> str:
    """What the side that did not sign did to the entry."""
    one, other = (
        (clash.theirs, clash.mine)
        if _signatures(clash.mine) > _signatures(clash.theirs)
        else (clash.mine, clash.theirs)
    )
    changed, signed = fields_in(one), fields_in(other)
    if changed.get("void") != signed.get("void"):
        return "made void"
    return "amended" if changed.get("amended") != signed.get("amended") else "changed"
