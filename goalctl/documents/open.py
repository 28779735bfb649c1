"""Bytes from one file, never from a pipe or from behind a link out of the workspace. What they say is for `text`."""

from __future__ import annotations

import os
import stat
from io import DEFAULT_BUFFER_SIZE
from pathlib import Path

from goalctl.documents.file_errors import UnreadableFileError, reason_and_hint, shown_path
from goalctl.documents.foreign import FETCH, IN_ICLOUD, is_in_icloud

LINK_LEAVES = "it is a link that leaves the workspace"


def flags(*names: str) -> int:
    """Those of these flags of `os.open` that this system has, together."""
    return sum(getattr(os, name, 0) for name in names)


# A pipe without a writer must not block, and a link swapped in at the last moment must not be followed.
READ_FLAGS = flags("O_RDONLY", "O_NONBLOCK", "O_NOFOLLOW", "O_BINARY")


def read_bytes(path: Path, *, root: Path, limit: int) -> bytes:
    """The whole file, or its first `limit` + 1 bytes, by which the caller knows that it is too large."""
    real = real_path(path, root)
    if real is None:
        raise UnreadableFileError(shown_path(path, root), LINK_LEAVES, "replace the link by the file itself")
    try:
        content = _content(real, limit + 1)
    except OSError as cause:
        why = (f"it is {IN_ICLOUD}", FETCH) if is_in_icloud(real) else reason_and_hint(cause)
        raise UnreadableFileError(shown_path(path, root), *why) from None
    if content is None:
        raise UnreadableFileError(shown_path(path, root), "it is not a regular file", "move it out of the way")
    return content


def real_path(path: Path, root: Path) -> Path | None:
    """The path with every symbolic link followed; None when that leaves `root`."""
    real, home = os.path.realpath(path), os.path.realpath(root)
    return Path(real) if real == home or real.startswith(home.rstrip(os.sep) + os.sep) else None


def _content(real: Path, most: int) -> bytes | None:
    """None when it is a pipe or a device; a folder fails at the first read."""
    handle = os.open(real, READ_FLAGS)
    try:
        seen = os.fstat(handle)
        if not (stat.S_ISREG(seen.st_mode) or stat.S_ISDIR(seen.st_mode)):
            return None
        return _first_bytes(handle, most)
    finally:
        os.close(handle)


def _first_bytes(handle: int, most: int) -> bytes:
    """To the end of the file, whatever size it claims, or as many as that."""
    pieces: list[bytes] = []
    while most and (piece := os.read(handle, min(most, DEFAULT_BUFFER_SIZE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)
