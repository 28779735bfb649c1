"""From the answers on a form to its scores: total, subscales, bands, cut-offs, patterns, risk items.

What can be wrong with answers, each with a path relative to them:
E232 an answer outside the item's range or not one of its options · E233 a wrong number of answers or digits, or text
that is neither answers nor a total · E234 an item that the form lacks · E235 a total that the form can't have, or with
leading zeros · E236 an answer that is no number, date or yes/no where one belongs · E237 a stated score that the
answers beside it contradict. Of forms themselves:
E238 there is no such form or version (`library/shelf.py`) · E239 a form contradicts itself (`form_check.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from goalctl.analysis.figures import exact
from goalctl.analysis.instruments.answers_text import answers_from_text, leading_zero
from goalctl.analysis.instruments.entered import answer_problems, answers_as_read, stated_subscales
from goalctl.analysis.instruments.form_range import (
    Span,
    ends,
    impossible,
    possible_range,
    scored_items,
    scored_part,
    t_span,
)
from goalctl.analysis.instruments.implied import implied_by_total, scales_of_risk
from goalctl.analysis.instruments.patterns import Pattern, patterns
from goalctl.analysis.instruments.tally import AnswerPoints, may_be_left_out, reading_of, subscales_of, total_of
from goalctl.model.answers import Answers
from goalctl.model.finding import Finding
from goalctl.model.form import Form
from goalctl.model.measure import Better
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.scoring import TOTAL, Band, CutOff, Method, RiskItem, Scoring

__all__ = [
    "UNFIT",
    "EndorsedRisk",
    "FormScore",
    "answer_findings",
    "answers_from_text",
    "band_of",
    "better_of",
    "possible_range",
    "score_of",
    "scored_part",
]


UNFIT = "E239"


class EndorsedRisk(NamedTuple):
    """A risk item that was endorsed, and the answer as it was given."""

    risk: RiskItem
    answer: str


@dataclass(frozen=True, slots=True)
class FormScore:
    """Everything that a form's answers say. A score is None when there is none; `why_no_total` says why.

    `unasked` are the risk items that nobody answered: their absence is a finding, never an all-clear.
    """

    total: float | None = None
    band: str | None = None
    why_no_total: str | None = None
    prorated: bool = False
    subscales: dict[str, float | None] = field(default_factory=dict)
    subscale_bands: dict[str, str | None] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    cut_offs: tuple[CutOff, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    endorsed: tuple[EndorsedRisk, ...] = ()
    unasked: tuple[RiskItem, ...] = ()

    def of(self, part: str | None = None) -> float | None:
        """The total, or the subscale that a measure's `of` names."""
        return self.total if part is None or part == TOTAL else self.subscales.get(part)


def score_of(form: Form, answers: Answers) -> FormScore:
    """What the answers score; never raises, whatever the answers: what doesn't fit gives no score and says so."""
    try:
        return _score_of(form, answers_as_read(form, answers))
    except ScalarError as error:
        return replace(_score_of(form, Answers(by_item={})), why_no_total=str(error))


def _score_of(form: Form, answers: Answers) -> FormScore:
    read = reading_of(form, answers)
    if form.scoring is None:
        endorsed, unasked = _endorsements(form, read), _gaps(form, read)
        return FormScore(why_no_total=f"{form.name} is not scored", endorsed=endorsed, unasked=unasked)
    total = total_of(form, answers, read)
    subscales, implied = subscales_of(form, answers, read), implied_by_total(form, answers.total, read.answers)
    denied = {item for scale in scales_of_risk(form, answers) if not scale.is_endorsed for item in scale.items}
    scores = {TOTAL: total.value, **subscales}
    return FormScore(
        total=total.value,
        band=band_name(form, total.value),
        why_no_total=total.why_none,
        prorated=total.prorated,
        subscales=subscales,
        subscale_bands={name: band_name(form, value, name) for name, value in subscales.items()},
        missing=() if answers.total is not None else tuple(_missing(form, read)),
        cut_offs=tuple(cut for part, value in scores.items() for cut in cut_offs_reached(form, value, part)),
        patterns=patterns(form, read.points, ruled_out=read.hidden),
        endorsed=(*_endorsements(form, read), *_implied(form, answers.total, implied)),
        unasked=tuple(risk for risk in _gaps(form, read) if risk.item not in denied.union(implied)),
    )


def _missing(form: Form, read: AnswerPoints) -> Iterator[str]:
    for item in form.scored_items:
        if item.id not in read.points and not may_be_left_out(form, item.id, read):
            yield item.id


def _endorsements(form: Form, read: AnswerPoints) -> tuple[EndorsedRisk, ...]:
    return tuple(
        EndorsedRisk(risk, read.answers[risk.item])
        for risk in form.risk
        if risk.item in read.points and risk.when.holds(read.points[risk.item])
    )


def _implied(form: Form, total: float | None, implied: Mapping[str, float]) -> tuple[EndorsedRisk, ...]:
    return tuple(EndorsedRisk(risk, f"total {number_text(total or 0)}") for risk in form.risk if risk.item in implied)


def _gaps(form: Form, read: AnswerPoints) -> tuple[RiskItem, ...]:
    known = {*read.points, *read.hidden}
    return tuple(risk for risk in form.risk if risk.item not in known)


def band_of(form: Form, score: float | None, of: str | None = None) -> Band | None:
    """The band that the score lies in: the highest one that begins at or below it."""
    part = scored_part(form, of)
    if part is None or score is None:
        return None
    reached = [band for band in part.bands if band.from_ <= score]
    return max(reached, key=lambda band: band.from_, default=None)


def band_name(form: Form, score: float | None, of: str | None = None) -> str | None:
    """The name of the band that the score lies in."""
    band = band_of(form, score, of)
    return band.name if band else None


def cut_offs_reached(form: Form, score: float | None, of: str | None = None) -> tuple[CutOff, ...]:
    """The cut-offs that the score fits, the ones for some people only included."""
    part = scored_part(form, of)
    return () if part is None or score is None else tuple(cut for cut in part.cut_offs if cut.when.holds(score))


def better_of(form: Form, of: str | None = None) -> Better | None:
    """Which side of the scale is the good one: the subscale's own word, else the form's; None when neither says."""
    part = scored_part(form, of)
    if part is None or form.scoring is None:
        return None
    return part.better or form.scoring.better


def answer_findings(form: Form, answers: Answers) -> list[Finding]:
    """Everything that is wrong with the answers; paths lead from the answers on: `()`, `(3,)`, `("q3",)`."""
    try:
        read = answers_as_read(form, answers)
    except ScalarError as error:
        return [Finding(error.code, str(error), (), error.hint)]
    found = [*answer_problems(form, read), *_stated_scores(form, read)]
    is_bare = read is not answers
    return [one._replace(path=()) for one in found] if is_bare else found


def _stated_scores(form: Form, answers: Answers) -> Iterator[Finding]:
    stated: dict[str, float] = stated_subscales(form, answers)
    if answers.total is not None:
        stated = {TOTAL: answers.total, **stated}
    for name, score in stated.items():
        path = () if answers.by_item is None else (name,)
        refusal = leading_zero(answers.text or "") if name == TOTAL else None
        if refusal := refusal or impossible(form, score, name):
            yield Finding("E235", refusal[0], path, refusal[1])
        elif contradiction := _contradiction(form, answers, name, score):
            yield Finding("E237", contradiction, path, "correct the score or the answers beside it")


def _contradiction(form: Form, answers: Answers, name: str, score: float) -> str | None:
    """A stated score lies between what the answers, and the subscales, beside it leave possible."""
    part = scored_part(form, name)
    if part is None or part.method is not Method.SUM:
        return None
    stated = stated_subscales(form, answers) if name == TOTAL else {}
    low, high = _left_open(form, name, reading_of(form, answers).points, stated)
    if low <= score and (high is None or score <= high):
        return None
    return f"{name} {number_text(score)} can't be, with the answers given beside it"


def _together(spans: Sequence[Span]) -> Span:
    """The span of their sum; without an end where one of them has none."""
    tops = [high for _, high in spans if high is not None]
    return sum(low for low, _ in spans), sum(tops) if len(tops) == len(spans) else None


def _left_open(form: Form, name: str, points: Mapping[str, float], stated: Mapping[str, float]) -> Span:
    """From where to where a score can lie, given what some of its items score and some of its subscales are."""
    part, items = scored_part(form, name), scored_items(form, name)
    if part is None or name in stated:
        return stated.get(name, 0.0), stated.get(name)
    if isinstance(part, Scoring) and part.parts:
        (low, high), share = _together([_left_open(form, one, points, stated) for one in part.parts]), len(part.parts)
    else:
        (low, high), share = ends(form, items, points), len(items)
    factor = part.multiply / (share if part.method is Method.MEAN and share else 1)
    if high is None:
        return exact(low * factor), None
    return t_span(part, exact(low * factor), exact(high * factor))
