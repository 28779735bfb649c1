"""What a table says of a form, as a plan would hold it: read by the form, refused with the line it stands on."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from goalctl.analysis.instruments.answers import OUT_OF_RANGE, canonical, ruled_out
from goalctl.analysis.instruments.answers_text import answers_value
from goalctl.analysis.instruments.entered import answers_by_item
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import answer_findings, answers_from_text, score_of
from goalctl.analysis.scores.given import Score, Source
from goalctl.model.answers import Answers, answers_from
from goalctl.model.finding import Fault, Finding, Value
from goalctl.model.form import Form
from goalctl.model.given import refusal
from goalctl.model.ids import form_ref_from
from goalctl.model.scalars import ScalarError, number_from
from goalctl.model.scoring import TOTAL

ROUNDED = 0.005
NO_FORM = "goalctl forms lists what there is; the practice's own are in forms/"


def read_by_its_form(score: Score, forms: Mapping[str, Form]) -> Score | list[Fault]:
    """The score of a form with its total (nan where there is none) and its answers; or all that is wrong with it."""
    if score.source is not Source.FORM:
        return score
    form = form_of(forms, form_ref_from(score.item))
    if form is None:
        return [refusal([score.line], f"there is no form {score.item}", NO_FORM)]
    try:
        said = _as_answers(form, score.answers)
        answers = answers_from(said)
    except ScalarError as error:
        return [refusal([score.line], str(error), error.hint)]
    if wrong := answer_findings(form, answers):
        return [refusal(_lines(score, form, one), one.message, _way_in(one)) for one in wrong]
    found = score_of(form, answers)
    if found.total is None and isinstance(score.answers, str):
        hint = f"enter it with goalctl assess {score.client} {score.name}"
        return [refusal([score.line], f"{score.name} has no total: {found.why_no_total}", hint)]
    total = math.nan if found.total is None else found.total
    return score._replace(score=total, answers=_as_filed(form, said))


def _way_in(finding: Finding) -> str:
    """The hint; of an answer that is none of the form's, with what says how another program writes them."""
    is_unknown = finding.code == OUT_OF_RANGE
    return (
        f"{finding.hint}; under `answers` a mapping says what other words mean, under `missing` which say none"
        if is_unknown
        else finding.hint
    )


def _as_answers(form: Form, stated: Value) -> Value:
    """What a cell or several say; a text is read as the form reads it."""
    if isinstance(stated, dict):
        return _without_what_follows(form, stated)
    return answers_from_text(form, stated) if isinstance(stated, str) else stated


def _without_what_follows(form: Form, said: Mapping[str, Value]) -> dict[str, Value]:
    """The parts without the scores that the answers make: one that makes up for skips is rarely whole, 12.375.

    An answer stays, also where a subscale of its name is nothing but it.
    """
    answered = {item.id: said[item.id] for item in form.items if said.get(item.id) is not None}
    answers = answers_from(answered)
    if not answered or answer_findings(form, answers):
        return dict(said)
    made = score_of(form, answers)
    scores = {**made.subscales, TOTAL: made.total}
    return {part: text for part, text in said.items() if part in answered or not _is_about(text, scores.get(part))}


def _is_about(text: Value, score: float | None) -> bool:
    """Whether a number says that score, be it rounded to two places."""
    try:
        return score is not None and math.isclose(number_from(str(text)), score, abs_tol=ROUNDED)
    except ScalarError:
        return False


def _lines(score: Score, form: Form, finding: Finding) -> Sequence[int]:
    step = finding.path[0] if finding.path else ""
    part = form.items[step].id if isinstance(step, int) else step
    return score.lines(part)


def _as_filed(form: Form, said: Value) -> Value:
    """The answers as a plan holds them: what follows from all of them is not written beside them."""
    if not isinstance(said, dict):
        return said
    if list(said) == [TOTAL]:
        total = said[TOTAL]
        return total if isinstance(total, str) and answers_from_text(form, total) == total else said
    items = {item.id: said[item.id] for item in form.items if said.get(item.id) is not None}
    answered = {item: str(answer) for item, answer in items.items()}
    needed = {item.id for item in form.scored_items} - ruled_out(form, answered)
    return answers_value(form, items) if items and needed <= set(items) else said


def says_the_same(form: Form, there: Answers, given: Answers) -> bool:
    """Whether a filling says nothing else, and nothing more, than the one that is there."""
    held, said = answers_by_item(form, there), answers_by_item(form, given)
    one, other = score_of(form, there), score_of(form, given)
    scores = {**other.subscales, TOTAL: other.total}
    known = {**one.subscales, TOTAL: one.total}
    agree = all(value is None or value == known[name] for name, value in scores.items())
    return agree and all(item in held and _is_same(form, item, held[item], text) for item, text in said.items())


def _is_same(form: Form, item_id: str, one: str, other: str) -> bool:
    item = form.item(item_id)
    try:
        return item is None or canonical(form, item, one) == canonical(form, item, other)
    except ScalarError:
        return one == other
