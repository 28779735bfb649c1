"""What was billed, and which of the payers' approvals it used up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from goalctl.model.care import Authorization
from goalctl.model.session import Session


class ApprovalUse(NamedTuple):
    """What one entry of a log used: of which approval (None where none covers its day), and whether beyond its last."""

    entry: int
    of: int | None
    is_beyond: bool


def is_billable(entry: Session) -> bool:
    """Whether it is a session held, or a call with a code of its own."""
    return entry.kind.client_came or (bool(entry.cpt) and entry.kind.is_between_sessions)


def uses_of(log: Sequence[Session], approved: Sequence[Authorization]) -> Iterator[ApprovalUse]:
    """Each billed entry once, against the first to end of those that cover its day and still have room."""
    by_end = sorted(range(len(approved)), key=lambda n: (approved[n].to, approved[n].from_))
    used = Counter[int]()
    for place in _billed(log):
        day = log[place].date
        covering = [n for n in by_end if approved[n].from_ <= day <= approved[n].to]
        serving = next((n for n in covering if _has_room(approved[n], used[n])), None)
        of = covering[-1] if serving is None and covering else serving
        used.update([] if of is None else [of])
        yield ApprovalUse(place, of, serving is None)


def days_used_of(log: Sequence[Session], approved: Sequence[Authorization]) -> tuple[tuple[date, ...], ...]:
    """The days on which each of them was used, in the order of the log."""
    uses = list(uses_of(log, approved))
    return tuple(tuple(log[use.entry].date for use in uses if use.of == number) for number in range(len(approved)))


def _billed(log: Sequence[Session]) -> list[int]:
    """What has a code and was held; a session also without one, where not even half of them have any: it is forgotten
    more often than an hour is free. Calls and intakes need their code.
    """
    sittings = [place for place, entry in enumerate(log) if entry.kind.is_sitting]
    coded = [place for place, entry in enumerate(log) if entry.cpt and entry.kind.client_was_seen]
    are_coded = 2 * sum(bool(log[place].cpt) for place in sittings) >= len(sittings)
    return sorted({*coded, *(() if are_coded else sittings)})


def _has_room(approved: Authorization, used: int) -> bool:
    return approved.sessions is None or used < approved.sessions
