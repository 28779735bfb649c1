"""From what an exercise brought up to edits: each answer goes where its item's `to` says, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goalctl.documents.change import AppendItem, Edit
from goalctl.model.errors import GoalctlError
from goalctl.model.fields import Holds, Slot, slots_of
from goalctl.model.finding import Path, Value
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.edits.placing import following, value_at, value_edits
from goalctl.workspace.edits.trail import Trail


class NoPlaceError(GoalctlError):
    """An item's `to` leads to no place of a plan that an exercise could fill."""

    def __init__(self, form: Form, to: str) -> None:
        super().__init__(f"{form.name}: `to: {to}` is no place in a plan", "see `goalctl forms show magic-wand`")


def says_more(form: Form, answers: Mapping[str, Value]) -> bool:
    """Whether something was answered that has no place in the plan; then the whole sheet belongs into the log too."""
    return any(item.to is None and answers.get(item.id) is not None for item in form.items)


def explore_edits(plan: Plan, form: Form, answers: Mapping[str, Value], trail: Trail) -> list[Edit]:
    """The edits that put the answers into the plan.

    Texts and values go to the end of a list unless it has them, records (a wish) to the end of theirs. What stood in a
    single place before is replaced, and its old wording is kept in the trail. Records that have an `on` get the
    trail's day.
    """
    slots = {slot.path: slot for slot in slots_of(Plan)}
    new: dict[Path, dict[str, dict[str, Value]]] = {}
    edits: list[Edit] = []
    for item in form.items:
        answer = answers.get(item.id)
        if item.to is None or answer is None:
            continue
        owner, number, key = _place(form, item.to, slots)
        if key is None:
            edits += _text_edits(plan, slots[owner], answer, trail)
        else:
            new.setdefault(owner, {}).setdefault(number, {})[key] = answer
    for owner, records in new.items():
        for record in records.values():
            edits += _record_edits(plan, slots[owner], record, trail)
    return edits


def _place(form: Form, to: str, slots: Mapping[Path, Slot]) -> tuple[Path, str, str | None]:
    """The list or record that `to` leads to, the number of the record in the form, and its key."""
    steps = to.split(".")
    whole = tuple(steps)
    if whole in slots and (slots[whole].holds is Holds.LIST or slots[whole].short_form):
        return whole, "", None
    number = steps[-2] if len(steps) > 1 and steps[-2].isdigit() else ""
    owner = tuple(steps[:-2] if number else steps[:-1])
    wanted = Holds.RECORDS if number else Holds.RECORD
    if owner not in slots or slots[owner].holds is not wanted:
        raise NoPlaceError(form, to)
    return owner, number, steps[-1]


def _text_edits(plan: Plan, slot: Slot, text: Value, trail: Trail) -> Iterator[Edit]:
    key, held = slot.short_form, value_at(plan, slot.path)
    there = [item.get(key) if isinstance(item, dict) else item for item in held] if isinstance(held, list) else []
    if text not in there:
        item = _with_day(slot, {key: text}, trail) if key else text
        yield AppendItem(slot.path, item, before=following(plan, slot.path))


def _record_edits(plan: Plan, slot: Slot, record: dict[str, Value], trail: Trail) -> Iterator[Edit]:
    dated = _with_day(slot, record, trail)
    if slot.holds is Holds.RECORDS:
        is_top = len(slot.path) == 1
        top = str(slot.path[0])
        yield (
            append_edit(plan, top, dated) if is_top else AppendItem(slot.path, dated, before=following(plan, slot.path))
        )
        return
    held = value_at(plan, slot.path)
    if not isinstance(held, dict):
        yield from value_edits(plan, slot.path, dated)
        return
    changed = {key: value for key, value in record.items() if held.get(key) != value}
    for key, value in (_with_day(slot, changed, trail) if changed else {}).items():
        yield from value_edits(plan, (*slot.path, key), value)
        if key in changed and held.get(key) is not None:
            yield trail.change(plan, "", ".".join(map(str, (*slot.path, key))), held[key], value)


def _with_day(slot: Slot, record: dict[str, Value], trail: Trail) -> dict[str, Value]:
    knows_its_day = slot.record is not None and "on" in slot.record.model_fields
    return {**record, "on": trail.on.isoformat()} if knows_its_day else record
