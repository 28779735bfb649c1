"""The memory's file: how it is made, opened and trusted, and what is done when it is damaged.

It holds clients' words, so it belongs to its owner alone, and SQLite is told to wipe what it deletes. It can be lost at
any time: what is wrong with it costs time, never an answer.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
import zlib
from contextlib import suppress
from io import FileIO
from pathlib import Path

from goalctl.documents.git_crypt import is_to_lock
from goalctl.documents.open import real_path
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.root import FORMER_MEMORIES, MEMORY, MEMORY_OF_WORDS, OWN, PLANS

LAYOUT = 0x676F_6108
HEADER, COUNTERS = 100, ((24, 28), (60, 64), (92, 96))  # of changes, `user_version`, of the change before
PIECE = 1 << 20
PAUSES = (0.02, 0.05, 0.1, 0.2)
WAIT_SECONDS = 5.0
_DAMAGED = {
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_CONSTRAINT,
}  # fmt: skip
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "journal_mode = DELETE",
    "temp_store = MEMORY",
    "foreign_keys = ON",
)
_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS made (what TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, client TEXT NOT NULL,
    mtime INTEGER NOT NULL, ctime INTEGER NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL,
    settled INTEGER NOT NULL, digest BLOB NOT NULL, clinician TEXT NOT NULL, supervisor TEXT, links TEXT NOT NULL,
    faults TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS part (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE, kind TEXT NOT NULL,
    first TEXT NOT NULL, last TEXT NOT NULL, later_first TEXT NOT NULL, later_last TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS part_of_file ON part (file, kind);
CREATE INDEX IF NOT EXISTS part_by_kind ON part (kind, file, first, last, later_first, later_last);
CREATE TABLE IF NOT EXISTS row (
    kind TEXT NOT NULL, day TEXT NOT NULL, part INTEGER NOT NULL REFERENCES part ON DELETE CASCADE,
    number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, day, part, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS row_of_part ON row (part);
CREATE INDEX IF NOT EXISTS file_of_client ON file (client);
CREATE INDEX IF NOT EXISTS file_with_faults ON file (id) WHERE faults <> '[]';
CREATE INDEX IF NOT EXISTS file_with_links ON file (client, links) WHERE links <> '[]';
PRAGMA application_id = {LAYOUT};
COMMIT;
"""


class MemoryFile:
    """The connection, and the seal on what it wrote: a sum over the whole file, since SQLite does not see every damage.

    The sum is kept in the header, as its `user_version`; the header's own counters don't count.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        self.connection = connection
        self.path = path
        # Closing any handle of a file lets go of SQLite's locks on it: this one stays open for as long as it holds any.
        self._raw = path.open("rb", buffering=0) if path else None

    def seal(self) -> None:
        """Vouch for the file as it is now."""
        if self._raw:
            self.connection.execute("BEGIN IMMEDIATE")
            self.connection.execute(f"PRAGMA user_version = {_sum_of(self._raw)}")
            self.connection.execute("COMMIT")

    def is_whole(self) -> bool:
        """Whether the file is as it was sealed; another process may be about to seal it."""
        if self._raw is None or self._is_sealed(self._raw):
            return True
        for pause in PAUSES:
            time.sleep(pause)
            if self._is_sealed(self._raw):
                return True
        return False

    def refuse_damaged(self) -> None:
        """Raise what SQLite raises for damage that it sees itself."""
        if not self.is_whole():
            raise sqlite3.DatabaseError

    def _is_sealed(self, raw: FileIO) -> bool:
        self.connection.execute("BEGIN")
        try:
            self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from now on nobody writes
            return bool(self.connection.execute("PRAGMA user_version").fetchone()[0] == _sum_of(raw))
        finally:
            self.connection.execute("COMMIT")

    def close(self, error: Exception | None = None) -> None:
        """Let go of it; after an error that says that it is damaged, the next command makes a new one."""
        self.connection.close()
        if self._raw and self.path:
            self._raw.close()
            if error:
                _forget_damaged(self.path, error)


def file_of(root: Path, name: str = MEMORY) -> Path:
    """Where the memory of a workspace of that name is."""
    return root / OWN / name


def for_once() -> MemoryFile:
    """A memory that is gone with the command."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(_SCHEMA)
    return MemoryFile(connection)


def opened(root: Path, name: str = MEMORY) -> MemoryFile | None:
    """The memory of a workspace, made where there is none; None where none can be had or trusted.

    Nor one of words in plain text beside plans that git-crypt is to lock; what was kept before is taken away.
    """
    path = file_of(root, name)
    if name == MEMORY_OF_WORDS and is_to_lock(root / PLANS):
        with suppress(OSError):
            path.unlink()
        return None
    for _ in range(2):  # what was damaged is made anew at once
        try:
            _make_folder(root)
            return _connected(path) if _is_ours(path) else None
        except (OSError, GoalctlError):
            return None
        except sqlite3.Error as error:
            if not _forget_damaged(path, error):
                return None
    return None


def _make_folder(root: Path) -> None:
    """The folder that goalctl keeps for itself; how it is made is imported only where it is missing or leads away."""
    if not (root / OWN / ".gitignore").is_file() or real_path(root / OWN, root) is None:
        from goalctl.documents.lock import own_folder

        own_folder(root / OWN)


def _is_ours(path: Path) -> bool:
    """Whether the file is ours alone, made where there is none."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags, 0o600)
    try:
        seen = os.fstat(handle)
        if not stat.S_ISREG(seen.st_mode) or seen.st_nlink != 1:
            return False
        if hasattr(os, "getuid"):
            if seen.st_uid != os.getuid():
                return False
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)
    return True


def _connected(path: Path) -> MemoryFile:
    file = MemoryFile(sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None), path)
    try:
        for pragma in _PRAGMAS:
            file.connection.execute(f"PRAGMA {pragma}")
        if file.connection.execute("PRAGMA application_id").fetchone()[0] != LAYOUT:
            _renew(file, path)
        file.refuse_damaged()
    except BaseException:
        file.close()
        raise
    return file


def _renew(file: MemoryFile, path: Path) -> None:
    """An empty file becomes a memory, in the place of what 0.1.0 remembered; one of another layout is none."""
    if file.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise sqlite3.DatabaseError
    file.connection.executescript(_SCHEMA)
    file.seal()
    for name in FORMER_MEMORIES:
        with suppress(OSError):
            path.with_name(name).unlink()


def _sum_of(raw: FileIO) -> int:
    """The sum over a file but for the counters in its header; never 0, which says that nobody vouches."""
    raw.seek(0)
    head = bytearray(raw.read(HEADER))
    for start, end in COUNTERS:
        head[start:end] = bytes(end - start)
    found = zlib.crc32(head)
    while piece := raw.read(PIECE):
        found = zlib.crc32(piece, found)
    return found & 0x7FFF_FFFF or 1


def _forget_damaged(path: Path, error: Exception) -> bool:
    """Take it away if that is what the error says; whether it was."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    is_damaged = code & 0xFF in _DAMAGED and not isinstance(error, OSError)
    if is_damaged:
        with suppress(OSError):
            path.unlink()
    return is_damaged
