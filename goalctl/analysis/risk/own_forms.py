"""A practice's own form with the id of a shipped one: it keeps the risk items, or says why not."""

from __future__ import annotations

from collections.abc import Iterator

from goalctl.model.finding import Finding, Severity
from goalctl.model.form import Form
from goalctl.model.scoring import RiskItem

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


def narrower_risk_items(own: Form, shipped: Form) -> Iterator[Finding]:
    """The shipped form's risk items of which the own one passes over answers that the shipped one tells.

    Where the two score the item otherwise, nobody can compare them. The form is used as it is.
    """
    for risk in [] if own.without_risk else shipped.risk:
        same = [(place, one) for place, one in enumerate(own.risk) if one.item == risk.item]
        told = [point for point in _points(shipped, risk) if risk.when.holds(point)]
        now = [one for _, one in same if risk.ever or not one.ever]
        is_alike = _points(own, risk) == _points(shipped, risk)
        if same and is_alike and not all(any(one.when.holds(point) for one in now) for point in told):
            said = f'the shipped {shipped.form} tells {risk.item} when "{risk.when}", and this one not all of that'
            hint = f'write when: "{risk.when}"{"" if risk.ever else " without ever"}, or say why: without_risk: …'
            yield Finding(CODE, said, ("risk", same[0][0], "item"), hint, Severity.WARNING)


def _points(form: Form, risk: RiskItem) -> list[float]:
    """All that the item can score, the lowest first; nothing where that has no end."""
    if choices := form.choices.get(risk.item):
        return sorted(points for points in choices.values() if points is not None)
    item = form.item(risk.item)
    low, high = (form.scale_of(item) if item else None) or (0.0, None)
    return [] if high is None else [float(point) for point in range(int(low), int(high) + 1)]
