"""The names of files that are on their way to another name, and what becomes of those that a kill left behind."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

MARK = ".goalctl-"  # tells our temporaries from those of other programs
DIGEST = 12  # of 64 hex digits, in a file's name
_KNOWN = re.compile(r"-([0-9a-f]{12})(?:-([0-9a-f]{12}))?(?:\.kept)?\.tmp$")


def digest(data: bytes) -> str:
    """What tells one content from every other."""
    return hashlib.sha256(data).hexdigest()


def temporary_name(target: Path, *known: str) -> Path:
    """A new name beside the target; `known` are the digests of what a file of that name may hold and is no loss."""
    digests = "".join(f"-{one[:DIGEST]}" for one in known)
    return target.with_name(f".{target.name[:40]}{MARK}{os.urandom(8).hex()}{digests}.tmp")


def drop(temporary: Path) -> None:
    """Take it away, unless it holds what a person saved, which by its name is neither the old text nor the new one."""
    with suppress(OSError):
        if not _is_a_persons(temporary):
            temporary.unlink()


def sweep_folders(target: Path, names: Collection[str]) -> None:
    """Remove what a kill left of folders that were to be `target`; only while nobody else makes one beside it.

    One that holds anything but files of these names may hold somebody's work, and is left.
    """
    own = re.compile(rf"{re.escape(f'.{target.name[:40]}{MARK}')}[0-9a-f]{{16}}\.(?:tmp|old)")
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            is_own = own.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            if is_own and _holds_only(entry.path, names, target.name):
                shutil.rmtree(entry.path, ignore_errors=True)


def _holds_only(folder: str, names: Collection[str], inner: str = "") -> bool:
    """Whether there are only files of these names, beside an inner folder that holds only such ones."""
    with os.scandir(folder) as entries:
        return all(
            _holds_only(entry.path, names)
            if inner and entry.name == inner and entry.is_dir(follow_symlinks=False)
            else entry.name in names and entry.is_file(follow_symlinks=False)
            for entry in entries
        )


def sweep(folder: Path, rescue: Callable[[Path, str], Path] | None = None) -> list[Path]:
    """Remove what killed saves left in this folder; only while holding the lock, or a running save loses its file.

    What a person saved just as a save was killed is moved by `rescue` to where it is kept under that name, and given.
    """
    rescued = []
    for stray in _left_behind(folder):
        drop(stray)
        if rescue and stray.exists():
            name, _, own = stray.name.partition(MARK)
            rescued.append(rescue(stray, f"{name.lstrip('.')}-{own.partition('-')[0]}"))
    return rescued


def _left_behind(folder: Path) -> list[Path]:
    with suppress(OSError):
        found = [folder / name for name in os.listdir(folder) if is_stray(name)]  # noqa: PTH208 - names, as quick as can be
        return [path for path in found if path.is_file() and not path.is_symlink()]
    return []


def is_stray(name: str) -> bool:
    """Whether a file of that name is one of our temporaries."""
    return name.startswith(".") and MARK in name and name.endswith(".tmp")


def _is_a_persons(temporary: Path) -> bool:
    """Only a file whose name says what it may hold can have changed places with another."""
    known = _KNOWN.search(temporary.name)
    return known is not None and digest(temporary.read_bytes())[:DIGEST] not in known.groups()
