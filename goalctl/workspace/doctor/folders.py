"""The folders themselves: who can read them, what was left behind or half done, and where they lie."""

from __future__ import annotations

import re
import stat
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from goalctl.analysis.figures import counted
from goalctl.documents.file_errors import LockedError, NoLockError
from goalctl.documents.lock import workspace_lock
from goalctl.documents.open import real_path
from goalctl.documents.strays import is_stray
from goalctl.workspace.doctor.trouble import Trouble, named
from goalctl.workspace.store.forgetting import BEGUN, begun, finish
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.git.waiting import FOLDER as UNCOMMITTED
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.rescued import RESCUED
from goalctl.workspace.store.root import OWN, SETTINGS, is_unfinished, own_places
from goalctl.workspace.store.transaction.journal import steps_left
from goalctl.workspace.store.transaction.transaction import writing

OTHERS = 0o077
_SYNCED = (
    (re.compile(r"dropbox.*", re.IGNORECASE), "Dropbox"),
    (re.compile(r"onedrive.*", re.IGNORECASE), "OneDrive"),
    (re.compile(r"mobile documents|com~apple~clouddocs|icloud ?drive.*", re.IGNORECASE), "iCloud"),
    (re.compile(r"google ?drive.*|my drive", re.IGNORECASE), "Google Drive"),
    (re.compile(r"(?:next|own)cloud.*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"mega(?:sync)?|pcloud ?drive|seafile|sync\.com|box(?: sync)?", re.IGNORECASE), "a sync program"),
)
_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".sync": "Resilio"}


def folder_troubles(practice: Practice) -> Iterator[Trouble]:
    """Everything about the workspace's folders."""
    root = practice.root
    yield from _half_done(practice)
    yield from _forgetting(practice)
    yield from _locks(root)
    yield from _left_behind(practice)
    yield from _kept(root)
    yield from _modes(root)
    yield from _synced(root)


def _half_done(practice: Practice) -> Iterator[Trouble]:
    if is_unfinished(practice.root):
        names = [step.name for step in steps_left(practice.root)]
        what = (
            f"a write of several files was broken off: {named(names)}" if names else "a broken-off write left its list"
        )
        yield Trouble(OWN, what, "the next goalctl command that writes here finishes it", lambda: _write(practice))


def _forgetting(practice: Practice) -> Iterator[Trouble]:
    client, _ = begun(practice.root)
    if client:
        mend = f"--fix takes the rest of {client} away"
        yield Trouble(f"{OWN}/{BEGUN}", f"forgetting {client} was broken off", mend, lambda: _forget(practice))


def _forget(practice: Practice) -> str:
    with writing(practice):
        return f"finished: {', '.join(finish(practice, *begun(practice.root))) or 'nothing was left'}"


def _locks(root: Path) -> Iterator[Trouble]:
    try:
        with workspace_lock(root / OWN, timeout_seconds=0):
            return
    except LockedError:
        yield Trouble(f"{OWN}/lock", "another goalctl is writing at this moment", "let it finish", matters=False)
    except NoLockError as error:
        yield Trouble(f"{OWN}/lock", error.message, error.hint)


def _left_behind(practice: Practice) -> Iterator[Trouble]:
    found = [path.relative_to(practice.root).as_posix() for path in _files(practice.root) if is_stray(path.name)]
    if found:
        what = f"{counted(len(found), 'temporary file')} of a goalctl that was killed: {named(found)}"
        yield Trouble(OWN, what, "the next goalctl command that writes here sweeps them", lambda: _write(practice))


def _write(practice: Practice) -> str:
    """What every write does first: what was broken off is finished, what was left behind is swept."""
    with writing(practice):
        return "finished and swept"


def _kept(root: Path) -> Iterator[Trouble]:
    away = [name for name in (RESCUED, UNCOMMITTED) if real_path(root / OWN / name, root) is None]
    for name in away:
        what = "a link that leaves the workspace: nothing is kept behind it, and a command that would stops"
        yield Trouble(f"{OWN}/{name}", what, "replace the link by what it leads to")
    folder = root / OWN / RESCUED
    try:
        names = [] if RESCUED in away else sorted(path.name for path in folder.iterdir())
    except OSError:
        return
    if names:
        what = f"{counted(len(names), 'text')} kept that could not be saved where they belong: {named(names)}"
        yield Trouble(f"{OWN}/{RESCUED}", what, "look at them, use what is needed, then delete them", matters=False)


def _modes(root: Path) -> Iterator[Trouble]:
    if sys.platform == "win32":
        return
    mask = 0o007 if _is_shared(root) else OTHERS
    folders = dict.fromkeys([*own_places(root), root / OWN, root / ".git"])
    yield from _open_to_others(root, "folder", [path for path in folders if path.is_dir()], mask)
    yield from _open_to_others(root, "file", [path for path in _files(root) if not path.is_symlink()], mask)


def _open_to_others(root: Path, what: str, paths: Sequence[Path], mask: int) -> Iterator[Trouble]:
    wide = [path for path in paths if path.stat().st_mode & mask]
    if wide:
        names = [path.relative_to(root).as_posix() if path != root else "the workspace itself" for path in wide]
        told = f"{counted(len(wide), what)} open to other users of this computer: {named(names)}"
        where = root.name if wide[0] == root else names[0]
        mend = f"--fix closes each (chmod {'700' if what == 'folder' else '600'})"
        yield Trouble(where, told, mend, partial(_close, wide, mask))


def _is_shared(root: Path) -> bool:
    """Whether the practice has told git that a group works here."""
    return Repository(root).run("config", "core.sharedRepository").stdout.strip() in {"group", "true", "1", "0660"}


def _close(paths: list[Path], mask: int) -> str:
    for path in paths:
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~mask)
    return f"{counted(len(paths), 'place')} closed to others"


def _files(root: Path) -> Iterator[Path]:
    """Every file of the workspace's own, `.goalctl` included."""
    yield root / SETTINGS
    for folder in [*own_places(root)][1:]:
        try:
            yield from sorted(path for path in folder.iterdir() if path.is_file())
        except OSError as cause:  # told by whoever reads the folder
            del cause
            continue


def _synced(root: Path) -> Iterator[Trouble]:
    real = root.resolve()
    by_name = (by for part in real.parts for known, by in _SYNCED if known.fullmatch(part))
    by_mark = (by for mark, by in _MARKS.items() for folder in (real, *real.parents) if (folder / mark).exists())
    if by := next(by_name, None) or next(by_mark, None):
        what = f"the workspace lies in a folder that {by} copies behind git's back; that can damage both"
        yield Trouble(root.name, what, "move it out of there; goalctl backup and git push make safe copies")
