"""The changes that git did not take, with the words they will be committed with. Light: git is not asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.lock import inner_folder
from goalctl.documents.save import save
from goalctl.workspace.store.papers import is_for_all, paper
from goalctl.workspace.store.root import OWN, OWN_FILES, OWN_FOLDERS

FOLDER = "uncommitted"
WAITING = "waiting.json"


class Waiting(NamedTuple):
    """One change that git did not take: its files, and its words without the client."""

    of: str
    names: tuple[str, ...]
    words: str


def waiting(root: Path) -> list[Waiting]:
    """The changes that wait, oldest first, of files that goalctl commits; none where nothing can be read."""
    found = paper(root, f"{FOLDER}/{WAITING}")
    try:
        kept = [Waiting(str(one["of"]), tuple(map(str, one["names"])), str(one["words"])) for one in found or ()]
    except (ValueError, TypeError, KeyError):
        return []
    return [one for one in kept if one.names and all(map(_is_committed_here, one.names))]


def _is_committed_here(name: str) -> bool:
    return is_for_all(name) and Path(name).parts[0] in {*OWN_FOLDERS, *OWN_FILES}


def keep_waiting(root: Path, left: Sequence[Waiting]) -> None:
    """These wait from now on, and no others."""
    path = folder_of(root) / WAITING
    if left:
        save(path, json.dumps([one._asdict() for one in left], indent=1, ensure_ascii=False).encode(), root=root)
    else:
        path.unlink(missing_ok=True)


def folder_of(root: Path) -> Path:
    """Where all of it is kept, made if it is missing."""
    return inner_folder(root / OWN, FOLDER)
