"""Which risk items a form's answers endorse, and which nobody answered; lists of the wrong length as far as they go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from goalctl.analysis.instruments.answers import points_of, ruled_out
from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.model.answers import Answers
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.scalars import ScalarError, number_from
from goalctl.model.scoring import RiskItem

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
    """The form with its risk items: the version that is named, else the one of the day, never none for a version."""
    found = forms.get(ref.name) or forms.get(ref.id)
    if found is None and isinstance(forms, Watching):
        return forms.watched(ref.name) or forms.watched(ref.id)
    return found


def is_risk_form(form: Form) -> bool:
    """Whether the form as a whole asks about risk, so that filling it in is asking."""
    return bool(form.risk) and RISK_TAG in form.tags


def risk_answers(form: Form, answers: Answers) -> RiskAnswers:
    """What the answers say; those of a list are taken in order, however many there are."""
    texts = answers_by_item(form, answers)
    hidden = ruled_out(form, texts)
    endorsed: list[Endorsed] = []
    asked: set[str] = set()
    for risk in form.risk:
        found = _points(form, risk, texts[risk.item]) if risk.item in texts else None
        if found is None:
            continue
        points, fits = found
        is_endorsed = risk.when.holds(points)
        if fits or is_endorsed:
            asked.add(risk.item)
        if is_endorsed:
            toward = -points if risk.when.operator in _LESS else points
            endorsed.append(Endorsed(risk, texts[risk.item], toward, fits))
    unasked = tuple(risk for risk in form.risk if risk.item not in asked and risk.item not in hidden)
    return RiskAnswers(tuple(endorsed), frozenset(asked), unasked)


def _points(form: Form, risk: RiskItem, text: str) -> tuple[float, bool] | None:
    """The points and whether the answer fits; words that are none tell nothing.

    A number out of range still tells what it endorses, and never that nothing is: -9 and the like stand for no answer.
    """
    item = form.item(risk.item)
    if item is None:
        return None
    try:
        return points_of(form, item, text), True
    except ScalarError:
        pass
    try:
        return number_from(text), False
    except ScalarError:
        return None
