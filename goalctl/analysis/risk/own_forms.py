"""A practice's own form with the id of a shipped one: it keeps the risk items, or says why not."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.model.finding import Finding
from goalctl.model.form import Form

CODE = "E239"


def lost_risk_items(own: Form, shipped: Form) -> Iterator[Finding]:
    """The shipped form's risk items that the own one neither has as such nor explains with `without_risk`."""
    kept = {risk.item for risk in own.risk}
    lost = [risk for risk in shipped.risk if risk.item not in kept]
    if lost and not own.without_risk:
        items = ", ".join(risk.item for risk in lost)
        risk = lost[0]
        hint = f'add under risk: {{item: {risk.item}, when: "{risk.when}", says: …}}, or say why: without_risk: …'
        yield Finding(
            CODE, f"the shipped {shipped.form} watches {items} for risk, and this one does not", ("form",), hint
        )
