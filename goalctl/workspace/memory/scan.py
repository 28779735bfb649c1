"""Reading what has to be read: in this process for a few files, on every core for many."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from goalctl.workspace.memory.facts import Facts, Work, facts_of
from goalctl.workspace.memory.fresh import is_settled
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.memory.rows import Days
from goalctl.workspace.memory.store import ANY, Store
from goalctl.workspace.store.cores import MANY, is_for_every_core, on_every_core, pieces
from goalctl.workspace.store.scan import PlanFile

AT_ONCE = 200  # so many files in one transaction, and at the most in one piece of work for another process

Watched: TypeAlias = Callable[[Iterable[Facts], int], Iterable[Facts]]


def read_into(store: Store, work: Work, now: int, watched: Watched, *, only: Collection[str] | None = None) -> None:
    """Read what the store does not know of its files, or of those of some clients only, and leave it there."""
    for parts, lacking in _lacking(work, store, only).items():
        for some in pieces(watched(read(work._replace(parts=parts), lacking), len(lacking)), AT_ONCE):
            _keep(store, some, now)


def _keep(store: Store, found: Iterable[Facts], now: int) -> None:
    with store.writing():
        for facts in found:
            if not store.has(facts.file):
                continue  # another process has seen it change or go
            store.keep(facts.file._replace(settled=is_settled(facts.file.stamp, now)), facts.parts)


def _lacking(work: Work, store: Store, only: Collection[str] | None) -> dict[tuple[Part, ...], list[PlanFile]]:
    """The files to be read, by the parts that are not known of them; to know who there is, the lightest one will do."""
    days = Days(work.today.isoformat(), work.later.isoformat())
    unknown: dict[PlanFile, tuple[Part, ...]] = {}
    for part in work.parts or (Part.PEOPLE,):
        for client, name, *stamp in store.lacking(part.value if work.parts else ANY, days):
            file = PlanFile(client, name, (stamp[0], stamp[1], stamp[2], stamp[3]))
            if only is None or client in only:
                unknown[file] = (*unknown.get(file, ()), part)
    found: dict[tuple[Part, ...], list[PlanFile]] = {}
    for file, parts in unknown.items():
        found.setdefault(parts, []).append(file)
    return found


def read(work: Work, files: Sequence[PlanFile]) -> Iterator[Facts]:
    """What the files say, one after another and in their order; many are read on every core.

    The first is read here: what that loads and builds, a fork has as well.
    """
    if is_for_every_core(files, MANY):
        _ = work.practice.next_episodes  # found once, for every process
    yield from facts_of(work, files[:1])
    yield from on_every_core(partial(facts_of, work), files[1:], many=MANY - 1, at_once=AT_ONCE)
