"""Reading what has to be read: in this process for a few files, on every core for many."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
Done = TypeVar("Done")
Watched: TypeAlias = Callable[[Iterable[Facts], int], Iterable[Facts]]


def read_into(store: Store, work: Work, files: Iterable[PlanFile], now: int, watched: Watched) -> None:
    """Read what the store does not know of these files, and leave it there; what is known is not written again."""
    for parts, lacking in _lacking(work, store, files).items():
        for some in _pieces(watched(read(work._replace(parts=parts), lacking), len(lacking)), AT_ONCE):
            _keep(store, some, now)


def _keep(store: Store, found: Iterable[Facts], now: int) -> None:
    with store.writing():
        for facts in found:
            store.keep(facts.file._replace(settled=is_settled(facts.file.stamp, now)), facts.parts)


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
    if is_for_every_core(files, MANY):
        _ = work.practice.next_episodes  # found once, for every process
    yield from on_every_core(partial(facts_of, work), files, many=MANY, at_once=AT_ONCE)


def on_every_core(
    work: Callable[[list[T]], list[Done]], items: Sequence[T], *, many: int, at_once: int
) -> Iterator[Done]:
    """What the work makes of the items, in their order; from `many` on in several processes, `at_once` to each."""
    left = iter(items)
    if is_for_every_core(items, many):
        done = 0
        try:
            for made in _on(_cores(), work, items, at_once):
                yield made
                done += 1
        except BrokenProcessPool:  # a process was killed: what is left is done here
            left = iter(items[done:])
        else:
            return
    for item in left:
        yield from work([item])


def is_for_every_core(items: Sequence[T], many: int) -> bool:
    """Whether there are so many that more processes are worth their beginning."""
    return len(items) >= many and _cores() > 1


def _on(cores: int, work: Callable[[list[T]], list[Done]], items: Iterable[T], at_once: int) -> Iterator[Done]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores, context, initializer=_begin) as pool:
        try:
            yield from chain.from_iterable(pool.map(work, _pieces(items, at_once)))
        finally:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """In each process: Ctrl-C is for the one that ends them all, and no collection looks at what was imported."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


def _cores() -> int:
    """Of a process that is one of many already, its own."""
    if multiprocessing.parent_process() is not None:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pieces(all_of_them: Iterable[T], at_once: int) -> Iterator[list[T]]:
    left = iter(all_of_them)
    while some := list(islice(left, at_once)):
        yield some
