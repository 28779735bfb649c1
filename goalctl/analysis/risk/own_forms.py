"""A practice's own form with the id of a shipped one: it keeps the risk items, or says why not."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.analysis.instruments.scoring import UNFIT
from goalctl.model.finding import Finding
from goalctl.model.form import Form
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
