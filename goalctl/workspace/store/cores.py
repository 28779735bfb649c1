"""Work on many things at once: in this process for a few of them, on every core for many."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

FORKS = sys.platform == "linux"  # elsewhere, a system's own libraries may not survive it
MANY = 100 if FORKS else 400  # plans, from which on the time that more processes take to begin is won back
TURNS = 8  # so many pieces for each process at the least, so that none waits long for the last one

T = TypeVar("T")
Done = TypeVar("Done")


def on_every_core(
    work: Callable[[list[T]], list[Done]], items: Sequence[T], *, many: int, at_once: int
) -> Iterator[Done]:
    """What the work makes of the items, in their order; from `many` on in several processes, `at_once` to each."""
    done = 0
    if is_for_every_core(items, many):
        from goalctl.workspace.store.processes import in_processes

        cores = _cores()
        some_at_once = pieces(items, max(1, min(at_once, len(items) // (cores * TURNS))))
        for made in in_processes(work, some_at_once, cores=cores, forks=FORKS):
            yield made
            done += 1
    for item in islice(items, done, None):  # here, where there are few, or a process was killed
        yield from work([item])


def is_for_every_core(items: Sequence[T], many: int) -> bool:
    """Whether there are so many that more processes are worth their beginning."""
    return len(items) >= many and _cores() > 1


def _cores() -> int:
    """Of a process that is one of many already, its own."""
    from multiprocessing import parent_process

    if parent_process() is not None:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pieces(all_of_them: Iterable[T], at_once: int) -> Iterator[list[T]]:
    """All of them, so many at once."""
    left = iter(all_of_them)
    while some := list(islice(left, at_once)):
        yield some
