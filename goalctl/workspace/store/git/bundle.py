"""The whole record as one file: a git bundle with all history and every file as it lies there, or a packed folder.

Files are kept byte for byte, committed or not; no filter of git's touches them, but for what git-crypt is to lock.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from goalctl.documents.git_crypt import is_locked
from goalctl.documents.open import real_path
from goalctl.documents.save import GIT, create
from goalctl.documents.strays import MARK as TEMPORARY
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.git.filters import GIT_CRYPT, filters_of
from goalctl.workspace.store.git.repository import GitError, Repository
from goalctl.workspace.store.rescued import RESCUED
from goalctl.workspace.store.root import OWN, OWN_FOLDERS, SETTINGS

STATE = "refs/goalctl/backup"
BUNDLE, PACKED = ".bundle", ".tar.gz"
MOST_BYTES = 1 << 30
MOST_SMALLER, ALWAYS_UNPACKED = 200, 1 << 28
"""A record is text in files of its own, which gzip makes 5 to 30 times smaller, 130 where every plan is the same, and
zeros a thousand times: what is both larger than 256 MiB and 200 times the archive was made to fill memory or disk."""
_NOBODY = ("-c", "user.name=goalctl", "-c", "user.email=goalctl@localhost")
_PLACES = (*(name for name in OWN_FOLDERS if name != OWN), f"{OWN}/{RESCUED}")
_SINGLE = (SETTINGS, ".gitattributes", ".gitignore")


class BadBackupError(GoalctlError):
    """A backup can't be read or is not whole."""


def record_of(root: Path) -> dict[str, bytes]:
    """Every file of the record by its name: settings, plans, notes, the practice's library, what was rescued.

    Of a link inside the workspace it is what that leads to.
    """
    paths = [root / name for name in _SINGLE]
    paths += sorted(path for place in _PLACES for path in (root / place).rglob("*"))
    known = (path for path in paths if path.is_file() and TEMPORARY not in path.name)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in known if real_path(path, root) is not None}


def locked_as_in_git(root: Path, record: Mapping[str, bytes]) -> dict[str, bytes]:
    """The record with the files that git-crypt is to lock as git has them, so that no copy holds what git does not."""
    repository = Repository(root)
    through = filters_of(repository, record)
    locked = {name: data for name, data in record.items() if through.get(name) == GIT_CRYPT and not is_locked(data)}
    blobs = {name: repository.stored(data, repository.path_from_top(name)) for name, data in locked.items()}
    return {**record, **{name: repository.content_of(blob) for name, blob in blobs.items()}}


def is_kept_by_git(root: Path) -> bool:
    """Whether there is a history to take along."""
    return Repository(root).run("rev-parse", "--verify", "--quiet", "HEAD").returncode == 0


def bundled(root: Path, record: Mapping[str, bytes]) -> bytes:
    """All branches and tags, and the record as it lies there, which needs no commit for that."""
    repository = Repository(root)
    if repository.run("rev-parse", "--is-shallow-repository").stdout.strip() == "true":
        said = "this clone holds only the last part of the history (a shallow one), which nobody could restore"
        raise GitError(said, "nothing was written; git fetch --unshallow brings the rest, then again")
    state = _state(repository, record)
    repository.feed(b"", "update-ref", STATE, state)
    try:
        return repository.feed(b"", "bundle", "create", "-", "HEAD", "--all")
    finally:
        repository.change("update-ref", "-d", STATE)


def _state(repository: Repository, record: Mapping[str, bytes]) -> str:
    """A commit of these files that no branch leads to."""
    prefix = repository.prefix
    plain = [name for name, data in record.items() if not is_locked(data)]
    names = os.fsencode("".join(f"{name}\n" for name in plain))
    blobs = repository.feed(names, "hash-object", "-w", "--no-filters", "--stdin-paths").decode().split()
    by_name = dict(zip(plain, blobs, strict=True))
    by_name |= {name: repository.kept(data) for name, data in record.items() if is_locked(data)}
    entries = "".join(f"100644 {blob}\t{prefix}{name}\0" for name, blob in by_name.items())
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        repository.feed(os.fsencode(entries), "update-index", "-z", "--index-info", index=index)
        tree = repository.feed(b"", "write-tree", index=index).decode().strip()
    head = repository.run("rev-parse", "HEAD").stdout.strip()
    words = (*_NOBODY, "commit-tree", "-p", head, "-m", "goalctl backup", tree)
    return repository.feed(b"", *words).decode().strip()


def packed(record: Mapping[str, bytes]) -> bytes:
    """The files alone, where git does not keep them."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        for name, data in record.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), 0o600
            archive.addfile(entry, io.BytesIO(data))
    return target.getvalue()


def unpacked(file: Path, folder: Path) -> Path:
    """Restore a backup into a new folder, and give the workspace in it."""
    if not file.is_file():
        raise BadBackupError(f"{file} is not there", "name the .bundle or .tar.gz file that goalctl backup made")
    if file.name.endswith(PACKED):
        _write(folder, _from_archive(file))
        return folder
    return _from_bundle(file, folder)


def _from_archive(file: Path) -> dict[str, bytes]:
    """The files by name, once the check sum over all of them holds."""
    try:
        most = max(ALWAYS_UNPACKED, MOST_SMALLER * file.stat().st_size)
        with gzip.open(file) as packed_whole:  # tarfile alone does not look at the check sum
            whole = packed_whole.read(most + 1)
        _refuse_more(file, len(whole), most)
        with tarfile.open(fileobj=io.BytesIO(whole)) as archive:
            _refuse_more(file, sum(entry.size for entry in archive), most)  # one with holes lies there smaller
            return {entry.name: _content(archive, entry) for entry in archive}
    except (tarfile.TarError, zlib.error, OSError, EOFError):
        message = f"{file.name} is damaged, or goalctl backup did not make it"
        raise BadBackupError(message, "take an older backup") from None


def _refuse_more(file: Path, size: int, most: int) -> None:
    if size > most:
        message = f"{file.name} would unpack to more than {most >> 20} MiB; goalctl backup did not make that"
        raise BadBackupError(message, "take a backup that you know")


def _content(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    content = archive.extractfile(entry) if entry.isreg() else None
    if content is None:
        raise tarfile.TarError
    return content.read()


def _from_bundle(file: Path, folder: Path) -> Path:
    """The clone of all history, with the files as they lay there and not as git would check them out."""
    around = Repository(folder.parent)
    try:
        around.feed(b"", "clone", "--quiet", "--no-hardlinks", "--", str(file.absolute()), str(folder))
        clone = Repository(folder)
        clone.feed(b"", "fetch", "--quiet", str(file.absolute()), f"{STATE}:{STATE}")
        clone.feed(b"", "fsck", "--no-dangling", "--no-progress")
        record = dict(clone.files_at(STATE, (".",), most_bytes=MOST_BYTES))
    except GitError:
        message = f"{file.name} is damaged, or goalctl backup did not make it: git can't restore it"
        raise BadBackupError(message, "take an older backup") from None
    clone.change("update-ref", "-d", STATE)
    clone.change("remote", "remove", "origin")
    _write(folder, {name: data for name, data in record.items() if data is not None})
    return folder / min(record, key=lambda name: (not name.endswith(SETTINGS), name.count("/"))).removesuffix(SETTINGS)


def _is_in_record(folder: Path, name: str) -> bool:
    """Whether it may be a file of the record; of what goalctl keeps for itself only what was rescued is."""
    parts = [part.casefold() for part in Path(name).parts]
    is_own = OWN in parts and parts[parts.index(OWN) + 1 :][:1] != [RESCUED]
    if not parts or is_own or not {GIT, ".."}.isdisjoint(parts):
        return False
    return real_path((folder / name).parent, folder) is not None


def _write(folder: Path, record: Mapping[str, bytes]) -> None:
    """Each file is private, and takes the place of what a checkout made; nothing goes elsewhere or to git itself."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if strange := [name for name in record if not _is_in_record(folder, name)]:
        raise BadBackupError(
            f"{min(strange)} in it leads out of the record, or into git's own folder or goalctl's; "
            "goalctl backup did not make that",
            "take a backup that you know",
        )
    for name, data in record.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        create(path, data, root=folder)
    for place in (folder, *(path for path in folder.rglob("*") if path.is_dir() and ".git" not in path.parts)):
        place.chmod(0o700)
    if (folder / ".git").is_dir():
        (folder / ".git").chmod(0o700)
