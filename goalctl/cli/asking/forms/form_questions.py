"""A form's items as questions, whatever the form is for; a practice rewords a guided command by its own form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from goalctl.analysis.instruments.answers import canonical, is_shown, range_hint
from goalctl.cli.asking.ask import Question, Replies
from goalctl.cli.asking.entry_of import POSITION
from goalctl.cli.days import day_ahead
from goalctl.cli.writing import day_in_words
from goalctl.model.entry import plain_value
from goalctl.model.finding import Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.scalars import ScalarError

_LONGEST_LEGEND = 72


def questions_of(form: Form, *, today: date | None = None, prefix: tuple[str, ...] = ()) -> list[Question]:
    """One question for each item, in the form's order; an item with `shown_if` is asked when its condition holds.

    With `today`, days may be typed as `fri` or `+2w`. `prefix` stands before the keys and places of all of them.
    """
    return [_question(form, item, today, prefix) for item in form.items]


def reworded_questions(questions: Iterable[Question], form: Form | None) -> list[Question]:
    """The questions in the words of the form's items of the same name; one that the form lacks keeps its own.

    What else the form requires, and says where it goes, is asked after them.
    """
    ours = list(questions)
    if form is None:
        return ours
    items = {item.id: item for item in form.items}
    known = {question.key for question in ours}
    more = [_question(form, item, None, ()) for item in form.items if item.required and item.to]
    return [_in_words_of(items.get(question.key), question) for question in ours] + [
        question for question in more if question.key not in known
    ]


def _in_words_of(item: Item | None, question: Question) -> Question:
    if item is None:
        return question
    return replace(question, ask=item.ask, help=item.help or question.help, required=question.required or item.required)


def _question(form: Form, item: Item, today: date | None, prefix: tuple[str, ...]) -> Question:
    before = ".".join((*prefix, ""))
    place = tuple(f"{POSITION}{step}" if step.isdigit() else step for step in (item.to or item.id).split("."))
    is_day = form.type_of(item) is FieldType.DATE
    return Question(
        f"{before}{item.id}",
        item.ask,
        item.help or _legend(form, item),
        required=item.required,
        read=_reader(form, item, today),
        asked=_when_shown(form, item, before),
        to=(*prefix, *place),
        above=_section(form, item),
        echo=_day_in_words if is_day and today else None,
        retell=str if is_day and today else None,
        long=form.type_of(item) is FieldType.LONG,
    )


def _section(form: Form, item: Item) -> str:
    """The heading that starts here, and what the answers mean where that is new."""
    place = form.items.index(item)
    before = _legend(form, form.items[place - 1]) if place else ""
    legend = _legend(form, item)
    return "\n".join(filter(None, (item.section, legend if legend != before else "")))


def _legend(form: Form, item: Item) -> str:
    """What may be answered: the options with their labels."""
    options = form.options_of(item)
    if form.type_of(item) is FieldType.YES_NO:
        return "y or n"
    if not options:
        ends = " · ".join(f"{number} {words}" for number, words in form.anchors_of(item).items())
        return ends or ("" if form.scale_of(item) is None else range_hint(form, item))
    labels = " · ".join(key if key == label else f"{key} {label}" for key, label in options.items())
    return labels if len(labels) <= _LONGEST_LEGEND else labels.replace(" · ", "\n")


def _reader(form: Form, item: Item, today: date | None) -> Callable[[str], Value]:
    kind = form.type_of(item)

    def read(line: str) -> Value:
        if kind is FieldType.DATE and today is not None:
            return plain_value(day_ahead(line, today=today, option=item.id))
        try:
            return canonical(form, item, line)
        except ScalarError as error:
            raise ScalarError(error.code, str(error).replace(f" to {item.id}", ""), error.hint) from None

    return read


def _day_in_words(value: Value) -> str:
    return day_in_words(date.fromisoformat(str(value)), what="").strip()


def _when_shown(form: Form, item: Item, before: str) -> Callable[[Replies], bool]:
    def is_asked(answers: Replies) -> bool:
        return is_shown(form, item, own_answers(answers, before))

    return is_asked


def own_answers(answers: Replies, before: str) -> Mapping[str, str]:
    """The answers to a form's items by their own ids, where their keys begin with its prefix."""
    return {key.removeprefix(before): str(value) for key, value in answers.items() if key.startswith(before)}
