"""What is brought to supervision, and when it was talked over."""

from collections.abc import Iterable
from typing import Annotated

from goalctl.model.types import NEW, Day, EntryId, Moment, Record, Text


class SupervisionTalk(Record):
    """That something was talked over in supervision, and what was decided."""

    on: Day
    written: Annotated[Moment | None, NEW] = None
    by: Text | None = None
    decided: Text | None = None


class SupervisionPoint(Record):
    """Something to bring to supervision; it stays open until it was talked over."""

    id: EntryId | None = None
    on: Day
    written: Annotated[Moment | None, NEW] = None
    by: Text | None = None
    about: Text
    talked: tuple[SupervisionTalk, ...] = ()


def open_points(points: Iterable[SupervisionPoint]) -> tuple[SupervisionPoint, ...]:
    """What was not talked over yet, in the file's order."""
    return tuple(point for point in points if not point.talked)
