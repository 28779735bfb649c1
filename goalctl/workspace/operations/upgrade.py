"""`upgrade`: a plan becomes one of the newest format, on purpose; nothing else in it is touched."""

from __future__ import annotations

from goalctl.documents.change import Edit, SetScalar
from goalctl.model.formats import NEWEST
from goalctl.model.plan import Plan


def upgrade_edits(plan: Plan) -> list[Edit]:
    """The edit that says the newest format at the top of the file; none for a plan that has it."""
    if plan.format >= NEWEST:
        return []
    return [SetScalar(("format",), str(NEWEST), before="client")]
