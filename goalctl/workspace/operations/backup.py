"""`backup`: a copy of the whole record elsewhere, looked through as soon as it is made; and the way back from it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goalctl.documents.document import document_of
from goalctl.documents.git_crypt import is_locked
from goalctl.documents.open import real_path
from goalctl.documents.save import create
from goalctl.documents.stops import without_stops
from goalctl.model.errors import GoalctlError
from goalctl.model.settings import Settings
from goalctl.workspace.store.door import owner_of
from goalctl.workspace.store.git.bundle import (
    BUNDLE,
    PACKED,
    bundled,
    is_kept_by_git,
    locked_as_in_git,
    packed,
    record_of,
    unpacked,
)
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.git.second_copy import note_backup
from goalctl.workspace.store.locked_names import AgeError, is_age_there, locked_names, note_copied
from goalctl.workspace.store.names import names_file
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.transaction.transaction import writing


class BackupPlaceError(GoalctlError):
    """A backup can't go there, or nothing can be restored there."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class BackupCheck:
    """A restored backup beside the record: how many files are the same, and the names of the others.

    `is_another` says that it is the record of another practice.
    """

    same: int
    otherwise: tuple[str, ...] = ()
    only_in_record: tuple[str, ...] = ()
    only_in_backup: tuple[str, ...] = ()
    is_another: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the backup holds what the record holds, byte for byte."""
        return not (self.otherwise or self.only_in_record or self.only_in_backup)


@dataclass(frozen=True, slots=True)
class Backup:
    """What was written, how it compares, and what became of the names: the file, or why they are not in it.

    `locked` counts the files that git-crypt locks, in the backup too.
    """

    file: Path
    compared: BackupCheck
    names: Path | None
    why_no_names: str
    is_on_same_disk: bool
    locked: int


def back_up(practice: Practice, folder: Path, now: datetime, *, recipient: str | None, may_ask: bool) -> Backup:
    """Write the copies into that folder, restore them on trial, and note that it was done if they are whole."""
    _refuse_place(practice.root, folder)
    stem = folder / f"{practice.root.resolve().name}-{now:%Y-%m-%d-%H%M%S}"
    with writing(practice, folder):
        record = _record(practice.root)
        has_history = is_kept_by_git(practice.root)
        data = bundled(practice.root, record) if has_history else packed(record)
    file = stem.with_name(stem.name + (BUNDLE if has_history else PACKED))
    with without_stops():
        create(file, data, root=folder)
        practice.account.note(str(file))
    compared = verified(file, record)
    names, why = _names(practice, stem, now, recipient, may_ask=may_ask)
    if compared.is_whole:
        note_backup(practice.root, now)
    same_disk = folder.stat().st_dev == practice.root.stat().st_dev
    return Backup(file, compared, names, why, same_disk, sum(map(is_locked, record.values())))


def _record(root: Path) -> dict[str, bytes]:
    """The record as a backup of it holds it."""
    record = record_of(root)
    return locked_as_in_git(root, record) if is_kept_by_git(root) else record


def _refuse_place(root: Path, folder: Path) -> None:
    if not folder.is_dir():
        hint = "name a folder that is there, as on a disk that is plugged in; it is not made, lest it be made elsewhere"
        raise BackupPlaceError(f"{folder} is not a folder; nothing was written", hint)
    top = Repository(root).run("rev-parse", "--show-toplevel").stdout.strip()
    for inside in (root, Path(top) if top else root):
        if real_path(folder, inside) is not None:
            raise BackupPlaceError(
                f"{folder} lies in the workspace itself; nothing was written", "choose a folder on another disk"
            )
    if owner := owner_of(folder):
        raise BackupPlaceError(f"{folder} belongs to {owner}; nothing was written", "choose another folder")


def verified(file: Path, record: Mapping[str, bytes]) -> BackupCheck:
    """The backup, restored into a scratch folder that is gone afterwards, beside what the record holds."""
    with tempfile.TemporaryDirectory(prefix="goalctl-") as scratch:
        restored = record_of(unpacked(file, Path(scratch) / "restored"))
    both = [name for name in record if name in restored]
    ids = {_workspace(record), _workspace(restored)} - {None}
    return BackupCheck(
        sum(record[name] == restored[name] for name in both),
        tuple(name for name in both if record[name] != restored[name]),
        tuple(name for name in record if name not in restored),
        tuple(name for name in restored if name not in record),
        is_another=len(ids) > 1,
    )


def _workspace(record: Mapping[str, bytes]) -> str | None:
    """The id by which a practice is known, as its settings have it."""
    settings = document_of(record.get(SETTINGS, b""), Settings).content
    return settings.workspace if settings else None


def verified_against(practice: Practice, file: Path) -> BackupCheck:
    """The same with the record as it is now."""
    return verified(file, _record(practice.root))


def restore(file: Path, folder: Path) -> Path:
    """The record and its history in a new folder; the folder of the workspace in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupPlaceError(f"{folder} is there already and not empty; nothing was restored", "name a new folder")
    if owner := owner_of(folder):
        raise BackupPlaceError(f"{folder} belongs to {owner}; nothing was restored", "name a folder elsewhere")
    if not folder.absolute().parent.is_dir():
        raise BackupPlaceError(f"{folder.parent} is not there; nothing was restored", "make it, or name another")
    return unpacked(file, folder.absolute())


def _names(
    practice: Practice, stem: Path, now: datetime, recipient: str | None, *, may_ask: bool
) -> tuple[Path | None, str]:
    """A copy of the names that only a key or a passphrase opens; never one that anybody can read."""
    if practice.settings.workspace is None or not names_file(practice).is_file():
        return None, "none are kept for this workspace"
    if not is_age_there():
        return None, "age, which would lock them, is not installed; copy the names file by hand to a safe place"
    if recipient is None and not may_ask:
        return None, "nobody is there to type a passphrase; --recipient age1… needs none"
    try:
        data = locked_names(practice, recipient or "")
    except AgeError:
        return None, "age did not lock them"
    file = stem.with_name(f"{stem.name}.names.age")
    create(file, data, root=stem.parent)
    note_copied(practice, now)
    return file, ""
