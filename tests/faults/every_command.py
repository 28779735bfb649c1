"""Every command of the table that writes, with words that make it write; a test misses a new one until it is here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from goalctl.cli.table import COMMANDS as TABLE
from tests.conftest import PLAN
from tests.faults.repositories import begin, git

MARK = "typed-in"
CLIENTS = ("c-ab1", "c-cd2", "c-zz9")
READERS = frozenset(  # what they keep can be made anew
    "office today prep caseload fleet due show find history check explain bank outcomes completion help".split(" ")  # noqa: SIM905 - reads well
)
ELSEWHERE = ("init", "demo", "names", "backup", "site")
SCORES = f"client,id,date,score\nc-ab1,g1.1,2026-02-20,2\nc-cd2,g1.1,2026-02-20,3\n# {MARK}\n"
BECAUSE = ("--because", MARK)


@dataclass(frozen=True)
class Writer:
    """A command's words; `typed` is what a person types at a terminal; `before` are commands that come first."""

    words: tuple[str, ...]
    typed: str = ""
    before: tuple[tuple[str, ...], ...] = ()
    put: Callable[[Path], object] = lambda practice: practice
    in_git: bool = False

    @property
    def next(self) -> tuple[tuple[str, ...], ...]:
        """Commands that write to the same places later, and so have to clear up there."""
        after: dict[str, tuple[str, ...]] = {
            "init": ("-C", "../new", "add-client", "c-next", "--problem", "x"),
            "demo": ("-C", "../demo", "add-client", "c-next", "--problem", "x"),
            "forget": ("doctor", "--fix"),
        }
        here = ("log-session", "c-zz9", "--note", "the next one")
        there = ("worksheet", "smart", "-o", "../out/next.txt") if "../out" in " ".join(self.words) else here
        again = (self.words,) if self.words[0] in ELSEWHERE else ()
        return (*again, there, *((here,) if there != here else ()), *filter(None, (after.get(self.words[0]),)))

    @property
    def name(self) -> str:
        """As in the table, with what makes it another way of writing."""
        return self.words[0] + (" (git)" if self.in_git else "")


def a_copy_from_elsewhere(practice: Path) -> None:
    """What a sync program leaves when two machines write."""
    other = practice / "plans" / "c-zz9.sync-conflict-20260301-101010-ABCDEFG.yaml"
    other.write_text(PLAN.replace("c-ab1", "c-zz9") + "  - {id: qrs234, date: 2026-02-09, note: theirs}\n", "utf-8")


def three_sides(practice: Path) -> None:
    """What git lays down for a merge: where both came from, ours and theirs, each with an entry of its own."""
    text = (practice / "plans" / "c-ab1.yaml").read_text("utf-8")
    for name, entry in (("base", ""), ("ours", "our234"), ("theirs", "the234")):
        more = f"  - {{id: {entry}, date: 2026-02-09, note: {name}}}\n" if entry else ""
        (practice / f"{name}.yaml").write_text(text + more, encoding="utf-8")


def another_clinician(practice: Path) -> None:
    """Another clone has pushed an entry to a place that both know."""
    git(practice, "clone", "--quiet", "--bare", ".", "../out/.git")
    git(practice, "remote", "add", "origin", "../out/.git")
    git(practice, "push", "--quiet", "--set-upstream", "origin", "main")
    git(practice, "clone", "--quiet", "../out/.git", "../out/.git/theirs")
    theirs = practice.parent / "out" / ".git" / "theirs"
    plan = theirs / "plans" / "c-ab1.yaml"
    plan.write_text(plan.read_text("utf-8") + "  - {id: the234, date: 2026-02-09, note: theirs}\n", "utf-8")
    git(theirs, "-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "--all", "-m", "theirs")
    git(theirs, "push", "--quiet")


def a_table(practice: Path) -> None:
    (practice / "scores.csv").write_text(SCORES, encoding="utf-8")


LOG = ("log-session", "c-ab1", "--note", MARK)
MOVE = ("move", "c-ab1", "abc123", "--to", "c-cd2", *BECAUSE)
FORGET = ("forget", "c-cd2", "--confirm", "c-cd2", *BECAUSE)
WRITERS = (
    Writer(("init", "../new")),
    Writer(("demo", "../demo")),
    Writer(("add-client", "c-new", "--problem", MARK)),
    Writer(("names", "add", "c-ab1"), typed=f"Sam {MARK}\n\n\n\n\n\n\ny\n"),
    Writer(("backup", "../stick")),
    Writer(FORGET),
    Writer(("cover", "m.kowalski", "--by", "s.lee", "--from", "2026-03-02", "--to", "2026-03-06", *BECAUSE)),
    Writer(("transfer", "c-ab1", "c-cd2", "--to", "s.lee", "--anyway", *BECAUSE), typed="y\n"),
    Writer(("supervise", "c-ab1", "--about", MARK)),
    Writer(("edit", "c-ab1", *BECAUSE), typed="y\n"),
    Writer(("add-problem", "c-ab1", MARK)),
    Writer(("add-goal", "c-ab1", MARK)),
    Writer(("grow", "c-ab1"), typed=f"{MARK}\n.\n"),
    Writer(("add-objective", "c-ab1", "g1", MARK)),
    Writer(("set", "c-ab1", "g1", f"goal={MARK}", *BECAUSE)),
    Writer(("mark", "c-ab1", "g1.1", "discontinued", *BECAUSE)),
    Writer(("extend", "c-ab1", "g1", "2026-08-31", *BECAUSE)),
    Writer(("review", "c-ab1", "--decision", "g1=continue", "--note", MARK, "--next", "2026-06-01")),
    Writer(("agree", "c-ab1", "--who", "client", "--how", "verbal")),
    Writer(("hold", "c-ab1", *BECAUSE)),
    Writer(("resume", "c-ab1"), before=(("hold", "c-ab1", *BECAUSE),)),
    Writer(("discharge", "c-ab1", "--outcome", "g1=partly", "--reason", MARK, "--open-risk", MARK)),
    Writer(("explore", "c-ab1", "magic-wand", f"wish1={MARK}")),
    Writer(LOG),
    Writer(("log-group", "c-ab1", "c-cd2", "--note", MARK)),
    Writer(("risk", "c-ab1", "--ideation", "none", "--level", "low", "--note", MARK)),
    Writer(("diary", "c-ab1", "g1.1=3", "--note", MARK)),
    Writer(("amend", "c-ab1", "abc123", f"note={MARK}", *BECAUSE)),
    Writer(("void", "c-ab1", "abc123", *BECAUSE)),
    Writer(MOVE),
    Writer(("sign", "c-ab1", "--all")),
    Writer(("assess", "c-ab1", "phq-9", "--answers", "1,1,1,1,1,1,1,1,0")),
    Writer(("crisis", "c-ab1", "--tried", "call", "--note", MARK)),
    Writer(("chart", "c-ab1", "--save", f"../out/{MARK}.svg")),
    Writer(("doctor", "--fix"), typed="y\ny\n", put=a_copy_from_elsewhere),
    Writer(("report", "c-ab1", "-o", f"../out/{MARK}.md")),
    Writer(("records", "c-ab1", "--for", MARK, "-o", f"../out/{MARK}.md")),
    Writer(("export", "-o", f"../out/{MARK}.json")),
    Writer(("import", "scores.csv", "--write"), put=a_table),
    Writer(("worksheet", "smart", "-o", f"../out/{MARK}.txt")),
    Writer(("questionnaire", "c-ab1", "magic-wand", "-o", f"../out/{MARK}.html")),
    Writer(("site", f"../out/{MARK}")),
    Writer(("forms", "new", MARK)),
    Writer(("planners", "new", MARK)),
    Writer(("templates", "new", MARK, "--from", "panic")),
    Writer(("undo", "c-ab1"), before=(LOG,), in_git=True),
    Writer(("redo", "c-ab1"), before=(LOG, ("undo", "c-ab1")), in_git=True),
    Writer(("upgrade",)),
    Writer(("schema", "--write")),
    Writer(("merge-plan", "base.yaml", "ours.yaml", "theirs.yaml", "plans/c-ab1.yaml"), put=three_sides),
    Writer(("renumber", "c-ab1", "p1", *BECAUSE)),
    Writer(("sync",), put=another_clinician, in_git=True),
    Writer(LOG, in_git=True),
    Writer(MOVE, in_git=True),
    Writer(FORGET, in_git=True),
)


def not_covered() -> set[str]:
    """The commands of the table that are neither here nor known to write nothing."""
    return {command.name for command in TABLE} - {writer.words[0] for writer in WRITERS} - READERS


def make_practice(base: Path, *, in_git: bool) -> Path:
    """Three clients, with folders beside the practice for what leaves it."""
    practice = base / "practice"
    for folder in (practice / "plans", base / "out", base / "stick", base / "names"):
        folder.mkdir(parents=True)
    (practice / "goalctl.yaml").write_text("format: 2\nclinician: m.kowalski\nworkspace: wabcdefg\n", encoding="utf-8")
    for client in CLIENTS:
        text = PLAN.replace("c-ab1", client)
        (practice / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")
    return begin(practice) if in_git else practice
