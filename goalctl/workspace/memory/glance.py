"""Whether everything in a folder is as it was: digests over names and stamps. Light, and as quick as looking is.

What lies there is told apart by drawer, so that one change leads to a few files. Nothing is sorted, and no plan told
from what lies beside it: a change that matters to nobody costs time, not an answer.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR
from struct import Struct
from typing import NamedTuple

from goalctl.workspace.memory.digest import new_digest

DRAWERS = 256  # a power of two, for a store finds them by a mask
OPEN = "-"
_STAMP = Struct("4Q").pack
_BITS = 2**64 - 1  # a time before 1970 is negative, one after 2262 and an inode may be larger than is signed
_NO_STAMP = _STAMP(0, 0, 0, 0)
_BY_HANDLE = os.stat in os.supports_dir_fd and os.listdir in os.supports_fd  # which spares the way to each file


class Drawer(NamedTuple):
    """The digest of what lies in it, the latest time that any file has, in nanoseconds, and the names."""

    digest: str
    latest: int
    names: list[str]

    @property
    def noted(self) -> NotedDrawer:
        """What is kept of it."""
        return NotedDrawer(self.digest, len(self.names))


class NotedDrawer(NamedTuple):
    """A drawer as it was: the digest and number; no digest where it could not be relied on."""

    digest: str
    number: int


class Glance(NamedTuple):
    """What was seen, by drawer: a file or folder lies in the one of its inode, by the remainder."""

    drawers: tuple[Drawer, ...]

    def noted(self, left_open: Collection[int] = ()) -> str:
        """What tells it from any other, but for the drawers that can't be relied on yet."""
        text = _written(drawer.noted for drawer in self.drawers)
        return reopened(text, left_open) if left_open else text

    def changed_since(self, noted: str) -> ChangedDrawers | None:
        """The drawers that are not as they were; None where nothing was noted."""
        then = _read(noted)
        if len(then) != DRAWERS:
            return None
        changed = [n for n, (drawer, was) in enumerate(zip(self.drawers, then, strict=True)) if drawer.noted != was]
        names = {name for n in changed for name in self.drawers[n].names}
        return ChangedDrawers(frozenset(changed), names, sum(then[n].number for n in changed))


class ChangedDrawers(NamedTuple):
    """Which they are, what lies in them, a folder with a slash at its end, and how much did before."""

    numbers: frozenset[int]
    names: set[str]
    number_then: int


def reopened(noted: str, drawers: Collection[int]) -> str:
    """What was noted, without what it says of these drawers but their numbers."""
    then = enumerate(_read(noted))
    return _written(was._replace(digest=OPEN) if n in drawers else was for n, was in then)


def _written(drawers: Iterable[NotedDrawer]) -> str:
    return " ".join(f"{digest}:{number}" for digest, number in drawers)


def _read(noted: str) -> list[NotedDrawer]:
    pairs = (drawer.split(":") for drawer in noted.split())
    return [NotedDrawer(digest, int(number)) for digest, number in pairs]


class _Cabinet:
    """The drawers while they are filled."""

    def __init__(self) -> None:
        self.digests = [new_digest() for _ in range(DRAWERS)]
        self.latest = [0] * DRAWERS
        self.names: list[list[str]] = [[] for _ in range(DRAWERS)]

    def closed(self) -> Glance:
        digests = (digest.hexdigest() for digest in self.digests)
        return Glance(tuple(map(Drawer, digests, self.latest, self.names)))


def glance_at(folder: Path) -> Glance | None:
    """What lies in the folder and in those below it, but for names with a dot in front; None where it can't be seen."""
    cabinet, ahead = _Cabinet(), [""]
    try:
        while ahead:
            within = ahead.pop()
            with _looking_into(f"{folder}/{within}") as (names, beside, handle):
                folders = _look(cabinet, names, within, beside, handle)
                ahead += [f"{within}{name}/" for name in folders]
    except OSError:  # or it went while it was looked at
        return None
    return cabinet.closed()


@contextmanager
def _looking_into(folder: str) -> Iterator[tuple[list[str], str, int | None]]:
    """The names, and how each is reached: what stands before it, and the folder that it is looked up in."""
    if not _BY_HANDLE:
        yield os.listdir(folder), folder, None  # noqa: PTH208 - names
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield os.listdir(handle), "", handle  # noqa: PTH208 - the same
    finally:
        os.close(handle)


def _look(cabinet: _Cabinet, names: list[str], within: str, beside: str, handle: int | None) -> list[str]:
    """Fill the drawers, and give the names of folders; in as few steps as can be, since 100,000 files take them."""
    digests, latest, inside = cabinet.digests, cabinet.latest, cabinet.names
    folders, look, stamp = [], os.stat, _STAMP
    for name in names:
        if name[0] == ".":
            continue
        try:
            status = look(beside + name, dir_fd=handle)
        except OSError:  # a link that leads nowhere
            status = look(beside + name, dir_fd=handle, follow_symlinks=False)
        changed, moved, drawer = status.st_mtime_ns, status.st_ctime_ns, status.st_ino % DRAWERS
        path = f"{within}{name}\0".encode(errors="surrogateescape")
        if S_ISDIR(status.st_mode) and S_ISDIR(look(beside + name, dir_fd=handle, follow_symlinks=False).st_mode):
            inside[drawer].append(f"{within}{name}/")
            folders.append(name)  # no link to one; what is in it tells more than its stamp
            digests[drawer].update(_NO_STAMP + path)
            continue
        inside[drawer].append(within + name)
        if changed > latest[drawer] or moved > latest[drawer]:
            latest[drawer] = max(changed, moved)
        told = stamp(changed & _BITS, moved & _BITS, status.st_size, status.st_ino & _BITS)
        digests[drawer].update(told + path)
    return folders
