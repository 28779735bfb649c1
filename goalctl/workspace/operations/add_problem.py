"""`add-problem`: what brought the client, with the next free id."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit, next_id
from goalctl.workspace.edits.items import still_open


def problem_edits(plan: Plan, problem: dict[str, Value], *, today: date) -> list[Edit]:
    """The problem at the end of the plan's, noted on that day."""
    return [append_edit(still_open(plan), "problems", {"id": next_id(plan, "p"), **problem} | entry_values(on=today))]
