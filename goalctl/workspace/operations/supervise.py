"""`supervise`: what is to be brought to supervision, and that it was talked over."""

from __future__ import annotations

from datetime import date

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.edits.placing import item_edit


class SupervisionError(GoalctlError):
    """There is nothing to talk over."""

    exit_status = 2


def flag_edits(plan: Plan, about: str, by: str | None, *, on: date) -> list[Edit]:
    """One more point for supervision."""
    return [append_edit(plan, "supervision", entry_values(on=on, by=by, about=about))]


def talked_edits(plan: Plan, decided: str, by: str | None, *, on: date, only: str | None = None) -> list[Edit]:
    """That every open point was talked over, or that one by its id, and what was decided."""
    places = [n for n, point in enumerate(plan.supervision) if not point.talked and only in {None, point.id}]
    if not places:
        what = f"no open point {only}" if only else "nothing that waits for supervision"
        raise SupervisionError(f"{plan.client} has {what}", f"goalctl supervise {plan.client} --about …")
    talk = entry_values(on=on, by=by, decided=decided)
    return [item_edit(plan.supervision[n], ("talked",), talk, at=("supervision", n)) for n in places]
