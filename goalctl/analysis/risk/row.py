"""What is told about risk: one row for each person and concern, with the items and records behind it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.risk.outreach import Outreach
from goalctl.model.ids import FormRef
from goalctl.model.scoring import Height
from goalctl.model.session import Concern


class RiskState(StrEnum):
    """Where a row stands; all but the last two need an act."""

    OPEN = "open"
    DECIDE = "decide"
    FOLLOW_UP_PASSED = "follow-up passed"
    MISSED = "missed appointment while open"
    ASK_AGAIN = "ask again"
    UNDER_FOLLOW_UP = "under follow-up"
    CLOSED = "closed"

    @property
    def is_settled(self) -> bool:
        """Whether nothing has to be done about it now."""
        return self in {RiskState.UNDER_FOLLOW_UP, RiskState.CLOSED}

    @property
    def has_an_answer(self) -> bool:
        """Whether somebody asked, and what holds or held for a time."""
        return self not in {RiskState.OPEN, RiskState.DECIDE, RiskState.CLOSED}


class Mark(StrEnum):
    """What must be said beside a piece of evidence."""

    AHEAD = "dated ahead"
    AMENDED = "amended to a total"
    TAKEN_OUT = "taken out by an amendment"
    UNFIT = "the answer does not fit the item"
    EARLIER = "from an earlier episode"
    LATER = "from a later episode"
    UNREADABLE = "from a plan that can't be read"


class RiskEvidence(NamedTuple):
    """An endorsed item, or what a record found. `height` is None for an item that mixes heights or has no source.

    `points` is how far an item's answer is toward more risk; `entry` is what the entry of the log is known as.
    """

    day: date
    what: str
    says: str
    height: Height | None = None
    answer: str = ""
    form: FormRef | None = None
    item: str = ""
    points: float = 0.0
    entry: tuple[str, ...] = ()
    marks: frozenset[Mark] = frozenset()

    @property
    def ranks_as(self) -> Height:
        """The height, or active where there is none from a source."""
        return self.height or Height.ACTIVE

    @property
    def first(self) -> tuple[int, int]:
        """Sorts the highest first, of these the newest."""
        return -self.ranks_as.rank, -self.day.toordinal()


class RiskRow(NamedTuple):
    """One person (None is the client) and one concern.

    `since` is the day from which it stands so; `until` the last day that an answer holds: the follow-up, or the end of
    its quiet time. `outreach` is for an appointment that was missed since; `unasked_on` are sessions that were held
    since without asking. `height` is None where nothing was found.
    """

    person: str | None
    concern: Concern
    state: RiskState
    height: Height | None
    since: date
    needs_act: bool
    until: date | None = None
    follow_up: date | None = None
    detail: tuple[RiskEvidence, ...] = ()
    outreach: Outreach | None = None
    unasked_on: tuple[date, ...] = ()
    because: str = ""

    @property
    def topic(self) -> tuple[str | None, Concern]:
        """Whom and what it is about."""
        return self.person, self.concern

    @property
    def urgency(self) -> tuple[bool, int, date, str, str]:
        """Sorts what needs an act first, then by height, then the oldest."""
        rank = self.height.rank if self.height else 0
        return not self.needs_act, -rank, self.since, self.person or "", self.concern.value

    @property
    def act_by(self) -> date:
        """The day that it is listed under: by when a client who did not come is to be reached, else since when.

        A follow-up that is today is listed under today, as it was until then.
        """
        if self.state is RiskState.UNDER_FOLLOW_UP and self.until:
            return self.until
        return self.outreach.by if self.outreach and self.state is RiskState.MISSED else self.since

    @property
    def newest(self) -> date:
        """The day of the newest of what stands behind it: a record of an earlier day can't answer it."""
        return max((found.day for found in self.detail), default=self.since)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What must be said beside the row, each once."""
        return tuple(mark for mark in Mark if any(mark in evidence.marks for evidence in self.detail))


class NotAsked(NamedTuple):
    """Risk items that nobody answered, of one form and respondent.

    `day` is that of the newest filling, when it is one of them; `older` counts the fillings before.
    """

    form: FormRef
    items: tuple[str, ...]
    day: date | None
    older: int = 0
