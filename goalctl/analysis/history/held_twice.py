"""Sessions that stand twice in one plan: typed in again, or put down in two clones, neither knowing of the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalctl.model.plan import Plan
from goalctl.model.session import Session, entry_order

_SAME = ("note", "note_file", "response", "risk")  # what nobody says of two sessions in the same words
_TOLD = (
    *_SAME,
    "homework_done",
    "worked_on",
    "used",
    "next",
    "signed",
    "cpt",
    "place",
    "client_at",
    "present",
    "confidential",
)


class HeldTwice(NamedTuple):
    """Two entries of one session as they read now, the later one in the log with its place in the file."""

    place: int
    entry: Session
    other: Session


def held_twice(plan: Plan, *, by: date = date.max) -> Iterator[HeldTwice]:
    """Of sessions up to that day, void ones left out: each that another entry before it in the log is the same as."""
    met: dict[date, list[Session]] = {}
    for place, entry in _sessions(plan, by):
        others = met.setdefault(entry.date, [])
        if other := next((one for one in others if _is_one(one, entry)), None):
            yield HeldTwice(place, entry, other)
        others.append(entry)


def twice_since(old: Plan | None, new: Plan) -> list[HeldTwice]:
    """Those that a change brought in."""
    known = {_pair(one) for one in held_twice(old)} if old else set()
    return [one for one in held_twice(new) if _pair(one) not in known]


def twice_in_words(one: HeldTwice) -> str:
    """`the session of 2026-02-02 10:00 stands twice`; a meeting by its group."""
    entry = one.entry
    if entry.group:
        return f"the meeting of {entry.group} on {entry.date} stands twice"
    hour = f" {entry.time.start:%H:%M}" if entry.time and one.other.time else ""
    return f"the {entry.kind.value} of {entry.date}{hour} stands twice"


def said_of(entry: Session) -> dict[str, object]:
    """What is told of a session beyond that it was: homework by its words, whose ids are each entry's own."""
    told = {key: value for key in _TOLD if (value := getattr(entry, key))}
    told |= {"start": entry.time.start} if entry.time else {}
    told |= {"minutes": entry.length} if entry.length else {}
    if entry.homework:
        told["homework"] = tuple((one.for_, one.task, one.due) for one in entry.homework)
    return told | figures_of(entry)


def figures_of(entry: Session) -> dict[str, object]:
    """Its scores and form answers by name."""
    return {f"{name}": value for name, value in (*entry.scores.items(), *entry.forms.items())}


def _sessions(plan: Plan, by: date) -> list[tuple[int, Session]]:
    kept = [
        (place, entry.current)
        for place, entry in enumerate(plan.sessions)
        if not entry.void and entry.current.kind.client_came and entry.current.date <= by
    ]
    return sorted(kept, key=lambda one: entry_order(one[1], one[0]))


def _pair(one: HeldTwice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return one.entry.known_as, one.other.known_as


def _is_one(one: Session, other: Session) -> bool:
    """Whether both begin at one hour or, where that is not said of both, nothing tells them apart."""
    if one.received or other.received or not _may_be_one(one, other):
        return False
    if one.time and other.time:
        return one.time.start == other.time.start
    return bool(one.group) or _says_the_same(one, other)


def _may_be_one(one: Session, other: Session) -> bool:
    """Whether nothing says that they were of two groups, of other people or by two clinicians."""
    if one.group or other.group:
        return (one.group or "").casefold() == (other.group or "").casefold()
    here, there = ({name.casefold() for name in entry.present} for entry in (one, other))
    return _agree(here, there) and _agree(one.by, other.by)


def _agree(one: object, other: object) -> bool:
    """Whether both say the same, or one of them nothing."""
    return not one or not other or one == other


def _says_the_same(one: Session, other: Session) -> bool:
    """Whether both say the same, and enough for it to be no chance: a note, a score or a form."""
    mine, others = (figures_of(entry) | {key: getattr(entry, key) for key in _SAME} for entry in (one, other))
    return mine == others and bool(one.note or one.scores or one.forms)
