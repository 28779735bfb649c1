"""What one filled-in form says, on a page: risk first, then scores, change, and what is missing or not verified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.figures import score_text, span_text
from goalctl.analysis.instruments.form_change import FormChange, Toward, falling_rules
from goalctl.analysis.progress.form_reading import Compared, FormReading, PartReading
from goalctl.model.ids import FormRef
from goalctl.model.scalars import number_text
from goalctl.model.scoring import TOTAL, Method, RiskItem, Scoring
from goalctl.views.clean import one_line
from goalctl.views.listing import Tone
from goalctl.views.page import Line
from goalctl.views.words.forms import with_respondent
from goalctl.views.words.sheet import (
    FACTS_NOT_VERIFIED,
    answer_words,
    beside_words,
    cut_off_words,
    facts_end,
    important_words,
    label,
    mark,
    reliable_words,
)

_MOST_NAMED = 5
_TONES = {Toward.BETTER: Tone.GOOD, Toward.WORSE: Tone.LATE}


def score_page(reading: FormReading, *, whose: str = "", ref: FormRef | None = None) -> Iterator[Line]:
    """The page; `whose` is the client, or empty when nothing is kept; `ref` tells who answered, if not the client."""
    form = reading.form
    name = with_respondent(form.name, ref)
    yield Line(" · ".join(word for word in (name, whose, f"{reading.day:%a} {reading.day}") if word))
    if not form.verified:
        yield Line(FACTS_NOT_VERIFIED, tone=Tone.SOON)
    yield from _risk(reading)
    if form.scoring is None:
        yield Line(f"{form.name} is not scored; {_count_of_answers(reading)}")
        return
    if reading.by_total and form.variant:
        yield Line(f"the total is read as: {form.variant}", tone=Tone.QUIET)
    for part in reading.parts:
        yield from _part(part, is_total=part.part is form.scoring)
    yield from _missing(reading, form.scoring)
    yield from _findings(reading)


def answered_page(reading: FormReading, *, whose: str, ref: FormRef | None = None) -> Iterator[Line]:
    """The page for a screen that the client sees: that it is saved, and nothing that judges."""
    name = with_respondent(reading.form.name, ref)
    is_total = not reading.given and reading.score.total is not None
    what = "its total" if is_total else _count_of_answers(reading)
    yield Line(f"{name} · {whose} · {reading.day:%a} {reading.day}: {what}, saved")


def form_line(reading: FormReading, *, ref: FormRef | None = None, today: date | None = None) -> str:
    """The form in one line: score and band, the change since the last one, what is missing; its day if not today."""
    name = with_respondent(reading.form.name, ref) + ("" if reading.day == today else f" of {reading.day}")
    told = [*_scores(reading), *_gaps(reading)]
    return one_line(f"{name}: {'; '.join(told) or 'no answers'}")


def _scores(reading: FormReading) -> Iterator[str]:
    form, score = reading.form, reading.score
    if form.scoring is None:
        yield f"not scored, {_count_of_answers(reading)}"
        return
    has_total = form.scoring.method is not Method.NONE
    if has_total and score.total is None:
        yield f"no total, {score.why_no_total}"
    parts = [part for part in reading.parts if part.score is not None and (part.part is form.scoring or not has_total)]
    yield from map(_score_words, parts)
    if not has_total and not parts:
        yield f"no score, {_count_of_answers(reading)}"


def _score_words(part: PartReading) -> str:
    name = "" if part.name == TOTAL else f"{part.name} "
    band = f" {part.band}" if part.band else ""
    return f"{name}{score_text(part.score or 0.0)}{band}{_since_last(part)}"


def _since_last(part: PartReading) -> str:
    """The change since the last one, or since the baseline where there is none yet."""
    compared = next(iter(part.compared), None)
    if compared is None:
        return ""
    change = compared.change
    before = f"{score_text(compared.value)} {f'of {compared.day}' if compared.day else 'at baseline'}"
    if not change.points:
        return f", as {before}"
    size = f"{score_text(abs(change.points))} {'higher' if change.points > 0 else 'lower'} than {before}"
    toward = "" if change.toward is Toward.UNKNOWN else f" ({change.toward.value})"
    unknown = "no figure for a reliable change"
    reliable = unknown if change.reliable is None else "reliable" if change.reliable else "not reliable"
    named = "".join(f", {notable.name}" for notable in change.notable if notable.worse)
    return f", {size}{toward}, {reliable}{named}"


def _gaps(reading: FormReading) -> Iterator[str]:
    """What was not answered where no reason names it yet, and the risk items that were not asked."""
    form, score = reading.form, reading.score
    missing = ", ".join(score.missing[:_MOST_NAMED]) + (" …" if len(score.missing) > _MOST_NAMED else "")
    if score.prorated:
        yield f"prorated, an estimate without {missing}"
    elif score.missing and (score.total is not None or form.scoring is None or form.scoring.method is Method.NONE):
        yield f"{len(score.missing)} not answered ({missing})"
    if score.unasked:
        yield f"{', '.join(risk.item for risk in score.unasked)} (risk) not asked"


def _count_of_answers(reading: FormReading) -> str:
    return f"{len(reading.given)} of {len(reading.form.items)} answered"


def _risk(reading: FormReading) -> Iterator[Line]:
    """Endorsed, not endorsed or not asked; none of the three is ever called no risk."""
    score, form = reading.score, reading.form
    endorsed = {found.risk.item for found in score.endorsed}
    unasked = {risk.item for risk in score.unasked}
    for found in score.endorsed:
        said = f"{label(form, found.risk.item)}: ENDORSED, answer {answer_words(form, found.risk.item, found.answer)}"
        yield Line(f"RISK  {said}", tone=Tone.BAD)
        yield Line(f"{found.risk.says}{mark(found.risk)}", 3, Tone.BAD)
    for risk in form.risk:
        if risk.item in unasked:
            yield Line(f"RISK  {label(form, risk.item)}: NOT ANSWERED; that is no all-clear", tone=Tone.LATE)
        elif risk.item not in endorsed and risk.item in reading.given:
            yield Line(f"risk  {label(form, risk.item)}: not endorsed{_answer_behind(reading, risk)}")


def _answer_behind(reading: FormReading, risk: RiskItem) -> str:
    return f" (answer {answer_words(reading.form, risk.item, reading.given[risk.item])})"


def _part(part: PartReading, *, is_total: bool) -> Iterator[Line]:
    indent = 0 if is_total else 1
    if part.score is None:
        if not is_total:
            yield Line(f"{part.name}: no score", indent, Tone.QUIET)
        return
    run = f" (of {span_text(*part.limits)})" if part.limits else ""
    band = next((band for band in part.part.bands if band.name == part.band), None)
    named = f": {part.band}{mark(band)}" if part.band else ""
    yield Line(f"{part.name} {score_text(part.score)}{run}{named}", indent)
    for compared in part.compared:
        yield from _change(part, compared, indent + 1)


def _change(part: PartReading, compared: Compared, indent: int) -> Iterator[Line]:
    change = compared.change
    what, comma, more = compared.what.partition(",")
    day = f" of {compared.day}" if compared.day else ""
    size = f"{score_text(abs(change.points))} {'higher' if change.points > 0 else 'lower'}, " if change.points else ""
    toward = "no side is the better one" if change.toward is Toward.UNKNOWN else change.toward.value
    before = score_text(compared.value)
    said = f"since {what}{day} ({before}){comma}{more}: {size}{toward}; {_reliable(part, change)}"
    yield Line(said, indent, _TONES.get(change.toward, Tone.PLAIN) if change.reliable else Tone.PLAIN)
    yield from (Line(told, indent + 1) for told in _named_figures(change))
    if change.response and "baseline" in compared.what:
        yield Line("that is a response to treatment by the form's own rule", indent + 1)


def _named_figures(change: FormChange) -> Iterator[str]:
    """What the change is called beside a reliable one: a name of its own, for some people only, noticed by people."""
    yield from (f"{notable.name}{facts_end(notable)}" for notable in change.notable)
    yield from (beside_words(figure) for figure in change.beside)
    if change.important:
        yield important_words(change.important)


def _reliable(part: PartReading, change: FormChange) -> str:
    """Whether the change is more than measurement error, at which level, and who says so."""
    if change.reliable is None:
        return "the form has no figure for a reliable change"
    if change.reliable and change.level:
        return f"reliable ({reliable_words(change.level)})"
    least = part.part.least_reliable
    return f"not reliable ({reliable_words(least)})" if least else "not reliable"


def _missing(reading: FormReading, scoring: Scoring) -> Iterator[Line]:
    score = reading.score
    if score.total is None and score.why_no_total and scoring.method is not Method.NONE:
        yield Line(f"no total: {score.why_no_total}", tone=Tone.LATE)
    names = ", ".join(label(reading.form, item) for item in score.missing)
    if score.prorated and scoring.prorate:
        end = facts_end(scoring.prorate)
        yield Line(f"prorated: without {names}, the total is an estimate{end}", tone=Tone.SOON)
    elif names and not reading.by_total:
        yield Line(f"missing: {names}", tone=Tone.SOON)


def _findings(reading: FormReading) -> Iterator[Line]:
    yield from (Line(cut_off_words(cut)) for cut in reading.score.cut_offs)
    for pattern in reading.score.patterns:
        if pattern.met:
            yield Line(f"fits: {pattern.criterion.name}{facts_end(pattern.criterion)}")
    _, remission = falling_rules(reading.form)
    if remission and reading.score.total is not None and reading.score.total < remission.below:
        yield Line(f"{remission.name}: below {number_text(remission.below)}{facts_end(remission)}")
