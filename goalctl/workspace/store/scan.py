"""Which plan files a workspace has, without opening any; what else lies there is named, never passed over."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding
from goalctl.model.ids import client_from
from goalctl.model.scalars import ScalarError
from goalctl.workspace.store.root import PLANS

SCHEMA = "plan.schema.json"
ENDING = ".yaml"

Stamp: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan by its name, `plans/c-7f3k.yaml`; `stamp` is what changes when the file does: times, size, inode."""

    client: str
    name: str
    stamp: Stamp

    def path(self, root: Path) -> Path:
        """Where it is."""
        return root / self.name


@dataclass(frozen=True, slots=True)
class Scan:
    """The plan files by client, and a finding for each file that should not be where it is."""

    files: tuple[PlanFile, ...]
    strays: tuple[tuple[str, Finding], ...] = ()


class NoPlansError(GoalctlError):
    """The folder of plans can't be listed."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(
            f"the folder {PLANS}/ can't be listed: {(cause.strerror or 'unknown').lower()}", "make it: mkdir plans"
        )


def scan(root: Path) -> Scan:
    """Every plan file below `plans/`, in the order of the clients' ids."""
    try:
        return arranged(_files(root / PLANS, PLANS))
    except OSError as cause:
        raise NoPlansError(cause) from None


def arranged(found: Iterable[tuple[str, Stamp]]) -> Scan:
    """The files by name, sorted out into plans and strays."""
    files: dict[str, PlanFile] = {}
    strays: list[tuple[str, Finding]] = []
    for name, stamp in sorted(found):
        stem = name.rpartition("/")[2].removesuffix(ENDING)
        if finding := _misplaced(name, stem) or _second(stem, files):
            strays.append((name, finding))
        else:
            files[stem] = PlanFile(stem, name, stamp)
    return Scan(tuple(files[client] for client in sorted(files)), tuple(strays))


def _files(folder: Path, name: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == SCHEMA:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder / entry.name, f"{name}/{entry.name}")
            else:
                yield f"{name}/{entry.name}", stamp_of(entry)


def stamp_of(entry: os.DirEntry[str] | Path) -> Stamp:
    """What tells one state of a file from the next; a link that leads nowhere has the stamp of the link."""
    try:
        status = entry.stat()
    except OSError:
        status = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        return (-1, -1, -1, -1)
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _misplaced(name: str, stem: str) -> Finding | None:
    if not name.endswith(ENDING):
        hint = f"rename it to {stem.rpartition('.')[0] or stem}{ENDING} if it is a plan, or move it out of {PLANS}/"
        return Finding("E151", f"this is not read: a plan's file ends in {ENDING}", hint=hint)
    try:
        client_from(stem)
    except ScalarError as error:
        return Finding("E152", f"the file's name is no client's id: {error}", hint=error.hint)
    return None


def _second(stem: str, files: dict[str, PlanFile]) -> Finding | None:
    if stem not in files:
        return None
    return Finding("E153", f"client {stem} has a second file, beside {files[stem].name}", hint="keep one of the two")
