"""Replacing a file only if it still holds what was read: what a person saves meanwhile is never lost under ours.

The new text is staged beside the old one, whole and synced; putting it in place is one more step, so that several files
can be staged before the first of them is put.
"""

from __future__ import annotations

import sys
from pathlib import Path

from goalctl.documents.exchange import keeps_displaced
from goalctl.documents.file_errors import (
    AlreadyExistsError,
    ChangedMeanwhileError,
    GoneMeanwhileError,
    NotConfirmedError,
    NotSavedError,
    shown_path,
)
from goalctl.documents.save import durable_folder, fill, old_file, patiently, put_new, real_target
from goalctl.documents.strays import digest, drop, temporary_name


def replace(path: Path, data: bytes, *, root: Path, before: bytes) -> None:
    """Save durably over a file that must still hold `before`, up to the moment in which it is replaced.

    ChangedMeanwhileError or GoneMeanwhileError when it doesn't: then what somebody else saved is there, and stays.
    """
    staged = stage(path, data, root=root, before=before)
    try:
        put(staged, path, root=root, before=digest(before), after=digest(data))
    finally:
        drop(staged)


def stage(path: Path, data: bytes, *, root: Path, before: bytes | None) -> Path:
    """A whole, synced file beside the one whose place it is to take; None: beside nothing, as a new one."""
    shown = shown_path(path, root)
    target = real_target(path, root, shown)
    old = None if before is None else old_file(target, shown)
    staged = temporary_name(target, *([] if before is None else [digest(before)]), digest(data))
    try:
        fill(staged, data, old)
    except OSError as cause:
        drop(staged)
        raise NotSavedError(shown, cause, existed=before is not None) from None
    return staged


def put(staged: Path, path: Path, *, root: Path, before: str | None, after: str) -> None:
    """Put it in its place, durably, if what stands there still has the digest `before`; None: if nothing does."""
    shown = shown_path(path, root)
    target = real_target(path, root, shown)
    try:
        with durable_folder(target.parent, shown):
            if before is None:
                put_new(staged, target)
            else:
                _swap(staged, target, shown, before, after)
            drop(staged)  # before the wait for the disk, so that a kill leaves no stray
    except FileExistsError:
        raise AlreadyExistsError(shown) from None
    except OSError as cause:
        raise NotSavedError(shown, cause, existed=before is not None) from None


def _swap(staged: Path, target: Path, shown: str, before: str, after: str) -> None:
    """What is displaced is looked at once more; if a person saved it a moment ago, it is put back."""
    try:
        now = digest(target.read_bytes())
    except FileNotFoundError:
        raise GoneMeanwhileError(shown) from None
    if now != before:
        raise ChangedMeanwhileError(shown)
    if sys.platform == "win32":
        patiently(lambda: staged.replace(target))
    elif keeps_displaced(staged, target):
        _put_back_what_is_new(staged, target, shown, before, after)


def _put_back_what_is_new(staged: Path, target: Path, shown: str, expected: str, stands: str) -> None:
    """As often as a person saves between two looks; the latest of theirs is what stays."""
    ours = stands
    try:
        while (found := digest(staged.read_bytes())) != expected and keeps_displaced(staged, target):
            expected, stands = stands, found
    except OSError:  # the new text is in place, and what it displaced is rescued by the next write
        raise NotConfirmedError(shown) from None
    if stands != ours:
        raise ChangedMeanwhileError(shown)
