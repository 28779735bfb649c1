"""Who looks after whose clients on a day. Light: no models here, so that listings know it without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from goalctl.model.settings import Settings

BACK_FOR = timedelta(days=7)  # our own: for a week it is told that somebody was away


class Covering(NamedTuple):
    """A stretch in which `by` looks after the clients of `of`; both days included."""

    of: str
    by: str
    first: date
    last: date

    def runs_on(self, day: date) -> bool:
        """Whether it does on that day."""
        return self.first <= day <= self.last

    def meets(self, first: date, last: date) -> bool:
        """Whether a day of it lies in that stretch."""
        return self.first <= last and first <= self.last

    def is_just_over(self, day: date) -> bool:
        """Whether it ended in the week before that day."""
        return self.last < day <= self.last + BACK_FOR if self.last < date.max - BACK_FOR else False

    @property
    def words(self) -> str:
        """`s.lee for m.kowalski`."""
        return f"{self.by} for {self.of}"


def coverings_of(settings: Settings) -> tuple[Covering, ...]:
    """Those of the settings that had, have or will have a day, in the file's order; one that was ended stops before."""
    found = []
    for cover in settings.covers:
        last = cover.to if cover.ended is None else min(cover.to, cover.ended - timedelta(days=1))
        if cover.from_ <= last:
            found.append(Covering(cover.of, cover.by, cover.from_, last))
    return tuple(found)


def running_on(day: date, covers: Iterable[Covering]) -> tuple[Covering, ...]:
    """Those that run on that day, in the order given."""
    return tuple(cover for cover in covers if cover.runs_on(day))


def stand_ins(running: Iterable[Covering]) -> dict[str, frozenset[str]]:
    """By whoever is away, everybody who looks after their clients.

    Two who cover for one both do, and so does whoever covers for a colleague who covers: two clones may have settled it
    apart, and nobody's client may fall between them.
    """
    direct: dict[str, set[str]] = {}
    for cover in running:
        direct.setdefault(cover.of, set()).add(cover.by)
    found = {}
    for away in direct:
        seen: set[str] = set()
        waiting = [away]
        while waiting:
            new = direct.get(waiting.pop(), set()) - seen
            seen |= new
            waiting += new
        found[away] = frozenset(seen)
    return found


def clashes_of(covers: Sequence[Covering], wanted: Covering) -> Iterator[Covering]:
    """Those that can't stand beside the wanted one: on one of its days the same person, or one of the two, is away."""
    for cover in covers:
        is_twice = cover.of in {wanted.of, wanted.by} or cover.by == wanted.of
        if is_twice and cover.meets(wanted.first, wanted.last):
            yield cover
