"""What a form says and no sheet can ever show: conditions out of its answers' reach, parts of no item or of one twice.

A form that has one is silent where it was meant to speak: a risk item that no answer meets is never told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goalctl.analysis.instruments.form_range import possible_range
from goalctl.model.finding import Finding, Path
from goalctl.model.form import Form
from goalctl.model.scalars import number_text
from goalctl.model.scoring import Comparison, Scored

CODE = "E239"
Span = tuple[float, float | None]


def unreachable_findings(form: Form) -> Iterator[Finding]:
    """Risk items and cut-offs that nothing meets, criteria that ask too much, subscales that count wrongly."""
    yield from _risk(form)
    if form.scoring is None:
        return
    yield from _cut_offs(form, None, form.scoring, ("scoring",))
    for name, part in form.scoring.subscales.items():
        path: Path = ("scoring", "subscales", name)
        yield from _cut_offs(form, name, part, path)
        yield from _items_of(name, part.items, (*path, "items"))
    yield from _criteria(form)


def _risk(form: Form) -> Iterator[Finding]:
    for n, risk in enumerate(form.risk):
        item = form.item(risk.item)
        span = form.points_range(item) if item else None
        if span and not _can_meet(risk.when, span):
            message = f"no answer to {risk.item} is {risk.when}, so its risk would never be told"
            yield Finding(CODE, message, ("risk", n, "when"), f"its answers count {_run(span)}")


def _cut_offs(form: Form, name: str | None, part: Scored, path: Path) -> Iterator[Finding]:
    span = possible_range(form, name)
    for n, cut in enumerate(part.cut_offs):
        if span and not _can_meet(cut.when, span):
            where = (*path, "cut_offs", n, "when")
            yield Finding(CODE, f"no score is {cut.when}", where, f"scores run from {_run(span)}")


def _items_of(name: str, items: tuple[str, ...], path: Path) -> Iterator[Finding]:
    if not items:
        yield Finding(CODE, f"the subscale {name} has no items", path, "name its items, or take the subscale away")
    for item, times in Counter(items).items():
        if times > 1:
            second = items.index(item, items.index(item) + 1)
            message = f"{name} counts {item} {times} times"
            yield Finding(CODE, message, (*path, second), "name each item once")


def _criteria(form: Form) -> Iterator[Finding]:
    placed = (
        ((n, word, m), condition)
        for n, criterion in enumerate(form.scoring.criteria if form.scoring else ())
        for word, conditions in (("all", criterion.all_), ("any", criterion.any_))
        for m, condition in enumerate(conditions)
    )
    for place, condition in placed:
        if condition.at_least > len(condition.items):
            message = f"at least {condition.at_least} are asked of {len(condition.items)}"
            where = ("scoring", "criteria", *place, "at_least")
            yield Finding(CODE, message, where, "ask for as many as there are items, or fewer")


def _can_meet(when: Comparison, span: Span) -> bool:
    """Whether a number within the span, both ends included, fits; a span without a highest number is open above."""
    low, high = span
    match when.operator:
        case ">=" | ">":
            return high is None or when.holds(high)
        case "<=" | "<":
            return when.holds(low)
        case _:
            return low <= when.number and (high is None or when.number <= high)


def _run(span: Span) -> str:
    low, high = span
    return f"{number_text(low)} to {number_text(high)}" if high is not None else f"{number_text(low)} upwards"
