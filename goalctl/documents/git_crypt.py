"""Files that git-crypt has locked: how they begin, and what opens them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LOCKED = "E105"
UNLOCK = "git-crypt unlock KEYFILE opens this clone"
_MARK = b"\0GITCRYPT\0"


def is_locked(data: bytes) -> bool:
    """Whether git-crypt has locked what these bytes, or the first of them, are of."""
    return data.startswith(_MARK)


def is_to_lock(folder: Path) -> bool:
    """Whether git-crypt is to lock files of that folder, as its attributes say, or those above it in its repository."""
    return any(map(_names_git_crypt, _attributes_of(folder)))


def _attributes_of(folder: Path) -> Iterator[Path]:
    for place in (folder, *folder.parents):
        yield from (place / ".gitattributes", place / ".git" / "info" / "attributes")
        if (place / ".git").exists():
            return


def _names_git_crypt(attributes: Path) -> bool:
    with suppress(OSError):
        return b"git-crypt" in attributes.read_bytes()
    return False
