"""Looks for statements of goalctl that contradict each other, in random cases: `python -m tests.oracle --help`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.oracle.cases import Practice
from tests.oracle.oracle import Tally
from tests.oracle.planting import Looked, Trial, looked_at, plants, trial


def main() -> int:
    """Status 1 when something contradicts itself, or when too few of what was planted were noticed."""
    asked = _arguments().parse_args()
    began, tally = time.monotonic(), Tally()
    with tempfile.TemporaryDirectory() as folder:
        looked = []
        for one in looked_at(asked.seed, asked.cases, Path(folder)):
            tally.add(one.readings.values())
            looked.append(one)
            _say(*(f"{_where(one.practice)}: {found}" for found in sorted(map(str, one.before))))
    found = sum(len(one.before) for one in looked)
    _say(*_coverage(tally, lines=asked.lines))
    missed = list(_planted(looked, asked.seed)) if asked.plant else []
    _say(
        f"seed {asked.seed}: {asked.cases} plans, {tally.statements} statements, "
        f"{found} contradictions, {time.monotonic() - began:.0f} s"
    )
    return 1 if found or len(missed) > MOST_MISSED else 0


MOST_MISSED = 2


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__.partition(":")[0] + ".")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=60, metavar="N", help="how many plans")
    parser.add_argument("--plant", action="store_true", help="then plant the forty contradictions, to prove the oracle")
    parser.add_argument("--lines", type=int, default=0, metavar="N", help="show so many lines that were not understood")
    return parser


def _where(practice: Practice) -> str:
    return f"practice {practice.root.name} on {practice.today}"


def _coverage(tally: Tally, *, lines: int) -> Iterator[str]:
    """Of the lines of each command that carry a fact, how many were understood."""
    for where in sorted(tally.understood):
        number = tally.understood[where] + tally.unknown[where]
        yield f"{tally.share(where):4.0%} of {number} lines with a fact understood: {where}"
    yield from (f"not understood ({where}): {line}" for (where, line), _ in tally.lines.most_common(lines))


def _planted(looked: list[Looked], seed: int) -> Iterator[Trial]:
    """What was planted and hardly noticed; all are told."""
    for plant in plants():
        found = trial(plant, looked, Random(seed))  # noqa: S311 - no secret
        _say(f"{'noticed' if found.is_noticed else 'MISSED'} in {found.noticed} of {found.places} places: {plant.name}")
        if not found.is_noticed:
            yield found


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
