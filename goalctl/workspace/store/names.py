"""Who the pseudonyms are: a file outside the workspace and its git, for this user alone, found by the workspace's id.

`names/<workspace>.yaml` in the user's configuration folder, or in the one that GOALCTL_NAMES names, which a group may
share. What stands in it is for the clinician's own terminal: no pipe, file, index, commit or argument ever holds it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from goalctl.documents.change import RemoveItem
from goalctl.documents.edit import text_after
from goalctl.documents.file_errors import NotConfirmedError
from goalctl.documents.open import read_bytes, real_path
from goalctl.documents.save import save
from goalctl.documents.stops import without_stops
from goalctl.documents.text import MAX_BYTES, source_of
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields, Value
from goalctl.model.identity import Identities, Identity
from goalctl.model.written import record_data
from goalctl.workspace.edits.additions import new_workspace_id
from goalctl.workspace.edits.placing import edits_between
from goalctl.workspace.store.identity import IdentityInsideError, identities_in
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.shared_names import (
    OWN_FOLDER,
    NotSharedError,
    close_to_others,
    is_there,
    may_be_used,
    names_lock,
    open_to,
)
from goalctl.workspace.store.transaction.transaction import writing

VARIABLE = "GOALCTL_NAMES"
SCHEMA = "names.schema.json"  # beside it, for editors
EMPTY = f"""\
# yaml-language-server: $schema={SCHEMA}
# Who the clients are: never in git, never sent.
format: 1
clients: {{}}
"""


class NoWorkspaceIdError(GoalctlError):
    """The settings lack the id by which names are kept, so that two practices on one machine never mix."""

    def __init__(self) -> None:
        hint = f"write format: 2 at its top, and below it, made for you here: workspace: {new_workspace_id()}"
        super().__init__(f"{SETTINGS} has no workspace id, by which names are kept", hint)


class OpenNamesError(GoalctlError):
    """Others than the group that the file names can read it; nothing of it is shown until they can't."""

    def __init__(self, path: Path) -> None:
        hint = f"chmod 600 {path}; for a group that covers: goalctl names share GROUP"
        super().__init__("other users of this machine can read the names file, so it is not used", hint)


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

    A file that can't be used, or that others can read than the group it names, is an error.
    """
    return _kept(practice).clients


def sharing_group(practice: Practice) -> str | None:
    """The group that keeps the names together; None where they are one user's own."""
    return _kept(practice).group


def _kept(practice: Practice) -> Identities:
    nobody = Identities(clients={})
    if practice.settings.workspace is None:
        return nobody
    path = names_file(practice)
    if not is_there(path):
        return nobody
    kept = identities_in(path, root=practice.root)
    if not may_be_used(path, kept.group):
        raise OpenNamesError(path)
    return kept


def share_names(practice: Practice, group: str | None) -> Path:
    """Let that group read and write the names too; None closes them to everybody else again."""
    path = names_file(practice)
    if not is_there(path):
        raise NotSharedError("no names are kept for this workspace", "goalctl names add CLIENT")
    if group and VARIABLE not in os.environ:
        hint = f"move {path.name} to a folder that all of you reach, encrypted, and name it in {VARIABLE}"
        raise NotSharedError("the names lie in your own folder, which nobody else reaches", hint)
    with writing(practice, path.parent), names_lock(path), without_stops():
        if group:
            open_to(path, group)
        else:
            close_to_others(path)
        before = identities_in(path, root=practice.root).group
        text = text_after(_text(path), list(edits_between(("group",), before, group, before="clients")))
        save(path, text.encode(), root=path.parent, private=group is None)
    return path


def keep_name(practice: Practice, client: str, known: Fields) -> Path:
    """Put down who the client is, in the place of what was known before; the file is made where there is none."""
    path = names_file(practice)
    _make_folder(path.parent)
    with writing(practice, path.parent), names_lock(path), without_stops():
        before = names_of(practice)
        text = _text(path)
        old: Value = record_data(before[client]) if client in before else None
        text = text_after(text, list(edits_between(("clients", client), old, {**known})))
        if not path.exists():
            _write_schema(path.parent)
        save(path, text.encode(), root=path.parent)
        practice.account.note(str(path))
    return path


def _write_schema(folder: Path) -> None:
    """It can be written again; only editors need it."""
    from goalctl.model.schema import schema_text

    with suppress(NotConfirmedError):
        save(folder / SCHEMA, schema_text(Identities).encode(), root=folder)


def drop_name(practice: Practice, client: str) -> bool:
    """Take the client out of the names, under the lock; whether anything was kept."""
    if practice.settings.workspace is None or client not in names_of(practice):
        return False
    path = names_file(practice)
    with names_lock(path):
        save(path, text_after(_text(path), [RemoveItem(("clients", client))]).encode(), root=path.parent)
    return True


def _make_folder(folder: Path) -> None:
    """For this user alone, where it is missing."""
    try:
        folder.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
    except OSError as cause:
        raise NamesNotSavedError(folder, cause) from None


def _text(path: Path) -> str:
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
