"""What goalctl saved and git did not take: kept until it is committed, so that it is never held for an edit by hand."""

from __future__ import annotations

from pathlib import Path

from goalctl.documents.open import read_bytes
from goalctl.documents.save import save
from goalctl.documents.text import MAX_BYTES
from goalctl.workspace.store.git.repository import GitError, Repository
from goalctl.workspace.store.git.waiting import FOLDER, folder_of
from goalctl.workspace.store.root import OWN
from goalctl.workspace.store.scan import PlanFile


def keep_uncommitted(root: Path, file: PlanFile, content: bytes) -> None:
    """Remember what the file holds."""
    save(folder_of(root) / f"{file.client}.yaml", content, root=root)


def saved_uncommitted(root: Path, file: PlanFile) -> bytes | None:
    """What goalctl saved last, if git has not taken it."""
    path = _path(root, file.client)
    return read_bytes(path, root=root, limit=MAX_BYTES) if path.exists() else None


def bytes_as_left(root: Path, file: PlanFile) -> bytes | None:
    """What goalctl saved last and git did not take, else what the last commit has.

    None for a file that is new, and for one that reads as it was committed.
    """
    if (saved := saved_uncommitted(root, file)) is not None:
        return saved
    repository = Repository(root)
    try:
        return None if repository.is_as_committed(file.name) else repository.text_at("HEAD", file.name)
    except GitError:
        return None


def forget_uncommitted(root: Path, client: str) -> None:
    """Git has it now."""
    _path(root, client).unlink(missing_ok=True)


def _path(root: Path, client: str) -> Path:
    return root / OWN / FOLDER / f"{client}.yaml"
