"""The changes that git did not take, with the words they will be committed with. Light: git is not asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from goalctl.documents.lock import own_folder
from goalctl.documents.save import save
from goalctl.workspace.store.root import OWN

FOLDER = "uncommitted"
WAITING = "waiting.json"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One change that git did not take: its files, and its words without the client."""

    of: str
    names: tuple[str, ...]
    words: str


def waiting(root: Path) -> list[Waiting]:
    """The changes that wait, oldest first; none where nothing can be read."""
    try:
        found = json.loads((root / OWN / FOLDER / WAITING).read_text(encoding="utf-8"))
        return [Waiting(str(one["of"]), tuple(map(str, one["names"])), str(one["words"])) for one in found]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def keep_waiting(root: Path, left: Sequence[Waiting]) -> None:
    """These wait from now on, and no others."""
    path = folder_of(root) / WAITING
    if left:
        save(path, json.dumps([asdict(one) for one in left], indent=1, ensure_ascii=False).encode(), root=root)
    else:
        path.unlink(missing_ok=True)


def folder_of(root: Path) -> Path:
    """Where all of it is kept, made if it is missing."""
    folder = own_folder(root / OWN) / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
