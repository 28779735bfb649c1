"""What is new in a later state of a plan, and of what its own trail tells from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from goalctl.model.plan import Plan

T = TypeVar("T")
TRAILED = "changes"  # what an event is called that the trail tells better
_WORDINGS = {"goal", "objective", "problem"}


def added(old: Sequence[T], new: Sequence[T]) -> list[T]:
    """What the later list has beyond the earlier one; where something is gone, what is behind as many as there were."""
    found = list(new)
    for one in old:
        if one not in found:
            return list(new[len(old) :])
        found.remove(one)
    return found


def trailed(before: Plan, after: Plan) -> Iterator[tuple[str, str]]:
    """Of what the trail has new lines, each by its item and as an event without a value names it."""
    for change in added(before.changes, after.changes):
        item, (key, *_) = change.of or "", change.what.split(".")
        if item in {"", "plan"}:
            yield "", key
        else:
            yield item, "details" if item in after.scorables and key not in _WORDINGS else "wording"
