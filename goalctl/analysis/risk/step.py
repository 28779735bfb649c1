"""One thing that happened to a row of risk, in the entry in which it stands, and which of two comes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

from goalctl.analysis.risk.recorded import Recorded
from goalctl.analysis.risk.row import Mark, RiskEvidence
from goalctl.model.session import Session


class RiskEntry(NamedTuple):
    """An entry as it was written and as it reads `now`, with its order in the log and what must be said beside it.

    `place` is where it stands in the file, in which entries are only ever appended.
    """

    session: Session
    now: Session
    order: int
    marks: frozenset[Mark] = frozenset()
    place: int = 0

    @property
    def at(self) -> time | None:
        """When it began."""
        return self.now.time.start if self.now.time else None

    def was_amended_after(self, other: RiskEntry) -> bool:
        """Whether its answers or its record were amended in the minute in which the other was written, or later."""
        since = other.session.written
        later = [one for one in self.session.amended if since and one.written and one.written >= since]
        return any(key.partition(".")[0] in {"forms", "risk"} for one in later for key in one.set_)


class RiskStep(NamedTuple):
    """One thing that happened to a row; exactly one of `endorsed`, `record` and `whole` (a completed risk form)."""

    placed: RiskEntry
    endorsed: RiskEvidence | None = None
    record: Recorded | None = None
    whole: str = ""

    @property
    def day(self) -> date:
        """The day it is about."""
        return self.placed.now.date

    def comes_after(self, other: RiskStep) -> bool:
        """Whether answers of the same day were provably given after that record: only clock times prove it.

        What was closed is opened again by any later entry.
        """
        if other.is_closing:
            return self.placed.order > other.placed.order
        return self.comes_after_by_the_clock(other)

    def is_unseen_by(self, other: RiskStep) -> bool:
        """Whether it was found on that day or before, and written down or amended after the other closed it.

        A closing asks nothing, so it reaches only what was on record; clock times prove what was found before.
        """
        found = self.endorsed or (self.record and self.record.found and not self.is_closing)
        if not (found and other.is_closing and self.day <= other.day):
            return False
        return self._stands_behind(other) or self.placed.was_amended_after(other.placed)

    @property
    def is_closing(self) -> bool:
        """Whether it closes something without asking."""
        return bool(self.record and self.record.closes)

    def _stands_behind(self, other: RiskStep) -> bool:
        """Whether it is the later in the file, as far as somebody knows when it was written, and no clock denies it.

        An entry that says nothing of it, made by hand, came behind a closing that does; and one of a later day than
        that of a closing which says nothing came after it.
        """
        mine, theirs = self.placed, other.placed
        since, typed = theirs.session.written, mine.session.written
        is_known = bool(since) or bool(typed and typed.date() > other.day)
        is_behind = is_known and mine.place > theirs.place
        return is_behind and not (self.day == other.day and other.comes_after_by_the_clock(self))

    def comes_after_by_the_clock(self, other: RiskStep) -> bool:
        """Whether the times that both have, on one day, say that it was later."""
        mine, theirs = self.placed.at, other.placed.at
        return mine is not None and theirs is not None and mine > theirs

    def is_higher_by_another(self, other: RiskStep) -> bool:
        """Whether it found more than another person's record of that day, which is not known to be the later one."""
        found, theirs = (one.record.found if one.record else None for one in (self, other))
        is_higher = found is not None and (theirs is None or found.rank > theirs.rank)
        return is_higher and self.placed.now.by != other.placed.now.by and not other.comes_after(self)


def in_order(steps: Iterable[RiskStep]) -> list[RiskStep]:
    """By the log, but answers stand before every record of their day that they are not known to come after.

    Of two people's records of one day the lower one comes first, unless clock times prove it the later: two clones
    merged say nothing about the hour, and what is open must not be closed by that. What was written down behind a
    closing, about an earlier day too, opens it again.
    """
    given = list(steps)
    records: dict[date, list[RiskStep]] = defaultdict(list)
    for step in given:
        if step.record:
            records[step.day].append(step)

    def place(step: RiskStep) -> tuple[date, int, int]:
        if blind := [other for other in given if step.is_unseen_by(other)]:
            return max((other.day, other.placed.order, 4) for other in blind)
        if step.record:
            lower = [other.placed.order for other in records[step.day] if step.is_higher_by_another(other)]
            order = max([step.placed.order, *lower])
            return step.day, order, 2 + (order != step.placed.order)
        before = [other.placed.order for other in records[step.day] if not step.comes_after(other)]
        return step.day, min([step.placed.order, *before]), 1 if step.whole else 0

    return sorted(given, key=place)
