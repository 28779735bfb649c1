"""A total that only another scoring of the same sheet gives: asked about, never taken for granted."""

from __future__ import annotations

from goalctl.analysis.instruments.form_range import variant_meant
from goalctl.cli.asking.ask import one_key
from goalctl.cli.desk import Desk
from goalctl.model.finding import Value
from goalctl.model.form import Form
from goalctl.model.scalars import ScalarError, number_from, number_text
from goalctl.model.scoring import TOTAL
from goalctl.views.clean import one_line


def counted_here(desk: Desk, form: Form, value: Value) -> Value:
    """The answers with the total as this form counts it, if the person says that the other scoring was meant.

    Without anybody to ask, or after a no, they stay as they are, and are refused with what they could have meant.
    """
    total = _total(value)
    variant = None if total is None else variant_meant(form, total)
    if total is None or variant is None or not desk.may_ask:
        return value
    here = number_text(variant.here(total))
    question = f"{form.name} {number_text(total)}: counted as {variant.name}? Then it is {here} here."
    if one_key(f"{one_line(question)} y/n > ", "yn") == "n":
        return value
    return {**value, TOTAL: here} if isinstance(value, dict) else here


def _total(value: Value) -> float | None:
    """The total that was typed, alone or beside single items."""
    stated = value.get(TOTAL) if isinstance(value, dict) else value
    try:
        return number_from(stated) if isinstance(stated, str) else None
    except ScalarError:
        return None
