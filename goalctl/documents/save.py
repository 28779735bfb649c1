"""Saving one file so that a kill or a power cut leaves the old text or the new one, never a part.

What is written and when is for others; so is the lock, which they hold over reading, changing and saving.
Hard links are broken by design; access control lists and extended attributes are not carried over.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from goalctl.documents.exchange import NO_HARD_LINKS
from goalctl.documents.file_errors import (
    AlreadyExistsError,
    GitsOwnError,
    LinkLeavesError,
    NotAFileError,
    NotConfirmedError,
    NotSavedError,
    WriteProtectedError,
    shown_path,
)
from goalctl.documents.open import flags, real_path
from goalctl.documents.strays import temporary_name

if sys.platform != "win32":
    import fcntl

PRIVATE = 0o600
GIT = ".git"
NEW_FILE = flags("O_WRONLY", "O_CREAT", "O_EXCL", "O_NOFOLLOW", "O_BINARY")
UNNAMED = flags("O_WRONLY", "O_TMPFILE")
A_FOLDER = flags("O_RDONLY", "O_DIRECTORY")

FOLDER_NEEDS_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})
NO_UNNAMED_FILES = {*NO_HARD_LINKS, errno.EACCES, errno.EINVAL, errno.EISDIR, errno.ENOENT, errno.EXDEV}

WINDOWS_HELD = frozenset({5, 32, 33})  # access denied, sharing violation, lock violation: a scanner has it open
WINDOWS_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 0.8)


def save(path: Path, data: bytes, *, root: Path, private: bool = False) -> None:
    """Make `data` the whole of `path`, durably; the folder must exist, a new file is private (0600).

    An old one keeps its owner and mode, unless it is to be `private` too.

    A symbolic link is followed while it stays inside `root`, and never into git's own folder there.
    """
    shown = shown_path(path, root)
    target = real_target(path, root, shown)
    old = old_file(target, shown)
    try:
        _publish(target, data, shown, old=None if private else old, put=_replace)
    except OSError as cause:
        raise NotSavedError(shown, cause, existed=old is not None) from None


def create(path: Path, data: bytes, *, root: Path) -> None:
    """Write a file that must not be there yet; a dangling link counts as there."""
    shown = shown_path(path, root)
    target = real_target(path.parent, root, shown) / path.name
    _refuse_gits_own(target, root, shown)
    try:
        _publish(target, data, shown, old=None, put=put_new)
    except FileExistsError:
        raise AlreadyExistsError(shown) from None
    except OSError as cause:
        raise NotSavedError(shown, cause, existed=False) from None


def real_target(path: Path, root: Path, shown: str) -> Path:
    """Where the path leads, which must be inside `root`, and not in git's own folder there."""
    target = real_path(path, root)
    if target is None:
        raise LinkLeavesError(shown)
    _refuse_gits_own(target, root, shown)
    return target


def _refuse_gits_own(target: Path, root: Path, shown: str) -> None:
    if GIT in (part.casefold() for part in target.relative_to(os.path.realpath(root)).parts):
        raise GitsOwnError(shown)


def old_file(target: Path, shown: str) -> os.stat_result | None:
    """What the save will replace; None when the file is new."""
    try:
        old = os.lstat(target)
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise NotSavedError(shown, cause, existed=True) from None
    if not stat.S_ISREG(old.st_mode):
        raise NotAFileError(shown)
    if not old.st_mode & 0o222:  # a rename would not ask
        raise WriteProtectedError(shown)
    return old


def _publish(
    target: Path, data: bytes, shown: str, *, old: os.stat_result | None, put: Callable[[Path, Path], None]
) -> None:
    with durable_folder(target.parent, shown), _temporary(target, data, old) as temporary:
        put(temporary, target)


@contextmanager
def durable_folder(folder: Path, shown: str) -> Iterator[None]:
    """Opened before anything is written, so that afterwards only the disk itself can fail."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, A_FOLDER)
    try:
        yield
        try:
            sync_names(handle)
        except OSError:
            raise NotConfirmedError(shown) from None
    finally:
        with suppress(OSError):  # too late to matter: the file is in place
            os.close(handle)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk; OSError when the disk does not take them."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, A_FOLDER)
    try:
        sync_names(handle)
    finally:
        os.close(handle)


def sync_names(handle: int) -> None:
    """Force the names in an open folder to the disk, where there is such a thing; OSError when it fails."""
    try:
        _sync(handle)
    except OSError as cause:
        if cause.errno not in FOLDER_NEEDS_NO_SYNC:
            raise


@contextmanager
def _temporary(target: Path, data: bytes, old: os.stat_result | None) -> Iterator[Path]:
    """A whole, synced file beside the target; whatever happens, it is gone afterwards."""
    temporary = temporary_name(target)
    try:
        fill(temporary, data, old)
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def fill(temporary: Path, data: bytes, old: os.stat_result | None) -> None:
    """Without a name until it is whole, where the system can do that: then a kill leaves nothing to sweep."""
    if sys.platform == "linux":
        try:
            handle = os.open(temporary.parent, UNNAMED, PRIVATE)
            _write_and_close(handle, data, old, name=temporary)
        except OSError as cause:
            if cause.errno not in NO_UNNAMED_FILES:
                raise
        else:
            return
    _write_and_close(os.open(temporary, NEW_FILE, PRIVATE), data, old)


def _write_and_close(handle: int, data: bytes, old: os.stat_result | None, *, name: Path | None = None) -> None:
    """`name` is given to a file that has none; closing can fail too, and then nothing is put in place."""
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if old is not None:
            _take_after(handle, old)
        _sync(handle)
        if name is not None:
            _name(handle, name)
    finally:
        os.close(handle)


def _take_after(handle: int, old: os.stat_result) -> None:
    """Owner, group and mode of the old file; the rights of a group that cannot be kept go to no other."""
    if sys.platform == "win32":
        return
    mode = stat.S_IMODE(old.st_mode)
    made = os.fstat(handle)
    if (made.st_uid, made.st_gid) != (old.st_uid, old.st_gid) and not _owned_like(handle, old):
        mode &= ~0o070
    if stat.S_IMODE(made.st_mode) != mode:
        os.fchmod(handle, mode)


def _owned_like(handle: int, old: os.stat_result) -> bool:
    """Whether at least the group could be kept."""
    if sys.platform == "win32":
        return True
    for owner in (old.st_uid, -1):
        with suppress(OSError):
            os.fchown(handle, owner, old.st_gid)
            return True
    return False


def _sync(handle: int) -> None:
    if sys.platform == "darwin":  # there fsync stops at the drive's own cache
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _name(handle: int, name: Path) -> None:
    """The descriptor's entry in /proc is the only way that needs no privilege."""
    descriptors = os.open("/proc/self/fd", A_FOLDER)
    try:
        os.link(str(handle), name, src_dir_fd=descriptors, follow_symlinks=True)
    finally:
        os.close(descriptors)


def _replace(temporary: Path, target: Path) -> None:
    patiently(lambda: temporary.replace(target))


def put_new(temporary: Path, target: Path) -> None:
    """Refuses to replace; on a disk without hard links (a memory stick) that is checked just before."""
    if sys.platform == "win32":
        patiently(lambda: temporary.rename(target))  # there it never replaces
        return
    try:
        os.link(temporary, target)
    except OSError as cause:
        if cause.errno not in NO_HARD_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        temporary.replace(target)


def patiently(step: Callable[[], object], pauses: tuple[float, ...] = WINDOWS_PAUSES) -> None:
    """Do the step; on Windows try again while another program has the file open."""
    for pause in pauses:
        try:
            step()
        except OSError as cause:
            if getattr(cause, "winerror", None) not in WINDOWS_HELD:
                raise
            time.sleep(pause)
        else:
            return
    step()
