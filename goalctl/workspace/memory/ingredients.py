"""What a page about one client is made of, as digests: the plan's bytes, those of its other episodes, its notes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes
from goalctl.documents.text import MAX_BYTES
from goalctl.workspace.memory.digest import digest_of
from goalctl.workspace.memory.fresh import UNREAD, reached
from goalctl.workspace.store.note import NOTES
from goalctl.workspace.store.notes import links_in
from goalctl.workspace.store.scan import PREVIOUS, PlanFile


def ingredients_of(root: Path, files: Iterable[PlanFile]) -> Mapping[str, str]:
    """By client, what is another digest as soon as the page may be; nothing of a file that can't be read."""
    digests: dict[str, bytes] = {}
    links: dict[str, frozenset[str]] = {}
    notes: dict[str, str] = {}
    there = _note_folders(root)
    for file in files:
        data = _bytes(root, file)
        digests[file.client] = digest_of(data) if data else UNREAD
        if named := PREVIOUS.findall(data):
            links[file.client] = frozenset(name.decode() for name in named)
        if file.client in there or b"note_file" in data:
            notes[file.client] = repr(_notes(root, file.client, data))
    families = _families(digests, links)
    return {client: _digest(families[client], digests, notes.get(client, "")) for client in digests if digests[client]}


def _families(clients: Iterable[str], links: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """By client, all whose episodes hang together with this one's."""
    linked = {*links, *(other for others in links.values() for other in others)}
    return {client: sorted(reached([client], links)) if client in linked else [client] for client in clients}


def _digest(family: Iterable[str], digests: Mapping[str, bytes], notes: str) -> str:
    parts = b"".join(digests.get(one, UNREAD).rjust(16) for one in family)
    return digest_of(parts + notes.encode(errors="surrogateescape")).hex()


def _note_folders(root: Path) -> frozenset[str]:
    with suppress(OSError), os.scandir(root / NOTES) as entries:
        return frozenset(entry.name for entry in entries)
    return frozenset()


def _notes(root: Path, client: str, data: bytes) -> list[tuple[str, int, int]]:
    """Which notes the client has or the plan links, with what changes when they do."""
    names = {f"{NOTES}/{client}/{path.name}" for path in _listed(root / NOTES / client)}
    names |= {name.decode(errors="surrogateescape") for name in links_in(data)}
    return [(name, *_stamp(root / name)) for name in sorted(names)]


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _bytes(root: Path, file: PlanFile) -> bytes:
    try:
        return read_bytes(file.path(root), root=root, limit=MAX_BYTES)
    except UnreadableFileError:
        return UNREAD
