"""The repository: whether git takes changes up, what it has not taken, and what is damaged in its own notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from goalctl.analysis.figures import counted
from goalctl.documents.save import save
from goalctl.workspace.doctor.git_crypt import locking_troubles
from goalctl.workspace.doctor.trouble import NotMendedError, Trouble, named
from goalctl.workspace.store.git.by_meaning import ATTRIBUTES, lacks_attribute, lacks_driver, set_attribute, set_driver
from goalctl.workspace.store.git.reasons import (
    broken_branch,
    cause_and_way,
    has_bad_head,
    in_the_way,
    is_stale,
    locks_of,
    only_branch,
    shown,
)
from goalctl.workspace.store.git.repository import GitError, Repository
from goalctl.workspace.store.git.waiting import waiting
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.transaction.everything import OURS, commit_everything, uncommitted_files


def repository_troubles(practice: Practice) -> Iterator[Trouble]:
    """Everything about git; nothing in a workspace that is not in git and is not meant to be."""
    repository = Repository(practice.root)
    try:
        yield from _troubles(practice, repository)
    except GitError as error:
        if practice.settings.commit:
            yield Trouble(".git", error.message, error.hint)


def _troubles(practice: Practice, repository: Repository) -> Iterator[Trouble]:
    if repository.folder is None:
        yield from _no_repository(practice, repository)
        return
    yield from _locks(repository)
    yield from _index(repository)
    yield from _hidden(repository)
    yield from _ignored(repository)
    if branch := broken_branch(repository):
        yield from _bad_branch(repository, branch)
        return
    if why := in_the_way(repository):
        yield _said(why)
    yield from _identity(repository)
    yield from _uncommitted(practice, repository)
    yield from _store(repository)
    yield from locking_troubles(repository)
    yield from _merging(repository)
    if not repository.run("config", "core.fsync").stdout.strip():
        what = "git does not force to the disk what other programs commit here; goalctl does"
        mend = "--fix sets core.fsync to committed"
        yield Trouble(".git/config", what, mend, partial(_force, repository), matters=False)


def _said(why: str) -> Trouble:
    return Trouble(".git", *cause_and_way(why))


def _no_repository(practice: Practice, repository: Repository) -> Iterator[Trouble]:
    folder = repository.root / ".git"
    if has_bad_head(repository) and folder.is_dir() and (branch := only_branch(folder)):
        what = "git's note of where it stands (.git/HEAD) is damaged; the plans are not"
        cure = partial(_write_head, repository, branch)
        yield Trouble(".git/HEAD", what, f"--fix writes it anew: branch {branch}", cure)
    elif folder.exists() or practice.settings.commit:
        yield _said(in_the_way(repository))


def _write_head(repository: Repository, branch: str) -> str:
    folder = repository.root / ".git"
    save(folder / "HEAD", f"ref: refs/heads/{branch}\n".encode(), root=folder)
    if repository.folder is None:
        raise NotMendedError("git still does not know the folder", "restore .git from the last backup")
    return f"HEAD names the branch {branch} again"


def _bad_branch(repository: Repository, branch: str) -> Iterator[Trouble]:
    """What git noted of a branch is lost in a power cut; its log names the commit."""
    what = "git's note of its newest commit is damaged; the plans are not"
    folder = repository.folder or repository.root / ".git"
    lines = (folder / "logs" / branch).read_text(encoding="utf-8", errors="replace").splitlines()
    commits = [line.split(" ", 2)[1] for line in lines if line.count(" ") > 1]
    sound = (
        name for name in reversed(commits) if not repository.run("cat-file", "-e", f"{name}^{{commit}}").returncode
    )
    newest = next(sound, "")
    if newest:
        cure = partial(_write_branch, repository, branch, newest)
        yield Trouble(f".git/{branch}", what, f"--fix writes it anew, from git's own log: {newest[:12]}", cure)
    else:
        yield Trouble(f".git/{branch}", what, "restore .git from the last backup or another clone")


def _write_branch(repository: Repository, branch: str, newest: str) -> str:
    folder = repository.folder or repository.root / ".git"
    save(folder / branch, f"{newest}\n".encode(), root=folder)
    return f"{branch.removeprefix('refs/heads/')} stands at {newest[:12]} again"


def _ignored(repository: Repository) -> Iterator[Trouble]:
    """Plans, notes and settings that git is told to leave out, so that there is no second copy of them."""
    words = ("ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", *OURS)
    names = [name for name in repository.run(*words).stdout.split("\0") if name.endswith((".yaml", ".md"))]
    if names:
        what = f"a .gitignore file keeps {counted(len(names), 'file')} out of git: {named(names)}"
        yield Trouble(names[0], what, "take the line away that names them")


def _locks(repository: Repository) -> Iterator[Trouble]:
    locks = locks_of(repository)
    names = [shown(repository, lock) for lock in locks]
    if locks and is_stale(repository, locks):
        what = f"a git that was killed left {named(names)} behind, which stops every commit"
        yield Trouble(names[0], what, "--fix takes it away", partial(_unlock, repository))
    elif locks:
        yield Trouble(names[0], "another git is at work here, or was killed a moment ago", "ask again in a minute")


def _unlock(repository: Repository) -> str:
    locks = locks_of(repository)
    if locks and not is_stale(repository, locks):
        raise NotMendedError("a git is at work here by now", "ask again in a minute")
    for lock in locks:
        lock.unlink(missing_ok=True)
    return "taken away"


def _index(repository: Repository) -> Iterator[Trouble]:
    listed = repository.run("ls-files", "--", SETTINGS)
    if listed.returncode:
        what = "git's list of files is damaged; no plan suffers from that"
        cure = partial(_new_index, repository)
        yield Trouble(".git/index", what, "--fix makes it anew from the last commit", cure)


def _new_index(repository: Repository) -> str:
    folder = repository.folder
    if folder is None:
        raise NotMendedError("git does not know the folder any more")
    (folder / "index").unlink(missing_ok=True)
    if repository.change("reset", "--quiet", "--mixed").returncode:
        raise NotMendedError("git could not make its list anew", "restore .git from the last backup")
    return "made anew"


def _hidden(repository: Repository) -> Iterator[Trouble]:
    lines = repository.run("ls-files", "-v", "-z", "--", *OURS).stdout.split("\0")
    names = [line[2:] for line in lines if line[:1] == "S" or line[:1].islower()]
    if names:
        what = f"git was told to overlook {counted(len(names), 'file')}: {named(names)}"
        yield Trouble(names[0], what, "--fix lets git look again", partial(_reveal, repository, names))


def _reveal(repository: Repository, names: Sequence[str]) -> str:
    for flag in ("--no-skip-worktree", "--no-assume-unchanged"):
        repository.change("update-index", flag, "--", *names)
    return "git looks again"


def _identity(repository: Repository) -> Iterator[Trouble]:
    if repository.run("var", "GIT_COMMITTER_IDENT").returncode:
        mend = 'git config --global user.name "Your Name"; git config --global user.email you@example.org'
        yield Trouble(".git", "git does not know who you are, so nothing can be committed", mend)


def _uncommitted(practice: Practice, repository: Repository) -> Iterator[Trouble]:
    """Where goalctl does not commit, that is for whoever does, and only told."""
    names, left = uncommitted_files(repository), len(waiting(practice.root))
    told = [f"{counted(len(names), 'file')} not committed: {named(names)}"] if names else []
    told += [f"{counted(left, 'change')} of goalctl's among them"] if left else []
    where, what = (names or [".git"])[0], "; ".join(told)
    if told and practice.settings.commit:
        yield Trouble(where, what, "--fix commits them", partial(_commit_all, practice))
    elif told:
        yield Trouble(where, what, "git commit, or commit: true in goalctl.yaml", matters=False)


def _commit_all(practice: Practice) -> str:
    if why := commit_everything(practice.root):
        raise NotMendedError(why)
    return "committed"


def _store(repository: Repository) -> Iterator[Trouble]:
    if repository.run("fsck", "--connectivity-only", "--no-dangling", "--no-progress").returncode:
        mend = "copy the folder to another disk now; then restore .git from the last backup or another clone"
        yield Trouble(
            ".git", "git's store is damaged: old states are missing; the plans themselves are not touched", mend
        )


def _merging(repository: Repository) -> Iterator[Trouble]:
    """A clone that would merge line by line what is to be merged by meaning; a record of one person needs nothing."""
    root = repository.root
    if lacks_driver(root):
        what = "this clone's git merges plans line by line, so that two clinicians' notes clash"
        yield Trouble(".git/config", what, "--fix lets goalctl merge them by meaning", partial(_set_driver, root))
    elif lacks_attribute(root) and repository.run("remote").stdout.strip():
        what = "the record is shared, and its clones merge plans line by line"
        mend = "--fix says in .gitattributes that they merge by meaning"
        yield Trouble(ATTRIBUTES, what, mend, partial(_set_both, root), matters=False)


def _set_driver(root: Path) -> str:
    set_driver(root)
    return "plans are merged by meaning"


def _set_both(root: Path) -> str:
    set_attribute(root)
    return _set_driver(root)


def _force(repository: Repository) -> str:
    repository.change("config", "core.fsync", "committed")
    return "set"
