"""Typed answers as a plan holds them: read by the form, refused with the first thing wrong, written short."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.analysis.instruments.answers import expected_counts
from goalctl.analysis.instruments.answers_text import answers_from_text
from goalctl.analysis.instruments.scoring import answer_findings
from goalctl.model.answers import Answers
from goalctl.model.finding import Fields, Finding, Value, errors_in, fields_in
from goalctl.model.form import Form
from goalctl.model.ids import FormRef, form_ref_from
from goalctl.model.scalars import ScalarError
from goalctl.model.scoring import TOTAL
from goalctl.model.session import Session
from goalctl.model.validate import record_from

_SOME_DAY = "2000-01-01"


def filed_answers(name: str, value: Value) -> tuple[Answers | None, tuple[Finding, ...]]:
    """The answers that a plan would read in that value, filed under that name; None, and why, when it can't be any."""
    session, findings = record_from(Session, {"date": _SOME_DAY, "forms": {name: value}})
    return (next(iter(session.forms.values())) if session else None), tuple(findings)


def form_value(form: Form, ref: FormRef, line: str) -> Value:
    """The answers on a line as a plan holds them, a total as `{total: 14}`; a ScalarError says what is wrong first."""
    value = answers_from_text(form, line)
    value = {TOTAL: value} if isinstance(value, str) else value
    answers, _ = filed_answers(str(ref), value)
    errors = errors_in(answer_findings(form, answers)) if answers else []
    if errors:
        raise ScalarError(errors[0].code, errors[0].message, errors[0].hint)
    return value


def tidy_answers(forms: Value, known: Mapping[str, Form]) -> Fields:
    """The answers by form as a person writes them: a list where every item is answered, a total alone as a number.

    A form that was begun item by item and not answered at all is left out.
    """
    found = fields_in(forms)
    return {name: _tidy(value, known.get(form_ref_from(name).name)) for name, value in found.items() if value}


def _tidy(value: Value, form: Form | None) -> Value:
    if not isinstance(value, dict) or form is None:
        return value
    if list(value) == [TOTAL]:
        return value[TOTAL]
    items = [item.id for item in form.items]
    answered = [item for item in items if item in value]
    least, _ = expected_counts(form, {item: str(value[item]) for item in answered})
    is_row = answered == items[: max(least, len(answered))] and len(answered) == len(value)
    return [value[item] for item in answered] if is_row else value
