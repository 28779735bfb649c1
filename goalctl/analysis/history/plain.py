"""Places in the plain values of a plan: an item by its id, a value by its path; either is altered where it stands."""

from __future__ import annotations

from typing import NamedTuple

from goalctl.model.fields import OWN
from goalctl.model.finding import Fields, Path, Value, fields_in, records_under
from goalctl.model.goal import Goal, Intervention, Objective, Problem
from goalctl.model.plan import Plan
from goalctl.model.types import Record
from goalctl.model.validate import record_from

_WITH_IDS = ("problems", "goals", "objectives")


class PlainItem(NamedTuple):
    """Something with an id, or the plan itself: its plain values, and what kind of record they are."""

    record: Fields
    kind: type[Record]

    @property
    def own(self) -> Fields:
        """Its values without those items that have an id of their own in the plan."""
        return {key: value for key, value in self.record.items() if key not in _WITH_IDS}

    def restore(self, own: Fields) -> None:
        """Let its own values be these."""
        kept = {key: value for key, value in self.record.items() if key in _WITH_IDS}
        self.record.clear()
        self.record.update(own | kept)


def item_in(data: Fields, of: str) -> PlainItem | None:
    """The item of that id; an empty one is the plan. None where there is none."""
    if not of:
        return PlainItem(data, Plan)
    owner, dot, inner = of.rpartition(".")
    if dot and inner.startswith("i"):
        objective = item_in(data, owner)
        return _with_id(objective.record, "interventions", inner, Intervention) if objective else None
    if of.startswith("p"):
        return _with_id(data, "problems", of, Problem)
    goal = _with_id(data, "goals", owner or of, Goal)
    return _with_id(goal.record, "objectives", of, Objective) if goal and dot else goal


def _with_id(record: Fields, section: str, wanted: str, kind: type[Record]) -> PlainItem | None:
    return next((PlainItem(one, kind) for one in records_under(record, section) if one.get("id") == wanted), None)


def fits(item: PlainItem) -> bool:
    """Whether its own values are a record of its kind."""
    return record_from(item.kind, item.own)[0] is not None


def put(record: Value, path: Path, value: Value) -> None:
    """Let that value stand there; None takes away what does, and what is empty then. No such place: a `LookupError`."""
    step, *rest = path
    if isinstance(record, list) and isinstance(step, int) and step < len(record):
        if rest:
            put(record[step], tuple(rest), value)
        elif value is None:
            del record[step]
        else:
            record[step] = value
    elif isinstance(record, dict):
        _put_under(record, str(step), tuple(rest), value)
    else:
        raise LookupError


def _put_under(record: Fields, key: str, rest: Path, value: Value) -> None:
    if rest:
        put(record.setdefault(key, {}), rest, value)
    else:
        record[key] = value
    if record[key] in (None, [], {}):
        del record[key]


def with_own_keys(then: Value, now: Value) -> Value:
    """The earlier values with the keys of the practice's own (`x-…`) of what is still there now."""
    if isinstance(then, dict):
        there = fields_in(now)
        own = {key: value for key, value in there.items() if key.startswith(OWN)}
        return own | {key: with_own_keys(value, there.get(key)) for key, value in then.items()}
    if isinstance(then, list):
        return [with_own_keys(one, _same_in(now, one)) for one in then]
    return then


def _same_in(items: Value, wanted: Value) -> Value:
    """The item of a list that has the same id, if any."""
    if not isinstance(items, list) or not isinstance(wanted, dict) or "id" not in wanted:
        return None
    return next((one for one in items if isinstance(one, dict) and one.get("id") == wanted["id"]), None)
