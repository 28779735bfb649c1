"""From the answers on a form to a score: the total, or that of a subscale; what else they say, `scoring.py` tells."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from goalctl.analysis.figures import exact
from goalctl.analysis.instruments.answers import points_of, ruled_out
from goalctl.analysis.instruments.entered import answers_as_read, answers_by_item, fits_by_number, stated_subscales
from goalctl.analysis.instruments.form_range import impossible, scored_items, t_score
from goalctl.model.answers import Answers
from goalctl.model.form import Form
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.scoring import TOTAL, Method, Scored, Scoring


class AnswerPoints(NamedTuple):
    """The answers as points; `unfit` are items whose answer can't be read, `hidden` those that did not come up.

    A list that does not fit in its number gives none of them.
    """

    fits: bool
    answers: dict[str, str]
    points: dict[str, float]
    unfit: tuple[str, ...]
    hidden: frozenset[str]


class Tally(NamedTuple):
    """A score, or why there is none."""

    value: float | None = None
    prorated: bool = False
    why_none: str | None = None


def part_score(form: Form, answers: Answers, of: str | None = None) -> float | None:
    """The total, or the score of the subscale `of`; None where there is none, also where no answer can be read."""
    return part_tally(form, answers, of).value


def part_tally(form: Form, answers: Answers, of: str | None = None) -> Tally:
    """The same with whether it is an estimate."""
    try:
        answers = answers_as_read(form, answers)
    except ScalarError:
        return Tally()
    read = reading_of(form, answers)
    if of is None or of == TOTAL:
        return total_of(form, answers, read)
    part, stated = form.scoring.subscales.get(of) if form.scoring else None, stated_subscales(form, answers)
    if part is None:
        return Tally()
    return Tally(stated[of]) if of in stated else _tally(form, part, of, read)


def reading_of(form: Form, answers: Answers) -> AnswerPoints:
    """With a wrong number of answers nobody can tell which belongs to which item: then none is taken."""
    fits = fits_by_number(form, answers)
    texts = answers_by_item(form, answers) if fits else {}
    points: dict[str, float] = {}
    unfit: list[str] = []
    for item in form.items:
        if item.id not in texts or form.points_range(item) is None:
            continue
        try:
            points[item.id] = points_of(form, item, texts[item.id])
        except ScalarError:
            unfit.append(item.id)
    return AnswerPoints(fits, texts, points, tuple(unfit), ruled_out(form, texts))


def total_of(form: Form, answers: Answers, read: AnswerPoints) -> Tally:
    """The total, as stated or as answered."""
    if form.scoring is None:
        return Tally(why_none=f"{form.name} is not scored")
    if answers.total is not None:
        refusal = impossible(form, answers.total)
        return Tally(why_none=refusal[0]) if refusal else Tally(answers.total)
    if answers.by_position is not None and not read.fits:
        return Tally(why_none=f"{len(answers.by_position)} answers do not fit {form.name}")
    if form.scoring.parts:
        return _of_parts(form, form.scoring, stated_subscales(form, answers), read)
    return _tally(form, form.scoring, None, read)


def subscales_of(form: Form, answers: Answers, read: AnswerPoints) -> dict[str, float | None]:
    """The score of each subscale, as stated or as answered."""
    stated, parts = stated_subscales(form, answers), form.scoring.subscales if form.scoring else {}
    return {
        name: stated[name] if name in stated else _tally(form, part, name, read).value for name, part in parts.items()
    }


def _of_parts(form: Form, scoring: Scoring, stated: Mapping[str, float], read: AnswerPoints) -> Tally:
    """The sum or mean of subscales, as stated or as answered; without one of them there is none."""
    worked_out = {name: _tally(form, scoring.subscales[name], name, read) for name in scoring.parts}
    found = {name: Tally(stated[name]) if name in stated else tally for name, tally in worked_out.items()}
    if why := [f"{name}: {tally.why_none}" for name, tally in found.items() if tally.why_none]:
        return Tally(why_none=why[0])
    total = math.fsum(tally.value or 0.0 for tally in found.values()) * scoring.multiply
    share = len(found) if scoring.method is Method.MEAN else 1
    return Tally(exact(total / share), prorated=any(tally.prorated for tally in found.values()))


def _tally(form: Form, part: Scored | None, of: str | None, read: AnswerPoints) -> Tally:
    """The score of the total or of a subscale, estimated where the form allows it."""
    if part is None or part.method is Method.NONE:
        return Tally(why_none=f"{form.name} has no total")
    items = [item.id for item in scored_items(form, of) if not may_be_left_out(form, item.id, read)]
    missing = [item for item in items if item not in read.points]
    if why := _why_not(part, items, missing, read):
        return Tally(why_none=why)
    total = _sum_or_mean(part, items, read.points)
    if part.table and number_text(total) not in part.table:
        return Tally(why_none=f"the table of {form.name} has no sum of {number_text(total)}")
    return Tally(t_score(part, total), prorated=bool(missing))


def _why_not(part: Scored, items: Sequence[str], missing: Sequence[str], read: AnswerPoints) -> str | None:
    if wrong := [item for item in items if item in read.unfit]:
        return f"the answer to {', '.join(wrong)} does not fit"
    if not read.answers or len(missing) == len(items) > 0:
        return "nothing was answered"
    return _not_estimated(part, items, missing) if missing else None


def _sum_or_mean(part: Scored, items: Sequence[str], points: Mapping[str, float]) -> float:
    """A missing item counts as the mean of the answered ones; when no item came up at all, it is 0.

    A table has whole sums, so an estimate is rounded, half upwards, before it is looked up there.
    """
    answered = [points[item] for item in items if item in points]
    if not answered:
        return 0.0
    mean = math.fsum(answered) / len(answered)
    is_whole = len(answered) == len(items)
    value = mean if part.method is Method.MEAN else math.fsum(answered) if is_whole else mean * len(items)
    value = exact(value * part.multiply)
    is_rounded = not is_whole and part.prorate is not None and (part.prorate.round or bool(part.table))
    return float(math.floor(value + 0.5)) if is_rounded else value


def may_be_left_out(form: Form, item: str, read: AnswerPoints) -> bool:
    """Whether the item needs no answer: it did not come up, or may be skipped and was."""
    skippable = form.scoring.may_be_skipped if form.scoring else ()
    return item in read.hidden or (item in skippable and item not in read.answers)


def _not_estimated(part: Scored, items: Sequence[str], missing: Sequence[str]) -> str | None:
    """Why a score with these answers missing is not estimated; None when it is."""
    shown = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")  # noqa: PLR2004 - enough to find them
    gap = f"{len(missing)} of {len(items)} answers {'is' if len(missing) == 1 else 'are'} missing ({shown})"
    rule = part.prorate
    if rule is None:
        return f"{gap}; it needs every answer"
    if needed := [item for item in missing if item in rule.never]:
        return f"{gap}; without {', '.join(needed)} it is never estimated"
    return f"{gap}; at most {rule.missing} may be" if len(missing) > rule.missing else None
