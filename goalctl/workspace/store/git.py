"""Git, called so that nothing of a repository's own settings runs by surprise and no other staged work is touched."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from goalctl.model.errors import GoalctlError

SAFE = ("-c", "core.fsmonitor=false")
READING = (*SAFE, "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false")
DURABLE = (*SAFE, "-c", "core.fsync=committed")
MARK = "Made-with: goalctl"
UNFINISHED = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply", "BISECT_LOG")
PATIENCE = (0.05, 0.1, 0.2, 0.4)
IDENTITY = ("tell me who you are", "empty ident", "identity unknown", "unable to auto-detect email")


class GitError(GoalctlError):
    """Git could not do what was asked; it is told in git's own first line."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit that touched a file: its name, its day, its first line, and whether goalctl made it."""

    name: str
    day: date
    subject: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository that a workspace lies in."""

    root: Path

    def has_history(self) -> bool:
        """Whether the workspace lies in a git repository at all."""
        return self._run(*READING, "rev-parse", "--git-dir").returncode == 0

    def commit(self, name: str, message: str, *, ours: bool = True) -> str:
        """Commit that file alone and durably; empty when done, else why not: the file stays as it was saved."""
        if why := self._unready():
            return why
        subject = " ".join(message.split())
        for pause in (*PATIENCE, 0):
            self._run(*SAFE, "add", "--intent-to-add", "--", name)
            whole = f"{subject}\n\n{MARK}" if ours else subject
            words = ("commit", "--quiet", "--only", "--message", whole, "--", name)
            done = self._run(*DURABLE, *words)
            if done.returncode == 0:
                self._force_to_disk()
                return ""
            if "index.lock" not in done.stderr:
                break
            time.sleep(pause)
        return _reason(done)

    def commits_of(self, name: str) -> list[Commit]:
        """The commits that touched the file, newest first."""
        form = "--format=%H%x00%aI%x00%s%x00%(trailers:key=Made-with,valueonly,separator=%x2C)"
        done = self._run(*READING, "log", "--no-ext-diff", "--no-textconv", form, "--", name)
        return [_commit(line) for line in done.stdout.splitlines() if line] if done.returncode == 0 else []

    def text_at(self, revision: str, name: str) -> bytes:
        """The file's bytes in a revision, which may be any that git knows."""
        prefix = self._run(*READING, "rev-parse", "--show-prefix").stdout.strip()
        blob = self._bytes(*READING, "cat-file", "blob", f"{self._commit_named(revision)}:{prefix}{name}")
        if blob.returncode:
            raise GitError(f"{name} is not in revision {revision[:40]}", "goalctl history tells since when it is")
        return blob.stdout

    def files_at(self, revision: str, names: Sequence[str], *, most_bytes: int) -> list[tuple[str, bytes | None]]:
        """The files below these names as a revision has them; None for a link and for one of more than that many bytes.

        One process lists them and one gives them all: nothing of the work tree or the index is looked at.
        """
        listed = self._bytes(*READING, "ls-tree", "-r", "-z", "-l", self._commit_named(revision), "--", *names)
        found = [_listed(line) for line in listed.stdout.decode(errors="surrogateescape").split("\0") if line]
        wanted = [blob.name for blob in found if blob.mode.startswith("100") and blob.size <= most_bytes]
        given = "".join(f"{name}\n" for name in wanted).encode()
        texts = dict(zip(wanted, _contents(self._bytes(*READING, "cat-file", "--batch", given=given)), strict=True))
        return [(blob.path, texts.get(blob.name)) for blob in found]

    def _commit_named(self, revision: str) -> str:
        named = self._run(*READING, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if named.returncode:
            message = f"git knows no revision '{revision[:40]}'"
            raise GitError(message, "name a day, a branch, a tag or the beginning of a commit")
        return named.stdout.strip()

    def is_as_committed(self, name: str) -> bool:
        """Whether the file has nothing that is not committed."""
        done = self._run(*READING, "status", "--porcelain", "--", name)
        return done.returncode == 0 and not done.stdout.strip()

    def _unready(self) -> str:
        where = self._run(*READING, "rev-parse", "--absolute-git-dir")
        if where.returncode:
            return "this folder is not in a git repository (git init makes one)"
        folder = Path(where.stdout.strip())
        if any((folder / name).exists() for name in UNFINISHED):
            return "a merge or rebase is going on; finish it, then commit"
        if self._run(*READING, "symbolic-ref", "--quiet", "HEAD").returncode:
            return "no branch is checked out (detached head); check one out, then commit"
        return ""

    def _force_to_disk(self) -> None:
        """What git leaves in memory: the index, the branch's folder and the repository's own."""
        folder = Path(self._run(*READING, "rev-parse", "--absolute-git-dir").stdout.strip())
        branch = self._run(*READING, "symbolic-ref", "--quiet", "HEAD").stdout.strip()
        for path in (folder / "index", (folder / branch).parent, folder):
            _synced(path)

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        done = self._bytes(*words)
        texts = (done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
        return subprocess.CompletedProcess(done.args, done.returncode, *texts)

    def _bytes(self, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            return subprocess.run(
                ["git", *words], cwd=self.root, env=environment | {"LC_ALL": "C"}, capture_output=True, check=False,
                input=given,
            )  # fmt: skip
        except FileNotFoundError:
            raise GitError("git is not installed", "install git, or set commit: false in goalctl.yaml") from None


def begin_repository(root: Path, names: list[str]) -> str:
    """A repository in this folder, unless it lies in one, with these files committed; empty, or why that failed."""
    repository = Repository(root)
    if not repository.has_history():
        done = repository._run(*SAFE, "init", "--quiet")  # noqa: SLF001 - of this module
        if done.returncode:
            return _reason(done)
    repository._run(*SAFE, "add", "--", *names)  # noqa: SLF001 - the same
    done = repository._run(*DURABLE, "commit", "--quiet", "--message", f"new workspace\n\n{MARK}", "--", *names)  # noqa: SLF001
    return _reason(done) if done.returncode else ""


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    said = f"{done.stderr}\n{done.stdout}".strip()
    if any(phrase in said.lower() for phrase in IDENTITY):
        return "git does not know who you are; tell it with git config user.name and user.email, then commit"
    first = next((line for line in said.splitlines() if line.strip()), "git gave no reason")
    return f"git refused: {first.strip()[:120]}"


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a commit as git lists it."""

    mode: str
    name: str
    size: int
    path: str


def _listed(line: str) -> _Blob:
    facts, _, path = line.partition("\t")
    mode, _, name, size = facts.split()
    return _Blob(mode, name, int(size) if size.isdigit() else 0, path)


def _contents(done: subprocess.CompletedProcess[bytes]) -> Iterator[bytes]:
    """What `cat-file --batch` gives: a line that ends with the size, as many bytes, a line feed."""
    at, text = 0, done.stdout
    while at < len(text):
        start = text.index(b"\n", at) + 1
        at = start + int(text[at : start - 1].rpartition(b" ")[2]) + 1
        yield text[start : at - 1]


def _commit(line: str) -> Commit:
    name, moment, subject, made_with = line.split("\0")
    return Commit(name, datetime.fromisoformat(moment).date(), subject, made_with.strip() == "goalctl")


def _synced(path: Path) -> None:
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
