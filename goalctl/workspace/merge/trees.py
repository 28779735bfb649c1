"""A repository's files as three commits have them, and which of them both sides changed. The work tree is not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from goalctl.workspace.merge.files import is_plan
from goalctl.workspace.store.git.repository import Repository

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FileThen:
    """A file of a commit: where it lies in the repository, how git keeps it."""

    path: str
    mode: str
    blob: str

    @property
    def is_regular(self) -> bool:
        """Whether it is a file with content, and no link or other repository."""
        return self.mode.startswith("100")


@dataclass(frozen=True, slots=True)
class Met:
    """One file that both sides changed, each in its own way; None: it is not there on that side."""

    ancestor: FileThen | None
    mine: FileThen | None
    theirs: FileThen | None

    @property
    def is_of_files(self) -> bool:
        """Whether both sides have a file there, and no link."""
        return all(file is not None and file.is_regular for file in (self.mine, self.theirs))


def tree(repository: Repository, commit: str, prefix: str) -> dict[Key, FileThen]:
    """All files of a commit; a plan is known by its client, wherever below `plans/` it lies."""
    listed = repository.run("ls-tree", "-r", "-z", "--full-tree", commit).stdout
    files = (_listed(line) for line in listed.split("\0") if line)
    return {_key(file.path, prefix): file for file in files}


def _listed(line: str) -> FileThen:
    facts, _, path = line.partition("\t")
    mode, _, blob = facts.split()
    return FileThen(path, mode, blob)


def _key(path: str, prefix: str) -> Key:
    name = path.removeprefix(prefix) if path.startswith(prefix) else ""
    return ("plan", PurePosixPath(name).stem) if is_plan(name) else ("file", path)


def changes(
    ancestor: dict[Key, FileThen], mine: dict[Key, FileThen], theirs: dict[Key, FileThen]
) -> Iterator[FileThen | str | Met]:
    """What mine lacks: a file as they have it, the path of one that they took away, or one that both changed."""
    for key in dict.fromkeys((*ancestor, *mine, *theirs)):
        was, here, there = ancestor.get(key), mine.get(key), theirs.get(key)
        if there in (here, was):
            continue
        if here != was:
            yield Met(was, here, there)
            continue
        if here and (there is None or there.path != here.path):
            yield here.path
        if there:
            yield there
