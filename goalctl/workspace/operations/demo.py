"""A practice of invented clients to try everything on, in a folder and a git repository of its own."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from goalctl.library.sample import NoSuchDayError, sample_names, sample_texts
from goalctl.model.errors import GoalctlError
from goalctl.workspace.edits.additions import new_workspace_id
from goalctl.workspace.operations.init import start_workspace
from goalctl.workspace.store.git.by_meaning import ATTRIBUTES, ATTRIBUTES_TEXT, set_driver
from goalctl.workspace.store.git.repository import ONLY_HIS, Repository
from goalctl.workspace.store.root import PLANS, SETTINGS, SETTINGS_SCHEMA, NoWorkspaceError, find_root
from goalctl.workspace.store.scan import SCHEMA

_HEAD = """\
# yaml-language-server: $schema=goalctl.schema.json
# A practice to try everything on: every client in it is invented. Delete the folder when you are done.
"""
_BEFORE = {PLANS, SCHEMA, SETTINGS_SCHEMA, ".gitignore", ATTRIBUTES}
_ABOUT = re.compile(r"\A(#.*\n)+|^timezone: .*\n", re.MULTILINE)
_CONFIG = {"core.fsync": "committed", "user.name": "M. Kowalski", "user.email": "m.kowalski@example.org"}


class NoDemoError(GoalctlError):
    """There can't be one at that place; nothing was made."""

    exit_status = 2


def refuse_place(folder: Path) -> None:
    """Raise where something lies already, and inside a practice, which invented clients have no business in.

    What a demo left that was broken off is nothing: it is finished.
    """
    if folder.exists() and not (folder.is_dir() and all(map(_is_begun, folder.rglob("*")))):
        raise NoDemoError(f"{folder} is there already, and it is as it was", "name a new folder: goalctl demo DIR")
    try:
        practice = find_root(folder.resolve())
    except NoWorkspaceError:
        return
    raise NoDemoError(f"{folder} would lie in the practice {practice}", "go elsewhere first, as: cd ~")


def _is_begun(path: Path) -> bool:
    """Whether it is what is there before the settings, which come last: schemas, invented clients, temporary files."""
    return path.name in _BEFORE or path.name.endswith(".tmp") or f"{PLANS}/{path.name}" in sample_names()


def make_demo(folder: Path, *, today: date) -> int:
    """Make it and give how many clients there are; where there is git, it is a repository with one commit."""
    refuse_place(folder)
    try:
        texts = sample_texts(today)
    except NoSuchDayError:
        raise NoDemoError(f"around {today} there is no room for a caseload of months", "leave out --today") from None
    with_git = shutil.which("git") is not None
    texts[SETTINGS] = _settings(texts[SETTINGS], with_git=with_git)
    made = start_workspace(folder, git=False, more={**texts, **({ATTRIBUTES: ATTRIBUTES_TEXT} if with_git else {})})
    if with_git:
        _keep_in_git(folder, made)
    return sum(1 for name in texts if name.startswith(f"{PLANS}/"))


def _settings(text: str, *, with_git: bool) -> str:
    """The caseload's own, without what is said of where it ships."""
    kept = _ABOUT.sub("", text).replace("format: 2\n", f"format: 2\nworkspace: {new_workspace_id()}\n", 1)
    return _HEAD + (kept.replace("commit: false", "commit: true", 1) if with_git else kept)


def _keep_in_git(folder: Path, names: list[str]) -> None:
    """In a repository of its own, also inside another one, by its own clinician, whoever works at this machine."""
    repository = Repository(folder)
    repository.change("init", "--quiet")
    (folder / ".git").chmod(ONLY_HIS)
    for key, value in _CONFIG.items():
        repository.change("config", key, value)
    repository.change("add", "--", *names)
    if why := repository.commit(names, "a practice of invented clients"):
        raise GoalctlError(f"the practice was saved, but git did not take it up: {why}", "all but undo works in it")
    set_driver(folder)
