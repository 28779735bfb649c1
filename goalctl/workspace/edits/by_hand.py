"""What a person changed in a plan's file without a command, as entries of the trail: from what, to what."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.documents.change import AppendItem
from goalctl.model.fields import Holds, slots_of
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Intervention, Objective, Problem
from goalctl.model.plan import Plan
from goalctl.model.types import Record
from goalctl.workspace.edits.items import items_of
from goalctl.workspace.edits.placing import value_at
from goalctl.workspace.edits.trail import Trail

_RECORDED_ELSEWHERE = {
    Plan: {
        "format", "client", "agreements", "holds", "discharge", "releases", "discovery", "problems", "goals", "reviews",
        "changes", "diary", "sessions", "supervision",
    },
    Problem: {"id"},
    Goal: {"id", "objectives", "smart.time_bound.extended", "smart.measured_before"},
    Objective: {"id", "interventions", "extended", "measured_before"},
    Intervention: {"id"},
}  # fmt: skip

_Alteration = tuple[str, str, Value, Value]


def changes_by_hand(before: Plan, after: Plan, trail: Trail) -> list[AppendItem]:
    """One entry for each thing that both states have and say differently, or that is gone.

    What the person has put into `changes` already is left to that.
    """
    told = {(change.of or "", change.what.rpartition(".")[2]) for change in after.changes[len(before.changes) :]}
    return [
        trail.change(after, of, what, old, new)
        for of, what, old, new in _alterations(before, after)
        if (of, what.rpartition(".")[2]) not in told
    ]


def _alterations(before: Plan, after: Plan) -> Iterator[_Alteration]:
    there = items_of(after)
    for name, item in items_of(before).items():
        if name in there:
            yield from _between(item.id, item.record, there[name].record)
        else:
            yield item.id, _wording_key(item.record), value_at(item.record, (_wording_key(item.record),)), None


def _wording_key(record: Record) -> str:
    return "what" if isinstance(record, Intervention) else type(record).__name__.lower()


def _between(of: str, before: Record, after: Record) -> Iterator[_Alteration]:
    elsewhere = _RECORDED_ELSEWHERE[type(before)]
    for slot in slots_of(type(before)):
        if slot.holds is Holds.RECORD or slot.key in elsewhere or str(slot.path[0]) in elsewhere:
            continue
        old, new = value_at(before, slot.path), value_at(after, slot.path)
        if isinstance(old, list) and isinstance(new, list) and new[: len(old)] == old:
            yield from ((of, slot.key, None, item) for item in new[len(old) :])
        elif old != new:
            yield of, slot.key, old, new
