"""What facts depend on beside the plans: the settings, the practice's own forms, and the code that makes them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import goalctl
from goalctl import __version__
from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes, real_path
from goalctl.workspace.memory.digest import new_digest
from goalctl.workspace.memory.file import LAYOUT
from goalctl.workspace.store.root import FORMS, PLANS, SETTINGS

_ROOMS = ("model", "analysis", "rules", "documents", "library", "workspace")
ENDINGS = (".py", ".yaml", ".json")


def key_of(root: Path) -> str:
    """The same for as long as the same plans say the same; what can't be read counts by why it can't."""
    found = new_digest(f"{__version__} {LAYOUT}\n".encode())
    for part in (*_code(), *_contents(root)):
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def key_of_pages(root: Path) -> str:
    """The same for pages that are made of the facts, which change with the words and looks of goalctl as well."""
    found = new_digest(key_of(root).encode())
    for part in _code(("views", "cli")):
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def _code(rooms: Iterable[str] = _ROOMS) -> Iterator[bytes]:
    """The stamps of goalctl's own files: whoever works on it need not think of what is remembered."""
    house = Path(goalctl.__file__).parent
    for room in rooms:
        for name, entry in sorted(_entries(str(house / room), room)):
            seen = entry.stat()
            yield f"{name} {seen.st_mtime_ns} {seen.st_size}".encode()


def _entries(folder: str, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(ENDINGS):
                yield f"{name}/{entry.name}", entry
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _entries(entry.path, f"{name}/{entry.name}")


def _contents(root: Path) -> Iterator[bytes]:
    yield b"here" if real_path(root / PLANS, root) else b"away"  # a link that leads away is not followed
    for path in (root / SETTINGS, *sorted((root / FORMS).glob("*.yaml"))):
        yield path.name.encode(errors="surrogateescape")
        try:
            yield read_bytes(path, root=root, limit=sys.maxsize - 1)
        except UnreadableFileError as error:
            yield str(error).encode(errors="surrogateescape")
