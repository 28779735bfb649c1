"""`agree`: who agreed to the plan as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.history.digest import is_of_plan
from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import How, Plan
from goalctl.workspace.edits.additions import append_edit


class AgreementError(GoalctlError):
    """The plan is no longer what somebody was about to agree to."""


@dataclass(frozen=True, slots=True)
class NewAgreement:
    """How some people agreed to the plan of that digest, or why they did not."""

    on: date
    who: Sequence[str]
    how: How
    of: str
    where: str | None = None
    because: str | None = None


def agreement_edits(plan: Plan, consent: NewAgreement) -> list[Edit]:
    """The edits that record an agreement; refused when the plan has changed since it was looked at."""
    if not is_of_plan(consent.of, plan):
        raise AgreementError("the plan was changed while you were typing", "look at it again, then agree")
    entries = [
        entry_values(
            on=consent.on, who=who, how=consent.how.value, where=consent.where, because=consent.because, of=consent.of
        )
        for who in consent.who
    ]
    return [append_edit(plan, "agreements", entry) for entry in entries]
