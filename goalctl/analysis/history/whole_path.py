"""Where in a plan's file stands what is found in the plan as it stood on an earlier day."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.analysis.history.cut import Cut, CutFrom
from goalctl.model.finding import Path
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.types import Record


def path_in_whole(path: Path, then: Plan, cut_from: CutFrom) -> Path:
    """The path of the same thing in the whole plan; as far as it leads there, where the thing is not there any more."""
    found: list[str | int] = []
    here: object = then
    there: object = cut_from.whole
    for place, step in enumerate(path):
        if isinstance(step, str):
            here, there, found = getattr(here, step, None), getattr(there, step, None), [*found, step]
        elif isinstance(here, tuple) and isinstance(there, tuple) and isinstance(here[step], Record):
            position = _position(step, here, there, cut_from.cut)
            if position is None:
                return tuple(found)
            here, there, found = here[step], there[position], [*found, position]
        else:
            return (*found, *path[place:])
    return tuple(found)


def _position(step: int, here: Sequence[Record], there: Sequence[Record], cut: Cut) -> int | None:
    """By its id; without one by its place among those that are there."""
    if known_as := getattr(here[step], "id", None):
        named = [n for n, one in enumerate(there) if getattr(one, "id", None) == known_as]
        if len(named) == 1:
            return named[0]
    if len(here) == len(there):
        return step
    kept = [n for n, one in enumerate(there) if not cut.leaves_out(one.current if isinstance(one, Session) else one)]
    return kept[step] if len(kept) == len(here) else None
