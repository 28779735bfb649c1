"""Putting a new file where an old one stands without losing what is displaced: it stays, under the new one's name."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS alike
CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
NO_HARD_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS})


def keeps_displaced(new: Path, target: Path) -> bool:
    """Put `new` in the place of `target`; True when what stood there is now at `new`, False when it could not be kept.

    In one step where the system can do that; else a hard link keeps it, which a memory stick cannot either.
    """
    if _exchange(new, target):
        return True
    kept = new.with_suffix(".kept.tmp")
    try:
        os.link(target, kept, follow_symlinks=False)
    except OSError as cause:
        if cause.errno not in NO_HARD_LINKS:
            raise
        new.replace(target)
        return False
    new.replace(target)
    kept.replace(new)
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Whether the two names have changed places; OSError when the system can do that and was not able to."""
    library = ctypes.CDLL(None, use_errno=True)
    names = (os.fsencode(one), os.fsencode(other))
    if sys.platform == "darwin":
        failed = library.renamex_np(*names, EXCHANGE)
    elif hasattr(library, "renameat2"):
        failed = library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], EXCHANGE)
    else:
        return False
    if not failed:
        return True
    cause = ctypes.get_errno()
    if cause in CANNOT:
        return False
    raise OSError(cause, os.strerror(cause), str(other))


def put_folder(new: Path, target: Path) -> None:
    """Put a folder in the place of another, which is at `new` afterwards; in one step where the system can do that."""
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        aside = new.with_name(f"{new.name}.old")
        target.rename(aside)
        new.rename(target)
        aside.rename(new)
