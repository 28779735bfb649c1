"""Where two lines of a trail do not meet: what was there before by the later one is not what the earlier one put there.

A line that a hand added afterwards, or altered, does that. Which of the two is true, no plan knows; on a day between
them the later one's word is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalctl.analysis.history.cut import Cut
from goalctl.analysis.history.steps import Step, steps_of
from goalctl.model.fields import Holds, NoKeyError, Slot, slot_of
from goalctl.model.finding import Path, Value
from goalctl.model.goal import Intervention, Problem
from goalctl.model.measure import KIND_KEYS
from goalctl.model.plan import Plan
from goalctl.model.scalars import is_one_number
from goalctl.model.types import Record

_SINGLE = frozenset({Holds.VALUE, Holds.DAY})


class Gap(NamedTuple):
    """Two lines about one value, one after another."""

    before: Step
    after: Step


def gap_on(plan: Plan, cut: Cut) -> Gap | None:
    """The first two lines that do not meet and have the cut between them; None where all that matter do."""
    known: dict[tuple[str, Path], Step] = {}
    for step, slot in _placed_steps(plan):
        before = known.get((step.of, slot.path))
        if before and _is_between(before, step, cut) and not _meet(slot, before.new, step.old):
            return Gap(before, step)
        for key in [one for one in known if one[0] == step.of and _is_replaced(one[1], slot)]:
            del known[key]
        if slot.holds in _SINGLE and step.new is not None:
            known[step.of, slot.path] = step
    return None


def _placed_steps(plan: Plan) -> Iterator[tuple[Step, Slot]]:
    """Every line with the place of its value, but for those whose place is no longer there."""
    for step in steps_of(plan):
        slot = _slot(plan, step)
        if slot is not None:
            yield step, slot


def _is_between(before: Step, after: Step, cut: Cut) -> bool:
    return after.is_after(cut) and not before.is_after(cut)


def _meet(slot: Slot, put: Value, found: Value) -> bool:
    """Whether they are one value; what is no plain one can be written in many ways."""
    if slot.holds not in _SINGLE or not isinstance(put, str) or not isinstance(found, str | None):
        return True
    return put == found or (found is not None and is_one_number(put, found))


def _is_replaced(path: Path, slot: Slot) -> bool:
    """Whether what stands there is another's value once this one has been altered."""
    whole = slot.path[:-1] if slot.path[-1] in KIND_KEYS else slot.path
    return path[: len(whole)] == whole


def _slot(plan: Plan, step: Step) -> Slot | None:
    """The place of the value; None of what is no longer there, or has no such place."""
    if step.of in plan.scorables:
        kind: type[Record] = type(plan.scorables[step.of])
    elif not step.of:
        kind = Plan
    else:
        kind = Problem if step.of.startswith("p") else Intervention
    try:
        return slot_of(kind, step.what)
    except (NoKeyError, LookupError):
        return None
