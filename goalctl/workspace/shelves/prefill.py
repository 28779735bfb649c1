"""What a plan already says to a form's items, found along their `to`: in a goal, else in the plan itself."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.model.care import ClientValue
from goalctl.model.finding import Path, Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.workspace.edits.placing import value_at


def prefilled(form: Form, plan: Plan, goal: Goal | None) -> dict[str, str]:
    """The answers that the goal, or for a form about the client the plan, holds; several of one place go in order."""
    found: dict[str, str] = {}
    seen: dict[str, int] = {}
    for item in form.items:
        if item.to is None:
            continue
        place = seen.get(item.to, 0)
        seen[item.to] = place + 1
        answer = _answer(form, item, plan, goal, place)
        if answer:
            found[item.id] = answer
    return found


def _answer(form: Form, item: Item, plan: Plan, goal: Goal | None, place: int) -> str:
    path: Path = tuple(int(step) if step.isdigit() else step for step in (item.to or "").split("."))
    value = value_at(goal, path) if goal is not None else None
    value = value_at(plan, path) if value is None else value
    if form.type_of(item) is FieldType.CHOICE and isinstance(value, list):
        return next((str(n) for n, option in enumerate(value, start=1) if _is_first(option)), "")
    if isinstance(value, list) and sum(other.to == item.to for other in form.items) > 1:
        return next(_texts(value[place : place + 1]), "")
    return ", ".join(_texts(value if isinstance(value, list) else [value]))


def _is_first(option: Value) -> bool:
    return isinstance(option, dict) and option.get("first_step") == "yes"


def _texts(values: list[Value]) -> Iterator[str]:
    """The texts; of a value that carries the day it was named, its words."""
    plain = (value.get(ClientValue.short_form) if isinstance(value, dict) else value for value in values)
    return (value for value in plain if isinstance(value, str))
