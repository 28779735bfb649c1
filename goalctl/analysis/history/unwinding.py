"""A plan without what was altered in it: each step is put back, the newest first, on the plan's plain values.

One way for every key: the value that a step names as the earlier one stands again where the key leads. What can't be
put back is handed back too, so that whoever shows the plan can say so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import date

from goalctl.analysis.history.plain import PlainItem, fits, item_in, put
from goalctl.analysis.history.steps import DEADLINE, LOGS, MEASURABLE, STATUS, Step, as_measure, is_move, steps_of
from goalctl.model.fields import OWN, Holds, NoKeyError, Slot, slot_of
from goalctl.model.finding import Fields, Path, Value, fields_in, list_in, value_in
from goalctl.model.goal import Goal, Objective, Status
from goalctl.model.measure import KIND_KEYS
from goalctl.model.plan import Plan
from goalctl.model.scalars import day_from
from goalctl.model.validate import record_from
from goalctl.model.written import record_data


def unwound(plan: Plan, is_later: Callable[[Step], bool]) -> tuple[Plan, tuple[Step, ...]]:
    """The plan before all that is later, and the steps that could not be put back.

    What a step wrote that is not later stands, even over one that is: it was written afterwards.
    """
    steps = steps_of(plan)
    if not any(map(is_later, steps)):
        return plan, ()
    to_put_back = _to_put_back(steps, is_later)
    for one_by_one in (False, True):  # where all of it together does not fit, what does by itself
        data = record_data(plan.copy_with(**dict.fromkeys(LOGS, ())))
        left = [step for step, earlier in to_put_back if not _put_back(data, step, earlier, has_to_fit=one_by_one)]
        made, _ = record_from(Plan, data)
        if made is not None:
            return made.copy_with(**{name: getattr(plan, name) for name in LOGS}), tuple(left)
    return plan, tuple(step for step, _ in to_put_back)


def _to_put_back(steps: Sequence[Step], is_later: Callable[[Step], bool]) -> list[tuple[Step, Sequence[Step]]]:
    """The later steps, the newest first, each with those before it."""
    found, settled = [], set()
    for place in range(len(steps) - 1, -1, -1):
        step = steps[place]
        if not is_later(step):
            settled.add((step.of, step.what))
        elif (step.of, step.what) not in settled:
            found.append((step, steps[:place]))
    return found


def _put_back(data: Fields, step: Step, earlier: Sequence[Step], *, has_to_fit: bool) -> bool:
    """Put it back; False, and nothing is altered, where its place is not there or its value does not fit."""
    item = item_in(data, step.of)
    if item is None or step.what.startswith(OWN):
        return item is not None
    before = deepcopy(item.own) if has_to_fit else None
    try:
        _alter(item, slot_of(item.kind, step.what), step)
    except (NoKeyError, LookupError):
        return False
    if step.what == STATUS and step.of:
        _redate(item, step, earlier)
    if before is None or fits(item):
        return True
    item.restore(before)
    return False


def _alter(item: PlainItem, slot: Slot, step: Step) -> None:
    if _take_measure_back(item, slot.path, step):
        return
    put(item.record, slot.path, _value_before(value_in(item.record, slot.path), slot, step))
    if step.leaf == DEADLINE and item.kind in {Goal, Objective}:
        _take_move_back(item.record, (*slot.path[:-1], "extended"), step)
    beside = value_in(item.record, slot.path[:-1]) if len(slot.path) > 1 else None
    if isinstance(beside, dict) and step.old is not None and beside.get("on") == step.day.isoformat():
        del beside["on"]  # the day of the step: what was there before is of an earlier one


def _take_move_back(record: Fields, place: Path, step: Step) -> None:
    """A move of the deadline that is put back stands in `extended` too, which says nothing of when it was written."""
    moves = list_in(value_in(record, place))
    kept = [one for one in moves if fields_in(one).get("from") != step.old or fields_in(one).get("on") != f"{step.day}"]
    if len(kept) < len(moves):
        put(record, place, kept)


def _value_before(now: Value, slot: Slot, step: Step) -> Value:
    """The earlier value; of a list to which one was added, the list without that one."""
    if step.old is None and isinstance(now, list) and step.new != now:
        added = _as_the_plan_has_it(slot, step.new)
        if added in now:
            place = len(now) - 1 - now[::-1].index(added)
            return [*now[:place], *now[place + 1 :]]
    return deepcopy(step.old)


def _as_the_plan_has_it(slot: Slot, value: Value) -> Value:
    """The plain values of a record as they come out of the model, however they were typed."""
    if slot.holds is not Holds.RECORDS or slot.record is None:
        return value
    made, _ = record_from(slot.record, value)
    return record_data(made) if made is not None and isinstance(value, dict) else value


def _take_measure_back(item: PlainItem, path: Path, step: Step) -> bool:
    """Where a new kind of measure came, the one that was put aside for it stands again, as a whole."""
    place: Path = ("smart", MEASURABLE) if item.kind is Goal else (MEASURABLE,)
    if path[: len(place)] != place:
        return False
    aside: Path = (*place[:-1], "measured_before")
    there = [one for one in list_in(value_in(item.record, aside)) if isinstance(one, dict)]
    fitting = [one for one in there if is_move(step, _until(one)) and _is_what_was(one, path[len(place) :], step)]
    if not fitting:
        return False
    put(item.record, place, as_measure(fitting[-1]))
    put(item.record, aside, [one for one in there if one is not fitting[-1]])
    return True


def _until(former: Fields) -> date:
    return day_from(str(former["until"]))  # the plan was read, so it is one


def _is_what_was(former: Fields, key: Path, step: Step) -> bool:
    """Whether the former measure says what the step names as the earlier value, of all of it or of its kind."""
    return as_measure(former) == step.old if not key else key[0] in KIND_KEYS and former.get(str(key[0])) == step.old


def _redate(item: PlainItem, step: Step, earlier: Sequence[Step]) -> None:
    """A closed goal has the day of its closing, an open one none; what was there before it was opened has none either.

    What waited in reserve was there, and what was altered on an earlier day. Else it came on the day it was opened.
    """
    own = [one for one in earlier if one.of == step.of]
    closings = [one.day for one in own if (one.what, one.new) == (STATUS, step.old)]
    was_closed = step.old in {status.value for status in Status if status.is_closed}
    put(item.record, ("closed",), closings[-1].isoformat() if was_closed and closings else None)
    was_there = step.old == Status.RESERVE.value or any(one.day < step.day for one in own)
    if was_there and item.record.get("opened") == step.day.isoformat():
        put(item.record, ("opened",), None)
