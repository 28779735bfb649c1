"""The long notes that sessions link to, as text; they lie in the workspace's `notes/`, and nowhere else."""

from __future__ import annotations

from goalctl.documents.open import read_bytes
from goalctl.documents.text import MAX_BYTES, decoded
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Severity
from goalctl.model.plan import Plan
from goalctl.workspace.practice import Practice

NOTES = "notes"


def linked_notes(practice: Practice, plan: Plan) -> tuple[dict[str, str], tuple[str, ...]]:
    """The text of every linked note by the name it is linked by, and why others could not be read."""
    found: dict[str, str] = {}
    problems: list[str] = []
    for name in _links(plan):
        try:
            found[name] = _text(practice, name)
        except GoalctlError as error:
            problems.append(error.message)
    return found, tuple(problems)


def _links(plan: Plan) -> tuple[str, ...]:
    links = (link for entry in plan.sessions for link in (entry.note_file, entry.current.note_file) if link)
    return tuple(dict.fromkeys(links))


def _text(practice: Practice, name: str) -> str:
    source = decoded(read_bytes(practice.root / name, root=practice.root / NOTES, limit=MAX_BYTES))
    wrong = next((finding for finding in source.findings if finding.severity is Severity.ERROR), None)
    if wrong:
        raise GoalctlError(f"{name} can't be read: {wrong.message}")
    return source.text
