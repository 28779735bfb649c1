"""What a memory holds: files, what each part says of them and for how long, and the rows of these parts.

Only tables and rows are known here. Whoever asks gets rows or an `sqlite3.Error`, never a guess.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from goalctl.workspace.memory.file import MemoryFile, file_of, for_once, opened
from goalctl.workspace.memory.glance import DRAWERS
from goalctl.workspace.memory.rows import Days, FileRow, Head, PartRow
from goalctl.workspace.store.root import MEMORY

if TYPE_CHECKING:
    from pathlib import Path

_HOLDS = "{0}.first <= :today AND {0}.last >= :today AND {0}.later_first <= :later AND {0}.later_last >= :later"
_WANTED = f"WHERE part.kind = :kind AND {_HOLDS.format('part')}"
_FOUND = "client, name, mtime, ctime, size, inode"
_HEAD = "file.id, file.client, file.clinician, file.supervisor, file.faults"
_THEN = f"LEFT JOIN part AS then_ ON then_.file = file.id AND then_.kind = 'people' AND {_HOLDS.format('then_')}"
_KINDS = (  # from one to the next by the index: DISTINCT would go through all
    "WITH RECURSIVE found(kind) AS (SELECT min(kind) FROM part UNION ALL"
    " SELECT (SELECT min(kind) FROM part WHERE kind > found.kind) FROM found WHERE found.kind IS NOT NULL)"
    " SELECT kind FROM found WHERE kind IS NOT NULL"
)
LAST = DRAWERS - 1  # as a mask: where a file with no inode of its own lies, too
AT_ONCE = 500  # files looked up by one statement
KEY = "key"  # what is noted first of all: what everything else depends on
ANY = ""  # in the place of a kind: whatever was read of a file, and of whatever day
MOST_PARTS = 4  # of one kind and file, so that looking at many days does not pile up


class OvertakenError(sqlite3.Error):
    """Another process has written to the memory since this one brought it up to date; nothing is damaged."""

    sqlite_errorcode = sqlite3.SQLITE_BUSY


class Store:
    """One memory. Every method may raise `sqlite3.Error`, and leaves the file as it was then.

    Of what is known under a key, nothing is written under another one.
    """

    def __init__(self, file: MemoryFile) -> None:
        self._file = file
        self._connection = file.connection
        self._key = ""

    @classmethod
    def for_once(cls) -> Store:
        """One that is gone with the command."""
        return cls(for_once())

    @classmethod
    def of(cls, root: Path, *, make: bool = True, name: str = MEMORY) -> Store | None:
        """The one of a workspace, made where there is none, or not; None where none can be had or trusted."""
        if not make and not file_of(root, name).is_file():
            return None
        file = opened(root, name)
        return cls(file) if file else None

    def close(self, error: Exception | None = None) -> None:
        """Let go of it; after an error that says so, the damaged file is forgotten."""
        self._file.close(error)

    def moment(self) -> int:
        """The time by the clock of the disk that the plans are on, in nanoseconds."""
        if self._file.path is None:
            return 0
        os.utime(self._file.path)
        return self._file.path.stat().st_mtime_ns

    def begin(self, key: str, told: Mapping[str, str]) -> None:
        """Go on under that key, from nothing but what is told if anything was known under another one."""
        self._key = ""
        if self.value(KEY) != key:
            with self.writing():
                if self.value(KEY) != key:  # another process may have begun meanwhile
                    self.clear()
                    self.note({KEY: key, **told})
        self._key = key

    def _refuse_another_key(self) -> None:
        if self._key and self.value(KEY) != self._key:
            raise OvertakenError

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written in here, or nothing of it."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._refuse_another_key()
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        self._file.seal()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read in here is of one moment."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def value(self, what: str) -> str:
        """What is noted under that name; empty for nothing."""
        found = self._connection.execute("SELECT value FROM made WHERE what = ?", (what,)).fetchone()
        return str(found[0]) if found else ""

    def note(self, values: Mapping[str, str]) -> None:
        """Note these."""
        self._connection.executemany("INSERT OR REPLACE INTO made VALUES (?, ?)", values.items())

    def clear(self) -> None:
        """Forget everything."""
        for table in ("row", "part", "file", "made"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names from above

    def files(self, drawers: Iterable[int] | None = None) -> dict[str, FileRow]:
        """Every file by name, or those whose inode lies in one of these drawers; see `glance`."""
        where = "" if drawers is None else f"WHERE inode & {LAST} IN ({', '.join(map(str, drawers))})"
        return {file.name: file for file in map(_file, self._connection.execute(f"SELECT * FROM file {where}"))}  # noqa: S608 - numbers

    def drawers_of(self, names: Iterable[str]) -> dict[str, int]:
        """Where those of these files lay that are known."""
        asked = f"SELECT inode & {LAST} FROM file WHERE name = ?"  # noqa: S608 - a number
        found = ((name, self._connection.execute(asked, (name,)).fetchone()) for name in names)
        return {name: row[0] for name, row in found if row}

    def open_drawers(self) -> set[int]:
        """Those with a file that could not be read, or whose stamp may not tell its next change."""
        found = self._connection.execute(
            f"SELECT DISTINCT inode & {LAST} FROM file WHERE NOT settled OR digest = x''"  # noqa: S608 - a number
        )
        return {drawer for (drawer,) in found}

    def names(self, client: str | None = None) -> list[str]:
        """Of every file, or of this client's, in the order of the clients."""
        where = "" if client is None else "WHERE client = :client"
        found = self._connection.execute(f"SELECT name FROM file {where} ORDER BY client", {"client": client})  # noqa: S608 - from above
        return [name for (name,) in found]

    def change(self, restamped: Iterable[FileRow], new: Iterable[FileRow], gone: Iterable[str]) -> None:
        """Files with another stamp, files that nobody has read yet, and files that are not there."""
        self._connection.executemany(
            "UPDATE file SET mtime = ?, ctime = ?, size = ?, inode = ?, settled = ?, digest = ? WHERE name = ?",
            ((*file.stamp, file.settled, file.digest, file.name) for file in restamped),
        )
        self._connection.executemany("DELETE FROM file WHERE name = ?", ((name,) for name in gone))
        for file in new:
            self._insert(file)

    def keep(self, file: FileRow, parts: Iterable[PartRow]) -> None:
        """What a file says now; parts that were made of the same bytes stay, one of a kind for each day."""
        found = self._connection.execute("SELECT id, digest FROM file WHERE name = ?", (file.name,)).fetchone()
        if found is None or found[1] != file.digest or not file.digest:
            found = self._insert(file)
        for part in parts:
            self._insert_part(found[0], part)

    def has(self, file: FileRow) -> bool:
        """Whether the file is known by that stamp."""
        asked = "SELECT mtime, ctime, size, inode FROM file WHERE name = ?"
        return bool(self._connection.execute(asked, (file.name,)).fetchone() == file.stamp)

    def _insert(self, file: FileRow) -> tuple[int]:
        """In the place of what was known of it; another process may have found it meanwhile."""
        self._connection.execute("DELETE FROM file WHERE name = ?", (file.name,))
        known = (file.settled, file.digest, file.clinician, file.supervisor, file.links, file.faults)
        done = self._connection.execute(
            "INSERT INTO file VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (file.name, file.client, *file.stamp, *known),
        )
        return (done.lastrowid or 0,)

    def _insert_part(self, file: int, part: PartRow) -> None:
        """In the place of what another process may have found out for these days meanwhile."""
        self._connection.execute(
            "DELETE FROM part WHERE file = ? AND kind = ? AND first <= ? AND last >= ? AND later_first <= ?"
            " AND later_last >= ?",
            (file, part.kind, *reversed(part.days), *reversed(part.later)),
        )
        done = self._connection.execute(
            "INSERT INTO part VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
            (file, part.kind, *part.days, *part.later, part.body),
        )
        rows = ((part.kind, day, done.lastrowid, number, body) for number, (day, body) in enumerate(part.rows))
        self._connection.executemany("INSERT INTO row VALUES (?, ?, ?, ?, ?)", rows)
        self._connection.execute(
            "DELETE FROM part WHERE file = ? AND kind = ? AND id NOT IN"
            " (SELECT id FROM part WHERE file = ? AND kind = ? ORDER BY id DESC LIMIT ?)",
            (file, part.kind, file, part.kind, MOST_PARTS),
        )

    def forget_parts(self, clients: Iterable[str]) -> None:
        """What is known of these clients' plans may be otherwise now."""
        self._connection.executemany(
            "DELETE FROM part WHERE file IN (SELECT id FROM file WHERE client = ?)", ((client,) for client in clients)
        )

    def kinds(self) -> list[str]:
        """The parts that were ever asked for."""
        return [kind for (kind,) in self._connection.execute(_KINDS)]

    def links(self) -> dict[str, frozenset[str]]:
        """Each client whose file names other episodes, with these."""
        found = self._connection.execute("SELECT client, links FROM file WHERE links <> '[]'")
        return {client: frozenset(json.loads(links)) for client, links in found}

    def number_of_files(self) -> int:
        """How many files are known."""
        return int(self._connection.execute("SELECT count(*) FROM file").fetchone()[0])

    def number_covered(self, kind: str, days: Days) -> int:
        """Of how many files that part is known for that day."""
        what = "DISTINCT file" if kind == ANY else "*"
        found = self._connection.execute(f"SELECT count({what}) FROM {_known(kind)}", _asked(kind, days))  # noqa: S608 - our own
        return int(found.fetchone()[0])

    def lacking(self, kind: str, days: Days) -> Iterator[tuple[str, str, int, int, int, int]]:
        """Client, name and stamp of the files of which it is not."""
        return self._connection.execute(
            f"SELECT {_FOUND} FROM file WHERE id NOT IN (SELECT file FROM {_known(kind)}) ORDER BY id",  # noqa: S608 - our own
            _asked(kind, days),
        )

    def knows(self, name: str, kind: str, days: Days) -> bool:
        """Whether it is of the file of that name."""
        asked = f"SELECT 1 FROM {_known(kind)} AND part.file = (SELECT id FROM file WHERE name = :name)"  # noqa: S608 - our own
        return self._connection.execute(asked, _asked(kind, days) | {"name": name}).fetchone() is not None

    def heads(self, days: Days, *, then: bool, only: str = "") -> Iterator[Head]:
        """Every file, or the one of that name."""
        return self._heads("WHERE file.name = :only" if only else "", days, then, {"only": only})

    def heads_of(self, files: Iterable[int], days: Days, *, then: bool) -> Iterator[Head]:
        """These, and those in which something is wrong."""
        yield from self._heads("WHERE file.faults <> '[]'", days, then, {})
        left = map(str, files)
        while numbers := ", ".join(islice(left, AT_ONCE)):
            yield from self._heads(f"WHERE file.id IN ({numbers})", days, then, {})

    def bodies(self, kind: str, days: Days, only: str = "") -> Iterator[tuple[int, str]]:
        """What is said of each file as a whole, or of the one of that name."""
        of_one = " AND part.file = (SELECT id FROM file WHERE name = :only)" if only else ""
        return self._connection.execute(
            f"SELECT part.file, part.body FROM part {_WANTED}{of_one}",  # noqa: S608 - our own
            _asked(kind, days) | {"only": only},
        )

    def rows(self, kind: str, days: Days, until: str, only: str = "") -> Iterator[tuple[int, str, str]]:
        """The file, the day and the body of every row up to that day, by day, and of one day in the file's order."""
        join, of_one = (
            ("JOIN", " AND part.file = (SELECT id FROM file WHERE name = :only)") if only else ("CROSS JOIN", "")
        )
        return self._connection.execute(
            f"SELECT part.file, row.day, row.body FROM row {join} part ON part.id = row.part"  # noqa: S608 - our own
            f" WHERE row.kind = :kind AND row.day <= :until AND {_HOLDS.format('part')}{of_one}",
            _asked(kind, days) | {"until": until, "only": only},
        )

    def _heads(self, where: str, days: Days, then: bool, more: Mapping[str, str]) -> Iterator[Head]:  # noqa: FBT001 - as asked
        whose, join = ("then_.body", _THEN) if then else ("NULL", "")
        return self._connection.execute(
            f"SELECT {_HEAD}, {whose} FROM file {join} {where}",  # noqa: S608 - our own
            {**_asked("", days), **more},
        )


def _file(row: tuple[Any, ...]) -> FileRow:
    _, name, client, mtime, ctime, size, inode, settled, *said = row
    return FileRow(name, client, (mtime, ctime, size, inode), bool(settled), *said)


def _known(kind: str) -> str:
    return "part WHERE TRUE" if kind == ANY else f"part {_WANTED}"


def _asked(kind: str, days: Days) -> dict[str, str]:
    return {"kind": kind, "today": days.today, "later": days.later}
