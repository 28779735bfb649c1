"""What goalctl saved and git did not take: kept until it is committed, so that it is never held for an edit by hand."""

from __future__ import annotations

from pathlib import Path

from goalctl.documents.lock import own_folder
from goalctl.documents.open import read_bytes
from goalctl.documents.save import save
from goalctl.documents.text import MAX_BYTES
from goalctl.workspace.store.root import OWN
from goalctl.workspace.store.scan import PlanFile

FOLDER = "uncommitted"


def keep_uncommitted(root: Path, file: PlanFile, content: bytes) -> None:
    """Remember what the file holds."""
    own_folder(root / OWN)
    path = _path(root, file)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    save(path, content, root=root)


def saved_uncommitted(root: Path, file: PlanFile) -> bytes | None:
    """What goalctl saved last, if git has not taken it."""
    path = _path(root, file)
    return read_bytes(path, root=root, limit=MAX_BYTES) if path.exists() else None


def forget_uncommitted(root: Path, file: PlanFile) -> None:
    """Git has it now."""
    _path(root, file).unlink(missing_ok=True)


def _path(root: Path, file: PlanFile) -> Path:
    return root / OWN / FOLDER / f"{file.client}.yaml"
