"""How fast goalctl is beside floors and other programs: `python -m tests.benchmarks --help`."""

import argparse
import os
import platform
import py_compile
import shutil
import sys
import tempfile
from compileall import compile_dir
from pathlib import Path

from tests.benchmarks import daily, groups, limits
from tests.benchmarks.runs import MIB, in_turns

HERE = Path(__file__).resolve().parents[2]
TOO_SLOW = 1


def main():
    """Status 1 when the short form finds something slower than it may be."""
    asked = _asked(_arguments())
    with tempfile.TemporaryDirectory() as folder:
        data = asked.data or Path(folder) / "data"
        data.mkdir(parents=True, exist_ok=True)
        path = os.pathsep.join([*(str(folder.resolve()) for folder in asked.peers), os.environ["PATH"]])
        environment = groups.plain_environment(compiled(asked.tree, Path(folder) / "tree"))
        bench = groups.Bench(data.resolve(), environment, path, with_peers=not asked.short)
        _head(asked)
        found = measured(bench, asked.plans, asked.runs, asked.only)
        if not found and (asked.short or asked.only not in daily.TITLE):
            sys.exit(f"--only: no group's title has '{asked.only}'; nothing was measured")
        if asked.only in daily.TITLE and not asked.short:
            _day(bench)
    slow = list(too_slow(found)) if asked.short else []
    sys.stdout.write("".join(f"too slow: {line}\n" for line in slow))
    return TOO_SLOW if slow else 0


def measured(bench, numbers, times, only=""):
    """The figures of every group, told as they come."""
    asked = {
        "start-up": lambda: groups.start_up(bench),
        "one plan": lambda: groups.one_plan(bench),
        "long plans": lambda: groups.long_plans(bench),
    }
    for number in numbers:
        asked[f"{number:,} plans, warm"] = lambda number=number: groups.practice(bench, number)
        asked[f"{number:,} plans, changing"] = lambda number=number: groups.changing(bench, number)
        asked[f"{number:,} plans, cold"] = lambda number=number: groups.cold(bench, number)
    found = {}
    for title, runs in asked.items():
        if only in title:
            found[title] = in_turns(runs(), 1 if title.endswith("cold") and max(numbers) > 1000 else times)
            tell(title, found[title])
    return found


def _day(bench):
    if daily.may_drop_caches():
        folder = groups.fresh_copy(bench, daily.PLANS, daily.SESSIONS)
        daily.tell_day(daily.seconds_of_a_day(bench, folder))
    else:
        sys.stdout.write(f"\n{daily.TITLE}: left out, only root may drop it\n")


def too_slow(found):
    """A line for each that fell behind."""
    for title, figures in found.items():
        if title in limits.BASES:
            yield from limits.beyond(figures, *limits.BASES[title])
        elif title == "long plans":
            yield from limits.beyond_long(figures)
        elif title.endswith("warm"):
            yield from limits.beyond(figures, "due", limits.PRACTICE)
            yield from limits.beyond_memory(figures, ("due", *limits.PRACTICE))
        elif title.endswith("changing"):
            yield from limits.beyond(figures, "due", limits.CHANGING)
        else:
            yield from limits.beyond(figures, groups.EVENTS, limits.COLD)


def tell(title, found):
    """A table: the first line is what the others are told in, the second and third where they are floors too."""
    bases = [name for name in (groups.PASS, groups.TYPER, groups.MODELS, "due", groups.EVENTS) if name in found]
    heads = "".join(f"{_short(base):>9}" for base in bases)
    head = f"{'':26} {'cache':11} {'rows':>7} {'KB out':>8} {'MiB':>5} {'least':>8} {'median':>8}{heads}"
    rows = [f"\n{title}", head]
    for name, one in found.items():
        ratios = "".join(f"{one.least / found[base].least:9.2f}" for base in bases)
        rows.append(
            f"{name:26} {one.cache:11} {one.rows:7} {one.out / 1000:8.1f} {one.memory / MIB:5.0f}"
            f" {one.least * 1000:8.0f} {one.middle * 1000:8.0f}{ratios}"
        )
    sys.stdout.write("\n".join(rows) + "\n")
    sys.stdout.flush()


SHORT = {groups.PASS: "pass", groups.TYPER: "Typer", groups.MODELS: "models", groups.EVENTS: "events"}


def _short(base):
    return f"x {SHORT.get(base, base)}"


def compiled(tree, folder):
    """A copy of that goalctl with its bytecode: as installed, and the same while somebody works on the tree."""
    shutil.copytree(tree / "goalctl", folder / "goalctl", ignore=shutil.ignore_patterns("__pycache__"))
    compile_dir(folder, quiet=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    return folder


def _head(asked):
    cores = os.cpu_count()
    sys.stdout.write(
        f"Python {platform.python_version()}, {cores} cores; least and median of {asked.runs} runs in turns\n"
        "(cold, of more than 1,000 plans: of one), in ms of CPU, user and system, of all processes that\n"
        "a command began; ratios of the least; MiB of the largest process.\n"
    )


def _asked(parser):
    """What would measure nothing, or something else, is refused before anything is made."""
    asked = parser.parse_args()
    for folder in (*asked.peers, asked.tree):
        if not folder.is_dir():
            parser.error(f"{folder} is no folder")
    if min(asked.runs, *asked.plans) < 1:
        parser.error("--runs and --plans begin at 1")
    return asked


def _arguments():
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.partition(":")[0] + ".")
    parser.add_argument("--plans", type=int, nargs="+", default=[1000], metavar="N", help="practices of so many plans")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often each; default: 5")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where data are made once and kept; default: not kept")
    parser.add_argument("--peers", type=Path, nargs="*", default=[], metavar="DIR", help="folders of other programs")
    parser.add_argument("--only", default="", metavar="WORDS", help="only groups whose title has these words")
    parser.add_argument("--tree", type=Path, default=HERE, metavar="DIR", help="another checkout to measure")
    parser.add_argument("--short", action="store_true", help="no peers; status 1 when something is slower than it may")
    return parser


if __name__ == "__main__":
    sys.exit(main())
