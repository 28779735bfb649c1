"""`log-group`: what one group session is in the plan of each who was there."""

from __future__ import annotations

from collections.abc import Mapping

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit, new_session_id

_HEAD = ("date", "time", "minutes")


def group_edits(plan: Plan, shared: Mapping[str, Value], own: Mapping[str, Value], by: str | None) -> list[Edit]:
    """The session at the end of one member's log: what all plans say, and `own` scores and response."""
    head = entry_values(id=new_session_id(plan)) | {key: shared[key] for key in _HEAD if key in shared}
    body = entry_values(
        by=by, kind=shared["kind"], place=shared.get("place"), group=shared.get("group"), cpt=shared.get("cpt")
    )
    rest = entry_values(note=shared.get("note"), next=shared.get("next"))
    return [append_edit(plan, "sessions", head | body | dict(own) | rest)]
