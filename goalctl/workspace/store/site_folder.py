"""The folder of a site: which pages goalctl wrote there, and what each was made of, so that only changes are written.

A marker in it says all that. A folder without one is somebody else's; one of another practice, or for other readers,
is not written over unasked. Every file in it is for its owner alone, and no repository around it takes any.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes, real_path
from goalctl.documents.strays import digest, is_stray
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.door import OutputError, clear_up, owner_of, refuse_stdout, write_into
from goalctl.workspace.store.root import SETTINGS

MARKER, IGNORE = ".goalctl-site.json", ".gitignore"
CLIENTS = "clients"
FORMAT = 1
MOST_BYTES = 2**30
AT_ONCE = 50  # pages under one lock, so that whoever logs a session meanwhile waits no longer than that
NOTED_EVERY = 1000
_PRIVATE = 0o700
_OTHERS = 0o077
_PAGE = re.compile(rf"(?:{CLIENTS}/)?[a-z0-9][a-z0-9.-]*\.html")


@dataclass(frozen=True, slots=True)
class SiteKind:
    """Whose site it is, for whom (`those who treat`), and whether the clients' names stand in it.

    `workspace` is its id, or where it lies; empty where the settings can't be read, so that nobody knows.
    """

    workspace: str
    readers: str
    has_names: bool = False


@dataclass(frozen=True, slots=True)
class PageMade:
    """A page as it was written: what it was made of, the days on which it says the same, and its file's stamp.

    `days` are pairs of first and last. `brief` is what other pages say of the same, in JSON.
    """

    of: str = ""
    days: tuple[tuple[str, str], ...] = ()
    brief: str = ""
    digest: str = ""
    stamp: tuple[int, int] = (0, 0)

    def holds(self, of: str, days: Iterable[date]) -> bool:
        """Whether it is made of the same and says the same on these days."""
        pairs = zip(self.days, (day.isoformat() for day in days), strict=False)
        return bool(of) and self.of == of and all(first <= day <= last for (first, last), day in pairs)


@dataclass
class SiteFolder:
    """The folder while it is being written; `is_ours` if a site lies there already, for others perhaps.

    `written` and `gone` count pages.
    """

    root: Path
    path: Path
    kind: SiteKind
    account: Account
    pages: dict[str, PageMade] = field(default_factory=dict)
    is_ours: bool = False
    has_other_readers: bool = False
    written: int = 0
    gone: int = 0
    _unnoted: int = 0
    _noted: dict[str, PageMade] = field(default_factory=dict)

    def begin(self, names: Collection[str], *, force: bool) -> None:
        """Make the folder, and note which pages will be goalctl's; a stranger's file of such a name is refused."""
        if not force:
            self._refuse_strangers(names)
        for folder in (self.path, *([self.path / CLIENTS] if any("/" in name for name in names) else ())):
            _make(folder, is_ours=self.is_ours or not _holds_something(folder))
        clear_up(self.root, self.path / CLIENTS)
        self._noted = dict(self.pages)
        self.pages = dict.fromkeys(names, PageMade()) | self.pages
        if not self.is_ours or self.has_other_readers or self.pages.keys() != self._noted.keys():
            self._note()  # first of all: what a kill leaves is goalctl's by it
        if not (self.path / IGNORE).exists():
            self._put([(IGNORE, b"*\n")])

    def _refuse_strangers(self, names: Collection[str]) -> None:
        there = {name for name in names if name not in self.pages and os.path.lexists(self.path / name)}
        if there:
            raise OutputError(
                f"{self.path / min(there)} is there already, and is no page of goalctl's; nothing was written",
                "move it away, or write over it with --force",
            )

    def fresh(self, name: str, of: str, days: Iterable[date]) -> PageMade | None:
        """The page as it lies there, if it would be made the same again."""
        made = self.pages.get(name)
        return made if made and made.holds(of, days) and _stamp(self.path / name) == made.stamp else None

    def put(self, pages: Iterable[tuple[str, str, PageMade]]) -> None:
        """Write these pages, each a name with its text and what it was made of; one with the same bytes stays."""
        new: list[tuple[str, bytes, PageMade]] = []
        for name, text, made in pages:
            data = text.encode()
            before, now = self.pages[name], replace(made, digest=digest(data))
            if before.digest == now.digest and _stamp(self.path / name) == before.stamp:
                self.pages[name] = replace(now, stamp=before.stamp)
            else:
                new.append((name, data, now))
        for start in range(0, len(new), AT_ONCE):
            self._write(new[start : start + AT_ONCE])

    def end(self, names: Collection[str]) -> None:
        """Take away the pages that are no longer among these, and note what stands there now."""
        for name in [name for name in self.pages if name not in names]:
            del self.pages[name]
            if _PAGE.fullmatch(name):
                with suppress(FileNotFoundError):
                    (self.path / name).unlink()
                    self.gone += 1
        with suppress(OSError):  # one that still holds a page, or was never made
            (self.path / CLIENTS).rmdir()
        if self.pages != self._noted or self.has_other_readers:
            self._note()

    def _write(self, pages: list[tuple[str, bytes, PageMade]]) -> None:
        self._put([(name, data) for name, data, _ in pages])
        for name, _, made in pages:
            self.pages[name] = replace(made, stamp=_stamp(self.path / name))
        self.written += len(pages)
        self._unnoted += len(pages)
        if self._unnoted >= NOTED_EVERY:
            self._note()

    def _note(self) -> None:
        self._unnoted, self._noted = 0, dict(self.pages)
        kind = [self.kind.workspace, self.kind.readers, self.kind.has_names]
        pages = {name: [made.of, made.days, made.brief, made.digest, made.stamp] for name, made in self.pages.items()}
        text = json.dumps({"goalctl-site": FORMAT, "kind": kind, "pages": pages}, separators=(",", ":"))
        self._put([(MARKER, text.encode())])

    def _put(self, files: Iterable[tuple[str, bytes]]) -> None:
        write_into(self.root, self.path, files, self.account)


def site_folder(root: Path, path: Path, kind: SiteKind, account: Account, *, force: bool) -> SiteFolder:
    """The folder if a site of that kind may go there; `force` lets it go beside and over what somebody else wrote."""
    _refuse_place(root, path, kind)
    known = _marker(path)
    if known is None:
        if _holds_something(path) and not force:
            raise OutputError(
                f"{path} holds something else already; nothing was written", "name a new folder, or add --force"
            )
        return SiteFolder(root, path, kind, account)
    before, pages = known
    is_another = kind.workspace and before.workspace not in {kind.workspace, str(root.resolve())}
    if (is_another or before.readers != kind.readers) and not force:
        whose = "another practice's site" if is_another else f"a site for {before.readers}"
        raise OutputError(
            f"{path} holds {whose}; nothing was written",
            f"give the one for {kind.readers} a folder of its own, or replace the other with --force",
        )
    kind = kind if kind.workspace else replace(kind, workspace=before.workspace)
    return SiteFolder(root, path, kind, account, pages, is_ours=True, has_other_readers=before != kind)


def _refuse_place(root: Path, path: Path, kind: SiteKind) -> None:
    refuse_stdout(path, "folder")
    if owner := owner_of(path / "index.html"):
        raise OutputError(f"{path} belongs to {owner}; nothing was written", "choose another folder")
    if path.is_symlink() or (path / CLIENTS).is_symlink():
        raise OutputError(f"{path} is a link, or holds one; nothing was written", "name the folder that it leads to")
    if os.path.lexists(path) and not path.is_dir():
        raise OutputError(f"{path} is no folder; nothing was written", "choose another name")
    if (path / SETTINGS).exists():
        raise OutputError(f"{path} is a workspace; nothing was written", f"name a folder for the site: {path / 'site'}")
    if kind.has_names and real_path(path, root) is not None:
        raise OutputError(
            "a site with names must not lie inside the workspace; nothing was written", "choose a folder outside of it"
        )


def _marker(path: Path) -> tuple[SiteKind, dict[str, PageMade]] | None:
    """What a site's folder says of itself; None of one that is none, or is not to be understood."""
    try:
        found = json.loads(read_bytes(path / MARKER, root=path, limit=MOST_BYTES))
        if found["goalctl-site"] != FORMAT:
            return None
        return SiteKind(*found["kind"]), {str(name): _page(*parts) for name, parts in found["pages"].items()}
    except (UnreadableFileError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _page(of: str, days: list[list[str]], brief: str, digest_: str, stamp: list[int]) -> PageMade:
    first: Any = [(str(one), str(other)) for one, other in days]
    return PageMade(str(of), tuple(first), str(brief), str(digest_), (int(stamp[0]), int(stamp[1])))


def _holds_something(path: Path) -> bool:
    """Whether anything is there but what a killed run left on its way to a name."""
    with suppress(OSError), os.scandir(path) as entries:
        return not all(is_stray(entry.name) for entry in entries)
    return False


def _make(folder: Path, *, is_ours: bool) -> None:
    """For its owner alone; a folder that somebody else uses too keeps its mode."""
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    if is_ours and folder.stat().st_mode & _OTHERS:
        folder.chmod(_PRIVATE)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.lstat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns
