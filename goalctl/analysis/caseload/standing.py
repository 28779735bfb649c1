"""How one plan stands, as the listings of many hold it. Light: no models here; `facts` make it from a case."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.analysis.caseload.reason import Reason, ReasonKind
from goalctl.analysis.progress.judgement import State

ACTIVE, DISCHARGED = "active", "discharged"  # what a plan's status says
QUIET = "nothing to look at"


class Standing(NamedTuple):
    """What follows from one plan on a day, without the plan; `reasons` are most urgent first.

    `states` are those of each active goal and objective, worst first; of an active plan alone. `last_seen` is the day
    on which the client was seen last, `next` the next appointment.
    """

    client: str
    status: str
    clinician: str | None
    supervisor: str | None
    reasons: tuple[Reason, ...]
    states: tuple[tuple[State, ...], ...]
    last_seen: date | None
    next: date | None

    @property
    def urgency(self) -> tuple[int, int, date, str]:
        """Sorts the plan that most needs a look first; discharged plans without a reason come last."""
        if not self.reasons:
            return len(ReasonKind) + (self.status == DISCHARGED), 0, date.max, self.client
        rank, height, day, _ = self.reasons[0].urgency
        return rank, height, day, self.client

    @property
    def look(self) -> str:
        """The word for the most urgent reason."""
        return self.reasons[0].kind.value if self.reasons else QUIET

    def says(self, word: str) -> bool:
        """Whether the plan, one of its goals or one of its reasons says this word."""
        said = {state.value for states in self.states for state in states}
        return word in {self.status, *said, *(reason.kind.value for reason in self.reasons)}
