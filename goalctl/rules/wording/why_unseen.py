"""Why nobody can see whether a goal was reached."""

from __future__ import annotations

from enum import Enum


class Unseen(Enum):
    """What the goal speaks of instead: knowing, the inner life, the way there, a state."""

    KNOWING = "knowing"
    INNER = "inner"
    WAY = "way"
    STATE = "state"


Found = tuple[Unseen, str]
"""Why, and the words that say so."""
