"""One score on one day, as every analysis takes it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Origin(StrEnum):
    """Where a score was written down."""

    SESSION = "session"
    DIARY = "diary"


class Point(NamedTuple):
    """A score. `entries` is how many diary days are added up in it; 1 for a score that stands as it was given.

    `is_estimate`: answers were missing, and the mean of the others stood in for them.
    """

    day: date
    value: float
    origin: Origin = Origin.SESSION
    entries: int = 1
    is_estimate: bool = False
