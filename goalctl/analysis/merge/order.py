"""In which order stands what two people added to one list: what both have leads, and neither side comes first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

T = TypeVar("T", bound=Hashable)
Rank = Callable[[Any], tuple[str, ...]]


def united_order(ancestor: Sequence[T], mine: Sequence[T], theirs: Sequence[T], rank: Rank) -> list[T]:
    """Every name of either side once; the same whichever side is called mine.

    What is new on one side keeps its place behind what it follows there; where both sides added something at one
    place, the lower `rank` comes first, and each side's own order stays.
    """
    here, there = set(mine), set(theirs)
    common = _common(ancestor, [one for one in mine if one in there], [one for one in theirs if one in here])
    runs = (_runs(mine, set(common)), _runs(theirs, set(common)))
    ordered = _zipped(runs[0].get(None, []), runs[1].get(None, []), rank)
    for one in common:
        ordered += [one, *_zipped(runs[0].get(one, []), runs[1].get(one, []), rank)]
    return ordered


def _common(ancestor: Sequence[T], mine: list[T], theirs: list[T]) -> list[T]:
    """What both sides have; if they differ in its order, the one that somebody changed, else the same of both."""
    if mine == theirs:
        return mine
    known = set(mine)
    before = [one for one in ancestor if one in known]
    if before == mine:
        return theirs
    return mine if before == theirs else min(mine, theirs, key=lambda names: [repr(one) for one in names])


def _runs(names: Sequence[T], common: set[T]) -> dict[T | None, list[T]]:
    """By what both sides have, the names that follow it on this side alone."""
    runs: dict[T | None, list[T]] = {}
    anchor: T | None = None
    for one in names:
        if one in common:
            anchor = one
        else:
            runs.setdefault(anchor, []).append(one)
    return runs


def _zipped(one: list[T], other: list[T], rank: Rank) -> list[T]:
    left, right, ordered = list(one), list(other), []
    while left and right:
        ordered.append((left if rank(left[0]) <= rank(right[0]) else right).pop(0))
    return [*ordered, *left, *right]
