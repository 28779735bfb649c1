"""All scores of a session on one line: `5 -` in the order asked, or `g1.1=3 g2@clinician=5` by id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goalctl.analysis.figures import span_text
from goalctl.analysis.progress.raters import raters_to_ask
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Scorable
from goalctl.model.ids import Rated, rated_from
from goalctl.model.measure import Measure, is_off_scale, own_scale, without_percent
from goalctl.model.plan import Plan
from goalctl.model.scalars import ScalarError, excerpt, number_from, number_text

CODE = "E231"
NOT_SCORED = "-"
_POINT_BEFORE_THREE = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
_A_THOUSAND = 1_000
_YES_NO = {"y": "1", "yes": "1", "n": "0", "no": "0"}


@dataclass(frozen=True, slots=True)
class AskedScore:
    """One score that is asked for: of what, and by whom."""

    item: Scorable
    rated: Rated


Row = Sequence[AskedScore]


def row_of(plan: Plan) -> tuple[AskedScore, ...]:
    """The active goals, then the active objectives, that are scored by a number typed in; what a form scores is not.

    Each is asked of everybody whose scores decide.
    """
    items = [item for item in plan.active_items if item.measure and not item.measure.form]
    items.sort(key=lambda item: not isinstance(item, Goal))
    return tuple(AskedScore(item, Rated(item.id, rater)) for item in items for rater in raters_to_ask(plan, item))


def scores_from(line: str, plan: Plan, row: Row) -> Value:
    """The scores by id; refuses what no measure takes, an id that the plan lacks, and more scores than were asked."""
    found: dict[str, Value] = {}
    waiting = iter(row)
    for word in line.split():
        rated, score = _named(word, plan) if "=" in word else _in_order(word, waiting, row)
        if score is None:
            continue
        if str(rated) in found:
            raise ScalarError(CODE, f"{rated} is scored twice", "keep one of the two")
        found[str(rated)] = score
    return found


def score_as_meant(plan: Plan, rated: str, text: str) -> str:
    """`85` for `85%` where a percentage is scored, 1 or 0 for yes or no where it is done or not; else as it is.

    Refuses `8.000` where thousands are scored: it is eight with a point, and eight thousand in much of the world.
    """
    item = plan.scorables.get(rated.partition("@")[0])
    return _as_meant(text, item) if item else text


def _as_meant(text: str, item: Scorable) -> str:
    kind = item.measure.kind if item.measure else None
    if item.measure and _POINT_BEFORE_THREE.fullmatch(text) and _are_thousands(item.measure):
        whole, decimals = text.replace(".", ""), number_text(float(text))
        decimals = f"{text}0" if decimals == text else decimals
        raise ScalarError(CODE, f"{text} can be read two ways", f"write {whole}, or {decimals}")
    return _YES_NO.get(text.lower(), text) if kind == "done" else without_percent(text, kind)


def _are_thousands(measure: Measure) -> bool:
    return max(abs(measure.baseline or 0), abs(measure.target or 0)) >= _A_THOUSAND


def scores_text(scores: Value) -> str:
    """The scores by id, as they can be typed again whatever has become of the plan's order."""
    return " ".join(f"{item}={score}" for item, score in scores.items()) if isinstance(scores, Mapping) else ""


def _in_order(word: str, waiting: Iterator[AskedScore], row: Row) -> tuple[Rated, str | None]:
    asked = next(waiting, None)
    if asked is None:
        why = f"only {len(row)} {'is' if len(row) == 1 else 'are'} asked here" if row else "nothing is scored by hand"
        raise ScalarError(CODE, f"one score too many: {excerpt(word)}", f"{why}; others by id, as g1.1=3")
    return asked.rated, None if word == NOT_SCORED else _score(word, asked.item)


def _named(word: str, plan: Plan) -> tuple[Rated, str | None]:
    name, _, score = word.partition("=")
    rated = rated_from(name)
    item = plan.scorables.get(rated.item)
    if item is None:
        known = ", ".join(item.id for item in plan.active_items)
        raise ScalarError(CODE, f"{plan.client} has no {rated.item}", f"known here: {known or 'nothing yet'}")
    if item.measure and item.measure.form:
        hint = "its answers are asked when the form is due, or given with --form"
        raise ScalarError(CODE, f"{item.id} is scored by {item.measure.form}, not by hand", hint)
    return rated, None if score == NOT_SCORED else _score(score, item)


def _score(word: str, item: Scorable) -> str:
    number = _number(_as_meant(word, item), item)
    if item.measure and is_off_scale(item.measure, number):
        low, high = own_scale(item.measure)
        ends = span_text(low or 0, high)
        raise ScalarError(CODE, f"{item.id}: {number_text(number)} is off its scale", f"score it {ends}")
    return number_text(number)


def _number(word: str, item: Scorable) -> float:
    try:
        return number_from(word)
    except ScalarError as error:
        raise ScalarError(error.code, f"{item.id}: {error}", error.hint) from None
