"""Where the workspace is: the folder that holds `goalctl.yaml` and `plans/`, found upward as git finds its root."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from goalctl.documents.foreign import FETCH, IN_ICLOUD, is_in_icloud
from goalctl.documents.open import real_path
from goalctl.model.errors import GoalctlError

SETTINGS = "goalctl.yaml"
SETTINGS_SCHEMA = "goalctl.schema.json"  # beside it, for editors
PLANS = "plans"
FORMS = "forms"
OWN = ".goalctl"
UNFINISHED = "unfinished.json"  # in `.goalctl`, while several files are put in place
MEMORY, FORMER_MEMORIES = "memory.sqlite", ("index.jsonl", "day.jsonl")  # there too: all of it can be made anew
OWN_FOLDERS = (PLANS, FORMS, "notes", "planners", "profiles", "templates", OWN)
OWN_FILES = (SETTINGS, SETTINGS_SCHEMA, ".gitattributes", ".gitignore", ".git")


class NoWorkspaceError(GoalctlError):
    """No workspace here or above."""

    def __init__(self, where: Path, *, stated: bool) -> None:
        away = next((folder for folder in (where, *where.parents) if is_in_icloud(folder / SETTINGS)), None)
        if away:
            super().__init__(f"{SETTINGS} of {away} is {IN_ICLOUD}", FETCH)
        elif stated:
            message = f"{where} is not a goalctl workspace: it has no {SETTINGS}"
            super().__init__(message, "name the folder that holds it, or make one: goalctl init DIR")
        else:
            message = "this folder is not in a goalctl workspace"
            super().__init__(message, "make one with: goalctl init practice   or name one with: goalctl -C DIR …")


def client_at(name: str) -> str:
    """Whose plan a file of that name would be."""
    return name.rpartition("/")[2].removesuffix(".yaml")


def find_root(start: Path, *, stated: Path | None = None) -> Path:
    """The workspace's folder: the stated one, else the nearest at or above `start`."""
    if stated is not None:
        if not (stated / SETTINGS).is_file():
            raise NoWorkspaceError(stated, stated=True)
        return stated.absolute()
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise NoWorkspaceError(here, stated=False)


def own_places(root: Path) -> Iterator[Path]:
    """Every folder in which goalctl writes, so that it is swept: the workspace itself, and what belongs to it.

    What lies behind a link that leaves the workspace is somebody else's.
    """
    yield root
    for name in (name for name in OWN_FOLDERS if real_path(root / name, root)):
        for folder, inside, _ in os.walk(root / name):
            inside[:] = [name for name in inside if not name.startswith(".")]
            yield Path(folder)


def is_unfinished(root: Path) -> bool:
    """Whether a write of several files was broken off, or is going on at this moment."""
    try:
        return (root / OWN / UNFINISHED).exists()
    except PermissionError:  # who may not look there may not write there either, and is told so then
        return False
