"""`review`: a look that was taken at the plan, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.plan import Decision, Plan
from goalctl.workspace.edits.additions import append_edit


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A review of the plan, or with `of` of one goal or objective: what was decided, and what was said."""

    on: date
    by: str | None
    with_: str | None
    decisions: Mapping[str, Decision]
    of: str | None = None
    note: str | None = None
    necessity: str | None = None
    next: date | None = None


def review_edits(plan: Plan, review: Reviewing) -> list[Edit]:
    """The edits that record a review: one entry for the plan, and one for each decision about a goal."""
    head, rest = entry_values(on=review.on, of=review.of, by=review.by), entry_values(with_=review.with_)
    words = entry_values(necessity=review.necessity, next=review.next, note=review.note)
    if review.of:
        decided = entry_values(decision=review.decisions[review.of].value)
        return [append_edit(plan, "reviews", head | decided | rest | words)]
    entries = [head | rest | words]
    for item_id, decision in review.decisions.items():
        entries.append(entry_values(on=review.on, of=item_id, by=review.by, decision=decision.value) | rest)
    return [append_edit(plan, "reviews", entry) for entry in entries]
