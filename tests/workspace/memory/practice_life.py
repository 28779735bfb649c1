"""What can happen to a practice between two questions: edits, renames, sync programs, clocks, damage, settings."""

import os
import re
import shutil
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import sleep

from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.ask import Memory
from goalctl.workspace.memory.learn import learn
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan

SHIPPED = Path(__file__).parents[3] / "plans"
SETTLES_NS = 20_000_000  # this disk's clock ticks oftener than every two seconds
FIRST, LAST = date(2025, 11, 1), date(2026, 12, 31)
SETTINGS = (
    "", "due_within: 3d\n", "due_within: 2m\nclinician: b.other\n", "timezone: Asia/Tokyo\n", "due_within: soon\n",
)  # fmt: skip
STRAYS = ("c-1.yml", "C 2.yaml", "note.txt")
FORM = "form: {name}\nversion: 1\ntitle: Own\nitems:\n  - {{id: q1, text: How was it, scale: [0, 3]}}\n"
RISK = (
    "note: Last session.\n    risk: {asked_because: follow-up, ideation: wishes to be dead, plan: yes, intent: no,"
    " behaviour: none, level: high, done: [safety plan reviewed]}\n"
)
_DAY = re.compile(r"\b2026-\d\d-\d\d\b")


class Life:
    """A practice with invented plans, and a seeded hand that changes it."""

    def __init__(self, root, chance, things=None):
        self.root, self.chance, self.things = root, chance, things or THINGS
        self.now = datetime(2026, 6, 1, 12, tzinfo=UTC)
        (root / "plans").mkdir(parents=True)
        (root / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\n", encoding="utf-8")
        self.texts = [path.read_text(encoding="utf-8") for path in sorted(SHIPPED.glob("*.yaml"))]
        for _ in range(4):
            self.add()

    def clock(self, _timezone):
        """What the machine says."""
        return self.now

    def day(self):
        """Some day, often the one it is."""
        days = self.chance.randrange((LAST - FIRST).days)
        return self.chance.choice([self.now.date(), FIRST + timedelta(days=days)])

    def plans(self):
        """The files below `plans/`."""
        found = (self.root / "plans").rglob("*")
        return sorted(path for path in found if path.is_file() or (path.is_symlink() and not path.is_dir()))

    def some_plan(self):
        return self.chance.choice(self.plans() or [self.add()])

    def step(self):
        """One thing that happens; its name."""
        name = self.chance.choice(self.things)
        with suppress(OSError):  # what a folder in the way does not let happen
            getattr(self, name)()
        return name

    def add(self):
        """A new plan, perhaps in a folder, perhaps a later episode of another one."""
        client = f"c-{self.chance.randrange(12)}"
        folder = self.root / "plans" / self.chance.choice(["", "", "", "b"])
        folder.mkdir(exist_ok=True)
        path = folder / f"{client}.yaml"
        if path.is_dir() or path.is_symlink():
            return self.add()
        path.write_text(self.text(client), encoding="utf-8")
        return path

    def text(self, client):
        text = re.sub(r"^client: .*$", f"client: {client}", self.chance.choice(self.texts), flags=re.MULTILINE)
        text = re.sub(r"^previous: .*\n", "", text, flags=re.MULTILINE)
        if self.chance.random() < 0.3:
            text = text.replace(f"client: {client}\n", f"client: {client}\nprevious: c-{self.chance.randrange(12)}\n")
        shift = timedelta(days=self.chance.randrange(-60, 60))
        return _DAY.sub(lambda found: str(date.fromisoformat(found[0]) + shift), text)

    def edit(self):
        """Another text in the same file."""
        path = self.some_plan()
        path.write_text(self.text(path.stem), encoding="utf-8")

    def save(self):
        """Another text, by a command that remembers what it saves."""
        path = self.some_plan()
        path.write_text(self.text(path.stem), encoding="utf-8")
        name = path.relative_to(self.root).as_posix()
        learn(practice_at(self.root, self.clock), [name], today=self.day())

    def same_size_and_time(self):
        """A program that changes a byte and puts the time back."""
        path = self.some_plan()
        seen, data = path.stat(), path.read_bytes()
        days = [found.end() - 1 for found in re.finditer(rb"\b2026-\d\d-\d\d\b", data)]
        if days:
            place = self.chance.choice(days)
            digit = b"%d" % ((data[place] - 48 + 1) % 8 or 1)
            path.write_bytes(data[:place] + digit + data[place + 1 :])
            os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    def touch(self):
        """The same bytes with another time, which may be far ahead or long ago."""
        moment = self.chance.choice([1, -1, 0]) * self.chance.randrange(10**9) + 1_780_000_000
        os.utime(self.some_plan(), (moment, moment))

    def rename(self):
        path = self.some_plan()
        path.rename(path.with_name(f"c-{self.chance.randrange(12)}.yaml"))

    def swap(self):
        """Two plans change places: sizes and times stay in the folder."""
        one, two = self.some_plan(), self.some_plan()
        beside = self.root / "beside"
        one.rename(beside)
        if two.exists():
            two.rename(one)
        beside.rename(two)

    def delete(self):
        self.some_plan().unlink()

    def spoil(self):
        """A plan that can't be read, or only in part."""
        path = self.some_plan()
        data = path.read_bytes()
        slip = data.replace(b"status: active", b"status: actve")
        worse = [b"", b"client: [", data[: len(data) // 2], slip, b"\xff\xfe"]
        path.write_bytes(self.chance.choice(worse))

    def stray(self):
        """A file that is no plan."""
        name = self.chance.choice(STRAYS)
        (self.root / "plans" / name).write_text("x", encoding="utf-8")

    def copy(self):
        """A second copy of a plan, as a sync program leaves one; it may say the same."""
        path = self.some_plan()
        other = path.with_name(f"{path.stem} 2.yaml")
        other.write_bytes(self.chance.choice([path.read_bytes(), self.text(path.stem).encode()]))

    def tidy(self):
        """What is no plan is cleared away."""
        for path in self.plans():
            if path.name in STRAYS or " " in path.name:
                path.unlink()

    def settings(self):
        text = "format: 1\n" + self.chance.choice(SETTINGS)
        (self.root / "goalctl.yaml").write_text(text, encoding="utf-8")

    def form(self):
        """An own form comes in the place of a shipped one, or goes."""
        path = self.root / "forms" / f"{self.chance.choice(['phq-9', 'gad-7', 'own'])}.yaml"
        path.parent.mkdir(exist_ok=True)
        if path.exists():
            path.unlink()
        else:
            path.write_text(FORM.format(name=path.stem), encoding="utf-8")

    def time_passes(self):
        """The machine's clock, which may also be set back."""
        days = timedelta(days=self.chance.choice([0, 1, 1, 2, 7, 30, -1, -40]))
        day = min(max((self.now + days).date(), FIRST), LAST)
        self.now = datetime.combine(day, time(self.chance.randrange(24)), UTC)

    def damage(self):
        """Something happens to the memory."""
        path = self.root / ".goalctl" / "memory.sqlite"
        if not path.is_file():
            return
        size = path.stat().st_size
        match self.chance.randrange(7):
            case 0:
                os.truncate(path, self.chance.randrange(size + 1))
            case 1:
                path.write_bytes(self.chance.randbytes(5000))
            case 2:
                with path.open("r+b") as file:
                    file.seek(self.chance.randrange(size))
                    file.write(self.chance.randbytes(self.chance.choice([1, 16, 4096])))
            case 3:
                path.unlink()
                path.mkdir()
            case 4:
                path.unlink()
            case 5:
                path.write_bytes(b"")
            case _:
                path.with_name("memory.sqlite-journal").write_bytes(self.chance.randbytes(600))

    def replace(self):
        """Another text by a new file in the place of the old one, as most editors and sync programs save."""
        path, beside = self.some_plan(), self.root / "beside"
        beside.write_text(self.text(path.stem), encoding="utf-8")
        beside.replace(path)

    def move(self):
        """A plan goes to a folder, or comes back from it."""
        path = self.some_plan()
        plans = self.root / "plans"
        folder = plans / "b" if path.parent == plans else plans
        folder.mkdir(exist_ok=True)
        path.replace(folder / path.name)

    def away(self):
        """A plan is put away, or what was put away comes back with its inode and its time."""
        away = self.root / "away"
        away.mkdir(exist_ok=True)
        kept = sorted(away.iterdir())
        if kept and self.chance.random() < 0.6:
            path = self.chance.choice(kept)
            path.replace(self.root / "plans" / path.name)
        else:
            path = self.some_plan()
            path.replace(away / path.name)

    def folder(self):
        """A folder in the place of a plan, or no longer."""
        folders = [path for path in (self.root / "plans").glob("c-*.yaml") if path.is_dir() and not path.is_symlink()]
        if folders:
            shutil.rmtree(folders[0])
            return
        path = self.some_plan()
        path.unlink()
        path.mkdir()

    def link(self):
        """A plan becomes a link: to a file beside the folder, to nothing, to a folder, or to another plan."""
        path, target = self.some_plan(), self.root / "linked" / "plan.yaml"
        target.parent.mkdir(exist_ok=True)
        if not target.exists():
            target.write_text(self.text(path.stem), encoding="utf-8")
        other = self.some_plan()
        path.unlink()
        path.symlink_to(self.chance.choice([target, target.parent / "gone", target.parent, other]))

    def linked(self):
        """What a link leads to changes."""
        target = self.root / "linked" / "plan.yaml"
        if target.exists():
            target.write_text(self.text(f"c-{self.chance.randrange(12)}"), encoding="utf-8")

    def hard_link(self):
        """One file under two names, one of which may be no plan's."""
        path = self.some_plan()
        other = path.with_name(self.chance.choice([f"c-{self.chance.randrange(12)}.yaml", "note.txt"]))
        if not os.path.lexists(other):
            os.link(path, other, follow_symlinks=True)

    def stray_to_plan(self):
        """What is no plan takes the place of one, or the other way."""
        path = self.some_plan()
        path.replace(path.with_name(self.chance.choice([*STRAYS, f"c-{self.chance.randrange(12)}.yaml"])))

    def one_less(self):
        """One thing that is no plan goes."""
        found = [path for path in self.plans() if path.name in STRAYS or " " in path.name]
        if found:
            self.chance.choice(found).unlink()

    def interrupted(self):
        """A question that is broken off after some files were read."""
        left = self.chance.randrange(4)

        def watched(found, _total):
            for number, one in enumerate(found):
                if number >= left:
                    raise KeyboardInterrupt
                yield one

        clients = [file.client for file in scan(self.root).files]
        client = self.chance.choice([None, *clients])
        with suppress(KeyboardInterrupt):
            Memory(self.root, self.clock, watched=watched).answer(Inquiry(tuple(Part), self.day(), client))

    def risky(self):
        """A plan that ended with a risk, which a later episode would take over."""
        client = f"c-{self.chance.randrange(12)}"
        text = (SHIPPED / "c-9wke.yaml").read_text(encoding="utf-8").replace("client: c-9wke", f"client: {client}")
        text = text.replace("note: Last session. PHQ-9 6.\n", RISK)
        (self.root / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")

    def mend(self):
        """What was a folder is none any more."""
        path = self.root / ".goalctl" / "memory.sqlite"
        if path.is_dir():
            shutil.rmtree(path)

    def wait(self):
        """Stamps grow old enough to be relied on."""
        sleep(2 * SETTLES_NS / 1e9)


QUIET = (*("edit", "save", "save", "same_size_and_time", "touch", "spoil", "time_passes"), *("wait",) * 4)
"""What happens on most days."""

THINGS = (
    *QUIET,
    *("add", "add", "edit", "rename", "swap", "delete", "stray", "copy", "tidy", "tidy"),
    *("replace", "replace", "move", "away", "away", "folder", "link", "linked", "hard_link"),
    *("stray_to_plan", "one_less", "interrupted", "interrupted", "risky", "risky"),
    *("settings", "form", "time_passes", "damage", "mend"),
)

FILES = (
    *("interrupted", "interrupted", "interrupted", "risky", "risky"),
    *("replace", "replace", "away", "away", "delete", "add", "rename", "swap", "move", "stray_to_plan", "hard_link"),
    *("folder", "link", "linked", "save", "edit", "one_less", "copy", "stray", "same_size_and_time"),
    *("wait",) * 12,
)
"""What happens to the files themselves, while nothing else does."""
