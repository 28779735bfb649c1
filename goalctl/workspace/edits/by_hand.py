"""What a person changed in a plan's file without a command, as entries of the trail: from what, to what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from goalctl.documents.change import AppendItem
from goalctl.model.fields import Holds, Slot, slot_of, slots_of
from goalctl.model.finding import Value
from goalctl.model.goal import Intervention
from goalctl.model.plan import Plan
from goalctl.model.sections import EVENT, VALUES, Keeping, Trailed, keeping_of
from goalctl.model.types import Record
from goalctl.workspace.edits.items import items_of
from goalctl.workspace.edits.placing import value_at
from goalctl.workspace.edits.trail import Trail

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
    for slot, kept in _trailed_slots(type(before)):
        old, new = value_at(before, slot.path), value_at(after, slot.path)
        if _speaks_for_itself(before, slot, kept, old, new) or (kept == EVENT and _is_told_otherwise(after, slot)):
            continue
        if isinstance(old, list) and isinstance(new, list) and new[: len(old)] == old:
            yield from ((of, slot.key, None, item) for item in new[len(old) :])
        elif old != new:
            yield of, slot.key, old, new


@cache
def _trailed_slots(kind: type[Record]) -> tuple[tuple[Slot, Keeping], ...]:
    """The places of a record whose values the trail tells; its own id is what it is known by."""
    every = ((slot, _keeping(kind, slot)) for slot in slots_of(kind) if slot.path != ("id",))
    return tuple(
        (slot, kept)
        for slot, kept in every
        if kept.trailed is not Trailed.NOTHING and (slot.holds is not Holds.RECORD or kept == EVENT)
    )


def _keeping(kind: type[Record], slot: Slot) -> Keeping:
    """As the place says of itself, else what it stands in."""
    within = slot_of(kind, ".".join(map(str, slot.path[:-1]))).record if len(slot.path) > 1 else None
    own = keeping_of(within or kind, str(slot.path[-1]))
    return keeping_of(kind, str(slot.path[0])) if own == VALUES else own


def _speaks_for_itself(before: Record, slot: Slot, kept: Keeping, old: Value, new: Value) -> bool:
    """Whether all that was there reads as it did, where that is enough; what is put into an event alters it."""
    if kept.trailed is not Trailed.OLD:
        return False
    was_there = value_at(before, slot.path[:1] if kept.is_event else slot.path) is not None
    return not was_there or (isinstance(old, list) and isinstance(new, list) and _still_says(old, new))


def _is_told_otherwise(after: Record, slot: Slot) -> bool:
    """An event of one record is told key by key as long as it is there, and as a whole where it is gone."""
    is_gone = value_at(after, slot.path[:1]) is None
    return slot.holds is not Holds.RECORDS and (slot.holds is Holds.RECORD) != is_gone


def _still_says(old: list[Value], new: list[Value]) -> bool:
    """Whether all that a list said stands in it; more may have been added to each, as the end of a hold."""
    left = list(new)
    for was in old:
        same = next((one for one in left if one == was or _says_more(was, one)), None)
        if same is None:
            return False
        left.remove(same)
    return True


def _says_more(was: Value, one: Value) -> bool:
    return isinstance(was, dict) and isinstance(one, dict) and one.items() >= was.items()
