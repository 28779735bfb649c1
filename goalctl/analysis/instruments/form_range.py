"""Which scores a form can give at all."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from itertools import pairwise

from goalctl.analysis.figures import exact
from goalctl.model.form import Form, Item
from goalctl.model.instrument import Variant
from goalctl.model.scalars import number_from, number_text
from goalctl.model.scoring import TOTAL, Comparison, Method, Scored, Scoring, Subscale
from goalctl.model.watching import counted

Span = tuple[float, float | None]


def scored_part(form: Form, of: str | None = None) -> Scored | None:
    """The rules of the total, or of the subscale with that id; None where the form has no such score."""
    if form.scoring is None or of is None or of == TOTAL:
        return form.scoring
    return form.scoring.subscales.get(of)


def scored_items(form: Form, of: str | None = None) -> list[Item]:
    """The items that enter the total, or the subscale with that id."""
    part = scored_part(form, of)
    if part is form.scoring:
        return list(form.scored_items)
    found = (form.item(item_id) for item_id in (part.items if isinstance(part, Subscale) else ()))
    return [item for item in found if item is not None and form.points_range(item)]


def possible_range(form: Form, of: str | None = None, *, skipped: Container[str] = ()) -> tuple[float, float] | None:
    """The lowest and the highest possible total, or score of a subscale; None without such a score or a top.

    `skipped` are items that were rightly left out: without them a sum has less to reach.
    """
    part, items = scored_part(form, of), [item for item in scored_items(form, of) if item.id not in skipped]
    if part is None or part.method is Method.NONE or not items:
        return None
    if isinstance(part, Scoring) and part.parts:
        return _range_of_parts(form, part)
    low, high = ends(form, items, {})
    if high is None:
        return None
    share = len(items) if part.method is Method.MEAN else 1
    return t_span(part, exact(low * part.multiply / share), exact(high * part.multiply / share))


def _range_of_parts(form: Form, scoring: Scoring) -> tuple[float, float] | None:
    found = [limits for name in scoring.parts if (limits := possible_range(form, name))]
    if len(found) < len(scoring.parts):
        return None
    share = scoring.multiply / (len(found) if scoring.method is Method.MEAN else 1)
    return exact(sum(low for low, _ in found) * share), exact(sum(high for _, high in found) * share)


def t_score(part: Scored, total: float) -> float:
    """The T score that the part's table has for that sum; the sum itself where there is no table."""
    return part.table.get(number_text(total), total)


def t_span(part: Scored, low: float, high: float) -> tuple[float, float]:
    """The lowest and the highest T score of the sums in between, whichever way the table runs."""
    found = [score for sum_, score in part.table.items() if low <= number_from(sum_) <= high]
    return (min(found), max(found)) if found else (low, high)


def ends(form: Form, items: Iterable[Item], known: Mapping[str, float]) -> tuple[float, float | None]:
    """The least and the most that the items add up to, given what some of them score; no top is None."""
    low, high = 0.0, 0.0
    is_open = False
    for item in items:
        least, most = form.points_range(item) or (0.0, 0.0)
        low += known.get(item.id, least)
        high += known.get(item.id, most or 0.0)
        is_open = is_open or (most is None and item.id not in known)
    return low, None if is_open else high


def impossible(form: Form, score: float, of: str | None = None) -> tuple[str, str] | None:
    """Why that score can't come about, and a hint; None for a possible one."""
    refusal = _refusal(form, score, of)
    if refusal and (variant := variant_meant(form, score) if of in {None, TOTAL} else None):
        return refusal[0], f"counted as {variant.name}? That is {number_text(variant.here(score))} here"
    return refusal


def variant_meant(form: Form, total: float) -> Variant | None:
    """The other scoring of the same sheet that gives this total, where the form's own can't."""
    if _refusal(form, total, None) is None:
        return None
    fitting = (one for one in form.other_variants if one.has(total) and _refusal(form, one.here(total), None) is None)
    return next(fitting, None)


def _refusal(form: Form, score: float, of: str | None) -> tuple[str, str] | None:
    part = scored_part(form, of)
    if part is None or part.method is Method.NONE:
        return f"{form.name} has no total", _instead_of_a_total(form)
    limits = possible_range(form, of)
    if limits is None:
        return None
    what = form.part_name(None if of == TOTAL else of)
    if part.table:
        return None if score in part.table.values() else _not_in_the_table(part, what, score)
    if not limits[0] <= score <= limits[1]:
        return _outside(what, score, limits)
    return _between_steps(what, score, _step(form, part, of))


def has_whole_scores(form: Form, of: str | None) -> bool:
    """Whether every score of the form, or of its subscale `of`, is a whole number."""
    part = scored_part(form, of)
    step = _step(form, part, of) if part else None
    return step is not None and not step % 1


def _between_steps(what: str, score: float, step: float | None) -> tuple[str, str] | None:
    if not step or not exact(score / step) % 1:
        return None
    wanted = "a whole number" if step == 1 else f"a multiple of {number_text(step)}"
    return f"{number_text(score)} is no possible {what} score", f"it is {wanted}"


def _instead_of_a_total(form: Form) -> str:
    parts = ", ".join(form.scoring.subscales) if form.scoring else ""
    return f"enter the answers, or its subscales: {parts}" if parts else "enter the answers"


def _not_in_the_table(part: Scored, what: str, score: float) -> tuple[str, str]:
    known = part.table.get(number_text(score))
    hint = "take it from the form's table" if known is None else f"is it the sum? That is {number_text(known)} here"
    return f"{number_text(score)} is no {what} score", hint


def _outside(what: str, score: float, limits: tuple[float, float]) -> tuple[str, str]:
    low, high = (number_text(end) for end in limits)
    side = f"above the {what}'s maximum, {high}" if score > limits[1] else f"below the {what}'s minimum, {low}"
    return f"{number_text(score)} is {side}", f"{what} scores run from {low} to {high}"


def _step(form: Form, part: Scored, of: str | None) -> float | None:
    """What every score of a sum is a multiple of; an estimate is written as a whole number too."""
    if part.method is not Method.SUM or not all(form.has_whole_steps(item) for item in scored_items(form, of)):
        return None
    if part.prorate is None:
        return part.multiply
    return None if part.multiply % 1 else 1.0


def can_meet(when: Comparison, span: Span) -> bool:
    """Whether a number within the span, both ends included, fits; a span without a highest number is open above."""
    low, high = span
    match when.operator:
        case ">=" | ">":
            return high is None or when.holds(high)
        case "<=" | "<":
            return when.holds(low)
        case _:
            return low <= when.number and (high is None or when.number <= high)


def answer_can_meet(form: Form, item: Item, when: Comparison) -> bool:
    """Whether an answer to the item can fit; one that counts nothing can't be judged, and passes."""
    span = form.points_range(item)
    if span is None:
        return True
    between = counted(form, item) if when.operator == "=" else None
    return can_meet(when, span) and (between is None or when.number in between)


def score_can_meet(form: Form, of: str | None, when: Comparison) -> bool:
    """Whether a total, or a score of that subscale, can fit; without a highest one it passes."""
    span = possible_range(form, of)
    if span is None:
        return True
    return can_meet(when, span) and (when.operator != "=" or _refusal(form, when.number, of) is None)


def counts_words(form: Form, item: Item) -> str:
    """What the answers to the item count: `0, 2, 4` where steps are left out, else `0 to 4`."""
    span, single = form.points_range(item) or (0.0, None), sorted(counted(form, item) or ())
    is_run = len(single) < 2 or all(after - before == 1 for before, after in pairwise(single))  # noqa: PLR2004 - a pair
    return run_of(span) if is_run else ", ".join(map(number_text, single))


def run_of(span: Span) -> str:
    """From where to where it runs, `0 to 3`."""
    low, high = span
    return f"{number_text(low)} to {number_text(high)}" if high is not None else f"{number_text(low)} upwards"
