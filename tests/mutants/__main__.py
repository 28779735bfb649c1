"""Draws mutants by a seed, runs the tests near each and prints those that survive: `python -m tests.mutants --help`."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from math import inf
from pathlib import Path

try:
    from tests.mutants.draw import drawn
    from tests.mutants.explained import explanations
    from tests.mutants.near import Near
    from tests.mutants.recording import recorded
    from tests.mutants.trial import KILLED, SURVIVED, TIMED_OUT, Verdict, trials, warmed
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is not installed: pip install -e '.[test,mutants]'")

HERE = Path(__file__).resolve().parents[2]


def main() -> int:
    """Status 1 when a mutant survives that is not explained."""
    asked = _arguments().parse_args()
    began = time.monotonic()
    record = recorded(asked.tree.resolve(), asked.jobs)
    near = Near(record)
    _say(f"{len(record.seconds)} tests recorded in {time.monotonic() - began:.0f} s", *_left_out(record.failed))
    warmed(record.modules)
    mutants = drawn(record.tree, asked.seed, asked.draw, asked.only)
    work = ((mutant, near.rounds(mutant.file, mutant.line, asked.within)) for mutant in mutants)
    known = explanations(asked.tree)
    counts: Counter[str] = Counter()
    for verdict in trials(record.tree, work, record.seconds, asked.jobs):
        reason = next((one.because for one in known if one.covers(verdict.mutant)), "")
        counts[verdict.outcome] += 1
        counts["explained"] += verdict.outcome == SURVIVED and bool(reason)
        if verdict.outcome == SURVIVED or asked.all:
            _say(*_lines(verdict, reason))
    _say(*(f"{one.file or 'any file'}: no longer there: {one.line}" for one in known if not one.is_about(asked.tree)))
    _say(_summary(counts, asked.seed, time.monotonic() - began))
    return 1 if counts[SURVIVED] > counts["explained"] else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__.partition(":")[0] + ".")
    parser.add_argument("--seed", type=int, default=int(f"{datetime.now(UTC):%Y%m%d}"), help="default: the day's date")
    parser.add_argument("--draw", type=int, default=300, metavar="N", help="how many mutants")
    parser.add_argument("--only", default="", metavar="PATH", help="only files whose path begins with this")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="how many at the same time")
    parser.add_argument("--within", type=float, default=inf, metavar="SECONDS", help="of tests for each; default: all")
    parser.add_argument("--all", action="store_true", help="print the killed ones too, with the test that killed each")
    parser.add_argument("--tree", type=Path, default=HERE, help="another checkout to draw from")
    return parser


def _left_out(failed: list[str]) -> Iterator[str]:
    if failed:
        yield f"{len(failed)} tests fail without any mutant and are left out:"
        yield from (f"  {test}" for test in failed)


def _lines(verdict: Verdict, reason: str) -> Iterator[str]:
    mutant = verdict.mutant
    told = f": {reason}" if reason and verdict.outcome == SURVIVED else ""
    by = f" by {verdict.killer}" if verdict.killer else f" ({verdict.tests} tests near)"
    yield f"{mutant.file}:{mutant.line}: {'explained' if told else verdict.outcome}{told}{by}"
    yield from (f"  - {line}" for line in mutant.was.splitlines())
    yield from (f"  + {line}" for line in mutant.becomes.splitlines())


def _summary(counts: Counter[str], seed: int, took: float) -> str:
    drawn_in_all = counts[KILLED] + counts[SURVIVED] + counts[TIMED_OUT]
    return (
        f"seed {seed}: {drawn_in_all} drawn, {counts[KILLED]} killed, {counts[TIMED_OUT]} timed out, "
        f"{counts[SURVIVED]} survived, of these {counts['explained']} explained; {took / 60:.1f} minutes"
    )


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
