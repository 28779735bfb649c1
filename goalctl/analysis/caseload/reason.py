"""One reason to look at a plan, and those that follow from what is due. Light: listings ask here without models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.due.deadline import Deadline, Due, in_words
from goalctl.analysis.progress.judgement import State
from goalctl.model.scalars import Duration

CLINICAL = {Due.DEADLINE, Due.CHECKPOINT, Due.REVIEW, Due.ASSESSMENT, Due.PLAN, Due.AUTHORIZATION, Due.CONSENT}


class ReasonKind(StrEnum):
    """What a plan needs looking at for; in order, most urgent first.

    What goes well and waits for a word comes last: at the target, a draft that was never settled, due soon.
    """

    RISK = "risk"
    RELIABLY_WORSE = State.RELIABLY_WORSE.value
    OFF_TRACK = State.OFF_TRACK.value
    DATE_PASSED = State.DATE_PASSED.value
    OVERDUE = "overdue"
    STALE = State.STALE.value
    PLATEAU = State.PLATEAU.value
    AT_RISK = State.AT_RISK.value
    UNDER_FOLLOW_UP = "under follow-up"
    AT_TARGET = "at target"
    OLD_DRAFT = "old draft"
    DUE_SOON = "due soon"

    @property
    def rank(self) -> int:
        """0 for the most urgent."""
        return _RANKS[self]

    @property
    def is_about_risk(self) -> bool:
        """Whether it is a row of risk, or what is under follow-up."""
        return self in {ReasonKind.RISK, ReasonKind.UNDER_FOLLOW_UP}


_RANKS = {kind: place for place, kind in enumerate(ReasonKind)}


class Reason(NamedTuple):
    """One reason. `item` is the goal or objective meant, or empty; `day` is since or until when, where there is one.

    `height` is how high a risk is, 0 for everything else.
    """

    kind: ReasonKind
    because: str
    item: str = ""
    day: date | None = None
    height: int = 0

    @property
    def is_about_a_form(self) -> bool:
        """Whether a form says it that no goal is measured by."""
        return not self.item and self.kind in {ReasonKind.RELIABLY_WORSE, ReasonKind.AT_RISK}

    @property
    def urgency(self) -> tuple[int, int, date, str]:
        """Sorts the most urgent first, within a kind the highest and of these the oldest.

        What a form says that no goal is measured by comes before a goal that has no new score.
        """
        rank = min(self.kind.rank, ReasonKind.STALE.rank) if self.is_about_a_form else self.kind.rank
        return rank, -self.height, self.day or date.max, self.item


def due_reasons(deadlines: Iterable[Deadline], within: Duration, *, today: date) -> Iterator[Reason]:
    """What is clinical of the things that are due: overdue, or coming within that stretch.

    Of a goal whose target date has passed its state says so.
    """
    for deadline in deadlines:
        is_overdue = deadline.is_overdue(today=today)
        is_said = is_overdue and deadline.kind is Due.DEADLINE
        if deadline.kind in CLINICAL and not is_said and deadline.is_within(within, today=today):
            kind = ReasonKind.OVERDUE if is_overdue else ReasonKind.DUE_SOON
            yield Reason(kind, _due_in_words(deadline, today), deadline.item, deadline.day)


def _due_in_words(deadline: Deadline, today: date) -> str:
    """Without the goal's wording: a goal is named by its id."""
    what = f"{deadline.item} {deadline.kind}" if deadline.item else deadline.what
    return f"{what}: {deadline.day}, {in_words(deadline.day, today=today)}"
