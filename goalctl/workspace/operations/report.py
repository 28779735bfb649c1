"""What was released to whom, noted in the plan."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit


def has_release(plan: Plan, *, to: str, what: str, on: date) -> bool:
    """Whether that is noted already."""
    return any((known.on, known.to, known.what) == (on, to, what) for known in plan.releases)


def release_edits(plan: Plan, *, to: str, what: str, by: str | None, on: date) -> list[Edit]:
    """One more of the plan's `releases`."""
    return [append_edit(plan, "releases", entry_values(on=on, to=to, what=what, by=by))]
