"""What stands on a form, in words: an item, an answer, and where a fact about the form comes from."""

from __future__ import annotations

from goalctl.model.change import ImportantChange, NormGroup, ReliableChange
from goalctl.model.fact import Fact
from goalctl.model.form import Form
from goalctl.model.scalars import number_text
from goalctl.model.scoring import CutOff

NOT_VERIFIED = "not verified"
FACTS_NOT_VERIFIED = f"The facts of this form are {NOT_VERIFIED} against their sources."


def label(form: Form, item_id: str) -> str:
    """An item's id and our label for it."""
    item = form.item(item_id)
    return f"{item_id} {item.ask}" if item and item.ask != item_id else item_id


def answer_words(form: Form, item_id: str, answer: str) -> str:
    """An answer with its label, `1 (several days)`."""
    item = form.item(item_id)
    words = form.options_of(item).get(answer) if item else None
    return f"{answer} ({words})" if words and words != answer else answer


def facts_end(fact: Fact) -> str:
    """Where a fact comes from, and that nobody checked it there, as the end of a line."""
    source = f"; {fact.source}" if fact.source else ""
    return source + ("" if fact.verified else f"; {NOT_VERIFIED}")


def cut_off_words(cut: CutOff) -> str:
    """`cut-off >= 10: likely depression; Kroenke 2001`."""
    whom = f" for {cut.for_}" if cut.for_ else ""
    return f"cut-off {cut.when}{whom}: {cut.name}{facts_end(cut)}"


def reliable_words(figure: ReliableChange) -> str:
    """How many points are a reliable change, at which level, and who says so."""
    level = f" at {number_text(figure.level)} % confidence" if figure.level is not None else ""
    return f"{number_text(figure.points)} points or more{level}{computed_words(figure)}{facts_end(figure)}"


def computed_words(figure: ReliableChange) -> str:
    """From which published figures goalctl worked it out, and of whom they are."""
    whom = f" of {figure.population}" if figure.population and not figure.only_for else ""
    if figure.sd is None or figure.reliability is None:
        return f", {whom.strip()}" if whom else ""
    origin = f"SD {number_text(figure.sd)} and reliability {number_text(figure.reliability)}{whom}"
    return f", computed by goalctl from {origin}"


def beside_words(figure: ReliableChange) -> str:
    """A figure that holds for some people only, as it is shown beside."""
    return f"for {figure.only_for} only, judging nobody: {reliable_words(figure)}"


def important_words(figure: ImportantChange) -> str:
    """The least difference that people notice or value."""
    whom = f", {figure.population}" if figure.population else ""
    return f"a difference that people notice: {number_text(figure.points)} points or more{whom}{facts_end(figure)}"


def norm_words(group: NormGroup) -> str:
    """`mean 19.7, SD 7.7, n = 1835, clients of primary care counselling; its source`."""
    number = f", n = {group.n}" if group.n is not None else ""
    spread = f"mean {number_text(group.mean)}, SD {number_text(group.sd)}{number}"
    return f"{spread}, {group.population}{facts_end(group)}"


def mark(fact: Fact | None) -> str:
    """The mark of a fact that nobody checked."""
    return f" ({NOT_VERIFIED})" if fact is not None and not fact.verified else ""
