"""A practice's own form: what it says and asks of risk is told as that, or it says why not."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.instruments.form_vain import remark
from goalctl.analysis.instruments.scoring import UNFIT
from goalctl.analysis.risk.notes import speaks_of_risk
from goalctl.model.finding import Finding
from goalctl.model.form import FieldType, Form, FormKind, Item
from goalctl.model.session import Concern
from goalctl.model.watching import narrowed_risk


def lost_risk_items(own: Form, shipped: Form) -> Iterator[Finding]:
    """The shipped form's risk items that the own one neither has, nor tells as often, nor explains (`without_risk`)."""
    if own.without_risk:
        return
    kept = {risk.item for risk in own.risk}
    lost = [risk for risk in shipped.risk if risk.item not in kept]
    if lost:
        items = ", ".join(risk.item for risk in lost)
        risk = lost[0]
        hint = f'add under risk: {{item: {risk.item}, when: "{risk.when}", says: …}}, or say why: without_risk: …'
        yield Finding(
            UNFIT, f"the shipped {shipped.form} watches {items} for risk, and this one does not", ("form",), hint
        )
    for risk in narrowed_risk(own, shipped):
        message = f"the shipped {shipped.form} tells {risk.item} at more answers, and this one only at some of them"
        place = next(n for n, one in enumerate(own.risk) if one.item == risk.item)
        hint = f'write when: "{risk.when}", or say why: without_risk: …'
        yield Finding(UNFIT, message, ("risk", place, "when"), hint)


def unwatched_items(form: Form) -> Iterator[Finding]:
    """The items of an assessment that speak of risk, and none of whose answers is told as that or said to be none."""
    if form.kind is not FormKind.ASSESSMENT or form.without_risk:
        return
    settled = {*(one.item for one in form.risk), *(one.item for one in form.not_risk)}
    for place, item in enumerate(form.items):
        spoken = speaks_of_risk(item.ask) if item.id not in settled and _has_answers(form, item) else ()
        if concerns := sorted({one.value for one, _ in spoken}, key=lambda one: one != Concern.SUICIDE.value):
            concern = concerns[0]
            hint = (
                f'add under risk: {{item: {item.id}, when: ">= 1", concern: {concern}, says: …}}, '
                f"or say why not: not_risk: [{{item: {item.id}, because: …}}]"
            )
            message = f"{item.id} speaks of {' or '.join(concerns)}, and no answer to it is told as risk"
            yield remark(message, ("items", place, "ask"), hint)


def _has_answers(form: Form, item: Item) -> bool:
    return form.type_of(item) not in {FieldType.TEXT, FieldType.LONG, FieldType.DATE}
