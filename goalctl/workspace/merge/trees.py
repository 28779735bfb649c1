"""A repository's files as three commits have them, and which of them both sides changed. The work tree is not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
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


Tree = Mapping[Key, FileThen]


@dataclass(frozen=True, slots=True)
class Met:
    """One file that both sides changed, each in its own way; None: it is not there on that side."""

    ancestor: FileThen | None
    mine: FileThen | None
    theirs: FileThen | None

    @property
    def known(self) -> FileThen | None:
        """The file as one side has it, mine first; else as both had it."""
        return self.mine or self.theirs or self.ancestor

    @property
    def is_of_files(self) -> bool:
        """Whether both sides have a file there, and no link."""
        return all(file is not None and file.is_regular for file in (self.mine, self.theirs))


def trees(repository: Repository, commits: Sequence[str], prefix: str) -> list[dict[Key, FileThen]]:
    """All files of each commit; a plan is known by its client, wherever below `plans/` it lies.

    Where a commit has two plans of one client, each is known by where it lies, so that neither stands for the other.
    """
    listed = [_files(repository, commit) for commit in commits]
    counted = [Counter(_key(file.path, prefix) for file in files) for files in listed]
    once = {key for key in set().union(*counted) if all(of[key] <= 1 for of in counted)}
    return [{_key(file.path, prefix, once): file for file in files} for files in listed]


def moves(ancestor: Tree, mine: Tree, theirs: Tree) -> dict[str, str]:
    """Where a file lies with them and where it lies here, of those that they moved and nobody here did."""
    both = ((mine[key], there, ancestor.get(key)) for key, there in theirs.items() if key in mine)
    return {there.path: here.path for here, there, was in both if was and there.path != was.path == here.path}


def _files(repository: Repository, commit: str) -> list[FileThen]:
    listed = repository.run("ls-tree", "-r", "-z", "--full-tree", commit).stdout
    return [_listed(line) for line in listed.split("\0") if line]


def _listed(line: str) -> FileThen:
    facts, _, path = line.partition("\t")
    mode, _, blob = facts.split()
    return FileThen(path, mode, blob)


def _key(path: str, prefix: str, known: Container[Key] | None = None) -> Key:
    name = path.removeprefix(prefix) if path.startswith(prefix) else ""
    key = ("plan", PurePosixPath(name).stem)
    return key if is_plan(name) and (known is None or key in known) else ("file", path)


def changes(ancestor: Tree, mine: Tree, theirs: Tree) -> Iterator[FileThen | str | Met]:
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
