"""Which risk items a form's answers endorse, and which nobody answered; lists of the wrong length as far as they go.

What the form can't read of an answer is read here as a person would: `several days`, `1 (several days)`, `{item 9: 2}`.
Words that neither deny nor say that nobody asked endorse the item.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from goalctl.analysis.instruments.answers import points_of, ruled_out
from goalctl.analysis.instruments.entered import answers_by_item, answers_or_none
from goalctl.analysis.instruments.implied import implied_by_total, scales_of_risk
from goalctl.analysis.risk.said import Said, meaning_of
from goalctl.model.answers import Answers
from goalctl.model.form import Form, Item
from goalctl.model.ids import FormRef, form_called, letters_of
from goalctl.model.scalars import ScalarError, number_from, number_text
from goalctl.model.scoring import Comparison, RiskItem
from goalctl.model.session import Concern

_LESS = frozenset({"<", "<="})
RISK_TAG = "risk"


class Endorsed(NamedTuple):
    """An endorsed item with its answer; `points` grow toward more risk, `fits` is no for one out of range."""

    risk: RiskItem
    answer: str
    points: float
    fits: bool = True


class RiskAnswers(NamedTuple):
    """What the answers say about the form's risk items; `is_whole` when no item that came up is unanswered."""

    endorsed: tuple[Endorsed, ...]
    asked: frozenset[str]
    unasked: tuple[RiskItem, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every risk item that came up was answered."""
        return bool(self.asked) and not self.unasked


@runtime_checkable
class Watching(Protocol):
    """Forms of which one that can't be used keeps its risk items: its scores are none, its risk is never muted."""

    def watched(self, name: str) -> Form | None:
        """What still tells risk of the form of that name; None where nothing does."""
        ...


def form_for(forms: Mapping[str, Form], ref: FormRef) -> Form | None:
    """The form with its risk items: the version that is named, else the one of the day, never none for a version.

    `phq9`, as people write it, is the PHQ-9.
    """
    found = forms.get(ref.name) or forms.get(ref.id)
    if found is None and isinstance(forms, Watching):
        found = forms.watched(ref.name) or forms.watched(ref.id)
    return found or forms.get(form_called(ref.id, forms).id)


def is_risk_form(form: Form) -> bool:
    """Whether the form as a whole asks about risk, so that filling it in is asking."""
    return bool(form.risk) and RISK_TAG in form.tags


def risk_answers(form: Form, answers: Answers) -> RiskAnswers:
    """What the answers say; those of a list are taken in order, however many there are."""
    texts = {**_miscalled(form, answers), **answers_by_item(form, answers)}
    read = list(_read(form, texts, answers_or_none(form, answers).total))
    scales = list(_scales_of_risk(form, answers))
    endorsed = tuple(one for one, holds in read if holds)
    denied = frozenset(item for one, items in scales if one is None for item in items)
    asked = denied.union(one.risk.item for one, holds in read if one.fits or holds)
    hidden, endorsed = ruled_out(form, texts), (*endorsed, *_by_scales(scales, endorsed))
    unasked = tuple(risk for risk in form.risk if risk.item not in asked and risk.item not in hidden)
    return RiskAnswers(endorsed, asked, unasked)


def _by_scales(
    scales: Iterable[tuple[Endorsed | None, frozenset[str]]], endorsed: Iterable[Endorsed]
) -> Iterator[Endorsed]:
    """What scales endorse, where none of their items is known to."""
    known = {one.risk.item for one in endorsed}
    yield from (one for one, items in scales if one and known.isdisjoint(items))


def _scales_of_risk(form: Form, answers: Answers) -> Iterator[tuple[Endorsed | None, frozenset[str]]]:
    """What such a scale endorses, nobody knows by which of its items, and these; None where each of them is denied."""
    about = {risk.item: risk.concern for risk in form.risk}
    for scale in scales_of_risk(form, answers):
        concerns, least = {about[item] for item in scale.items}, number_text(scale.least)
        concern = concerns.pop() if len(concerns) == 1 else Concern.SUICIDE
        says = f"a score above {least} of what asks about risk; which of its items is not on record"
        when = Comparison(">", scale.least)
        risk = RiskItem.model_construct(item=scale.name, when=when, says=says, concern=concern)
        yield Endorsed(risk, number_text(scale.score), scale.score) if scale.is_endorsed else None, scale.items


def _read(form: Form, texts: Mapping[str, str], total: float | None) -> Iterator[tuple[Endorsed, bool]]:
    """Each risk item that was answered, or that the total answers, and whether that endorses it."""
    implied = implied_by_total(form, total, texts)
    for risk in form.risk:
        text = texts.get(risk.item, "")
        found = _points(form, risk, text) if text else None
        if found is None and risk.item in implied:
            found, text = (implied[risk.item], True), f"total {number_text(total or 0)}"
        if found is not None:
            toward = -found[0] if risk.when.operator in _LESS else found[0]
            yield Endorsed(risk, text, toward, found[1]), risk.when.holds(found[0])


_NUMBERED = re.compile(r"(?:q|item|question)?\W*0*(\d{1,3})", re.ASCII)
_LEADING = re.compile(r"[+-]?\d{1,6}\b(?![.,/]\d)", re.ASCII)


def _miscalled(form: Form, answers: Answers) -> dict[str, str]:
    """Answers under a name that the form lacks and a person understands: `Q9`, `9` and `item 9` are q9."""
    strays = {name: text for name, text in (answers.by_item or {}).items() if text and form.item(name) is None}
    meant = {_meant_by(form, name): text for name, text in strays.items()}
    return {item: text for item, text in meant.items() if item}


def _meant_by(form: Form, name: str) -> str | None:
    number, letters = _NUMBERED.fullmatch(name.lower()), letters_of(name)
    alike = [item.id for item in form.items if letters_of(item.id) == letters]
    numbers = [(item.id, _NUMBERED.fullmatch(item.id.lower())) for item in form.items]
    same = [item for item, its in numbers if its and number and its[1] == number[1]]
    return next(iter([*alike, *same]), None)


def _points(form: Form, risk: RiskItem, text: str) -> tuple[float, bool] | None:
    """The points and whether the answer fits; None where it tells that nobody asked, or a denial that the form lacks.

    A number out of range still tells what it endorses, and never that nothing is: -9 and the like stand for no answer.
    """
    item = form.item(risk.item)
    if item is None:
        return None
    try:
        return points_of(form, item, text), True
    except ScalarError:
        pass
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    try:
        number = number_from(plain)
        return float(math.floor(number) if risk.when.operator in _LESS else math.ceil(number)), False
    except ScalarError:
        return _points_of_words(form, risk, item, plain)


def _points_of_words(form: Form, risk: RiskItem, item: Item, plain: str) -> tuple[float, bool] | None:
    """What is meant by a label, or a number with words behind it; else as much risk as the item can tell."""
    labels = {**form.anchors_of(item), **form.options_of(item)}
    meant = next((key for key, label in labels.items() if label.casefold() == plain), None)
    if meant is None and (number := _LEADING.match(plain)):
        meant = number[0]
    if meant is not None:
        try:
            return points_of(form, item, meant), False
        except ScalarError:
            pass
    if meaning_of(plain) is not Said.PRESENT:
        return None
    least, most = form.points_range(item) or (risk.when.number, risk.when.number)
    return (least if risk.when.operator in _LESS else most or risk.when.number), False
