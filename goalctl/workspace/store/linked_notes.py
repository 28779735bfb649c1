"""The long notes that a client's entries link to, for a copy of the record: that client's own and nobody else's."""

from __future__ import annotations

from goalctl.documents.open import real_path
from goalctl.model.errors import GoalctlError
from goalctl.model.plan import Plan
from goalctl.workspace.store.notes import NOTES, note_named
from goalctl.workspace.store.practice import Practice


def linked_notes(practice: Practice, plan: Plan) -> tuple[dict[str, str], tuple[str, ...]]:
    """The text of every linked note by the name it is linked by, and why others are left out."""
    found: dict[str, str] = {}
    problems: list[str] = []
    for name in _links(plan):
        if real_path(practice.root / name, practice.root / NOTES / plan.client) is None:
            problems.append(f"{name} is not among the notes of {plan.client}")
            continue
        try:
            found[name] = note_named(practice, name).text
        except GoalctlError as error:
            problems.append(error.message)
    return found, tuple(problems)


def _links(plan: Plan) -> tuple[str, ...]:
    links = (link for entry in plan.sessions for link in (entry.note_file, entry.current.note_file) if link)
    return tuple(dict.fromkeys(links))
