"""Which entry of the log a word on the command line means, and whether it may still be corrected."""

from __future__ import annotations

from datetime import date

from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.model.scalars import excerpt
from goalctl.model.session import Session, entry_order

LAST = "last"
_MOST_LISTED = 3


class EntryError(GoalctlError):
    """The entry can't be corrected or signed like that."""


class NoEntryError(GoalctlError):
    """No entry has that id or day, or several have."""

    exit_status = 2


def entries_named(plan: Plan, word: str, *, day: date | None) -> tuple[int, ...]:
    """The positions of the entries that the word means: one id, a beginning of ids, `last`, else all of that `day`.

    A day may go with a time, `2026-02-09T10:00`, and an entry may be named as hints list it. Void entries are found by
    their id only.
    """
    by_id = [place for place, entry in enumerate(plan.sessions) if entry.id and entry.id.startswith(word)]
    exact = [place for place in by_id if plan.sessions[place].id == word]
    if exact or by_id:
        return tuple(exact or by_id)
    order = _in_order(plan)
    if word == LAST:
        return tuple(order[-1:])
    return tuple(place for place in order if _is_meant(plan.sessions[place], word, day))


def entry_named(plan: Plan, word: str, *, day: date | None) -> int:
    """The position of the one entry that the word means."""
    found = entries_named(plan, word, day=day)
    if len(found) == 1:
        return found[0]
    if found:
        listed = "; ".join(entry_words(plan.sessions[place]) for place in found[:_MOST_LISTED])
        way = "name one by its id" if plan.sessions[found[0]].id else "name one as it stands here, in quotes"
        raise NoEntryError(f"'{excerpt(word)}' could be any of {len(found)} entries", f"{way}: {listed}")
    latest = [entry_words(plan.sessions[place]) for place in _in_order(plan)[-_MOST_LISTED:]]
    hint = f"the latest are: {'; '.join(reversed(latest))}" if latest else "nothing is logged yet"
    raise NoEntryError(f"{plan.client} has no entry {excerpt(word)}", hint)


def known_place(plan: Plan, known: tuple[str, ...]) -> int:
    """Where the entry that is told apart like this stands now."""
    for place, entry in enumerate(plan.sessions):
        if entry.known_as == known:
            return place
    raise EntryError(f"the entry {' '.join(known)} is no longer there", "look at the plan again")


def not_void(entry: Session) -> Session:
    """The entry, unless it is void."""
    if entry.void:
        raise EntryError(f"{entry_words(entry)} is void since {entry.void.on}", "log a new entry instead")
    return entry


def entry_words(entry: Session) -> str:
    """An entry in a few words: `4k7q2m 2026-02-02 10:00 session`."""
    current = entry.current
    time = f"{current.time.start:%H:%M}" if current.time else ""
    return " ".join(word for word in (entry.id, current.date.isoformat(), time, current.kind.value) if word)


def _in_order(plan: Plan) -> list[int]:
    places = [place for place, entry in enumerate(plan.sessions) if not entry.void]
    return sorted(places, key=lambda place: entry_order(plan.sessions[place].current, place))


def _is_meant(entry: Session, word: str, day: date | None) -> bool:
    stated, _, clock = word.partition("T")
    return _is_of(entry.current, stated, clock, day) or (" " in word and entry_words(entry).startswith(word))


def _is_of(entry: Session, stated: str, clock: str, day: date | None) -> bool:
    if entry.date != day and entry.date.isoformat() != stated:
        return False
    return not clock or (entry.time is not None and f"{entry.time.start:%H:%M}" == clock.rjust(5, "0"))
