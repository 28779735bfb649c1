"""How what stands in a section of a plan, or of a goal, is kept on record: said once, as a mark beside it.

Whoever goes through the sections of a plan asks here and lists none: the log that only grows, what is of a day and not
there before it, what gets an id and a moment when it is written, what leaves a trail when hands alter it. A section of
records that have a day says what it is; a test looks at every one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from goalctl.model.types import Record


class Trailed(Enum):
    """What the trail tells, from what to what, of a section that was altered without a command."""

    ALL = auto()
    OLD = auto()
    """What was there before and reads otherwise, or is gone; what is new speaks for itself."""
    NOTHING = auto()


@dataclass(frozen=True)
class Keeping:
    """How all that stands in a section of a plan is kept.

    `is_log`: it only grows; what it says is never rewritten, and nothing rewrites it in a view of an earlier day.
    `is_stamped`: what is new there gets an id that no other clone gives, and says when it was written.
    `is_event`: it tells of a day by itself, and is not there before, however little else is known of that day.
    `has_ids`: each thing there is told, and trailed, by an id of its own.
    """

    trailed: Trailed
    is_log: bool = False
    is_stamped: bool = False
    is_event: bool = False
    has_ids: bool = False


VALUES = Keeping(Trailed.ALL)
"""What may be altered, from what to what; a day that stands there says since when it holds. It needs no mark else."""
STAMPED_LOG = Keeping(Trailed.NOTHING, is_log=True, is_stamped=True, is_event=True)
LOG = Keeping(Trailed.NOTHING, is_log=True, is_event=True)
"""Lines that count by their own day: nobody asks of them when they were typed (docs/how-to/earlier-day.md)."""
EVENT = Keeping(Trailed.OLD, is_event=True)
"""What begins and ends treatment or its rest; it is ended in its place, so it is no log, and counts by its own day."""
EXERCISE = Keeping(Trailed.OLD)
"""What an exercise brought up: the next one adds to it, and replaces what has room for one answer only."""
ASIDE = Keeping(Trailed.OLD)
"""What was put aside when something took its place, a former measure or deadline, and still says how that was."""
ITEMS = Keeping(Trailed.NOTHING, has_ids=True)
OF_THE_FILE = Keeping(Trailed.NOTHING)
"""What the file is, which says nothing of the client."""


@cache
def keeping_of(kind: type[Record], key: str) -> Keeping:
    """How that section of the record is kept; what has no mark is made of values."""
    field = kind.model_fields.get(key)
    marks = (mark for mark in field.metadata if isinstance(mark, Keeping)) if field else ()
    return next(iter(marks), VALUES)


def sections_that(kind: type[Record], are: Callable[[Keeping], bool]) -> tuple[str, ...]:
    """The sections of the record that are kept so, in the order of the model."""
    return tuple(name for name in kind.model_fields if are(keeping_of(kind, name)))
