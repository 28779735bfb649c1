"""What programs read about many workspaces: each answer as the workspace gave it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from goalctl.views.data.text import VERSION


def fleet_document(
    asked: str, answers: Iterable[tuple[str, int, Mapping[str, object]]], failed: Iterable[tuple[str, int, str]]
) -> dict[str, Any]:
    """`FleetDocument`; an answer is a document that was made by its own command."""
    return {
        "goalctl": VERSION,
        "kind": "fleet",
        "asked": asked,
        "failed": [{"workspace": name, "status": status, "said": said.split("\n")} for name, status, said in failed],
        "workspaces": [{"workspace": name, "status": status, "answer": answer} for name, status, answer in answers],
    }
