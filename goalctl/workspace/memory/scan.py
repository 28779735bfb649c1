"""Reading what has to be read: in this process for a few files, on every core for many."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import TypeAlias, TypeVar

from goalctl.workspace.memory.facts import Facts, Work, facts_of
from goalctl.workspace.memory.fresh import is_settled
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.memory.store import Days, Store
from goalctl.workspace.store.scan import PlanFile

MANY = 400  # from here on the time that more processes take to begin is won back
AT_ONCE = 200  # so many files in one transaction, and in one piece of work for another process

T = TypeVar("T")
Watched: TypeAlias = Callable[[Iterable[Facts], int], Iterable[Facts]]


def read_into(store: Store, work: Work, files: Iterable[PlanFile], now: int, watched: Watched) -> None:
    """Read what the store does not know of these files, and leave it there; what is known is not written again."""
    for parts, lacking in _lacking(work, store, files).items():
        for some in _pieces(watched(read(replace(work, parts=parts), lacking), len(lacking))):
            _keep(store, some, now)


def _keep(store: Store, found: Iterable[Facts], now: int) -> None:
    with store.writing():
        for facts in found:
            store.keep(replace(facts.file, settled=is_settled(facts.file.stamp, now)), facts.parts)


def _lacking(work: Work, store: Store, files: Iterable[PlanFile]) -> dict[tuple[Part, ...], list[PlanFile]]:
    """The files to be read, by the parts that are not known of them."""
    days = Days(work.today.isoformat(), work.later.isoformat())
    covered = {part: store.covered(part.value, days) for part in work.parts}
    found: dict[tuple[Part, ...], list[PlanFile]] = {}
    for file in files:
        if lacking := tuple(part for part in work.parts if file.name not in covered[part]):
            found.setdefault(lacking, []).append(file)
    return found


def read(work: Work, files: Sequence[PlanFile]) -> Iterator[Facts]:
    """What the files say, one after another and in their order; many are read on every core."""
    left = iter(files)
    if len(files) >= MANY and (cores := _cores()) > 1:
        done = 0
        try:
            for facts in _read_on(cores, work, files):
                yield facts
                done += 1
        except BrokenProcessPool:  # a process was killed: what is left is read here
            left = iter(files[done:])
        else:
            return
    for file in left:
        yield from facts_of(work, [file])


def _read_on(cores: int, work: Work, files: Iterable[PlanFile]) -> Iterator[Facts]:
    ignore = partial(signal.signal, signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for this process, which ends them
    _ = work.practice.next_episodes  # found once, for every process
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores, context, initializer=ignore) as pool:
        try:
            yield from chain.from_iterable(pool.map(partial(facts_of, work), _pieces(files)))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pieces(all_of_them: Iterable[T]) -> Iterator[list[T]]:
    left = iter(all_of_them)
    while some := list(islice(left, AT_ONCE)):
        yield some
