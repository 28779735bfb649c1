"""Everything that a workspace holds of one client, and taking all of it away: what a kill leaves undone is finished."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.foreign import copy_of, leftover_of
from goalctl.documents.lock import own_folder
from goalctl.documents.open import read_bytes, real_path
from goalctl.documents.save import save, sync_folder
from goalctl.documents.text import MAX_BYTES
from goalctl.model.errors import GoalctlError
from goalctl.model.ids import client_from
from goalctl.model.scalars import ScalarError
from goalctl.workspace.store.git.uncommitted import forget_uncommitted
from goalctl.workspace.store.git.waiting import keep_waiting, waiting
from goalctl.workspace.store.names import drop_name
from goalctl.workspace.store.note import NOTES
from goalctl.workspace.store.notes import links_in
from goalctl.workspace.store.papers import paper
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.rescued import RESCUED
from goalctl.workspace.store.root import FORMER_MEMORIES, MEMORY, MEMORY_OF_WORDS, OWN, PLANS

BEGUN = "forgetting.json"


def files_of(root: Path, client: str) -> list[str]:
    """The client's files by name, the plan last: second copies, editors' leftovers, notes, what was rescued."""
    below = sorted(_files(root, root / PLANS))
    others = [path.stem for path in below if path.suffix == ".yaml" and len(path.stem) > len(client)]
    kept = sorted(path for path in _files(root, root / OWN / RESCUED) if _is_about(path.name, client, others))
    own = root / NOTES / client
    notes = [] if own.is_symlink() else sorted(_files(root, own))
    notes += [root / name for name in linked_of(root, client).theirs]
    plans = sorted(
        (path for path in below if _is_of(path.name, client)), key=lambda path: path.name == f"{client}.yaml"
    )
    return [path.relative_to(root).as_posix() for path in (*kept, *notes, *plans)]


class Linked(NamedTuple):
    """The long notes outside of the client's own folder that the plan links: those no one else has, and the others."""

    theirs: tuple[str, ...]
    shared: tuple[str, ...]


def linked_of(root: Path, client: str) -> Linked:
    """What the plan's text links that is there; shared is what another plan links too, or has in its own folder."""
    plans = [path for path in _files(root, root / PLANS) if path.suffix == ".yaml"]
    own = _linked_by(root, (path for path in plans if path.stem == client))
    away = sorted(name for name in own if not name.startswith(f"{NOTES}/{client}/") and _is_note(root, name))
    if not away:
        return Linked((), ())
    others = {path: path.stem for path in plans if path.stem != client}
    linked, folders = _linked_by(root, others), set(others.values())
    shared = [name for name in away if name in linked or Path(name).parts[1] in folders]
    return Linked(tuple(sorted(set(away).difference(shared))), tuple(shared))


def _linked_by(root: Path, plans: Iterable[Path]) -> set[str]:
    return {name for path in plans for name in _links(root, path)}


def _links(root: Path, path: Path) -> Iterator[str]:
    with suppress(OSError, GoalctlError):
        text = read_bytes(path, root=root, limit=MAX_BYTES)
        yield from (name.decode(errors="surrogateescape") for name in links_in(text))


def _is_note(root: Path, name: str) -> bool:
    path, parts = root / name, Path(name).parts
    is_below = len(parts) > 1 and parts[0] == NOTES and ".." not in parts
    return is_below and path.is_file() and not path.is_symlink() and real_path(path, root) is not None


def _files(root: Path, folder: Path) -> Iterator[Path]:
    """Every file below the folder; what lies outside of the workspace is somebody else's."""
    if real_path(folder, root):
        yield from (path for path in folder.rglob("*") if path.is_file())


def _is_of(name: str, client: str) -> bool:
    """Whether it is the plan's file, another version of it, or what an editor left of it."""
    own = f"{client}.yaml"
    if name == own or copy_of(name)[0] == own:
        return True
    left = rf"[.#~$]*{re.escape(client)}(?:\.ya?ml(?:[~#.].*)?|\.(?:bak|orig|rej|old|sw.)|[~#])"
    return bool(leftover_of(name)) and re.fullmatch(left, name) is not None


def _is_about(name: str, client: str, longer: list[str]) -> bool:
    """Whether a rescued text is this client's, and not that of one whose `longer` id ends or begins alike."""
    own = f"{client}.yaml"
    stem = re.sub(r"-[0-9a-f]{6}\.(?:txt|yaml)$", "", name)
    if stem == client or copy_of(f"{stem}.yaml")[0] == own or name.startswith(f"{own}-"):
        return True
    return name.endswith(f"-{client}.json") and not any(name.endswith(f"-{other}.json") for other in longer)


def begin(root: Path, client: str, files: list[str]) -> None:
    """From here on it will be done sooner or later."""
    save(own_folder(root / OWN) / BEGUN, json.dumps({"client": client, "files": files}).encode(), root=root)


def begun(root: Path) -> tuple[str, list[str]]:
    """What was begun and not ended: the client, and of the files those that are theirs; empty where nothing was."""
    found = paper(root, BEGUN)
    try:
        client, names = client_from(found["client"]), [str(name) for name in found["files"]]
    except (ScalarError, TypeError, KeyError):
        return "", []
    own = set(files_of(root, client))
    return client, [name for name in names if name in own]


def finish(practice: Practice, client: str, files: list[str]) -> Iterator[str]:
    """Take away what was begun, under the lock; each thing is told as it goes."""
    root = practice.root
    if drop_name(practice, client):
        yield "the name"
    for name in (MEMORY, MEMORY_OF_WORDS, *FORMER_MEMORIES):
        for left in (name, f"{name}-journal"):  # of a command that was killed: it quotes what stood there
            (root / OWN / left).unlink(missing_ok=True)
    keep_waiting(root, [one for one in waiting(root) if one.of != client])
    forget_uncommitted(root, client)
    for name in files:
        with suppress(FileNotFoundError):
            (root / name).unlink()
            yield name
    with suppress(OSError):
        (root / NOTES / client).rmdir()
    for folder in {(root / name).parent for name in files if (root / name).parent.is_dir()}:
        sync_folder(folder)
    (root / OWN / BEGUN).unlink(missing_ok=True)
