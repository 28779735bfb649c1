"""The clients that TAB offers, remembered as one text beside what listings remember: 100,000 are there at once.

Good for as long as no folder of plans has changed; a copy or a restore may put its time back, but not when that was
done. It vouches for itself, since TAB has no time for the seal of all.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from goalctl.workspace.memory.file import file_of
from goalctl.workspace.store.root import PLANS, client_at
from goalctl.workspace.store.scan import ENDING, plans_beginning

OFFERED = "offered"
SETTLES_NS = (
    2_000_000_000  # the coarsest clock of a disk in use ticks every two seconds: a change may leave the same stamp
)
WAIT_SECONDS = 0.05  # for whoever writes: then the folders are listed
SEAL = 8  # hexadecimal digits before the text


def offered_text(root: Path, names: Iterable[str], moment: int) -> str | None:
    """What to remember of these plans' files; empty if no text holds it, None while a folder may keep its stamp."""
    folders = {folder: _times_of(folder) for folder in _folders(root / PLANS)}
    if any(max(times) + SETTLES_NS > moment for times in folders.values()):
        return None
    lines = [
        *(f"{_stamp(times)} {folder.relative_to(root)}" for folder, times in folders.items()),
        "",
        *map(_line_of, names),
    ]
    text = "\n".join(lines)
    try:
        return _sealed(text)
    except UnicodeEncodeError:  # a folder's name
        return ""


def clients_beginning(root: Path, beginning: str) -> list[str]:
    """The clients whose ids begin so, in the order of the ids; from memory where it knows."""
    known = _known(root)
    if known is None:
        return list(plans_beginning(root, beginning))
    ids = [line.partition("\t")[0] for line in known] if "\t" in "".join(known) else known
    return [client for client in ids if client.startswith(beginning)] if beginning else ids


def file_of_client(root: Path, client: str) -> str | None:
    """The file of that client, `plans/c-7f3k.yaml`."""
    known = _known(root)
    if known is None:
        return plans_beginning(root, client).get(client)
    line = next((line for line in known if line.startswith(client) and line.partition("\t")[0] == client), None)
    return _name_in(line) if line else None


def _known(root: Path) -> list[str] | None:
    try:
        return _remembered(root)
    except (OSError, sqlite3.Error, ValueError):
        return None


def _line_of(name: str) -> str:
    """A client, and the file where that is not where it is expected."""
    client = client_at(name)
    return client if name == _name_in(client) else f"{client}\t{name}"


def _name_in(line: str) -> str:
    client, _, name = line.partition("\t")
    return name or f"{PLANS}/{client}{ENDING}"


def _remembered(root: Path) -> list[str] | None:
    path = file_of(root)
    if hasattr(os, "getuid") and path.lstat().st_uid != os.getuid():
        return None
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", WAIT_SECONDS, uri=True)) as connection:
        row = connection.execute("SELECT value FROM made WHERE what = ?", (OFFERED,)).fetchone()
    text = str(row[0]) if row else ""
    if not text or text != _sealed(text[SEAL:]):
        return None
    folders, _, clients = text[SEAL:].partition("\n\n")
    return clients.split("\n") if clients and all(_is_unchanged(root, line) for line in folders.split("\n")) else None


def _is_unchanged(root: Path, line: str) -> bool:
    stamp, _, folder = line.partition(" ")
    return _stamp(_times_of(root / folder)) == stamp


def _times_of(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_mtime_ns, status.st_ctime_ns


def _stamp(times: tuple[int, int]) -> str:
    return "/".join(map(str, times))


def _sealed(text: str) -> str:
    return f"{zlib.crc32(text.encode()):0{SEAL}x}{text}"


def _folders(folder: Path) -> Iterator[Path]:
    """The folder with all below it that are looked into."""
    yield folder
    with os.scandir(folder) as entries:
        inside = [entry for entry in entries if not entry.name.startswith(".")]
    for entry in inside:
        if entry.is_dir(follow_symlinks=False):
            yield from _folders(folder / entry.name)
