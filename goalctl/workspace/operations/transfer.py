"""`transfer`: another clinician takes clients over; each plan's trail says so, all of them or none."""

from __future__ import annotations

from dataclasses import dataclass

from goalctl.documents.change import Edit
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Value
from goalctl.model.people import same
from goalctl.model.plan import Plan
from goalctl.workspace.edits.placing import value_edits
from goalctl.workspace.edits.trail import Trail


class TransferError(GoalctlError):
    """The clients can't be handed over like that; nothing was written."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes a client over, and who supervises then; None leaves the supervisor as it is, empty is nobody."""

    to: str
    supervisor: str | None = None

    def supervisor_of(self, plan: Plan) -> str | None:
        """Who supervises then: nobody supervises themselves."""
        stated = plan.supervisor if self.supervisor is None else self.supervisor
        return None if not stated or same(stated, self.to) else stated


def transfer_edits(plan: Plan, taking: Taking, trail: Trail) -> list[Edit]:
    """The clinician, and the supervisor where that is another one then, each with its line of the trail."""
    edits: list[Edit] = []
    for key, old, new in (
        ("clinician", plan.clinician, taking.to),
        ("supervisor", plan.supervisor, taking.supervisor_of(plan)),
    ):
        if old != new:
            value: Value = new
            edits += [*value_edits(plan, (key,), value), trail.change(plan, "", key, old, new)]
    return edits
