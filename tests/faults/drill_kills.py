"""Every writing command killed at a random moment, git with it: what was told is kept, the next write clears up.

python -m tests.faults.drill_kills --kills 1000 --seed 14
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults.drill_faults import Drill, files_below, left_behind, memory, tell, torn_or_lost
from tests.faults.every_command import WRITERS, Writer
from tests.faults.repositories import age_locks, git
from tests.faults.trials import trial

COUNTED = ("told", "silent", "torn", "lost", "half done", "stray", "not in git", "git lock")


def main() -> int:
    """The table; the status is 1 when anything is wrong."""
    options = argparse.ArgumentParser()
    options.add_argument("--kills", type=int, default=1000)
    options.add_argument("--seed", type=int, default=14)
    given = options.parse_args()
    chance, began = random.Random(given.seed), time.monotonic()  # noqa: S311 - no secret
    base = Path(tempfile.mkdtemp(dir=memory()))
    counts: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    try:
        drill = Drill(base, WRITERS if given.kills > len(WRITERS) else ())
        whole, rest = divmod(given.kills, len(WRITERS))
        for writer in (*WRITERS * whole, *chance.sample(WRITERS, rest)):
            told, why, locks = killed_once(drill, writer, chance)
            row = counts.setdefault(writer.name, Counter())
            row["kills"] += 1
            row["told" if told else "silent"] += 1
            row["git lock"] += locks
            if why:
                row[why.partition(":")[0]] += 1
                wrong.append(f"  {writer.name}: {why}")
                tell(wrong[-1])
    finally:
        shutil.rmtree(base, ignore_errors=True)
    show(counts)
    total = sum((row for row in counts.values()), Counter())
    tell(f"seed {given.seed}: {given.kills} kills of {len(counts)} commands, {total['told']} told by then,")
    tell(f"{total['git lock']} git locks left and mended, {len(wrong)} wrong, {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


_LIFE: dict[str, tuple[object, float]] = {}


def killed_once(drill: Drill, writer: Writer, chance: random.Random) -> tuple[bool, str, int]:
    """Whether it had ended by then, what is wrong, and how many locks a git left."""
    if writer.name not in _LIFE:
        started = time.monotonic()
        _LIFE[writer.name] = (drill.known(writer), time.monotonic() - started)
    known, life = _LIFE[writer.name]
    base = drill.begin(writer)
    practice, before = base / "practice", files_below(base)
    ended = trial(practice, writer.words, typed=writer.typed, watched=False, killed_after=chance.uniform(0, life * 0.9))
    after = files_below(base)
    why = torn_or_lost(writer, before, after)
    if ended.status == known.status == 0 and not all(before.get(name) != after.get(name) for name in known.changed):
        why = why or "lost: acknowledged and not there"
    locks = age_locks(practice)
    why = why or left_behind(base, known, before)
    if writer.in_git:
        for _ in range(2):
            trial(practice, ("doctor", "--fix"), watched=False)
        git(practice, "fsck", "--no-dangling")
        left = [line for line in git(practice, "status", "--porcelain").splitlines() if not line.endswith("scores.csv")]
        why = why or (f"not in git: {left}" if left else "")
    return ended.status >= 0, why, locks


def show(counts: dict[str, Counter[str]]) -> None:
    """A row for each command."""
    tell("killed".ljust(18), *(name.rjust(10) for name in ("kills", *COUNTED)))
    for name, row in counts.items():
        tell(name.ljust(18), *(str(row[key]).rjust(10) for key in ("kills", *COUNTED)))


if __name__ == "__main__":
    sys.exit(main())
