"""Which answers to a form's items on risk are told, and which an own form no longer tells that the shipped one does."""

from __future__ import annotations

import math

from goalctl.model.form import FieldType, Form, Item
from goalctl.model.scoring import Comparison, RiskItem

MOST_STEPS = 1000  # our own: no sheet has a longer scale whose answers are told apart


def counted(form: Form, item: Item) -> frozenset[float] | None:
    """What the single answers to the item add to a score; None where too many can be given to list them."""
    if item.points is not None:
        return frozenset(item.points.values())
    if options := form.choices.get(item.id):
        return frozenset(points for points in options.values() if points is not None)
    return _on_a_scale(form, item)


def _on_a_scale(form: Form, item: Item) -> frozenset[float] | None:
    low, high = form.scale_of(item) or (0.0, None)
    if high is None or form.type_of(item) is FieldType.NUMBER or high - low > MOST_STEPS:
        return None
    answers = map(float, range(math.ceil(low), math.floor(high) + 1))
    return frozenset(low + high - answer for answer in answers) if form.is_reversed(item) else frozenset(answers)


def untold(form: Form, name: str) -> frozenset[float] | None:
    """Which answers to that item, as they count, endorse nothing of today; None where they can't be listed."""
    item = form.item(name)
    values = counted(form, item) if item else None
    now = [risk.when for risk in form.risk if risk.item == name and not risk.ever]
    return None if values is None else frozenset(one for one in values if not any(when.holds(one) for when in now))


def narrowed_risk(own: Form, shipped: Form) -> tuple[RiskItem, ...]:
    """The shipped risk items that the own form watches too, but tells at fewer answers, each as it would tell it.

    What counts is how many answers stay untold, so that an item which is scored from 1 to 4 may be watched from 2 on.
    """
    kept = {risk.item for risk in own.risk}
    watched = [risk for risk in shipped.risk if risk.item in kept and not risk.ever]
    return tuple(told for risk in watched if (told := _as_shipped(risk, own, shipped)))


def _as_shipped(risk: RiskItem, own: Form, shipped: Form) -> RiskItem | None:
    here, there, item = untold(own, risk.item), untold(shipped, risk.item), own.item(risk.item)
    if here is None or there is None or item is None or len(here) <= len(there):
        return None
    is_upward = risk.when.operator in {">=", ">"}
    values = sorted(counted(own, item) or (), reverse=not is_upward)
    when = Comparison(">=" if is_upward else "<=", values[min(len(there), len(values) - 1)])
    return risk.model_copy(update={"when": when})
