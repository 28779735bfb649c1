"""Git, called so that nothing of a repository's own settings runs by surprise and no other staged work is touched."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.file_errors import reason_and_hint
from goalctl.documents.git_crypt import is_locked
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.git.filters import would_go_plain
from goalctl.workspace.store.git.reasons import NOT_INSTALLED, cause_and_way, in_the_way, refusal, why_no_revision

SAFE = ("-c", "core.fsmonitor=false")
READING = (*SAFE, "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false")
DURABLE = (*SAFE, "-c", "core.fsync=committed")
MARK = "Made-with: goalctl"
PATIENCE = (0.05, 0.1, 0.2, 0.4)
ONLY_HIS = 0o700
NOTHING: Mapping[str, str] = {}
_NO_GIT = 127  # as a shell has it; where there is no repository, that nobody has git is no trouble
_FACTS = ("Made-with", "Undoes", "Redoes")
_COMMIT = "%x00".join(
    ("%H", "%aI", "%ae", "%s", *(f"%(trailers:key={key},valueonly,separator=%x2C)" for key in _FACTS))
)


class GitError(GoalctlError):
    """Git could not do what was asked; it is told in git's own first line."""


class Commit(NamedTuple):
    """One commit that touched a file: its name, day, author's address and first line, and whether goalctl made it.

    `undoes` and `redoes` name the commit that it takes back, or does once more.
    """

    name: str
    day: date
    author: str
    subject: str
    is_ours: bool
    undoes: str = ""
    redoes: str = ""


class Repository(NamedTuple):
    """The git repository that a workspace lies in."""

    root: Path

    def has_history(self) -> bool:
        """Whether the workspace lies in a git repository at all."""
        return self.run("rev-parse", "--git-dir").returncode == 0

    @property
    def folder(self) -> Path | None:
        """Git's own folder; None where there is none that git takes for one."""
        where = self.run("rev-parse", "--absolute-git-dir")
        return Path(where.stdout.strip()) if where.returncode == 0 else None

    def commit(
        self, names: Sequence[str], message: str, *, facts: Sequence[str] = (MARK,), checked: bool = True
    ) -> str:
        """Commit these files alone and durably; empty when done, else why not: they stay as they were saved.

        `facts` end the message; a state that git has had already need not be `checked` by its hooks again.
        """
        if why := in_the_way(self) or would_go_plain(self, names):
            return why
        whole = "\n".join([" ".join(message.split()), *([""] if facts else []), *facts])
        hooks = () if checked else ("--no-verify",)
        for pause in (*PATIENCE, 0):
            added = self._run(*DURABLE, "add", "--intent-to-add", "--", *names)  # writes an empty file into git's store
            done = self._run(*DURABLE, "commit", "--quiet", *hooks, "--only", "--message", whole, "--", *names)
            if done.returncode == 0:
                self._settle(names)
                return ""
            heard = f"{added.stderr if added.returncode else ''}\n{done.stderr}"  # of a new file the first tells why
            if "index.lock" not in heard:
                break
            time.sleep(pause)
        why = refusal(self, names, f"{heard}\n{done.stdout}")
        if not why:  # a kill between a commit and git's list left an older state in it, for the next one to take
            self._run(*DURABLE, "add", "--", *names)
        return why

    def commits_of(self, name: str, *options: str) -> list[Commit]:
        """The commits that touched the file, newest first."""
        done = self.run("log", *options, "--no-ext-diff", "--no-textconv", f"--format={_COMMIT}", "--", name)
        return [_commit(line) for line in done.stdout.splitlines() if line] if done.returncode == 0 else []

    def files_of(self, commit: str) -> list[str]:
        """The files that a commit touched, from the workspace on."""
        done = self.run("diff-tree", "--root", "--no-commit-id", "--name-only", "-r", "-z", "--relative", commit)
        return [name for name in done.stdout.split("\0") if name]

    def text_or_none(self, revision: str, name: str) -> bytes | None:
        """The file's bytes in a revision; None where it was not there."""
        try:
            return self.text_at(revision, name)
        except GitError:
            return None

    def text_at(self, revision: str, name: str) -> bytes:
        """The file's bytes in a revision, which may be any that git knows."""
        path = self.path_from_top(name)
        blob = f"{self._commit_named(revision)}:{path}"
        found = self._bytes(*READING, "cat-file", "blob", blob)
        if found.returncode:
            raise GitError(f"{name} is not in revision {revision[:40]}", "goalctl history tells since when it is")
        return self._unlocked(path, blob, found.stdout)

    @property
    def prefix(self) -> str:
        """Where the workspace lies in the repository: what stands there before the names of its files."""
        return self.run("rev-parse", "--show-prefix").stdout.strip()

    def path_from_top(self, name: str) -> str:
        """Where a file of the workspace lies in the repository."""
        return self.prefix + name

    def _unlocked(self, path: str, blob: str, content: bytes) -> bytes:
        """What git-crypt locked, as it reads; in a clone that is not unlocked it stays as it is."""
        if not is_locked(content):
            return content
        read = self._bytes(*READING, "cat-file", "--filters", f"--path={path}", blob)
        return content if read.returncode else read.stdout

    def read_as(self, content: bytes, path: str) -> bytes:
        """The bytes that git handed over, as they read where the file lies; `path` is from the top on."""
        if not is_locked(content):
            return content
        return self._unlocked(path, self.kept(content), content)

    def kept(self, content: bytes) -> str:
        """The blob of exactly these bytes."""
        return self.feed(content, "hash-object", "-w", "--no-filters", "--stdin").decode().strip()

    def stored(self, content: bytes, path: str) -> str:
        """The blob that a file of that content becomes in git, locked where it is to be; `path` is from the top on."""
        up = self.run("rev-parse", "--show-cdup").stdout.strip()
        there = ("-C", up) if up else ()
        return self.feed(content, *there, "hash-object", "-w", "--stdin", f"--path={path}").decode().strip()

    def content_of(self, blob: str) -> bytes:
        """What git itself has of a file, locked if it is."""
        return self.feed(b"", "cat-file", "blob", blob)

    def files_at(
        self, revision: str, names: Sequence[str], *, most_bytes: int, is_wanted: Callable[[str], bool] = bool
    ) -> list[tuple[str, bytes | None]]:
        """The files below these names as a revision has them; None for a link and for one of more than that many bytes.

        One process lists them and one gives them all: nothing of the work tree or the index is looked at. What is
        locked is unlocked, one process for each.
        """
        listed = self._bytes(*READING, "ls-tree", "-r", "-z", "-l", self._commit_named(revision), "--", *names)
        lines = listed.stdout.decode(errors="surrogateescape").split("\0")
        found = [blob for blob in (_listed(line) for line in lines if line) if is_wanted(blob.path)]
        wanted = [blob.name for blob in found if blob.mode.startswith("100") and blob.size <= most_bytes]
        given = "".join(f"{name}\n" for name in wanted).encode()
        texts = dict(zip(wanted, _contents(self._bytes(*READING, "cat-file", "--batch", given=given)), strict=True))
        locked = [blob for blob in found if is_locked(texts.get(blob.name, b""))]
        start = self.prefix if locked else ""
        texts |= {blob.name: self._unlocked(start + blob.path, blob.name, texts[blob.name]) for blob in locked}
        return [(blob.path, texts.get(blob.name)) for blob in found]

    def _commit_named(self, revision: str) -> str:
        named = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if named.returncode:
            raise GitError(*why_no_revision(self, revision))
        return named.stdout.strip()

    def is_as_committed(self, *names: str) -> bool:
        """Whether the files have nothing that is not committed."""
        done = self.run("status", "--porcelain", "--", *names)
        return done.returncode == 0 and not done.stdout.strip()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """One of git's commands that only read."""
        return self._run(*READING, *words)

    def change(self, *words: str) -> subprocess.CompletedProcess[str]:
        """One of git's commands that change its own notes, none of a person's files."""
        return self._run(*SAFE, *words)

    def _settle(self, names: Sequence[str]) -> None:
        """Force to disk what git leaves in memory: the index, the branch's folder and the repository's own."""
        said = self._run(*SAFE, "rev-parse", "--absolute-git-dir", "--git-path", "hooks/pre-commit").stdout
        folder, hook = (self.root / line for line in said.splitlines())
        if hook.exists():  # one that tidies what is committed leaves the former text in the index
            self._run(*DURABLE, "add", "--", *names)
        branch = self.run("symbolic-ref", "--quiet", "HEAD").stdout.strip()
        for path in (folder / "index", (folder / branch).parent, folder):
            _synced(path)

    def _run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        done = self._bytes(*words, environment=environment)
        texts = (done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
        return subprocess.CompletedProcess(done.args, done.returncode, *texts)

    def feed(self, given: bytes, *words: str, index: Path | None = None) -> bytes:
        """What git says to that input; GitError when it can't. With an `index` of its own, the real one is not touched.

        Only for commands that change none of a person's files.
        """
        done = self._bytes(*SAFE, *words, given=given, index=index)
        if done.returncode:
            raise GitError(*cause_and_way(refusal(self, (), done.stderr.decode(errors="replace"))))
        return done.stdout

    def exchange(self, *words: str, may_ask: bool) -> subprocess.CompletedProcess[str]:
        """A fetch or a push; git asks for a password only where somebody is there to type it."""
        return self._run(
            *SAFE, *words, **({} if may_ask else {"GIT_TERMINAL_PROMPT": "0", "SSH_ASKPASS_REQUIRE": "never"})
        )

    def merged_lines(self, mine: Path, ancestor: Path, theirs: Path) -> tuple[bytes, bool]:
        """What git itself makes of three files, and whether without its marks; none of them is changed."""
        labels = (word for label in ("mine", "ancestor", "theirs") for word in ("-L", label))
        done = self._bytes(*READING, "merge-file", "-p", *labels, str(mine), str(ancestor), str(theirs))
        return done.stdout, done.returncode == 0

    def _bytes(
        self, *words: str, given: bytes = b"", index: Path | None = None, environment: Mapping[str, str] = NOTHING
    ) -> subprocess.CompletedProcess[bytes]:
        known = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        known |= {"GIT_INDEX_FILE": str(index)} if index else {}
        try:
            return subprocess.run(
                ["git", *words], cwd=self.root, env=known | dict(environment) | {"LC_ALL": "C"}, capture_output=True,
                check=False, input=given,
            )  # fmt: skip
        except FileNotFoundError:
            if not any((folder / ".git").exists() for folder in (self.root, *self.root.absolute().parents)):
                return subprocess.CompletedProcess(words, _NO_GIT, b"", NOT_INSTALLED.encode())
            raise GitError(NOT_INSTALLED, "install git, or set commit: false in goalctl.yaml") from None
        except OSError as cause:
            raise GitError(
                f"git can't be run: {reason_and_hint(cause)[0]}", "see that git --version works here"
            ) from None


def begin_repository(root: Path, names: Sequence[str]) -> str:
    """Make the folder a repository, for this user alone, and commit these files; empty when done, else why not."""
    repository = Repository(root)
    if not repository.has_history():
        done = repository.change("init", "--quiet")
        if done.returncode:
            return refusal(repository, names, done.stderr)
        (root / ".git").chmod(ONLY_HIS)
        repository.change("config", "core.fsync", "committed")
    repository.change("add", "--", *names)
    return repository.commit(names, "new workspace")


class _Blob(NamedTuple):
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
    name, moment, author, subject, made_with, undoes, redoes = line.split("\0")
    day = datetime.fromisoformat(moment).date()
    return Commit(name, day, author, subject, made_with.strip() == "goalctl", undoes.strip(), redoes.strip())


def _synced(path: Path) -> None:
    with suppress(OSError):  # committed it is
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
