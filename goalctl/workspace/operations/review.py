"""`review` and `agree`: looks that were taken, and who agreed to the plan as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.history.digest import is_of_plan
from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Decision, How, Plan
from goalctl.workspace.edits.additions import appended


class AgreementError(GoalctlError):
    """The plan is no longer what somebody was about to agree to."""


@dataclass(frozen=True, slots=True)
class Look:
    """A review of the plan, or with `of` of one goal or objective: what was decided, and what was said."""

    on: date
    by: str | None
    with_: str | None
    decisions: Mapping[str, Decision]
    of: str | None = None
    note: str | None = None
    necessity: str | None = None
    next: date | None = None


def reviewed(plan: Plan, look: Look) -> list[Edit]:
    """The edits that record a review: one entry for the plan, and one for each decision about a goal."""
    head, rest = said(on=look.on, of=look.of, by=look.by), said(with_=look.with_)
    words = said(necessity=look.necessity, next=look.next, note=look.note)
    if look.of:
        decided = said(decision=look.decisions[look.of].value)
        return [appended(plan, "reviews", head | decided | rest | words)]
    entries = [head | rest | words]
    for item_id, decision in look.decisions.items():
        entries.append(said(on=look.on, of=item_id, by=look.by, decision=decision.value) | rest)
    return [appended(plan, "reviews", entry) for entry in entries]


@dataclass(frozen=True, slots=True)
class Consent:
    """How some people agreed to the plan of that digest, or why they did not."""

    on: date
    who: Sequence[str]
    how: How
    of: str
    where: str | None = None
    because: str | None = None


def agreed(plan: Plan, consent: Consent) -> list[Edit]:
    """The edits that record an agreement; refused when the plan has changed since it was looked at."""
    if not is_of_plan(consent.of, plan):
        raise AgreementError("the plan was changed while you were typing", "look at it again, then agree")
    entries = [
        said(on=consent.on, who=who, how=consent.how.value, where=consent.where, because=consent.because, of=consent.of)
        for who in consent.who
    ]
    return [appended(plan, "agreements", entry) for entry in entries]
