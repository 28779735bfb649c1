"""Eight command lines write sixty entries each into one plan at once: plain, committing, beside two kinds of editor.

python -m tests.faults.drill_writers --rounds 21 --seed 14        21 rounds are 10,080 writes
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from goalctl.analysis.history.kept import entries_not_kept
from goalctl.cli.root import run
from goalctl.documents.document import document_of
from goalctl.documents.file_errors import ChangedMeanwhileError
from goalctl.documents.replace import put
from goalctl.documents.strays import digest
from goalctl.model.plan import Plan
from tests.faults.drill_faults import memory, tell
from tests.faults.every_command import make_practice
from tests.faults.repositories import git
from tests.faults.trials import warm_up

WRITERS = 8
LOG = ("log-session", "c-ab1", "--note", "x")
KINDS = ("plain", "plain", "commits", "plain", "looks again", "plain", "blind")
AT_MOST = 5  # a writer that is told to let another finish runs the command again
LOOKS = 50  # of an editor whose file is changed by others all the time; then it leaves the choice to its person


def main() -> int:
    """The table; the status is 1 when anything is lost, torn or untold."""
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=21)
    options.add_argument("--each", type=int, default=60)
    options.add_argument("--seed", type=int, default=14)
    given = options.parse_args()
    chance, began = random.Random(given.seed), time.monotonic()  # noqa: S311 - no secret
    kinds = [KINDS[number % len(KINDS)] for number in range(given.rounds)]
    chance.shuffle(kinds)
    base = Path(tempfile.mkdtemp(dir=memory()))
    table: dict[str, Counter[str]] = {}
    try:
        warm_up(make_practice(base / "warm", in_git=False), [LOG])
        gc.freeze()
        for number, kind in enumerate(kinds):
            row = one_round(base / str(number), kind, given.each)
            tell(f"round {number + 1} of {given.rounds}, {kind}: {row['writes']} writes, {row['lost']} lost")
            table.setdefault(kind, Counter()).update(row)
            shutil.rmtree(base / str(number))
    finally:
        shutil.rmtree(base, ignore_errors=True)
    columns = ("rounds", "writes", "edits", "refused", "lost", "told", "torn", "twice", "untold", "stray", "died")
    tell("writers at once".ljust(16), *(name.rjust(9) for name in columns))
    for kind, row in table.items():
        tell(kind.ljust(16), *(str(row[name]).rjust(9) for name in columns))
    wrong = sum(row[name] for row in table.values() for name in ("torn", "twice", "untold", "stray", "died"))
    wrong += sum(row["lost"] for kind, row in table.items() if kind != "blind")
    writes = sum(row["writes"] for row in table.values())
    tell(f"seed {given.seed}: {writes} writes by {WRITERS} at once, {wrong} wrong, {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


def one_round(base: Path, kind: str, each: int) -> Counter[str]:
    """What became of the writes of one practice."""
    practice = make_practice(base, in_git=kind == "commits")
    plan = practice / "plans" / "c-ab1.yaml"
    pipes = [forked(lambda end, n=n: write(practice, end, n, each)) for n in range(WRITERS)]
    stop, editor = os.pipe(), None
    if kind in ("looks again", "blind"):
        editor = forked(lambda end: (os.close(stop[1]), edit(plan, end, stop[0], blind=kind == "blind")))
    said: dict[str, dict[str, object]] = {}
    refused = died = 0
    for _, pipe in pipes:
        lines = os.fdopen(pipe).read().split()
        refused += lines.count("refused")
        said |= {line: {"id": line} for line in lines if line != "refused"}
    for child, _ in pipes:
        died += bool(os.waitpid(child, 0)[1])
    edits = 0
    if editor:
        os.close(stop[1])
        edits = int(os.fdopen(editor[1]).read() or 0)
        died += bool(os.waitpid(editor[0], 0)[1])
    row = Counter(rounds=1, writes=len(said), refused=refused, edits=edits, died=died)
    return counted(practice, plan, said, row, kind)


def counted(practice: Path, plan: Path, said, row: Counter[str], kind: str) -> Counter[str]:
    """What is there, beside what was said."""
    document = document_of(plan.read_bytes(), Plan)
    row["torn"] = document.content is None
    there = [session["id"] for session in document.data["sessions"]]
    row["twice"] = len(there) - len(set(there))
    lost = set(said) - set(there)
    row["lost"] = len(lost)
    gone = [{"id": one, "date": "2026-03-02"} for one in lost]
    before = {**document.data, "sessions": [*document.data["sessions"], *gone]}
    told = {finding.message.split()[1] for finding in entries_not_kept(before, document.data, "what was said")}
    row["told"], row["untold"] = len(told & lost), len(lost - told)
    if kind == "looks again":
        lines = plan.read_text(encoding="utf-8").count("# by hand\n")
        row["lost"] += max(row["edits"] - lines, 0)
    if kind == "commits":
        committed = git(practice, "show", "HEAD:plans/c-ab1.yaml")
        row["lost"] += sum(f"id: {one}\n" not in committed for one in said)
    row["stray"] = sum(1 for path in practice.rglob("*.tmp"))
    return row


def forked(work) -> tuple[int, int]:
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    status = 1
    try:
        os.close(ours)
        work(theirs)
        status = 0
    except Exception:  # noqa: BLE001 - a child's end is its own
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(status)


def write(practice: Path, end: int, number: int, each: int) -> None:
    """Each id that the command line gave as saved, as soon as it gave it."""
    os.chdir(practice)
    for turn in range(each):
        for _ in range(AT_MOST):
            sys.stdin, sys.stdout, sys.stderr = io.StringIO(), io.StringIO(), io.StringIO()
            status = run(["--no-input", *LOG[:-1], f"writer {number}, entry {turn}"])
            if status == 0:
                os.write(end, sys.stdout.getvalue().encode())
                break
            os.write(end, b"refused\n")
            if "Traceback" in sys.stderr.getvalue() or "bug in" in sys.stderr.getvalue():
                os.write(2, sys.stderr.getvalue().encode())


def save_over(plan: Path) -> bool:
    """What stood there a moment ago, with a line more, whatever came between."""
    before = plan.read_bytes()
    time.sleep(0.02)
    beside = plan.with_name(".swap")
    beside.write_bytes(before + b"# by hand\n")
    beside.replace(plan)
    return True


def save_on_top(plan: Path) -> bool:
    """A line more on what stands there, looked at once more; False when somebody was faster each time.

    Under a name of its own: without the lock, one of goalctl's would be swept by the next writer, and with it the line.
    """
    beside = plan.with_name(".swap")
    for _ in range(LOOKS):
        before = plan.read_bytes()
        after = before + b"# by hand\n"
        beside.write_bytes(after)
        try:
            put(beside, plan, root=plan.parent, before=digest(before), after=digest(after))
        except ChangedMeanwhileError:
            continue
        return True
    return False


def edit(plan: Path, end: int, stop: int, *, blind: bool) -> None:
    """A person's editor adds a line again and again, until the writers have ended."""
    os.set_blocking(stop, False)
    saved = 0
    while True:
        try:
            if os.read(stop, 1) == b"":
                break
        except BlockingIOError:
            pass
        time.sleep(0.25)  # faster than any person; but faster than goalctl at a high load, and no writer gets its turn
        saved += save_over(plan) if blind else save_on_top(plan)
    os.write(end, str(saved).encode())


if __name__ == "__main__":
    sys.exit(main())
