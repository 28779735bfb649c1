"""What a form says and no sheet can ever show: conditions out of its answers' reach, parts of no item or of one twice.

A form that has one is silent where it was meant to speak: a risk item that no answer meets is never told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goalctl.analysis.instruments.form_range import (
    answer_can_meet,
    counts_words,
    possible_range,
    run_of,
    score_can_meet,
    scored_items,
)
from goalctl.analysis.instruments.scoring import UNFIT
from goalctl.model.finding import Finding, Path
from goalctl.model.form import Form
from goalctl.model.scalars import number_text
from goalctl.model.scoring import Condition, Scored, Scoring


def unreachable_findings(form: Form) -> Iterator[Finding]:
    """Risk items, cut-offs and changes that nothing meets, criteria that ask too much, subscales that count wrongly."""
    yield from _risk(form)
    if form.scoring is None:
        return
    yield from _of_scores(form, None, form.scoring, ("scoring",))
    for name, part in form.scoring.subscales.items():
        path: Path = ("scoring", "subscales", name)
        yield from _of_scores(form, name, part, path)
        yield from _items_of(name, part.items, (*path, "items"))
    yield from _criteria(form)


def _of_scores(form: Form, name: str | None, part: Scored, path: Path) -> Iterator[Finding]:
    """What is said of the total, or of a subscale's score."""
    yield from _cut_offs(form, name, part, path)
    yield from _changes(form, name, part, path)
    yield from _estimates(form, name, part, path)


def _risk(form: Form) -> Iterator[Finding]:
    for n, risk in enumerate(form.risk):
        item = form.item(risk.item)
        if item and not answer_can_meet(form, item, risk.when):
            message = f"no answer to {risk.item} is {risk.when}, so its risk would never be told"
            yield Finding(UNFIT, message, ("risk", n, "when"), f"its answers count {counts_words(form, item)}")


def _cut_offs(form: Form, name: str | None, part: Scored, path: Path) -> Iterator[Finding]:
    span = possible_range(form, name)
    for n, cut in enumerate(part.cut_offs):
        if span and not score_can_meet(form, name, cut.when):
            where = (*path, "cut_offs", n, "when")
            yield Finding(UNFIT, f"no score is {cut.when}", where, f"scores run from {run_of(span)}")


def _items_of(name: str, items: tuple[str, ...], path: Path) -> Iterator[Finding]:
    if not items:
        yield Finding(UNFIT, f"the subscale {name} has no items", path, "name its items, or take the subscale away")
    for item, times in Counter(items).items():
        if times > 1:
            second = items.index(item, items.index(item) + 1)
            message = f"{name} counts {item} {times} times"
            yield Finding(UNFIT, message, (*path, second), "name each item once")


def _criteria(form: Form) -> Iterator[Finding]:
    criteria = form.scoring.criteria if form.scoring else ()
    for n, criterion in enumerate(criteria):
        if not criterion.all_ and not criterion.any_:
            message = f"{criterion.name} asks for nothing, so every sheet would fit"
            yield Finding(UNFIT, message, ("scoring", "criteria", n), 'add all: [{items: [q1], when: ">= 1"}]')
        for word, conditions in (("all", criterion.all_), ("any", criterion.any_)):
            for m, condition in enumerate(conditions):
                yield from _condition(form, condition, ("scoring", "criteria", n, word, m))


def _condition(form: Form, condition: Condition, path: Path) -> Iterator[Finding]:
    yield from _counted_wrongly(condition, path)
    least, most = condition.at_least, condition.at_most
    if least > len(condition.items):
        message = f"at least {least} are asked of {len(condition.items)}"
        yield Finding(UNFIT, message, (*path, "at_least"), "ask for as many as there are items, or fewer")
    elif least == 0 and most is None:
        yield Finding(UNFIT, "at least 0 fit on every sheet", (*path, "at_least"), "ask for 1 or more, or add at_most")
    elif most is not None and most < least:
        yield Finding(
            UNFIT, f"at most {most} can't be at least {least}", (*path, "at_most"), "write the lower one first"
        )
    elif least > sum(_can_fit(form, item, condition) for item in condition.items):
        hint = "look at what its items count: goalctl forms show tells"
        yield Finding(UNFIT, f"no sheet has {least} with {condition.when}", (*path, "when"), hint)


def _counted_wrongly(condition: Condition, path: Path) -> Iterator[Finding]:
    """One answer that counts as two, and an exception for an item that is not counted."""
    for item, times in Counter(condition.items).items():
        if times > 1:
            second = condition.items.index(item, condition.items.index(item) + 1)
            yield Finding(UNFIT, f"{item} counts {times} times", (*path, "items", second), "name each item once")
    for item in condition.but:
        if item not in condition.items:
            message = f"{item} has a condition of its own and is not counted"
            yield Finding(UNFIT, message, (*path, "but", item), "name it under items as well", at_key=True)


def _can_fit(form: Form, name: str, condition: Condition) -> bool:
    """Whether an answer to the item can fit; of one that is not there, or counts nothing, that alone is told."""
    item = form.item(name)
    return item is None or answer_can_meet(form, item, condition.but.get(name, condition.when))


def _changes(form: Form, name: str | None, part: Scored, path: Path) -> Iterator[Finding]:
    """Figures of change that no two scores are apart, and a remission that every score is or none."""
    span = possible_range(form, name)
    if span is None:
        return
    low, high = span
    for key in ("reliable_change", "notable_change", "mid"):
        for n, figure in enumerate(getattr(part, key)):
            if figure.points > high - low:
                message = f"no two scores are {number_text(figure.points)} apart"
                yield Finding(UNFIT, message, (*path, key, n), f"scores run from {run_of(span)}")
    if isinstance(part, Scoring) and part.remission and not low < part.remission.below <= high:
        message = f"below {number_text(part.remission.below)} lies every score, or none"
        yield Finding(UNFIT, message, (*path, "remission", "below"), f"scores run from {run_of(span)}")


def _estimates(form: Form, name: str | None, part: Scored, path: Path) -> Iterator[Finding]:
    """A score that is estimated although every answer is missing."""
    count = len(scored_items(form, name))
    if part.prorate and count and part.prorate.missing >= count:
        message = f"of {count} answers {part.prorate.missing} can't be missing"
        yield Finding(UNFIT, message, (*path, "prorate", "missing"), "a score is estimated from some answers at least")
