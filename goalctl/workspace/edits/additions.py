"""Something new for a plan as edits: an item for one of its lists, with the next free id, in its usual place."""

from __future__ import annotations

import json
import secrets
from collections.abc import Container
from datetime import date
from hashlib import blake2b
from itertools import count

from goalctl.documents.change import AppendItem
from goalctl.model.finding import Fields, Value, list_in
from goalctl.model.goal import Goal
from goalctl.model.ids import next_number
from goalctl.model.plan import Plan
from goalctl.model.walk import entry_ids, used_ids

_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_THIS_RUN = secrets.token_bytes(16)
ID_LENGTH = 6
CLIENT_ID_LENGTH = 4
WORKSPACE_ID_LENGTH = 8
SECTIONS = Plan.keys_in_order()


def append_edit(plan: Plan, section: str, item: Value) -> AppendItem:
    """The item at the end of a section; a section that is missing comes before the one that usually follows it."""
    present = {field.rstrip("_") for field in plan.model_fields_set}
    following = SECTIONS[SECTIONS.index(section) + 1 :]
    return AppendItem((section,), item, before=next((name for name in following if name in present), None))


def next_id(plan: Plan, prefix: str) -> str:
    """The next free id with that prefix: `p`, `g`, `g1.`, `h`."""
    return f"{prefix}{next_number(used_ids(plan), prefix)}"


def append_objective_edit(plan: Plan, goal: Goal, objective: Value) -> AppendItem:
    """A new objective at the end of its goal's."""
    return AppendItem(("goals", plan.goals.index(goal), "objectives"), objective)


def with_intervention_days(day: date, entry: dict[str, Value]) -> dict[str, Value]:
    """A new goal's or objective's entry with the day on each of its interventions that has none."""
    noted = dict(entry)
    if isinstance(steps := entry.get("objectives"), list):
        noted["objectives"] = [with_intervention_days(day, step) if isinstance(step, dict) else step for step in steps]
    if isinstance(done := entry.get("interventions"), list):
        noted["interventions"] = [{**one, "on": day.isoformat()} if isinstance(one, dict) else one for one in done]
    return noted


def new_session_id(plan: Plan) -> str:
    """A random id for an entry, which this plan does not have yet."""
    return new_entry_id(set(entry_ids(plan)))


def new_entry_id(taken: Container[str], content: Value = None) -> str:
    """A random id that is none of those; it begins with a letter, so that it never looks like a number.

    The same content gets the same id for as long as this process runs, so that what is shown first is what is saved.
    """
    said = json.dumps(content, sort_keys=True) if content else secrets.token_hex()
    for n in count():
        number = int.from_bytes(blake2b(f"{said}{n}".encode(), key=_THIS_RUN).digest(), "big")
        found = _ID_LETTERS[10 + number % 22]
        for _ in range(ID_LENGTH - 1):
            number //= len(_ID_LETTERS)
            found += _ID_LETTERS[number % len(_ID_LETTERS)]
        if found not in taken:
            return found
    raise AssertionError  # count() never ends


def new_client_id(taken: Container[str]) -> str:
    """A random id that no client here has, such as `c-7f3k`; it says nothing about anybody."""
    while True:
        found = "c-" + "".join(secrets.choice(_ID_LETTERS) for _ in range(CLIENT_ID_LENGTH))
        if found not in taken:
            return found


def new_workspace_id() -> str:
    """A random id for a workspace; it begins with a letter, so that it never looks like a number."""
    rest = (secrets.choice(_ID_LETTERS) for _ in range(WORKSPACE_ID_LENGTH - 1))
    return "".join((secrets.choice(_ID_LETTERS[10:]), *rest))


def numbered(entry: Fields, goal_id: str) -> Fields:
    """A new goal's entry with its id, and its objectives with theirs."""
    objectives: list[Value] = [
        {"id": f"{goal_id}.{n}", **step}
        for n, step in enumerate(list_in(entry.get("objectives")), start=1)
        if isinstance(step, dict)
    ]
    return {"id": goal_id, **entry} | ({"objectives": objectives} if objectives else {})
