"""`void`: an entry that belongs elsewhere is marked, never removed."""

from __future__ import annotations

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.plan import Plan
from goalctl.workspace.edits.entries import known_place, not_void
from goalctl.workspace.edits.placing import value_edits
from goalctl.workspace.edits.trail import Trail


def void_edits(plan: Plan, known: tuple[str, ...], trail: Trail, *, other_client: bool = False) -> list[Edit]:
    """The edits that void the entry that is told apart like this; one about another client is in no document."""
    position = known_place(plan, known)
    entry = not_void(plan.sessions[position])
    mark = entry_values(on=trail.on, by=trail.by, because=trail.because, other_client=other_client or None)
    return value_edits(entry, ("void",), mark, at=("sessions", position))
