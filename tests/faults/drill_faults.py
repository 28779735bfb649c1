"""Every call that every writing command makes on our files, failed on purpose; what it then left and said.

python -m tests.faults.drill_faults --faults 5000 --seed 14, with `shim.c` preloaded, as `test_drills.py` does.
The status is 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from goalctl.analysis.history.kept import entries_not_kept
from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from tests.faults.every_command import WRITERS, Writer, make_practice, not_covered
from tests.faults.repositories import git
from tests.faults.trials import EDITOR, EFFECTS, SIGNALS, Ended, Fault, trial, warm_up

SCHEMA = ".schema.json"  # beside what is written; that it is there already is no half
BY_HAND = b"# by hand\n"
HAND_EDITED = "plans/c-ab1.yaml"
TAKES_AWAY = ("undo", "forget", "redo")
MANY_WHOLE_FILES = ("upgrade", "init", "demo", "records", "doctor", "schema", "site")  # each of which can be made again
SAVED = re.compile(
    r"(?<!nothing )(?:was|were) saved(?! by somebody)|^saved[ ,](?! none)|: saved:(?! none)|^wrote |^exported |"
    r"became format|gone by now|took back|forgotten|is as it was, but|^mended:|^Kept",
    re.MULTILINE,
)
NOT_SAVED = re.compile(
    r"nothing was|not saved|as it was|not created|could not be|can(?:no|')t be|not be had|unfinished|not made|no plan|"
    r"not read|not changed|did not|not a goalctl|Nothing was|stays like that|not locked|nothing is gone|"
    r"not yet in place|not understood|in the way|stopped"
)
DAY = re.compile(r"\d{4}-\d\d-\d\d-\d{6}")


@dataclass(frozen=True)
class Known:
    """What a command does when nothing is in its way."""

    writer: Writer
    status: int
    calls: tuple[tuple[str, str], ...]
    changed: frozenset[str]


def files_below(base: Path) -> dict[str, bytes]:
    """Every file but locks and what goalctl and git keep for themselves, by its name from the practice on."""
    found: dict[str, bytes] = {}
    for folder, inside, names in os.walk(base):
        inside[:] = [name for name in inside if name not in {".git", ".goalctl"}]
        for name in names:
            path = Path(folder, name)
            key = DAY.sub("DAY", path.relative_to(base).as_posix().removeprefix("practice/"))
            if not name.endswith((".tmp", ".lock")):
                found[key] = path.read_bytes()
    return found


class Drill:
    """The practices to copy, and what each command does in them."""

    def __init__(self, base: Path, writers: Sequence[Writer]) -> None:
        self.base = base
        self.templates = {known: self._template(known) for known in (False, True)}
        warm = make_practice(base / "warm", in_git=False)
        warm_up(warm, [one.words for one in writers if not one.typed and not one.in_git])
        gc.freeze()

    def _template(self, in_git: bool) -> Path:  # noqa: FBT001 - one of two
        base = self.base / ("git" if in_git else "plain")
        make_practice(base, in_git=in_git)
        return base

    def begin(self, writer: Writer) -> Path:
        """A practice of its own, in which everything that comes before is done."""
        base = self.base / "trial"
        shutil.rmtree(base, ignore_errors=True)
        key = self.base / re.sub(r"\W", "-", writer.name)
        if not key.exists():
            shutil.copytree(self.templates[writer.in_git], base)
            writer.put(base / "practice")
            for words in writer.before:
                done = trial(base / "practice", words, watched=False)
                assert done.status == 0, done
            base.rename(key)
        shutil.copytree(key, base)
        return base

    def known(self, writer: Writer) -> Known:
        """What it does without a fault; it has to write."""
        base = self.begin(writer)
        before = files_below(base)
        ended = trial(base / "practice", writer.words, typed=writer.typed)
        after = files_below(base)
        named = frozenset(name for name in {*before, *after} if before.get(name) != after.get(name))
        changed = frozenset(name for name in named if not name.endswith(SCHEMA)) or named
        assert changed, f"{writer.name} wrote nothing: {ended.status} {ended.said}"
        return Known(writer, ended.status, tuple(ended.calls), changed)

    def wrong_after(self, known: Known, nth: int, effect: str) -> tuple[Ended, str]:
        """What the fault did that it may not do; empty when all is well."""
        base, writer = self.begin(known.writer), known.writer
        practice = base / "practice"
        before = files_below(base)
        fault = Fault(nth, effect, lambda: edit_by_hand(practice / HAND_EDITED))
        ended = trial(practice, writer.words, typed=writer.typed, fault=fault)
        after = {name: content.replace(BY_HAND, b"") for name, content in files_below(base).items()}
        why = (
            torn_or_lost(writer, before, after)
            or (untrue(known, effect, ended, [before.get(name) != after.get(name) for name in sorted(known.changed)]))
            or lost_edit(base, effect, ended)
            or (not_in_git(practice, ended, effect) if writer.in_git else "")
            or left_behind(base, known, before)
        )
        return ended, why


def edit_by_hand(plan: Path) -> None:
    """As most editors save, at this very moment."""
    if plan.exists():
        beside = plan.with_name(".swap")
        beside.write_bytes(plan.read_bytes() + BY_HAND)
        beside.replace(plan)


def torn_or_lost(writer: Writer, before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """Each plan is whole, and has every entry that it had."""
    for name, content in after.items():
        if not re.fullmatch(r"plans/[a-z0-9-]+\.yaml", name):
            continue
        document = document_of(content, Plan)
        if document.content is None:
            return f"torn: {name}"
        old = document_of(before[name], Plan).data if name in before and writer.words[0] not in TAKES_AWAY else None
        if old and (gone := list(entries_not_kept(old, document.data, "before"))):
            return f"lost: {gone[0].message}"
    gone_files = [name for name in before if name not in after and writer.words[0] not in ("forget", "doctor")]
    return f"lost: {gone_files}" if gone_files else ""


def untrue(known: Known, effect: str, ended: Ended, changed: list[bool]) -> str:
    """What was said, beside what is there."""
    if "Traceback" in ended.said or "bug in goalctl" in ended.said:
        return "traceback"
    said = ended.said.replace(known.writer.typed.replace("\n", "\r\n"), "") if known.writer.typed else ended.said
    says_saved = bool(SAVED.search(said))
    is_silent = effect in SIGNALS and "goalctl: " not in said
    lies = {
        "status 0, and not done": ended.status == known.status == 0 and not all(changed),
        "done and not said": ended.status != known.status and any(changed) and not says_saved,
        "said to be saved, and not done": ended.status != known.status
        and not any(changed)
        and says_saved
        and known.writer.words[0] != "doctor",  # which mends other things as well
        "not done and not said": ended.status != known.status
        and not (any(changed) or is_silent or NOT_SAVED.search(said)),
    }
    return "" if ended.status < 0 else next((f"lie: {words}" for words, is_so in lies.items() if is_so), "")


def lost_edit(base: Path, effect: str, ended: Ended) -> str:
    """What a person saved at that moment is in the plan, or kept and named."""
    if effect != EDITOR or not ended.hit:
        return ""
    text = (base / "practice" / HAND_EDITED).read_bytes()
    return "" if BY_HAND in text or ".goalctl/rescued" in ended.said else "lost: what was edited by hand"


def not_in_git(practice: Path, ended: Ended, effect: str) -> str:
    """What ended well is committed."""
    if ended.status or effect == EDITOR:
        return ""
    return f"lie: not committed: {left}" if (left := git(practice, "status", "--porcelain")) else ""


def left_behind(base: Path, known: Known, before: dict[str, bytes]) -> str:
    """The next write clears up, and finishes what was begun: all of it or nothing."""
    writer = known.writer
    for words in writer.next:
        trial(base / "practice", words, typed=writer.typed if words == writer.words else "", watched=False)
    strays = [path.name for path in base.rglob("*") if path.name.endswith(".tmp")]
    begun = [
        name for name in ("unfinished.json", "forgetting.json") if (base / "practice" / ".goalctl" / name).exists()
    ]
    if strays or begun:
        return f"stray: {strays + begun}"
    after = {name: content.replace(BY_HAND, b"") for name, content in files_below(base).items()}
    done = {before.get(name) != after.get(name) for name in known.changed if "zz9" not in name}
    return "half done" if len(done) > 1 and writer.words[0] not in MANY_WHOLE_FILES else ""


def chosen(found: list[Known], number: int, chance: random.Random) -> list[tuple[Known, int, str]]:
    """Every site once, with effects in turn, as far as the number goes; then others at random."""
    effects = list(EFFECTS)
    chance.shuffle(effects)
    sites = [(known, nth) for known in found for nth in range(len(known.calls))]
    chance.shuffle(sites)
    first = [(known, nth, effects[turn % len(effects)]) for turn, (known, nth) in enumerate(sites)]
    taken = {(known.writer.name, nth, effect) for known, nth, effect in first}
    rest = [(k, n, e) for k, n in sites for e in effects if (k.writer.name, n, e) not in taken]
    return [*first[:number], *chance.sample(rest, min(max(number - len(first), 0), len(rest)))]


def tell(*words: str) -> None:
    """At once: a drill may be stopped before its end."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def memory() -> Path | None:
    """A disk that is one in name only, where there is one."""
    shared = Path("/dev/shm")  # noqa: S108 - a random name is made below it
    return shared if shared.is_dir() else None


def main() -> int:
    """The tables."""
    options = argparse.ArgumentParser()
    options.add_argument("--faults", type=int, default=5000)
    options.add_argument("--seed", type=int, default=14)
    options.add_argument("--writers", type=int, default=len(WRITERS))
    options.add_argument("--only", default="")
    given = options.parse_args()
    chance, began = random.Random(given.seed), time.monotonic()  # noqa: S311 - no secret
    assert not not_covered(), f"no words for {not_covered()}"
    base = Path(tempfile.mkdtemp(dir=memory()))
    try:
        writers = [one for one in WRITERS if given.only in one.name]
        writers = chance.sample(writers, min(given.writers, len(writers)))
        drill = Drill(base, writers)
        found = [drill.known(one) for one in writers]
        found.sort(key=lambda known: [one.name for one in WRITERS].index(known.writer.name))
        return run_all(drill, found, chosen(found, given.faults, chance), given.seed, began)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def run_all(drill: Drill, found: list[Known], faults: list[tuple[Known, int, str]], seed: int, began: float) -> int:
    """Each of them, and what was wrong."""
    hit: dict[tuple[str, str], set[int]] = {}
    kinds: Counter[str] = Counter()
    wrong: list[str] = []
    missed = 0
    for known, nth, effect in faults:
        ended, why = drill.wrong_after(known, nth, effect)
        missed += not ended.hit
        kinds["killed" if ended.status < 0 else "as ever" if ended.status == known.status else "refused"] += 1
        if ended.hit:
            hit.setdefault((known.writer.name, known.calls[nth][0]), set()).add(nth)
        if why:
            kinds[why.partition(":")[0]] += 1
            call, path = known.calls[nth]
            place = f"{known.writer.name}: {nth} {call} {Path(path).name} {effect}"
            wrong.append(f"{place}: {why} [{ended.status}] {ended.said[-300:]!r}")
            tell(wrong[-1])
    columns = sorted({call for known in found for call, _ in known.calls})
    tell("sites seen/hit".ljust(18), *(column.rjust(8) for column in columns))
    for known in found:
        seen = Counter(call for call, _ in known.calls)
        cells = (f"{seen[c]}/{len(hit.get((known.writer.name, c), ()))}" if seen[c] else "-" for c in columns)
        tell(known.writer.name.ljust(18), *(cell.rjust(8) for cell in cells))
    sites = sum(len(known.calls) for known in found)
    tell(f"seed {seed}: {len(faults)} faults at {sum(map(len, hit.values()))} of {sites} call sites")
    tell(f"of {len(found)} commands, {missed} not reached, {dict(kinds)}, {len(wrong)} wrong,")
    tell(f"{time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
