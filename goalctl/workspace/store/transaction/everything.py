"""Every file of the record that git has not taken, and the commits that bring them all in."""

from __future__ import annotations

from pathlib import Path

from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.root import OWN, OWN_FOLDERS, SETTINGS, SETTINGS_SCHEMA
from goalctl.workspace.store.transaction.committing import BY_HAND, catch_up

OURS = (SETTINGS, SETTINGS_SCHEMA, ".gitattributes", ".gitignore", *(name for name in OWN_FOLDERS if name != OWN))


def uncommitted_files(repository: Repository) -> list[str]:
    """The workspace's own files that are not as in the last commit, deleted ones included."""
    words = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--")
    told = repository.run(*words, *OURS).stdout
    prefix = repository.prefix
    return [line[3:].removeprefix(prefix) for line in told.split("\0") if len(line) > len("XY ")]


def own_files(repository: Repository) -> list[str]:
    """The workspace's own files that git has or would take."""
    told = repository.run("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *OURS).stdout
    return [name for name in told.split("\0") if name]


def commit_everything(root: Path) -> str:
    """What goalctl saved in its own words, then what was edited by hand; empty when done, else why not."""
    if why := catch_up(root):
        return why
    repository = Repository(root)
    for name in uncommitted_files(repository):
        if why := repository.commit([name], f"{Path(name).stem}: {BY_HAND}", facts=()):
            return why
    return ""
