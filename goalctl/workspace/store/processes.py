"""Work in several processes. Imported where there is much to do: what it stands on takes a while to load."""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

T = TypeVar("T")
Done = TypeVar("Done")


def in_processes(
    work: Callable[[list[T]], list[Done]], pieces: Iterable[list[T]], *, cores: int, forks: bool
) -> Iterator[Done]:
    """What the work makes of the pieces, in their order; no more of it once a process was killed."""
    with ProcessPoolExecutor(cores, context(forks=forks), initializer=_begin, initargs=(work,)) as pool:
        try:
            with suppress(BrokenProcessPool):
                yield from chain.from_iterable(pool.map(_do, pieces))
        finally:
            pool.shutdown(cancel_futures=True)


def context(*, forks: bool) -> BaseContext:
    """A fork has everything loaded, where nothing else runs in this process that could hold what the fork needs."""
    return get_context("fork" if forks and threading.active_count() == 1 else "spawn")


_work: list[Callable[[list[Any]], list[Any]]] = []


def _begin(work: Callable[[list[Any]], list[Any]]) -> None:
    """In each process: Ctrl-C is for the one that ends them all, and no collection looks at what was loaded.

    Whoever is told to end does so at once: an exception would be an answer, for which nobody waits any more.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()
    _work[:] = [work]


def _do(items: list[Any]) -> list[Any]:
    return _work[0](items)
