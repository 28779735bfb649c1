"""In which part of its life a goal or objective is on the day: what every sentence about it asks first."""

from __future__ import annotations

from enum import StrEnum

from goalctl.analysis.case import Case
from goalctl.analysis.progress.staleness import is_on_hold
from goalctl.model.goal import Scorable, Status


class Phase(StrEnum):
    """The parts of its life."""

    DRAFT = "a draft, not agreed yet"
    RESERVE = "in reserve, not begun"
    ACTIVE = "worked on"
    RESTING = "rests"
    ACHIEVED = "achieved"
    DISCONTINUED = "discontinued"
    ENDED = "ended with its goal"
    LEFT_OPEN = "still open when treatment ended"

    @property
    def is_begun(self) -> bool:
        """Whether anybody worked on it."""
        return self not in {Phase.DRAFT, Phase.RESERVE}


_OF_STATUS = {
    Status.DRAFT: Phase.DRAFT,
    Status.RESERVE: Phase.RESERVE,
    Status.ACTIVE: Phase.ACTIVE,
    Status.ON_HOLD: Phase.RESTING,
    Status.ACHIEVED: Phase.ACHIEVED,
    Status.DISCONTINUED: Phase.DISCONTINUED,
}


def phase_of(case: Case, item: Scorable) -> Phase:
    """Its own status; what is open rests or ends with its goal; with the whole treatment it rests or is left open."""
    own = _OF_STATUS[item.status]
    if own not in {Phase.ACTIVE, Phase.RESTING}:
        return own
    if case.plan.has_ended:
        return Phase.LEFT_OPEN
    goal = (case.plan.goal_of(item.id) or item).status
    if goal.is_closed:
        return Phase.ENDED
    if not goal.is_settled:
        return _OF_STATUS[goal]
    return Phase.RESTING if is_on_hold(case) or goal is Status.ON_HOLD else own
