"""Which files are as they were, and what has to be read again. Light: no file is understood here.

A file is as it was when its stamp is, and when that stamp was old enough at the time for a change to leave another
one. Else its bytes are compared: those that are the same say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes
from goalctl.workspace.memory.digest import digest_of
from goalctl.workspace.memory.offered import SETTLES_NS
from goalctl.workspace.memory.rows import FileRow
from goalctl.workspace.store.scan import PREVIOUS, PlanFile, Stamp

UNREAD = b""
NOBODY: frozenset[str] = frozenset()


def is_settled(stamp: Stamp, now: int) -> bool:
    """Whether a file with that stamp, read now, can't change any more and keep it."""
    return max(stamp[:2]) + SETTLES_NS <= now


class Known(NamedTuple):
    """What a store holds of some files by name, and of all files the other episodes that each client's name."""

    files: Mapping[str, FileRow]
    links: Mapping[str, frozenset[str]]


class Changes(NamedTuple):
    """What is different from what a store holds: files with another stamp, new ones, and names of those that are gone.

    `stale` are the clients whose files say something else, each with all other episodes; `links` are the other episodes
    that each client's files name, or named before.
    """

    restamped: tuple[FileRow, ...]
    new: tuple[FileRow, ...]
    gone: tuple[str, ...]
    stale: frozenset[str]
    links: Mapping[str, Iterable[str]]

    @property
    def is_any(self) -> bool:
        """Whether a store has to take note of something."""
        return bool(self.restamped or self.new or self.gone or self.stale)

    def clients_to_read_for(self, client: str) -> set[str]:
        """The client, and what has changed of the same person's other episodes."""
        return {client} | (reached([client], self.links) & self.stale)


NOTHING_CHANGED = Changes((), (), (), NOBODY, {})


def changes_in(root: Path, known: Known, files: Sequence[PlanFile], now: int, *, others: bool) -> Changes:
    """What has changed; `others`: something that is no plan has, and an episode may lie there."""
    there = {file.name for file in files}
    gone = [row for name, row in known.files.items() if name not in there]
    restamped, named = _looked_at(root, known.files, files, now)
    links = {client: known.links.get(client, NOBODY) | named.get(client, NOBODY) for client in {*known.links, *named}}
    stale = reached([*named, *(row.client for row in gone), *(known.links if others else ())], links)
    new = [_unread(file) for file in files if file.name not in known.files]
    return Changes(tuple(restamped), tuple(new), tuple(row.name for row in gone), frozenset(stale), links)


def _unread(file: PlanFile) -> FileRow:
    return FileRow(file.name, file.client, file.stamp, settled=False, digest=UNREAD)


def _looked_at(
    root: Path, known: Mapping[str, FileRow], files: Iterable[PlanFile], now: int
) -> tuple[list[FileRow], dict[str, frozenset[str]]]:
    """What has another stamp, unread where it says something else; and the episodes named in such a file."""
    restamped: list[FileRow] = []
    other: dict[str, frozenset[str]] = {}
    for file in files:
        row = known.get(file.name)
        if row and _is_as_it_was(row, file):
            continue
        data = _bytes(root, file) if known else UNREAD
        is_same = _says(row, data)
        if not is_same:
            other[file.client] = frozenset(match[1].decode() for match in PREVIOUS.finditer(data))
        if row and (now_is := _restamped(row, file, now, is_same=is_same)) != row:
            restamped.append(now_is)
    return restamped, other


def _says(row: FileRow | None, data: bytes) -> bool:
    return row is not None and data != UNREAD and digest_of(data) == row.digest


def _restamped(row: FileRow, file: PlanFile, now: int, *, is_same: bool) -> FileRow:
    digest, settled = (row.digest, is_settled(file.stamp, now)) if is_same else (UNREAD, False)
    return row._replace(stamp=file.stamp, settled=settled, digest=digest)


def _is_as_it_was(row: FileRow, file: PlanFile) -> bool:
    return row.settled and row.stamp == file.stamp and row.digest != UNREAD


def _bytes(root: Path, file: PlanFile) -> bytes:
    from goalctl.documents.text import MAX_BYTES  # slow to load, and only needed where something has changed

    try:
        return read_bytes(file.path(root), root=root, limit=MAX_BYTES)
    except UnreadableFileError:
        return UNREAD


def reached(clients: Iterable[str], links: Mapping[str, Iterable[str]]) -> set[str]:
    """These clients with all their other episodes, whichever way they are linked."""
    beside: dict[str, set[str]] = {}
    for client, others in links.items():
        for other in others:
            beside.setdefault(client, set()).add(other)
            beside.setdefault(other, set()).add(client)
    found, ahead = set(clients), list(clients)
    while ahead:
        new = beside.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found
