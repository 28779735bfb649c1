"""Form answers as they are typed on a command line, and as they are written into a plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from goalctl.analysis.instruments.answers import canonical, expected_counts
from goalctl.analysis.instruments.form_range import possible_range
from goalctl.model.finding import Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.scalars import ScalarError, number_from, shown
from goalctl.model.scoring import TOTAL

_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_SKIPS = {"-", "", "_"}
_ONE_DIGIT = 9


def answers_from_text(form: Form, text: str) -> Value:
    """The value that a plan would hold for `2,2,3,2`, `2232`, `14`, `14 q9=1` or `q1=2 q9=1`; `-` or nothing is a skip.

    One number is a total when the form has several items. Whether the answers fit is for `answer_findings`; refused
    here is only what can be read two ways or not at all.
    """
    text = text.strip()
    if not text:
        raise ScalarError("E233", "there are no answers", _how(form))
    if "=" in text:
        return _by_item(form, text)
    if re.search(r"[,;\s]", text):
        return [_answer(part) for part in _parts(text)]
    if len(form.items) == 1:
        return [_answer(text)]
    return _run_together(form, text) if _is_run(form, text) else _total(form, text)


def answers_value(form: Form, answers: Mapping[str, Value]) -> Value:
    """Answers by item as a plan holds them: in the form's order when all are short, else by item id.

    Whether enough of them are there is not looked at; unanswered items at the end that may be left off are.
    """
    if any(form.type_of(item) in {FieldType.TEXT, FieldType.LONG} for item in form.items):
        return {item.id: answers[item.id] for item in form.items if answers.get(item.id) is not None}
    row = [answers.get(item.id) for item in form.items]
    said = {item: str(answer) for item, answer in answers.items() if answer is not None}
    least, _ = expected_counts(form, said)
    while len(row) > max(least, 1) and row[-1] is None:
        row.pop()
    return row


def _parts(text: str) -> list[str]:
    return [part.strip() for part in (re.split(r"[,;]", text) if re.search(r"[,;]", text) else text.split())]


def _answer(part: str) -> Value:
    return None if part in _SKIPS else part


def _by_item(form: Form, text: str) -> Value:
    found: dict[str, Value] = {}
    for part in filter(None, _parts(text)):
        item, sign, answer = (piece.strip() for piece in part.partition("="))
        item, answer = (item, answer) if sign else (TOTAL, part)
        if item in found or not item:
            raise ScalarError("E234", f"'{shown(part)}' names no item, or one for the second time", _how(form))
        found[item] = _answer(answer)
    return found


def _is_run(form: Form, text: str) -> bool:
    """Whether the text has the look of answers without anything between them."""
    least, most = expected_counts(form)
    if not all(takes_one_character(form, item) for item in form.items[: max(least, len(text))]):
        return False
    if least <= len(text) <= most and all(map(partial(_could_answer, form), form.items, text)):
        return True
    limits = possible_range(form)
    return bool(_NUMBER.fullmatch(text)) and bool(limits) and number_from(text) > (limits or (0, 0))[1]


def _could_answer(form: Form, item: Item, character: str) -> bool:
    """A digit may be out of range, which is told later; anything else has to be an answer or a skip."""
    try:
        return character in _SKIPS or character.isdecimal() or bool(canonical(form, item, character))
    except ScalarError:
        return False


def _run_together(form: Form, text: str) -> Value:
    least, most = expected_counts(form)
    if not least <= len(text) <= most:
        wanted = str(least) if least == most else f"{least} to {most}"
        raise ScalarError("E233", f"{len(text)} digits; {form.name} has {wanted} items", _how(form))
    limits = possible_range(form)
    if limits and _NUMBER.fullmatch(text) and limits[0] <= number_from(text) <= limits[1] and len(text) > 1:
        raise ScalarError(
            "E233", f"{text} can be {len(text)} answers or a total", f"write {','.join(text)} or total={text}"
        )
    return [_answer(character) for character in text]


def _total(form: Form, text: str) -> Value:
    if _NUMBER.fullmatch(text) is None:
        raise ScalarError("E233", f"'{shown(text)}' can't be read as answers to {form.name}", _how(form))
    return text


def takes_one_character(form: Form, item: Item) -> bool:
    """Whether every answer that the item can take is one character long."""
    kind = form.type_of(item)
    if kind is FieldType.CHOICE:
        return all(len(option) == 1 for option in form.options_of(item))
    low, high = form.scale_of(item) or (-1.0, None)
    return kind is FieldType.YES_NO or (
        kind is FieldType.SCALE and low >= 0 and high is not None and high <= _ONE_DIGIT
    )


def _how(form: Form) -> str:
    count, _ = expected_counts(form)
    example = ",".join("1" for _ in range(max(min(count, 4), 1)))
    more = ",…" if count > 4 else ""  # noqa: PLR2004 - a short example
    return f"write the answers in order, {example}{more} (- for a skip), or by item, {form.items[0].id}=1"
