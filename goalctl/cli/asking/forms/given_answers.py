"""A form's answers as they are given in options and words: read by the form, or refused with what it can take."""

from __future__ import annotations

from collections.abc import Sequence

from goalctl.analysis.instruments.answers import canonical
from goalctl.analysis.instruments.answers_text import answers_from_text, answers_value
from goalctl.analysis.instruments.scoring import answer_findings
from goalctl.analysis.instruments.typed_answers import filed_answers
from goalctl.cli.failures import UsageError
from goalctl.model.answers import Answers
from goalctl.model.finding import Finding, Value
from goalctl.model.form import Form
from goalctl.model.scalars import ScalarError


def given_answers(form: Form, answers: str | None, total: str | None) -> Value:
    """What the options say, as a plan would hold it; None when they say nothing."""
    if answers is None:
        return None if total is None else {"total": total}
    value = _value(form, answers, "--answers")
    if total is None:
        return value
    if not isinstance(value, dict):
        raise UsageError("--total and --answers say two things", "beside --total write only single items, as q9=1")
    return {"total": total, **value}


def read_answers(form: Form, text: str, *, told_as: str) -> Value:
    """What was typed for a form, as a plan would hold it; what can't be is refused in the name of the option."""
    value = _value(form, text, told_as)
    if wrong := _answers_and_faults(form, value)[1]:
        raise UsageError(f"{told_as}: {'; '.join(finding.message for finding in wrong)}", wrong[0].hint)
    return value


def _value(form: Form, text: str, told_as: str) -> Value:
    try:
        return answers_from_text(form, text)
    except ScalarError as error:
        raise UsageError(f"{told_as}: {error}", error.hint) from None


def fitting_answers(form: Form, value: Value) -> Answers:
    """The answers, if the form has them; else a usage error with everything that is wrong."""
    found, wrong = _answers_and_faults(form, value)
    if wrong:
        raise UsageError("; ".join(finding.message for finding in wrong), wrong[0].hint)
    return found


def _answers_and_faults(form: Form, value: Value) -> tuple[Answers, Sequence[Finding]]:
    found, findings = filed_answers(form.form, value)
    return (found, answer_findings(form, found)) if found else (Answers(), findings)


def answers_or_none(form: Form, found: dict[str, Value]) -> Value:
    """The answers as a plan holds them; nothing at all is refused."""
    if not found:
        raise UsageError(f"nothing was answered on {form.name}; nothing was saved")
    return answers_value(form, found)


def item_answers(form: Form, words: list[str]) -> dict[str, Value]:
    """`item=answer` words as answers by item, each one that the form can take."""
    found: dict[str, Value] = {}
    for word in words:
        name, equals, text = word.partition("=")
        item = form.item(name)
        if not equals or item is None or not text.strip():
            known = ", ".join(item.id for item in form.items)
            raise UsageError(f"'{word}' answers no item of {form.name}", f"write item=answer; its items: {known}")
        if name in found:
            raise UsageError(f"{name} is answered twice", "keep one of the two")
        try:
            found[name] = canonical(form, item, text)
        except ScalarError as error:
            raise UsageError(f"{name}: {error}", error.hint) from None
    return found
