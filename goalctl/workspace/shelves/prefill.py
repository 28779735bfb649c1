"""What a plan already says to a form's items: along their `to` in a goal, else in the plan; or when it was last filled
in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.model.care import SAFETY_PLAN, ClientValue
from goalctl.model.client_words import own_form
from goalctl.model.finding import Path, Value, fields_in
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.goal import Goal
from goalctl.model.ids import FormRef
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


def last_filled(form: Form, plan: Plan, ref: FormRef) -> tuple[date, dict[str, str]] | None:
    """A safety plan as that person filled it in last, and when: it is gone through again, never begun anew.

    None for any other form, whose answers are asked afresh.
    """
    entries = reversed(plan.log) if ref.id == SAFETY_PLAN else ()
    filled = (
        (entry.date, answers)
        for entry in entries
        for one, answers in entry.forms.items()
        if one.any_version == own_form(plan, ref).any_version
    )
    return next(((day, found) for day, answers in filled if (found := answers_by_item(form, answers))), None)


def _answer(form: Form, item: Item, plan: Plan, goal: Goal | None, place: int) -> str:
    value = _value_at(item.to or "", plan, goal)
    if form.type_of(item) is FieldType.CHOICE and isinstance(value, list):
        return next((str(n) for n, option in enumerate(value, start=1) if _is_first(option)), "")
    if isinstance(value, list) and sum(other.to == item.to for other in form.items) > 1:
        return next(_texts(value[place : place + 1]), "")
    return ", ".join(_texts(value if isinstance(value, list) else [value]))


def _value_at(place: str, plan: Plan, goal: Goal | None) -> Value:
    """What stands there in the goal, else in the plan."""
    path: Path = tuple(int(step) if step.isdigit() else step for step in place.split("."))
    there = value_at(goal, path) if goal else None
    return value_at(plan, path) if there is None else there


def _is_first(option: Value) -> bool:
    return fields_in(option).get("first_step") == "yes"


def _texts(values: list[Value]) -> Iterator[str]:
    """The texts; of a value that carries the day it was named, its words."""
    plain = (value.get(ClientValue.short_form) if isinstance(value, dict) else value for value in values)
    return (value for value in plain if isinstance(value, str))
