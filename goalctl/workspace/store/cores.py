"""Work on many things at once: in this process for a few of them, on every core for many."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Any, TypeVar

FORKS = sys.platform == "linux"  # elsewhere, a system's own libraries may not survive it
MANY = 100 if FORKS else 400  # plans, from which on the time that more processes take to begin is won back
TURNS = 8  # so many pieces for each process at the least, so that none waits long for the last one

T = TypeVar("T")
Done = TypeVar("Done")


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


def _on(cores: int, work: Callable[[list[T]], list[Done]], items: Sequence[T], at_once: int) -> Iterator[Done]:
    size = max(1, min(at_once, len(items) // (cores * TURNS)))
    with ProcessPoolExecutor(cores, _context(), initializer=_begin, initargs=(work,)) as pool:
        try:
            yield from chain.from_iterable(pool.map(_do, pieces(items, size)))
        finally:
            pool.shutdown(cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    """A fork has everything loaded, where nothing else runs in this process that could hold what the fork needs."""
    return multiprocessing.get_context("fork" if FORKS and threading.active_count() == 1 else "spawn")


_work: list[Callable[[list[Any]], list[Any]]] = []


def _begin(work: Callable[[list[Any]], list[Any]]) -> None:
    """In each process: Ctrl-C is for the one that ends them all, and no collection looks at what was loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    _work[:] = [work]


def _do(items: list[Any]) -> list[Any]:
    return _work[0](items)


def _cores() -> int:
    """Of a process that is one of many already, its own."""
    if multiprocessing.parent_process() is not None:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pieces(all_of_them: Iterable[T], at_once: int) -> Iterator[list[T]]:
    """All of them, so many at once."""
    left = iter(all_of_them)
    while some := list(islice(left, at_once)):
        yield some
