"""`set`: new values for keys of something that has an id, trailed when it was settled.

A new kind of measure keeps the old one beside it, so that earlier scores are still read against that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goalctl.documents.change import AppendItem, Edit
from goalctl.model.client_words import own_form
from goalctl.model.errors import GoalctlError
from goalctl.model.fields import OWN, Holds, Slot
from goalctl.model.finding import Path, Value, fields_in
from goalctl.model.goal import Goal, Objective
from goalctl.model.measure import KIND_KEYS, Measure
from goalctl.model.plan import Plan
from goalctl.model.walk import measure_path
from goalctl.model.written import record_data
from goalctl.workspace.edits.items import PlanItem, item_of
from goalctl.workspace.edits.placing import edits_between, following, item_edit, value_at, value_edits
from goalctl.workspace.edits.trail import Trail

A_DAY = timedelta(days=1)
_KEPT_BY_EVERY_MEASURE = ("weight",)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A new value for a place, or with `adds` one more item for the list there.

    `before` is what the file says under a key of the practice's own (`x-…`), which no record holds.
    """

    slot: Slot
    value: Value
    adds: bool = False
    before: Value = None

    @property
    def is_own(self) -> bool:
        """Whether the key is the practice's own."""
        return str(self.slot.path[0]).startswith(OWN)


@dataclass(frozen=True, slots=True)
class Alteration:
    """One key as it was and as it is to be."""

    of: str
    what: str
    old: Value
    new: Value
    adds: bool = False


class NothingToSetError(GoalctlError):
    """All of it reads so already."""

    exit_status = 2


def alterations(plan: Plan, item_id: str, assignments: Sequence[Assignment]) -> list[Alteration]:
    """What the assignments would alter, in their order; an error when that is nothing."""
    item = item_of(plan, item_id)
    assignments = _key_by_key(item, assignments)
    found = [Alteration(item.id, one.slot.key, _before(item, one), one.value, one.adds) for one in assignments]
    found = [one for one in found if one.old != one.new]
    if not found:
        raise NothingToSetError(f"{item_id} reads so already; nothing was changed")
    return found


def set_edits(
    plan: Plan, item_id: str, assignments: Sequence[Assignment], trail: Trail, *, same_measure: bool = False
) -> list[Edit]:
    """The edits for all assignments, with their trail."""
    item = item_of(plan, item_id)
    altered = alterations(plan, item_id, assignments)
    assignments = _key_by_key(item, assignments)
    moved = None if same_measure else _moved_measure(plan, item, assignments, trail.on)
    edits: list[Edit] = list(moved or ())
    for one in assignments:
        if moved is None or not _is_in_measure(item, one.slot.path):
            edits += _assignment_edits(item, one)
    edits += _trail_entries(plan, altered, trail, by_only=_changes_kind(item, assignments) if moved else False)
    return edits


def _key_by_key(item: PlanItem, assignments: Sequence[Assignment]) -> list[Assignment]:
    """A measure that is given whole, or with the rest of `smart`, as its keys, so that the old one is kept as ever."""
    return [inner for one in assignments for inner in _inner_assignments(item, one)]


def _inner_assignments(item: PlanItem, one: Assignment) -> list[Assignment]:
    path = one.slot.path
    old = None if one.is_own else value_at(item.record, path)
    whole = isinstance(item.record, Goal | Objective) and measure_path(item.record)[: len(path)] == path
    if not (whole and isinstance(one.value, dict) and isinstance(old, dict)):
        return [one]
    keys = {**dict.fromkeys(one.value), **dict.fromkeys(old)}
    each = (Assignment(Slot((*path, key), Holds.VALUE), one.value.get(key)) for key in keys)
    return [inner for key in each for inner in _inner_assignments(item, key)]


def _assignment_edits(item: PlanItem, one: Assignment) -> list[Edit]:
    if one.adds:
        return [item_edit(item.record, one.slot.path, one.value, at=item.path)]
    if one.is_own:
        return list(edits_between((*item.path, *one.slot.path), one.before, one.value))
    return value_edits(item.record, one.slot.path, one.value, at=item.path)


def _trail_entries(plan: Plan, altered: Sequence[Alteration], trail: Trail, *, by_only: bool) -> Iterator[Edit]:
    """One entry for each key; of a wholly new measure only its kind, because the rest stands in `measured_before`."""
    for one in altered:
        head, _, key = one.what.rpartition(".")
        if not by_only or key == "by" or not head.endswith("measurable"):
            yield trail.change(plan, one.of, one.what, one.old, one.new)


def _is_in_measure(item: PlanItem, path: Path) -> bool:
    return isinstance(item.record, Goal | Objective) and path[: len(measure_path(item.record))] == measure_path(
        item.record
    )


def _changes_kind(item: PlanItem, assignments: Sequence[Assignment]) -> bool:
    """Whether `by` itself becomes another."""
    return any(
        one.slot.path[-1] == "by" and _is_in_measure(item, one.slot.path) and _alters(item, one) for one in assignments
    )


def _before(item: PlanItem, one: Assignment) -> Value:
    if one.is_own:
        return one.before
    return None if one.adds else value_at(item.record, one.slot.path)


def _alters(item: PlanItem, one: Assignment) -> bool:
    return _before(item, one) != one.value


def _moved_measure(plan: Plan, item: PlanItem, assignments: Sequence[Assignment], today: date) -> list[Edit] | None:
    """The edits that put the old measure aside and the new one in its place; None when its kind stays."""
    record = item.record
    if not isinstance(record, Goal | Objective) or record.measure is None or not item.settled:
        return None
    path = measure_path(record)
    of_measure = [one for one in assignments if path == one.slot.path[: len(path)] and len(one.slot.path) > len(path)]
    if not any(one.slot.path[len(path)] in KIND_KEYS and _alters(item, one) for one in of_measure):
        return None
    old = record_data(record.measure)
    new = _new_measure(old, of_measure, len(path), today, fresh=_changes_kind(item, assignments))
    head = {"by": new.get("by")}  # what stands behind it comes anew, in the usual order
    return [
        *_set_aside(plan, item, record, old, today),
        *edits_between((*item.path, *path), old, head),
        *edits_between((*item.path, *path), head, new),
    ]


def _new_measure(
    old: dict[str, Value], assignments: Sequence[Assignment], depth: int, today: date, *, fresh: bool
) -> dict[str, Value]:
    """The measure after the assignments; with another `by` only its weight is taken over."""
    new = {key: value for key, value in old.items() if not fresh or key in _KEPT_BY_EVERY_MEASURE}
    for one in assignments:
        new |= _with_value(new, one, depth)
    stated = {one.slot.path[depth] for one in assignments}
    if "baseline" in stated and "since" not in stated:
        new["since"] = today.isoformat()
    return {name: new[name] for name in Measure.keys_in_order() if new.get(name) is not None}


def _with_value(measure: dict[str, Value], one: Assignment, depth: int) -> dict[str, Value]:
    """The key of the measure that the assignment is about, as it is then."""
    key, *inner = (str(step) for step in one.slot.path[depth:])
    before = measure.get(key)
    return {key: {**fields_in(before), inner[0]: one.value} if inner else one.value}


def _set_aside(
    plan: Plan, item: PlanItem, record: Goal | Objective, old: dict[str, Value], today: date
) -> Iterator[AppendItem]:
    """The old measure among the former ones; it held until yesterday, or until today when it was used today."""
    until = today if today in _days_scored(plan, record) else today - A_DAY
    former = record.former_measures
    if not former or former[-1].until < until:
        path: Path = (*measure_path(record)[:-1], "measured_before")
        before = following(record, path)
        yield AppendItem((*item.path, *path), {"until": until.isoformat(), **old}, before=before)


def _days_scored(plan: Plan, record: Goal | Objective) -> set[date]:
    form = own_form(plan, record.measure.form) if record.measure and record.measure.form else None
    by_form = {entry.date for entry in plan.log for ref in entry.forms if form and ref.any_version == form.any_version}
    logged = {entry.date for entry in plan.log if any(rated.item == record.id for rated in entry.scores)}
    return by_form | logged
