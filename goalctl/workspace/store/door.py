"""The one way in which a document leaves: into a file of its own, never over what is there, never into a workspace.

Reports, charts, exports, sheets: all hold clients' words, so each is for its owner alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from goalctl.documents.file_errors import NoLockError
from goalctl.documents.lock import workspace_lock
from goalctl.documents.save import GIT, create, save
from goalctl.documents.stops import without_stops
from goalctl.documents.strays import sweep
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.root import OWN, OWN_FILES, OWN_FOLDERS, SETTINGS

STDOUT = Path("-")  # elsewhere; a client's document in a file of that name would be nobody's to find
_ENDINGS = {
    ".csv": "csv", ".tsv": "tsv", ".json": "json", ".jsonl": "json", ".ndjson": "json", ".md": "md", ".html": "html",
    ".htm": "html", ".pdf": "pdf", ".svg": "svg", ".doc": "Word", ".docx": "Word", ".odt": "Writer", ".rtf": "RTF",
    ".xls": "Excel", ".xlsx": "Excel", ".ods": "Calc", ".parquet": "parquet", ".zip": "Zip", ".gz": "Gzip",
}  # fmt: skip
"""By the ending of its name what is in a file, of those that programs open by it."""
ITS_OWN = frozenset(name.casefold() for name in (*OWN_FOLDERS, *OWN_FILES))


class OutputError(GoalctlError):
    """A document can't go where it was sent; nothing was written."""

    exit_status = 2


def write_out(root: Path, path: Path, data: bytes, account: Account, *, force: bool, written_as: str = "") -> None:
    """Put the document into the file, whole or not at all; `root` is the workspace that it comes from.

    `written_as` is its format, `csv` or `txt`; empty where whoever writes it has looked at the name.
    """
    refuse_places([path], force=force)
    _refuse_another_ending(path, written_as)
    with _cleared(root, path.parent), without_stops():
        if force:
            save(path.absolute(), data, root=path.absolute().parent, private=True)
        else:
            create(path.absolute(), data, root=path.absolute().parent)
        account.note(str(path))


def write_into(root: Path, folder: Path, files: Iterable[tuple[str, bytes]], account: Account) -> None:
    """Put documents into a folder that is goalctl's own, each whole or not at all, over what it wrote there before.

    Names may lead into folders below it, which are there.
    """
    with _cleared(root, folder), without_stops():
        for name, data in files:
            save(folder / name, data, root=folder, private=True)
            account.note(str(folder))


def clear_up(root: Path, folder: Path) -> None:
    """Take away what a killed command left in that folder."""
    with _cleared(root, folder):
        pass


def refuse_places(paths: Iterable[Path], *, force: bool) -> None:
    """OutputError for the first that belongs to a workspace or to git, is there already, or means stdout."""
    for path in paths:
        refuse_stdout(path, "file")
        refuse_stdout(path.parent, "folder")
        if owner := owner_of(path):
            raise OutputError(f"{path} belongs to {owner}; nothing was written", "choose another file")
        if path.is_symlink():
            raise OutputError(f"{path} is a link; nothing was written", "name the file that it leads to")
        if path.is_dir():
            raise OutputError(f"{path} is a folder; nothing was written", "name a file in it")
        if not force and os.path.lexists(path):
            raise OutputError(
                f"{path} is there already; nothing was written", "choose another name, or write over it with --force"
            )


def refuse_stdout(path: Path, kind: str) -> None:
    """OutputError for the dash that other programs mean stdout by, where a file or a folder is to be named."""
    if path == STDOUT:
        raise OutputError(
            f"{path} is not a {kind}'s name; nothing was written",
            "name a file; what goes to stdout needs none" if kind == "file" else "name a folder",
        )


def _refuse_another_ending(path: Path, written_as: str) -> None:
    """A file that is not what its name says can't be opened, or is opened as something else."""
    promised = _ENDINGS.get(path.suffix.lower(), written_as)
    if written_as and promised != written_as:
        other = f", or say --format {promised} where the command has it" if promised.islower() else ""
        raise OutputError(
            f"{path} is named as {promised}, and what is written is {written_as}; nothing was written",
            f"end the name in .{written_as}{other}",
        )


def owner_of(path: Path) -> str:
    """Whose place a path leads to, by whatever links and letters; empty when it is nobody's."""
    real = Path(os.path.realpath(path))
    if GIT in (part.casefold() for part in real.parts):
        return "git"
    for folder in real.parents:
        if (folder / SETTINGS).exists() and real.relative_to(folder).parts[0].casefold() in ITS_OWN:
            return f"the workspace {folder}"
    return ""


@contextmanager
def _cleared(root: Path, folder: Path) -> Iterator[None]:
    """Under the lock, without what a killed command left there; where a workspace can't be locked, nothing is swept."""
    with ExitStack() as stack:
        with suppress(NoLockError):
            stack.enter_context(workspace_lock(root / OWN))
            for place in (folder, root / OWN):
                sweep(place)
        yield
