"""A folder of tables, put as a whole in the place of the one before: who reads it finds all of one moment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from goalctl.documents.exchange import put_folder
from goalctl.documents.lock import folder_lock
from goalctl.documents.stops import without_stops
from goalctl.documents.strays import sweep_folders, temporary_name
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.door import OutputError, owner_of, refuse_stdout


def write_folder(folder: Path, files: Sequence[tuple[str, bytes]], account: Account, *, force: bool) -> None:
    """The files, and nothing else, in that folder, each for its owner alone.

    What a kill left of an earlier one goes first. What somebody else put there while they were made is no more written
    over than what was there before.
    """
    shown, folder, names = folder, folder.absolute(), [name for name, _ in files]
    with folder_lock(folder.parent) as is_alone, without_stops():
        if is_alone:
            sweep_folders(folder, names)
        aside = temporary_name(folder)
        staged = aside / folder.name  # a level deeper: who reads */due.parquet beside it counts nobody twice meanwhile
        aside.mkdir(mode=0o700)
        try:
            staged.mkdir(mode=0o700)
            for name, data in files:
                _write(staged / name, data)
            refuse_folder(shown, names, force=force)
            put_folder(staged, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)  # what was displaced, or what could not be put
        account.note(str(folder))


def _write(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def refuse_folder(folder: Path, ours: Collection[str], *, force: bool) -> None:
    """OutputError for a folder that belongs to a workspace or git, or holds anything but files of `ours`, the names."""
    refuse_stdout(folder, "folder")
    if owner := owner_of(folder):
        raise OutputError(f"{folder} belongs to {owner}; nothing was written", "choose another folder")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise OutputError(f"{folder} is no folder; nothing was written", "name a folder of its own")
    if not folder.absolute().parent.is_dir():
        raise OutputError(f"{folder.parent} is no folder; nothing was written", "make it first, or name another")
    if not folder.exists():
        return
    if strange := sorted({one.name for one in folder.iterdir()} - set(ours)):
        raise OutputError(f"{folder} holds {strange[0]}; nothing was written", "name a folder of its own")
    if not force:
        raise OutputError(f"{folder} is there already; nothing was written", "write its tables anew with --force")
