"""The one grammar of form answers, however they come in: as an option, at a prompt, in a table or by hand in a plan.

As many digits as the form has items are answers; any other number of them is refused, never turned into a total. A
total has no leading zeros. A row of answers may have commas or spaces between them, and answers by item are written
`q1=2 q9=1`. `-` or nothing is a skip. Whether an answer or a total can be is told by `scoring.answer_findings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial

from goalctl.analysis.figures import counted
from goalctl.analysis.instruments.answers import canonical, count_words, expected_counts
from goalctl.analysis.instruments.form_range import possible_range
from goalctl.model.answers import LEADING_ZERO
from goalctl.model.finding import Value
from goalctl.model.form import FieldType, Form, Item
from goalctl.model.scalars import NUMBER, ScalarError, excerpt, number_text
from goalctl.model.scoring import TOTAL, Method

WRONG_NUMBER = "E233"
TWICE = "E234"
_OF_A_TOP = re.compile(r"(\d{1,4}) ?(?:/|of|out of) ?\d{1,4}|(\d{1,4}) ?\([^()]*\)", re.ASCII | re.IGNORECASE)
_SKIPS = {"-", "", "_", "~", "–", "—"}  # noqa: RUF001 - the dashes that a word processor makes
_ONE_DIGIT = 9
_TOTAL_DIGITS = 2  # our own: more digits than the highest total has are a row of answers, but for two


def answers_from_text(form: Form, text: str) -> Value:
    """The value that a plan would hold for `2,2,3,2`, `2232`, `14`, `14 q9=1`, `q1=2 q9=1`, `[2, 2]` or `{q1: 2}`.

    A total is a text, a row of answers a list, answers by item a mapping; a ScalarError says what to write instead.
    """
    text = text.strip()
    if text[:1] + text[-1:] == "[]":
        row = answers_from_text(form, text[1:-1])
        return [row] if isinstance(row, str) else row
    if text[:1] + text[-1:] == "{}":
        text = text[1:-1].strip()
    if not text:
        raise ScalarError(WRONG_NUMBER, "there are no answers", _how(form))
    text = _with_equals(form, text)
    if "=" in text:
        return _by_item(form, text)
    if meant := _OF_A_TOP.fullmatch(text):
        total = meant[1] or meant[2]
        raise ScalarError(WRONG_NUMBER, f"'{excerpt(text)}' is no total", f"write the total alone: {total}")
    if re.search(r"[,;\s]", text):
        return [_answer(part) for part in _parts(text)]
    return _one_word(form, text)


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


def _with_equals(form: Form, text: str) -> str:
    """`q1: 2` and `q1 = 2` as `q1=2`, where the form, or a total, has that name."""
    subscales: Iterable[str] = form.scoring.subscales if form.scoring else ()
    names = "|".join(re.escape(name) for name in (TOTAL, *(item.id for item in form.items), *subscales))
    known = rf"(?<![\w.-])(?:{names})\s*[=:]"
    return re.sub(rf"(?P<name>(?<![\w.-])(?:{names}))\s*[=:](?:\s+(?!{known}))?", r"\g<name>=", text)


def _by_item(form: Form, text: str) -> Value:
    """Whatever stands before the next `name=` is the answer; a number before the first one is the total."""
    found: dict[str, Value] = {}
    for part in filter(None, re.split(r"[,;\s]+(?=[^\s,;=]+=)", text)):
        item, sign, answer = (piece.strip() for piece in part.partition("="))
        item, answer = (item, answer.rstrip(",; ")) if sign else (TOTAL, part)
        if item in found or not item:
            raise ScalarError(TWICE, f"'{excerpt(part)}' names no item, or one for the second time", _how(form))
        found[item] = _between_quotes(answer) or _answer(answer)
    return found


def _between_quotes(text: str) -> str | None:
    """The words between quotation marks, as a plan may have them."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else None


def _one_word(form: Form, text: str) -> Value:
    """A row of one-character answers, or a total; of a form with one item, its answer."""
    if len(form.items) == 1:
        return [_answer(text)]
    if answers := _row_of_answers(form, text):
        return answers
    if NUMBER.fullmatch(text) is None:
        raise ScalarError(WRONG_NUMBER, f"'{excerpt(text)}' can't be read as answers to {form.name}", _how(form))
    if zero := leading_zero(text):
        raise ScalarError(WRONG_NUMBER, *zero)
    return text


def _row_of_answers(form: Form, text: str) -> list[Value] | None:
    """One character for each item; None where that can't be meant. Too many or too few digits are refused."""
    least, most = expected_counts(form)
    if not all(takes_one_character(form, item) for item in form.items[: max(least, min(len(text), most))]):
        return None
    if least <= len(text) <= most and all(map(partial(_could_answer, form), form.items, text)):
        return [_answer(character) for character in text]
    if text.isdecimal() and not _looks_like_a_total(form, text):
        said = f"{counted(len(text), 'digit')}; {form.name} has {count_words(form)}"
        raise ScalarError(WRONG_NUMBER, said, _how(form))
    return None


def leading_zero(text: str) -> tuple[str, str] | None:
    """Why a total can't be written like that, and a hint; None for one without leading zeros."""
    if LEADING_ZERO.match(text) is None:
        return None
    return f"{excerpt(text)} is no total: a total has no leading zeros", f"write it as {text.lstrip('+0') or '0'}"


def _could_answer(form: Form, item: Item, character: str) -> bool:
    """A digit may be out of range, which is told later; anything else has to be an answer or a skip."""
    try:
        return character in _SKIPS or character.isdecimal() or bool(canonical(form, item, character))
    except ScalarError:
        return False


def _looks_like_a_total(form: Form, text: str) -> bool:
    """Digits that are meant as a total, be it an impossible one: no more of them than the highest total has, or two."""
    if LEADING_ZERO.match(text):
        return False
    limits = possible_range(form)
    has_open_top = limits is None and form.scoring is not None and form.scoring.method is not Method.NONE
    return has_open_top or len(text) <= max(_TOTAL_DIGITS, len(number_text(limits[1])) if limits else 0)


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
