"""The long notes that a client's entries link to, to be read or copied: that client's own and nobody else's. Light."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from goalctl.documents.open import real_path
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.note import NOTES, note_parts


def linked_notes(root: Path, client: str, names: Iterable[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The text of every note of that client by the name it is linked by, and why others are left out."""
    found: dict[str, str] = {}
    problems: list[str] = []
    for name in names:
        if real_path(root / name, root / NOTES / client) is None:
            problems.append(f"{name} is not among the notes of {client}")
            continue
        try:
            found[name] = note_parts(root, name)[1]
        except GoalctlError as error:
            problems.append(error.message)
    return found, tuple(problems)
