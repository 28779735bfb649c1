"""The practice's own forms, each with whatever in it contradicts itself: such a form is used nowhere until mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from goalctl.analysis.instruments.form_check import form_findings
from goalctl.analysis.instruments.scoring import UNFIT
from goalctl.analysis.risk.own_forms import lost_risk_items
from goalctl.library.shelf import FormShelf, shipped_original
from goalctl.model.finding import Finding
from goalctl.model.form import Form
from goalctl.model.ids import MEASURE_WORDS, form_filed
from goalctl.model.nearest import did_you_mean


def form_shelf(own: Path | None) -> FormShelf:
    """The own forms of that folder over the shipped ones."""
    return FormShelf(own, own_form_findings)


def own_form_findings(name: str, form: Form) -> Iterator[Finding]:
    """Items, scores and bands that don't fit each other, and risk items that a shipped form has and this one lost."""
    yield from any_form_findings(name, form)
    if shipped := shipped_original(form):
        yield from lost_risk_items(form, shipped)
    if form.copy_of and form.copy_of not in (shipped_forms := FormShelf()):
        unnamed = "name the shipped form that it was made from, or leave it out"
        hint = did_you_mean(form.copy_of, list(shipped_forms), unnamed)
        yield Finding(UNFIT, f"there is no shipped form {form.copy_of}", ("copy_of",), hint)


def any_form_findings(name: str, form: Form) -> Iterator[Finding]:
    """The same of a shipped one: all that it says itself, and an id that can be none."""
    form_id = form_filed(name).id
    if form_id in MEASURE_WORDS:
        yield Finding(UNFIT, f"{form_id} is a word of measures and can't be a form's id", ("form",), f"as my-{form_id}")
    yield from form_findings(form)
