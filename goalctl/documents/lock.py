"""One writer at a time in a workspace: hold the lock over reading, changing and saving, never while a person types."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from goalctl.documents.file_errors import (
    AlreadyExistsError,
    LinkLeavesError,
    LockedError,
    NoLockError,
    NotConfirmedError,
)
from goalctl.documents.open import flags, real_path
from goalctl.documents.save import create

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_FLAGS = flags("O_RDWR", "O_CREAT", "O_NOFOLLOW")
BUSY = frozenset({errno.EACCES, errno.EDEADLK} if sys.platform == "win32" else {errno.EAGAIN, errno.EWOULDBLOCK})
PAUSE = 0.005


@contextmanager
def workspace_lock(folder: Path, *, timeout_seconds: float = 10.0) -> Iterator[None]:
    """Hold the lock of the workspace whose `.goalctl` is `folder`, which is made if it is missing.

    The system lets go of it when the process dies, so the file is never removed. It does not nest.
    """
    try:
        lock = own_folder(folder) / "lock"
    except OSError as cause:
        raise NoLockError(cause) from None
    with file_lock(lock, timeout_seconds=timeout_seconds):
        yield


@contextmanager
def file_lock(path: Path, *, timeout_seconds: float = 10.0) -> Iterator[None]:
    """The same for whatever that file stands for; it is made if it is missing."""
    try:
        handle = os.open(path, LOCK_FLAGS, 0o600)
    except OSError as cause:
        raise NoLockError(cause, path) from None
    try:
        _wait_for(handle, timeout_seconds)
        yield
    finally:
        with suppress(OSError):  # whatever was done is done; the lock goes with the process at the latest
            os.close(handle)


@contextmanager
def folder_lock(folder: Path) -> Iterator[bool]:
    """Hold any folder as long as another process holds it not; False where the system can't do that."""
    handle = _held(folder)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            os.close(handle)


def _held(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        handle = os.open(folder, flags("O_RDONLY", "O_DIRECTORY"))
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        os.close(handle)
        return None
    except BaseException:
        os.close(handle)
        raise
    return handle


def own_folder(folder: Path) -> Path:
    """The folder that goalctl keeps for itself in a workspace, made if it is missing; git ignores what is in it."""
    if real_path(folder, folder.parent) is None:  # what goalctl keeps there holds clients' words
        raise LinkLeavesError(folder.name)
    with suppress(FileExistsError):
        folder.mkdir(0o700)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        with suppress(AlreadyExistsError, NotConfirmedError):
            create(ignore, b"*\n", root=folder.parent)
    return folder


def inner_folder(folder: Path, name: str) -> Path:
    """A folder in that one, made if it is missing; it holds clients' words too, so that it may not lead away either."""
    inner = own_folder(folder) / name
    if real_path(inner, folder.parent) is None:
        raise LinkLeavesError(f"{folder.name}/{name}")
    inner.mkdir(mode=0o700, exist_ok=True)
    return inner


def _wait_for(handle: int, timeout_seconds: float) -> None:
    """Short naps rather than one blocking call: these end in time, in any thread, and at once on Ctrl-C."""
    deadline = time.monotonic() + timeout_seconds
    while not _is_taken(handle):
        if time.monotonic() >= deadline:
            raise LockedError(timeout_seconds)
        time.sleep(PAUSE)


def _is_taken(handle: int) -> bool:
    """Whether the lock is ours now."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as cause:
        if cause.errno in BUSY:
            return False
        raise NoLockError(cause) from None
    return True
