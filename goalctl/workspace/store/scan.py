"""Which plan files a workspace has, without opening any; what else lies there is named, never passed over."""

from __future__ import annotations

import os
import re
import shlex
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from goalctl.documents.file_errors import UnreadableFileError, reason_and_hint
from goalctl.documents.foreign import FETCH, IN_ICLOUD, copy_of, kept_elsewhere, leftover_of, plan_name_meant
from goalctl.documents.open import read_bytes
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Severity
from goalctl.model.ids import client_from
from goalctl.model.scalars import ScalarError
from goalctl.workspace.store.root import PLANS, client_at

SCHEMA = "plan.schema.json"
ENDING = ".yaml"
PREVIOUS = re.compile(rb"""^previous:[ \t]+["']?([a-z0-9.-]+)""", re.MULTILINE)
"""What finds the earlier episode that the text of a plan names."""

MOST = 2**63 - 1  # that a database holds; an inode may be larger, and a time of after 2262
Stamp: TypeAlias = tuple[int, int, int, int]


class PlanFile(NamedTuple):
    """A plan by its name, `plans/c-7f3k.yaml`; `stamp` is what changes when the file does: times, size, inode."""

    client: str
    name: str
    stamp: Stamp

    def path(self, root: Path) -> Path:
        """Where it is."""
        return root / self.name


class Scan(NamedTuple):
    """The plan files by client, and a finding for each file that should not be where it is.

    `versions` are the second copies, by the name under which their finding stands.
    """

    files: tuple[PlanFile, ...]
    strays: tuple[tuple[str, Finding], ...] = ()
    versions: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def beside(self, client: str) -> tuple[tuple[str, Finding], ...]:
        """Of the strays those that may hold a part of that client's record: a second file, another version of it."""
        return tuple((name, finding) for name, finding in self.strays if meant_for(name) == client)


class NoPlansError(GoalctlError):
    """The folder of plans can't be listed."""

    def __init__(self, cause: OSError) -> None:
        reason, hint = reason_and_hint(cause)
        is_gone, where = isinstance(cause, FileNotFoundError), shlex.quote(str(cause.filename or PLANS))
        super().__init__(
            f"the folder {PLANS}/ can't be listed: {reason}", f"make it: mkdir {where}" if is_gone else hint
        )


def scan(root: Path, *, having: str = "") -> Scan:
    """Every plan file below `plans/`, in the order of the clients' ids; or only the files with that in their names."""
    return arranged(listed(root, having=having).entries)


class FolderListing(NamedTuple):
    """The name and the stamp of every file that matters, by name; and whether second copies of plans lie there."""

    entries: list[tuple[str, Stamp]]
    has_copies: bool


def listed(root: Path, *, having: str = "") -> FolderListing:
    """What lies below `plans/`, or only what has that in its own name; nothing else is looked at.

    A folder that is called like a plan ends in a slash. Leftovers of editors and of the system don't matter, nor does a
    second copy that holds the same bytes: `goalctl doctor` names them.
    """
    try:
        found = sorted(_files(root, having))
    except OSError as cause:
        raise NoPlansError(cause) from None
    copies = {name for name, _ in found if _copy(name)[0]}
    told = copies and {name for name in copies if not _says_the_same(root, name)}
    return FolderListing([entry for entry in found if entry[0] not in copies or entry[0] in told], bool(copies))


def plans_beginning(root: Path, beginning: str) -> dict[str, str]:
    """The file of each client whose id begins so, in the order of the ids; by names alone, no file is looked at."""
    found: dict[str, str] = {}
    for name in sorted(
        (name for name, _ in _entries(root / PLANS, PLANS, beginning) if name.endswith(ENDING)), key=place_of
    ):
        stem = client_at(name)
        if stem.startswith(beginning) and not _copy(name)[0] and not _misnamed(stem):
            found.setdefault(stem, name)
    return dict(sorted(found.items()))


def twins(root: Path) -> list[tuple[str, str]]:
    """Second copies that hold the same bytes as the plan beside them, by name, each with what it is."""
    found = sorted(name for name, _ in _files(root) if _says_the_same(root, name))
    told = ((name, *_copy(name)) for name in found)
    return [
        (name, f"a second copy of {plan} ({by}), byte for byte the same; it is not read") for name, plan, by in told
    ]


def arranged(found: Iterable[tuple[str, Stamp]]) -> Scan:
    """The files by name, sorted out into plans and strays; second copies of a plan are one stray, under its name."""
    by_name = dict(sorted(found))
    plans = {name: stamp for name, stamp in by_name.items() if name.endswith(ENDING) and not _copy(name)[0]}
    others = sorted(by_name.keys() - plans.keys())
    files, strays = _told_apart(plans)
    told = [(_with_versions(client, versions, files), versions) for client, versions in _copies(others).items()]
    strays += [stray for stray, _ in told]
    strays += [(name, _no_plan(name, files)) for name in others if not _copy(name)[0]]
    return Scan(
        tuple(files[client] for client in sorted(files)),
        tuple(sorted(strays, key=lambda stray: stray[0])),
        {name: tuple(version for version, _ in versions) for (name, _), versions in told},
    )


def _told_apart(plans: Mapping[str, Stamp]) -> tuple[dict[str, PlanFile], list[tuple[str, Finding]]]:
    """The plans by client, and those whose name can be no client's, or is one that was there before."""
    files: dict[str, PlanFile] = {}
    strays: list[tuple[str, Finding]] = []
    for name in sorted(plans, key=place_of):
        stem = client_at(name)
        if finding := _misnamed(stem) or _no_text(name) or _second(stem, files):
            strays.append((name, finding))
        else:
            files[stem] = PlanFile(stem, name, plans[name])
    return files, strays


def place_of(name: str) -> tuple[int, str]:
    """Of two files of one client the one nearer to `plans/` is the plan, wherever it is looked for."""
    return name.count("/"), name


def _copies(names: Iterable[str]) -> Mapping[str, list[tuple[str, str]]]:
    """By client the second copies of the plan, each with who makes such."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in names:
        plan, by = _copy(name)
        if plan:
            found[plan.removesuffix(ENDING)].append((name, by))
    return found


def _files(root: Path, having: str = "") -> Iterator[tuple[str, Stamp]]:
    for found, entry in _entries(root / PLANS, PLANS, having):
        with suppress(FileNotFoundError):  # it is gone since its folder was listed
            yield found, stamp_of(entry)


def _entries(folder: Path, name: str, having: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            is_asked_for = having in entry.name
            if not (is_asked_for or is_folder) or not _matters(entry):
                continue
            if is_asked_for and (not is_folder or plan_name_meant(entry.name)):
                yield f"{name}/{entry.name}{'/' if is_folder else ''}", entry
            if is_folder:
                yield from _entries(folder / entry.name, f"{name}/{entry.name}", having)


def _matters(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return bool(kept_elsewhere(entry.name))
    return not (entry.name == SCHEMA or leftover_of(entry.name))


def meant_for(name: str) -> str:
    """Whose plan a file of that name is or was meant to be."""
    own = name.rpartition("/")[2]
    return (plan_name_meant(own) or copy_of(own)[0] or kept_elsewhere(own) or own).removesuffix(ENDING)


def original_of(name: str) -> str:
    """The plan's file beside it of which this is a second copy, by the name alone; empty where it is none."""
    folder, _, own = name.rpartition("/")
    plan, _ = copy_of(own)
    return plan and f"{folder}/{plan}"


def _copy(name: str) -> tuple[str, str]:
    """The plan's file of which this is a second copy, by the name alone, and who makes such copies."""
    return copy_of(name.rpartition("/")[2])


def _says_the_same(root: Path, name: str) -> bool:
    """Whether it is a second copy of a plan beside it, byte for byte."""
    original = original_of(name)
    if not original:
        return False
    own = root / original
    try:
        size = own.stat().st_size
        return read_bytes(root / name, root=root, limit=size) == read_bytes(own, root=root, limit=size)
    except (OSError, UnreadableFileError):
        return False


def stamp_of(entry: os.DirEntry[str] | Path) -> Stamp:
    """What tells one state of a file from the next; a link that leads nowhere has the stamp of the link.

    Of a link no stamp tells whether its way leads out of the workspace by now: it says that it may have changed.
    """
    try:
        status = entry.stat()
    except OSError:
        status = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        return (-1, -1, -1, -1)
    changed, moved = min(status.st_mtime_ns, MOST), MOST if entry.is_symlink() else min(status.st_ctime_ns, MOST)
    return changed, moved, status.st_size, (status.st_ino + MOST + 1) % (2 * MOST + 2) - MOST - 1


def _with_versions(
    client: str, versions: Sequence[tuple[str, str]], files: Mapping[str, PlanFile]
) -> tuple[str, Finding]:
    """The plan, marked; where there is none, the first of its copies."""
    (name, by), *more = versions
    listing = "; ".join(f"{name.rpartition('/')[2]} ({by})" for name, by in versions[:2])
    told = f"{listing}; and {len(versions) - 2} more" if len(versions) > 2 else listing  # noqa: PLR2004 - as listed
    if client in files:
        number = "another version of this plan lies" if not more else f"{len(versions)} other versions of this plan lie"
        hint = "goalctl doctor shows what they have that the plan lacks; --fix takes it over, and throws nothing away"
        return files[client].name, Finding("E154", f"{number} beside it: {told}", hint=hint, severity=Severity.WARNING)
    right = f"{name.rpartition('/')[0]}/{client}{ENDING}"
    hint = f"if it is the plan, give it its name: mv -n {shlex.quote(name)} {shlex.quote(right)}"
    return name, Finding(
        "E154", f"this is a second copy of {client} ({by}), and {client} itself is not here", hint=hint
    )


def _no_plan(name: str, files: Mapping[str, PlanFile]) -> Finding:
    """What is not read; the hint never leads to a name that is taken."""
    if name.endswith("/"):
        hint = "give the folder another name, or put the plan's file in its place"
        return Finding("E151", "this is a folder, although its name is that of a plan", hint=hint)
    own = name.rpartition("/")[2]
    if there := kept_elsewhere(own):
        hint = f"{FETCH}; until then nothing of that client is here"
        return Finding("E151", f"{there} is {IN_ICLOUD}", hint=hint)
    meant = plan_name_meant(own)
    right = f"{name.rpartition('/')[0]}/{meant}"
    if meant and meant.removesuffix(ENDING) in files:
        hint = f"it is not {meant}; compare the two, then move this one out of {PLANS}/"
    elif meant:
        hint = f"if it is a plan, give it its name: mv -n {shlex.quote(name)} {shlex.quote(right)}"
    else:
        hint = f"move it out of {PLANS}/"
    return Finding("E151", f"this is not read: a plan's file ends in {ENDING}", hint=hint)


def _misnamed(stem: str) -> Finding | None:
    try:
        client_from(stem)
    except ScalarError as error:
        return Finding("E152", f"the file's name is no client's id: {error}", hint=error.hint)
    return None


def _no_text(name: str) -> Finding | None:
    try:
        name.encode()
    except UnicodeEncodeError:
        return Finding("E152", "the name of its folder is no text in UTF-8", hint="give the folder another name")
    return None


def _second(stem: str, files: Mapping[str, PlanFile]) -> Finding | None:
    if stem not in files:
        return None
    hint = f"compare the two, then move one of them out of {PLANS}/"
    return Finding("E153", f"client {stem} has a second file, beside {files[stem].name}", hint=hint)
