"""The words for where a goal stands, and one judgement: the word, the rule behind it, its figures."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Where a goal or an objective stands; in order, worst first.

    A plateau is scores that stand still off their target (`movement.py` says when); ahead are scores that are better
    than expected and still move.
    """

    RELIABLY_WORSE = "worse"
    OFF_TRACK = "off track"
    DATE_PASSED = "target date passed"
    STALE = "stale"
    PLATEAU = "plateau"
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
        return _RANKS[self]


_RANKS = {state: place for place, state in enumerate(State)}


class Judgement(NamedTuple):
    """One rule's word. `because` is a plain sentence with the figures, so that a clinician can disagree.

    `why` is the reckoning behind it (aimline, slope, interval), for who asks. `n` is how many scores stand behind it;
    `tentative` marks too few to judge by.
    """

    state: State
    rule: str
    n: int
    because: str
    tentative: bool = False
    why: str = ""

    @property
    def in_detail(self) -> str:
        """The sentence with the rule and the reckoning."""
        said = "; ".join(part for part in (self.why, f"rule: {self.rule}, n = {self.n}") if part)
        return f"{self.because} [{said}]"
