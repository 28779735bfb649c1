"""The trail of what was settled and then altered: who, when, why, from what to what."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from goalctl.documents.change import AppendItem
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit


class Trail(NamedTuple):
    """When something was altered, by whom, why, and with whom it was talked over."""

    on: date
    by: str | None = None
    because: str | None = None
    with_: str | None = None

    def change(self, plan: Plan, of: str, what: str, old: Value, new: Value) -> AppendItem:
        """One more entry in the plan's `changes`; `of` is empty for something of the plan itself."""
        entry = entry_values(on=self.on, by=self.by, of=of, what=what, from_=old, to=new, because=self.because)
        return append_edit(plan, "changes", entry | entry_values(with_=self.with_))
