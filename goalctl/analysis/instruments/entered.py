"""The answers given on a form as the form reads them: which item each belongs to, and whether all of them fit.

However they came in, they are read here by one grammar, that of `answers_text`.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.figures import counted
from goalctl.analysis.instruments.answers import OUT_OF_RANGE, canonical, count_words, expected_counts
from goalctl.analysis.instruments.answers_text import WRONG_NUMBER, answers_from_text
from goalctl.model.answers import Answers, answers_from
from goalctl.model.finding import Finding, Path
from goalctl.model.form import Form, Item
from goalctl.model.nearest import did_you_mean
from goalctl.model.scalars import ScalarError, excerpt, number_from, number_text

UNKNOWN_ITEM = "E234"
WRONG_KIND = "E236"


def answers_as_read(form: Form, answers: Answers) -> Answers:
    """The answers, a bare value read by the form: `223212211` are nine of them; a ScalarError if it can't be read."""
    if answers.by_position is not None or answers.by_item is not None:
        return answers
    text = number_text(answers.total) if answers.text is None and answers.total is not None else answers.text
    return answers if text is None else answers_from(answers_from_text(form, text))


def answers_or_none(form: Form, answers: Answers) -> Answers:
    """The same; without any answers where they can't be read."""
    try:
        return answers_as_read(form, answers)
    except ScalarError:
        return Answers()


def answers_by_item(form: Form, answers: Answers) -> dict[str, str]:
    """The answers by item id; skipped items and ids that the form lacks are left out."""
    answers = answers_or_none(form, answers)
    if answers.by_position is not None:
        pairs = zip((item.id for item in form.items), answers.by_position, strict=False)
        return {item: answer for item, answer in pairs if answer is not None}
    known = {item.id for item in form.items}
    stated = answers.by_item or {}
    return {item: answer for item, answer in stated.items() if answer is not None and item in known}


def stated_subscales(form: Form, answers: Answers) -> dict[str, float]:
    """Subscale scores entered as such, without the items."""
    found: dict[str, float] = {}
    for name, text in (answers.by_item or {}).items():
        if text is not None and form.item(name) is None and form.scoring and name in form.scoring.subscales:
            try:
                found[name] = number_from(text)
            except ScalarError:
                continue
    return found


def answer_problems(form: Form, answers: Answers) -> Iterator[Finding]:
    """What is wrong with the single answers and their number."""
    if answers.by_position is not None:
        yield from _wrong_number(form, answers)
        for position, (item, answer) in enumerate(zip(form.items, answers.by_position, strict=False)):
            yield from _unfit(form, item, answer, (position,))
    for item_id, answer in (answers.by_item or {}).items():
        known = form.item(item_id)
        if known is not None:
            yield from _unfit(form, known, answer, (item_id,))
        elif form.scoring is None or item_id not in form.scoring.subscales:
            yield _unknown_item(form, item_id)
        elif answer is not None:
            yield from _no_number(item_id, answer)


def fits_by_number(form: Form, answers: Answers) -> bool:
    """Whether a list has as many answers as the form can take; any other way of answering always fits."""
    if answers.by_position is None:
        return True
    least, most = expected_counts(form, answers_by_item(form, answers) if form.conditional_items else None)
    return least <= len(answers.by_position) <= most


def _wrong_number(form: Form, answers: Answers) -> Iterator[Finding]:
    if not fits_by_number(form, answers):
        hint = "write an answer for each in order; ~ is a skip, as in [2, ~, 1]"
        said = f"{counted(len(answers.by_position or ()), 'answer')}; {form.name} has {count_words(form)}"
        yield Finding(WRONG_NUMBER, said, (), hint)


def _unfit(form: Form, item: Item, answer: str | None, path: Path) -> Iterator[Finding]:
    if answer is None:
        return
    try:
        canonical(form, item, answer)
    except ScalarError as error:
        code = OUT_OF_RANGE if error.code == OUT_OF_RANGE else WRONG_KIND
        label = f"{item.id} ({item.ask})" if item.ask != item.id else item.id
        hint = error.hint if code == WRONG_KIND else f"{label}: {error.hint}"
        yield Finding(code, str(error), path, hint)


def _no_number(subscale: str, text: str) -> Iterator[Finding]:
    try:
        number_from(text)
    except ScalarError as error:
        yield Finding(WRONG_KIND, str(error), (subscale,), error.hint)


def _unknown_item(form: Form, item_id: str) -> Finding:
    ids = [item.id for item in form.items]
    items = f"its items: {', '.join(ids[:12])}{' …' if len(ids) > 12 else ''}"  # noqa: PLR2004 - enough to recognise
    hint = did_you_mean(item_id, ids, items)
    return Finding(UNKNOWN_ITEM, f"{form.name} has no item {excerpt(item_id)}", (item_id,), hint, at_key=True)
