"""Who the pseudonyms are: a file outside the workspace and its git, for this user alone, found by the workspace's id.

`names/<workspace>.yaml` in the user's configuration folder, or in the folder that GOALCTL_NAMES names. What stands in
it is for the clinician's own terminal: no pipe, file, index, commit or argument ever holds it.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from goalctl.documents.change import RemoveItem
from goalctl.documents.edit import text_after
from goalctl.documents.open import read_bytes, real_path
from goalctl.documents.save import save
from goalctl.documents.text import MAX_BYTES, source_of
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields, Value
from goalctl.model.identity import Identity
from goalctl.model.written import record_data
from goalctl.workspace.edits.additions import new_workspace_id
from goalctl.workspace.edits.placing import edits_between
from goalctl.workspace.store.identity import IdentityInsideError, identities_at
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.transaction.transaction import writing

VARIABLE = "GOALCTL_NAMES"
PRIVATE = 0o700
EMPTY = "# Who the clients are. For this user alone; never in git, never sent.\nformat: 1\nclients: {}\n"
OTHERS_MAY_READ = 0o077


class NoWorkspaceIdError(GoalctlError):
    """The settings lack the id by which names are kept, so that two practices on one machine never mix."""

    def __init__(self) -> None:
        hint = f"write format: 2 at its top, and below it, made for you here: workspace: {new_workspace_id()}"
        super().__init__(f"{SETTINGS} has no workspace id, by which names are kept", hint)


class OpenNamesError(GoalctlError):
    """Others on this machine can read the names; nothing of them is shown until they can't."""

    def __init__(self, path: Path) -> None:
        super().__init__("other users of this machine can read the names file, so it is not used", f"chmod 600 {path}")


class NamesNotSavedError(GoalctlError):
    """The folder for names can't be made."""

    def __init__(self, path: Path, cause: OSError) -> None:
        why = (cause.strerror or "unknown reason").lower()
        super().__init__(f"{path} can't be made: {why}", f"name another folder in {VARIABLE}")


def names_file(practice: Practice) -> Path:
    """Where the names of this practice are kept, whether or not the file is there."""
    if practice.settings.workspace is None:
        raise NoWorkspaceIdError
    path = _folder() / f"{practice.settings.workspace}.yaml"
    if real_path(path, practice.root) is not None:
        raise IdentityInsideError
    return path


def names_of(practice: Practice) -> Mapping[str, Identity]:
    """Everybody who is known by name, by client; nobody where no names are kept.

    A file that can't be used, or that others can read, is an error.
    """
    if practice.settings.workspace is None:
        return {}
    path = names_file(practice)
    try:
        mode = path.stat().st_mode
    except OSError:
        return {}
    if sys.platform != "win32" and stat.S_IMODE(mode) & OTHERS_MAY_READ:
        raise OpenNamesError(path)
    return identities_at(path, root=practice.root)


def keep_name(practice: Practice, client: str, known: Fields) -> Path:
    """Put down who the client is, in the place of what was known before; the file is made where there is none."""
    path = names_file(practice)
    with writing(practice, path.parent):
        before = names_of(practice)
        text = _text(path)
        old: Value = record_data(before[client]) if client in before else None
        text = text_after(text, list(edits_between(("clients", client), old, {**known})))
        save(path, text.encode(), root=path.parent)
    return path


def drop_name(practice: Practice, client: str) -> bool:
    """Take the client out of the names, under the lock; whether anything was kept."""
    if practice.settings.workspace is None or client not in names_of(practice):
        return False
    path = names_file(practice)
    save(path, text_after(_text(path), [RemoveItem(("clients", client))]).encode(), root=path.parent)
    return True


def _text(path: Path) -> str:
    """What the file says; its folder, for this user alone, is made where it is missing."""
    try:
        path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    except OSError as cause:
        raise NamesNotSavedError(path.parent, cause) from None
    return source_of(read_bytes(path, root=path.parent, limit=MAX_BYTES)).text if path.exists() else EMPTY


def _folder() -> Path:
    if stated := os.environ.get(VARIABLE):
        return Path(stated).expanduser().absolute()
    return _configuration() / "goalctl" / "names"


def _configuration() -> Path:
    """The user's configuration folder, as the platform has it."""
    stated = Path(os.environ.get("XDG_CONFIG_HOME") or ".")
    if stated.is_absolute():
        return stated
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    return Path.home() / ("Library/Application Support" if sys.platform == "darwin" else ".config")
