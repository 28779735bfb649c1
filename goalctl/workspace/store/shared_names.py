"""Names that several people keep together, as for cover: one file that one group may read and write, and nobody else.

The file itself says which group that is; without that word, or where it belongs to another group, it is not used.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from goalctl.documents.lock import file_lock
from goalctl.model.errors import GoalctlError

if sys.platform != "win32":
    import grp

OWN_FOLDER, OWN_FILE = 0o700, 0o600
SHARED_FOLDER, SHARED_FILE = 0o2770, 0o660  # what is made in the folder belongs to its group
OF_THE_GROUP, OF_OTHERS = 0o070, 0o007


class NotSharedError(GoalctlError):
    """The names can't be given to that group; whoever could read them before still can, and nobody else."""


def is_there(path: Path) -> bool:
    """Whether there is such a file for this user; none is there in a folder that is closed to the user."""
    try:
        path.stat()
    except OSError:
        return False
    return True


def may_be_used(path: Path, group: str | None) -> bool:
    """Whether nobody can read the file but its owner and, where the file names it, its group."""
    if sys.platform == "win32":
        return True
    seen = path.stat()
    if seen.st_mode & OF_OTHERS:
        return False
    return not seen.st_mode & OF_THE_GROUP or (group is not None and _name_of(seen.st_gid) == group)


def readers_of(group: str | None) -> str:
    """Who may read the names, in words: `you alone`, `the group clinic: a.lee, m.kowalski`.

    The members are those of this machine's list; whoever has the group as the first one is not in that.
    """
    if group is None:
        return "you alone"
    members: list[str] = []
    if sys.platform != "win32":
        with suppress(KeyError):
            members = grp.getgrnam(group).gr_mem
    return f"the group {group}: {', '.join(members) or 'whoever has it as the first group'}"


@contextmanager
def names_lock(path: Path) -> Iterator[None]:
    """One writer at a time in the names, from whichever copy of the workspace; the folder must be there."""
    lock = _lock_of(path)
    is_new = not lock.exists()
    with file_lock(lock):
        if is_new and is_there(path):
            lock.chmod(stat.S_IMODE(path.stat().st_mode))
        yield


def open_to(path: Path, group: str) -> None:
    """Give folder, lock and file to the group; the file last, so that a failure leaves it closed."""
    if sys.platform == "win32":
        raise NotSharedError("Windows has no such groups", "share the folder by its own permissions")
    try:
        number = grp.getgrnam(group).gr_gid
    except KeyError:
        raise NotSharedError(
            f"there is no group {group} here", "make it, and put everyone who covers into it"
        ) from None
    try:
        for one, mode in ((path.parent, SHARED_FOLDER), (_lock_of(path), SHARED_FILE), (path, SHARED_FILE)):
            os.chown(one, -1, number)
            one.chmod(mode)
    except OSError as cause:
        why = (cause.strerror or "unknown reason").lower()
        hint = f"it takes the owner of {path.parent}, who is in that group"
        raise NotSharedError(f"the names can't be given to the group {group}: {why}", hint) from None


def close_to_others(path: Path) -> None:
    """Folder and lock for their owner alone again; the file itself is the next to be saved, and then private."""
    try:
        path.parent.chmod(OWN_FOLDER)
        _lock_of(path).chmod(OWN_FILE)
    except OSError:
        hint = "whoever shared them can"
        raise NotSharedError(f"{path.parent} belongs to somebody else, so it can't be closed here", hint) from None


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.stem}.lock")


def _name_of(number: int) -> str:
    if sys.platform != "win32":
        with suppress(KeyError):
            return grp.getgrgid(number).gr_name
    return ""
