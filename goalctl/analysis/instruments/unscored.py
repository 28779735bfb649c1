"""Forms that were filled in and gave no total, because too much is unanswered: no chart and no change has them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.analysis.instruments.readings import filled_in, form_of
from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.instruments.tally import part_score
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.scoring import Method


class Unscored(NamedTuple):
    """One filling: the entry and its day, what was filed, how many of the scored items have an answer, and why.

    `is_newest`: the same person has filled in the form no later than that.
    """

    entry: tuple[str, ...]
    day: date
    ref: FormRef
    name: str
    answered: int
    items: int
    why: str
    is_newest: bool

    @property
    def in_words(self) -> str:
        """`GAD-7: 2 of 7 answered, no total`."""
        return f"{self.ref.in_words(self.name)}: {self.answered} of {self.items} answered, no total"


def unscored_fillings(at: Standpoint) -> tuple[Unscored, ...]:
    """Every filling up to the day that should have a total and has none, in the order of the log."""
    newest = {filled.ref.any_version: filled for filled in at.once(filled_in)}
    found: list[Unscored] = []
    for filled in at.once(filled_in):
        form = form_of(at.forms, filled.ref)
        if form is None or not _has_total(form) or part_score(form, filled.answers) is not None:
            continue
        found.append(
            Unscored(
                entry=filled.entry.known_as,
                day=filled.entry.date,
                ref=filled.ref,
                name=form.name,
                answered=len({item.id for item in form.scored_items} & answers_by_item(form, filled.answers).keys()),
                items=len(form.scored_items),
                why=score_of(form, filled.answers).why_no_total or "",
                is_newest=newest[filled.ref.any_version] is filled,
            )
        )
    return tuple(found)


def _has_total(form: Form) -> bool:
    return form.scoring is not None and form.scoring.method is not Method.NONE
