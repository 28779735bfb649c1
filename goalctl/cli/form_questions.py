"""A form's items as questions, whatever the form is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from goalctl.analysis.answers import canonical, is_shown
from goalctl.cli.ask import Question
from goalctl.model.finding import Value
from goalctl.model.form import Form, Item


def questions_of(form: Form) -> list[Question]:
    """One question for each item, in the form's order; an item with `shown_if` is asked when its condition holds."""
    return [
        Question(
            item.id,
            item.ask,
            item.help or "",
            required=item.required,
            read=_reader(form, item),
            asked=_shown(form, item),
        )
        for item in form.items
    ]


def _reader(form: Form, item: Item) -> Callable[[str], Value]:
    return lambda line: canonical(form, item, line)


def _shown(form: Form, item: Item) -> Callable[[Mapping[str, Value]], bool]:
    return lambda answers: is_shown(form, item, {key: str(value) for key, value in answers.items()})
