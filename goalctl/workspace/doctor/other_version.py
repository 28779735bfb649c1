"""What another version of a plan's file has that the plan lacks, entry by entry, and how the plan takes it over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goalctl.documents.change import AppendItem, Edit
from goalctl.documents.document import read_document
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields, Path, Value, fields_in, list_in
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.rescued import rescue_file
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.transaction.transaction import change_plan

_ENTRY = {"sessions": "session", "goals": "goal", "objectives": "objective"}


@dataclass(frozen=True, slots=True)
class Lacking:
    """One entry that only the other version has: the list it stands in, the entry, and what it is called."""

    path: Path
    entry: Value
    words: str


@dataclass(frozen=True, slots=True)
class BesideOther:
    """What only the other version has, and what reads otherwise there; `is_read`: it could be read at all."""

    lacking: tuple[Lacking, ...]
    otherwise: tuple[str, ...]
    is_read: bool = True


def compared(practice: Practice, plan: PlanFile, other: str) -> BesideOther:
    """The plan beside its other version, by the ids of their entries; those without an id by what they say."""
    mine = read_document(plan.path(practice.root), Plan, root=practice.root).data
    theirs = read_document(practice.root / other, Plan, root=practice.root).data
    if not isinstance(mine, dict) or not isinstance(theirs, dict):
        return BesideOther((), (), is_read=False)
    otherwise: list[str] = []
    return BesideOther(tuple(_lacking((), mine, theirs, otherwise)), tuple(dict.fromkeys(otherwise)))


def _lacking(path: Path, mine: Fields, theirs: Fields, otherwise: list[str]) -> Iterator[Lacking]:
    for key, value in theirs.items():
        known = mine.get(key)
        if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
            yield from _of_list((*path, key), list_in(known), value, otherwise)
        elif value != known:
            otherwise.append(_place(path, key, mine))


def _of_list(path: Path, mine: Sequence[Value], theirs: Sequence[Value], otherwise: list[str]) -> Iterator[Lacking]:
    ids = {entry["id"]: n for n, entry in enumerate(mine) if isinstance(entry, dict) and entry.get("id")}
    for entry in theirs:
        at = ids.get(entry.get("id")) if isinstance(entry, dict) else None
        if at is None:
            if entry not in mine:
                yield Lacking(path, entry, _words(str(path[-1]), entry))
        elif isinstance(entry, dict) and isinstance(known := mine[at], dict) and known != entry:
            yield from _lacking((*path, at), known, entry, otherwise)


def _place(path: Path, key: str, mine: Fields) -> str:
    """Where it reads otherwise: the id of the entry, and the key."""
    return (
        f"{mine['id']} {key}" if path and mine.get("id") else ".".join([*(s for s in path if isinstance(s, str)), key])
    )


def _words(section: str, entry: Value) -> str:
    """What an entry is called: `session abc123 (2026-02-27)`."""
    fields = fields_in(entry)
    named = " ".join(str(word) for word in (_ENTRY.get(section, section), fields.get("id")) if word)
    day = fields.get("date") or fields.get("on")
    return f"{named} ({day})" if day else named


def take_over(practice: Practice, plan: PlanFile, other: str) -> str:
    """The entries go into the plan through the one transaction; then the other version is put away, not deleted."""
    found = _to_take_over(practice, plan, other)
    if found.lacking:
        change_plan(
            practice, plan, lambda now: [_edit(now, one) for one in _to_take_over(practice, plan, other).lacking]
        )
    kept = put_away(practice, other)
    taken = ", ".join(lacking.words for lacking in found.lacking)
    if not taken:
        return f"put away into {kept}"
    return f"took over into {plan.name}: {taken}; the other version is in {kept}"


def _to_take_over(practice: Practice, plan: PlanFile, other: str) -> BesideOther:
    """What can't be read at this moment has not nothing to give: it stays where it is."""
    found = compared(practice, plan, other)
    if not found.is_read:
        raise GoalctlError("one of the two can't be read; nothing was taken over", "goalctl doctor tells more")
    return found


def _edit(now: Plan, lacking: Lacking) -> Edit:
    if len(lacking.path) == 1:
        return append_edit(now, str(lacking.path[0]), lacking.entry)
    return AppendItem(lacking.path, lacking.entry)


def put_away(practice: Practice, name: str) -> str:
    """A file goes into the folder of what is kept, under a name of its own."""
    path = practice.root / name
    return rescue_file(practice.root, path, path.name.removesuffix(".yaml"))
