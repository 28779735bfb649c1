"""What another clone did since, merged with what was done here: worked out before anything is touched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.model.joint import Clash, ClashChoice, ClashKind, Place
from goalctl.workspace.merge.files import merged
from goalctl.workspace.merge.trees import FileThen, Met, changes, trees
from goalctl.workspace.store.git.exchange import NoExchangeError, is_ancestor
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.practice import Practice

REGULAR = "100644"


@dataclass(frozen=True, slots=True)
class FileClash:
    """A clash and the file it is in; with what either side has, and what git makes of both, for an editor."""

    name: str
    clash: Clash
    mine: bytes
    theirs: bytes
    marked: bytes


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person has decided: by file, a choice for each clash, or the text that is to stand."""

    answers: dict[str, dict[Place, ClashChoice]] = field(default_factory=dict)
    texts: dict[tuple[str, bytes, bytes], bytes] = field(default_factory=dict)
    every: ClashChoice | None = None

    def of(self, name: str) -> Mapping[Place, ClashChoice]:
        """The answers about one file."""
        return self.answers.get(name, {})


@dataclass(frozen=True, slots=True)
class Incoming:
    """Two newest commits and what mine lacks, file by file; None: it is taken away. With clashes it is not complete."""

    mine: str
    theirs: str
    files: Mapping[str, tuple[str, str] | None] = field(default_factory=dict)
    clashes: tuple[FileClash, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether anything comes in."""
        return self.mine != self.theirs


def incoming(practice: Practice, mine: str, theirs: str, decided: Decided) -> Incoming:
    """What comes in when theirs is merged with mine; both are commits."""
    repository = Repository(practice.root)
    if not theirs or is_ancestor(repository, theirs, mine):
        return Incoming(mine, mine)
    base = repository.run("merge-base", mine, theirs).stdout.strip()
    if not base:
        said = "the record there and the one here have no common beginning"
        raise NoExchangeError(said, "clone the one that is right, and copy the plans of the other into it")
    return _Merging(practice, repository, decided).of(base, mine, theirs)


class _Merging:
    def __init__(self, practice: Practice, repository: Repository, decided: Decided) -> None:
        self.practice, self.repository, self.decided = practice, repository, decided
        self.prefix = repository.run("rev-parse", "--show-prefix").stdout.strip()
        self.files: dict[str, tuple[str, str] | None] = {}
        self.clashes: list[FileClash] = []

    def of(self, base: str, mine: str, theirs: str) -> Incoming:
        for change in changes(*trees(self.repository, (base, mine, theirs), self.prefix)):
            match change:
                case str():
                    self.files[change] = None
                case FileThen():
                    self.files[change.path] = (change.mode, change.blob)
                case Met():
                    self.meet(change)
        return Incoming(mine, theirs, self.files, tuple(self.clashes))

    def meet(self, met: Met) -> None:
        """One file that both changed."""
        known = met.mine or met.theirs or met.ancestor
        if known is None:
            return
        name, path = known.path.removeprefix(self.prefix), self.path(met)
        was, here, there = (self.content(file) for file in (met.ancestor, met.mine, met.theirs))
        if met.mine and met.mine.path != path:
            self.files[met.mine.path] = None
        decided = self.decided.texts.get((name, here, there))
        if decided is None and not met.is_of_files:
            self.whole(name, path, met, here, there)
        else:
            self.put(path, known.mode, self.united(name, was, here, there) if decided is None else decided)

    def put(self, path: str, mode: str, text: bytes | None) -> None:
        """A text that is to stand; None while there are clashes in it."""
        if text is not None:
            blob = self.repository.feed(text, "hash-object", "-w", "--stdin", f"--path={path}").decode().strip()
            self.files[path] = (mode, blob)

    def path(self, met: Met) -> str:
        """Where it lies afterwards: where it was moved to."""
        was, here, there = (file.path if file else "" for file in (met.ancestor, met.mine, met.theirs))
        return there if there and (here == was or not here) else here

    def united(self, name: str, was: bytes, here: bytes, there: bytes) -> bytes | None:
        """The merged text; None while there are clashes in it."""
        if not name.endswith(".yaml"):
            return self.lines(name, was, here, there)
        try:
            done = merged(self.practice, name, was, here, there, self.decided.of(name))
        except NotUnitedError:
            return self.lines(name, was, here, there)
        self.clashes += [FileClash(name, clash, here, there, done.content) for clash in done.clashes]
        return None if done.clashes else done.content

    def lines(self, name: str, was: bytes, here: bytes, there: bytes) -> bytes | None:
        """What has no meaning to go by is merged by lines; YAML that could not be merged by key is asked about."""
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / side for side in ("mine", "ancestor", "theirs")]
            for file, content in zip(files, (here, was, there), strict=True):
                file.write_bytes(content)
            text, is_clean = self.repository.merged_lines(*files)
        if is_clean and not name.endswith(".yaml"):
            return text
        choice = self.decided.of(name).get(())
        if choice:
            return {ClashChoice.MINE: here, ClashChoice.THEIRS: there}.get(choice, text)
        self.clashes.append(FileClash(name, Clash(ClashKind.FILE, (), None, None), here, there, text))
        return None

    def whole(self, name: str, path: str, met: Met, here: bytes, there: bytes) -> None:
        """A file that one side took away and the other changed, or that is a link."""
        match self.decided.of(name).get(()):
            case ClashChoice.MINE:
                return
            case ClashChoice.THEIRS:
                self.files[path] = (met.theirs.mode, met.theirs.blob) if met.theirs else None
            case _:
                clash = Clash(ClashKind.REMOVED, (), "" if met.mine else None, "" if met.theirs else None)
                self.clashes.append(FileClash(name, clash, here, there, here or there))

    def content(self, file: FileThen | None) -> bytes:
        """What the file holds in a work tree."""
        if file is None:
            return b""
        return self.repository.feed(b"", "cat-file", "--filters", f"--path={file.path}", file.blob)


def joined(practice: Practice, come: Incoming, message: str) -> str:
    """The commit that has both pasts, on no branch yet; theirs itself where nothing was done here since."""
    repository = Repository(practice.root)
    if is_ancestor(repository, come.mine, come.theirs):
        return come.theirs
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        repository.feed(b"", "read-tree", come.mine, index=index)
        repository.feed(b"".join(_entries(come)), "update-index", "-z", "--index-info", index=index)
        made = repository.feed(b"", "write-tree", index=index).decode().strip()
    parents = ("-p", come.mine, "-p", come.theirs)
    return repository.feed(b"", "commit-tree", *parents, "-m", message, made).decode().strip()


def _entries(come: Incoming) -> Iterator[bytes]:
    gone = [path for path, file in come.files.items() if file is None]
    for path in gone:
        yield os.fsencode(f"0 {'0' * 40}\t{path}\0")
    for path, file in come.files.items():
        if file:
            yield os.fsencode(f"{file[0]} {file[1]}\t{path}\0")
