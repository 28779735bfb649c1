"""What a form says in vain: it leaves every score and risk as it is, so the form is used, and the check tells it."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.instruments.scoring import UNFIT, better_of
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.form import FieldType, Form
from goalctl.model.measure import Better
from goalctl.model.scalars import number_text
from goalctl.model.scoring import Method, Scored, Scoring

_OF_A_TOTAL = ("bands", "cut_offs", "reliable_change", "notable_change", "mid", "norms", "remission", "response")


def said_in_vain(form: Form) -> Iterator[Finding]:
    """Scales that nobody is asked by, words for a total that there is none of, exceptions of what never counts."""
    yield from _answers(form)
    watched = {risk.item for risk in form.risk}
    for n, one in enumerate(form.not_risk):
        if one.item in watched:
            yield remark(f"{one.item} is watched for risk all the same", ("not_risk", n, "item"), "keep one of the two")
    if form.scoring is None:
        return
    yield from _of_no_total(form.scoring)
    yield from _of_parts(form.scoring)
    for name, part in ((None, form.scoring), *form.scoring.subscales.items()):
        path: Path = ("scoring",) if name is None else ("scoring", "subscales", name)
        yield from _recoveries(form, name, part, path)
    yield from _named_alike(form, form.scoring)


def remark(message: str, path: Path, hint: str, *, at_key: bool = False) -> Finding:
    """What leaves every score and every risk as it is."""
    return Finding(UNFIT, message, path, hint, Severity.WARNING, at_key)


def _answers(form: Form) -> Iterator[Finding]:
    for n, item in enumerate(form.items):
        kind, path = form.type_of(item), ("items", n)
        if item.scale and kind in {FieldType.CHOICE, FieldType.YES_NO}:
            hint = "take its scale away, or write type: scale and no options"
            yield remark(f"{item.id} is answered by its options, not by its scale", (*path, "scale"), hint)
        options = form.choices.get(item.id, {})
        words = [option for option, points in options.items() if points is None]
        if words and len(words) < len(options) and item.scored and form.scoring:
            message = f"{item.id} counts nothing: its answer {words[0]} is no number"
            hint = "add points: a number for each answer; or write scored: no"
            yield remark(message, path, hint)


def _of_no_total(scoring: Scoring) -> Iterator[Finding]:
    if scoring.method is not Method.NONE:
        return
    for key in _OF_A_TOTAL:
        if getattr(scoring, key):
            message = f"there is no total for {key} to speak of"
            yield remark(message, ("scoring", key), "write method: sum, or say it of a subscale")


def _of_parts(scoring: Scoring) -> Iterator[Finding]:
    """A total of subscales is estimated where they are, by their own rules."""
    if scoring.parts and scoring.prorate:
        hint = "give each subscale its own prorate"
        yield remark("the total comes of its subscales, and is estimated as they are", ("scoring", "prorate"), hint)


def _recoveries(form: Form, name: str | None, part: Scored, path: Path) -> Iterator[Finding]:
    """A line of recovery is drawn by the scores of the ill; one by those of the well calls nobody recovered."""
    better = better_of(form, name)
    ill = {Better.LOWER: (">", ">="), Better.HIGHER: ("<", "<=")}.get(better) if better else None
    for n, cut in enumerate(part.cut_offs):
        if cut.recovery and ill and cut.when.operator not in ill:
            message = f"nobody recovers by {cut.when}: {better} is better, and it names the well"
            hint = f'name the ill: when: "{ill[1]} {number_text(cut.when.number)}", or one step further'
            yield remark(message, (*path, "cut_offs", n, "when"), hint)


def _named_alike(form: Form, scoring: Scoring) -> Iterator[Finding]:
    """In answers by item, and in a row of a table, such a name is the item."""
    for name, part in scoring.subscales.items():
        if form.item(name) and part.items != (name,):
            path: Path = ("scoring", "subscales", name)
            yield remark(f"{name} is an item too", path, "give the subscale a name of its own", at_key=True)
