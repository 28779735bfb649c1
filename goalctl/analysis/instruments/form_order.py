"""In which order a form's items can appear, and what its numbers are said to mean: `shown_if` and `anchors`.

An item that waits for itself, for a later one or for an answer that nobody can give never appears, and is not missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goalctl.analysis.instruments.answers import ANSWERED, canonical, items_in
from goalctl.analysis.instruments.form_range import Span, answer_can_meet, can_meet, counts_words, run_of
from goalctl.analysis.instruments.scoring import UNFIT
from goalctl.model.finding import Finding, Path, Severity
from goalctl.model.form import Form, Item
from goalctl.model.scalars import ScalarError, number_from
from goalctl.model.scoring import comparison_from


def order_findings(form: Form) -> Iterator[Finding]:
    """Conditions that no sheet can ever fit, and numbers that are explained and can't be answered."""
    before: dict[str, Item] = {}
    known = {item.id for item in form.items}
    for n, item in enumerate(form.items):
        for key, wanted in item.shown_if.items():
            path: Path = ("items", n, "shown_if", key)
            if late := [name for name in items_in(key) if name not in before and name in known]:
                message = f"{item.id} is shown by the answer to {late[0]}, which is asked no earlier"
                yield Finding(UNFIT, message, path, "name an item above it, or move it below that one", at_key=True)
            elif others := [before[name] for name in items_in(key) if name in before]:
                yield from _conditions(form, others, wanted, path)
        before[item.id] = item
        yield from _anchors(item.anchors, form.scale_of(item), ("items", n, "anchors"))
    yield from _anchors(form.anchors, form.scale, ("anchors",))


def _conditions(form: Form, others: list[Item], wanted: str, path: Path) -> Iterator[Finding]:
    if wanted == ANSWERED and len(others) == 1:
        return
    try:
        if len(others) > 1 or wanted[0] in "<>=":
            yield from _out_of_reach(form, others, wanted, path)
        else:
            canonical(form, others[0], wanted)
    except ScalarError as error:
        yield Finding(UNFIT, str(error), path, error.hint or 'write an answer, or ">= 1"')


def _out_of_reach(form: Form, others: list[Item], wanted: str, path: Path) -> Iterator[Finding]:
    when, spans = comparison_from(wanted), [form.points_range(other) for other in others]
    known = [span for span in spans if span]
    if len(known) < len(spans):
        yield Finding(UNFIT, f"{path[-1]} has no number to compare with", path, "name the answer itself, or `answered`")
        return
    highs = [high for _, high in known if high is not None]
    span = sum(low for low, _ in known), sum(highs) if len(highs) == len(known) else None
    if not can_meet(when, span):
        yield Finding(UNFIT, f"{path[-1]} is never {when}", path, f"its answers count {run_of(span)}")
    elif len(others) == 1 and not answer_can_meet(form, others[0], when):
        yield Finding(UNFIT, f"{path[-1]} is never {when}", path, f"its answers count {counts_words(form, others[0])}")


def _anchors(anchors: Mapping[str, str] | None, span: Span | None, path: Path) -> Iterator[Finding]:
    for number in anchors or {}:
        if span is None or not _is_within(number, span):
            hint = f"its answers run from {run_of(span)}" if span else "add scale: [0, 10]"
            message = f"{number} is explained and is no answer"
            yield Finding(UNFIT, message, (*path, number), hint, Severity.WARNING, at_key=True)


def _is_within(text: str, span: Span) -> bool:
    try:
        number = number_from(text)
    except ScalarError:
        return False
    return span[0] <= number and (span[1] is None or number <= span[1])
