"""The words for where a goal stands, and one judgement: the word, the rule behind it, its figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a goal or an objective stands; in order, worst first."""

    RELIABLY_WORSE = "reliably worse"
    OFF_TRACK = "off track"
    OVERDUE = "overdue"
    STALE = "stale"
    AT_RISK = "at risk"
    NO_DATA = "no data"
    RESTING = "resting"
    ON_TRACK = "on track"
    AHEAD = "ahead"
    REACHED_ONCE = "reached once"
    MET = "met"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(State).index(self)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One rule's word. `because` is a plain sentence with the figures, so that a clinician can disagree.

    `n` is how many scores stand behind it; `tentative` marks too few to judge by.
    """

    state: State
    rule: str
    n: int
    because: str
    tentative: bool = False
