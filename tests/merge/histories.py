"""Random histories of one plan in several clones: commands in process and edits by hand, each step's file kept."""

import re
from dataclasses import dataclass, field

from goalctl.documents.merge.pieces import WovenSource
from goalctl.documents.read import read_data

DAYS = [f"2026-02-{day:02}" for day in range(2, 29)] + ["2026-03-01", "2026-03-02"]
STATUSES = ("achieved", "on-hold", "reserve", "discontinued")


@dataclass
class CloneOfOne:
    """One clinician's copy of the record; `steps` are the plan's bytes after each step, `comments` what hands wrote."""

    folder: object
    who: str
    run: object
    random: object
    steps: list = field(default_factory=list)
    comments: list = field(default_factory=list)
    done: list = field(default_factory=list)
    taken_away: list = field(default_factory=list)

    @property
    def file(self):
        return self.folder / "plans" / "c-ab1.yaml"

    @property
    def data(self):
        return read_data(self.file.read_text(encoding="utf-8"))[0]

    def go_on(self, number):
        if self.steps[-1:] != [self.file.read_bytes()]:
            self.steps.append(self.file.read_bytes())
        for _ in range(number):
            step = self.random.choice(STEPS)
            step(self)
            self.done.append(step.__name__)
            if self.file.read_bytes() != self.steps[-1]:
                self.steps.append(self.file.read_bytes())

    def begin_from(self, content):
        """The file as an exchange leaves it."""
        self.file.write_bytes(content)
        self.steps = [content]

    def command(self, name, *words):
        return self.run("-C", self.folder, "--no-input", name, "c-ab1", *words)

    def goal(self):
        return self.random.choice([goal["id"] for goal in self.data["goals"]])

    def objective(self):
        return self.random.choice([one["id"] for goal in self.data["goals"] for one in goal.get("objectives", ())])

    def entry(self):
        return self.random.choice([entry["id"] for entry in self.data["sessions"]])

    def day(self):
        return self.random.choice(DAYS)

    def words(self):
        return f"{self.who} {self.random.randrange(10_000)}"

    def by_hand(self, pattern, new):
        """The first place of the pattern from some line on, written by hand; nothing where there is none."""
        text = self.file.read_text(encoding="utf-8")
        places = list(re.finditer(pattern, text, re.MULTILINE))
        if places:
            place = self.random.choice(places)
            self.file.write_text(text[: place.start()] + place.expand(new) + text[place.end() :], encoding="utf-8")


def session(clone):
    words = [f"{clone.objective()}={clone.random.randrange(1, 4)}", "--date", clone.day(), "--by", clone.who]
    words += ["--note", clone.words()] if clone.random.random() < 0.6 else []
    words += ["--homework", f"g1.1: {clone.words()}"] if clone.random.random() < 0.3 else []
    clone.command("log-session", *words)


def form(clone):
    answers = "".join(clone.random.choice("0123") for _ in range(8)) + "0"
    clone.command("log-session", "--form", f"phq-9={answers}", "--date", clone.day(), "--by", clone.who)


def risk(clone):
    level = clone.random.choice(("low", "moderate", "high"))
    clone.command("risk", "--level", level, "--follow-up", "+1w", "--date", clone.day(), "--by", clone.who)


def diary(clone):
    clone.command("diary", clone.objective(), str(clone.random.randrange(0, 2)), "--from", clone.day())


def priority(clone):
    clone.command("set", clone.goal(), f"priority={clone.random.randrange(1, 9)}", "--because", clone.words())


def wording(clone):
    clone.command("set", clone.objective(), f"objective={clone.words()}", "--because", clone.words())


def deadline(clone):
    clone.command("extend", clone.objective(), f"2026-0{clone.random.randrange(4, 9)}-15", "--because", clone.words())


def status(clone):
    which = clone.objective() if clone.random.random() < 0.6 else clone.goal()
    clone.command("mark", which, clone.random.choice(STATUSES), "--because", clone.words())


def closed_long_ago(clone):
    clone.by_hand(r"^( *)closed: .*$", rf"\1closed: {clone.day()}")


def review(clone):
    clone.command("review", "--decision", f"{clone.goal()}=continue", "--note", clone.words())


def agreement(clone):
    clone.command("agree", "--who", clone.who, "--how", "verbal")


def correction(clone):
    clone.command("amend", clone.entry(), f"note={clone.words()}", "--because", clone.words())


def signature(clone):
    clone.command("sign", clone.entry(), "--by", clone.who)


def void(clone):
    clone.command("void", clone.entry(), "--because", clone.words())


def goal(clone):
    clone.command("add-goal", clone.words(), "--by", "rating", "--baseline", "2", "--target", "7")


def objective(clone):
    clone.command("add-objective", clone.goal(), clone.words(), "--by", "done")


def comment_above(clone):
    clone.comments.append(f"# {clone.words()}")
    clone.by_hand(r"^( *)(- id: .*)$", rf"\1{clone.comments[-1]}\n\1\2")


def comment_behind(clone):
    clone.comments.append(f"# {clone.words()}")
    clone.by_hand(r"^( *(?:date|opened|goal|objective|problem): [^#\n]*)$", rf"\1   {clone.comments[-1]}")


def value(clone):
    clone.by_hand(r"^values: \[(.*)\]$", rf"values: [\1, {clone.words()}]")


def value_gone(clone):
    clone.by_hand(r"^values: \[[^,\]]*, (.*)\]$", r"values: [\1]")


def measure(clone):
    clone.by_hand(r"scale: \[0, \d+\]", f"scale: [0, {clone.random.randrange(5, 9)}]")


def entry_gone(clone):
    """An entry taken out by hand, with the lines above it."""
    source = WovenSource.of(clone.file.read_text(encoding="utf-8"))
    lists = [source.draft.root.entry(name) for name in ("sessions", "changes", "reviews", "agreements")]
    nodes = [entry.value for entry in lists if entry and not entry.value.flow and len(entry.value.entries) > 1]
    if nodes:
        node = clone.random.choice(nodes)
        piece = clone.random.choice(list(source.pieces(node).values()))
        clone.taken_away.append(piece.node.entry("id").value.text)
        start = piece.start - node.column - len(piece.lead)
        clone.file.write_text(source.text[:start] + source.text[piece.end :], encoding="utf-8")


def functioning(clone):
    if "functioning" in clone.data:
        clone.by_hand(r"^functioning: .*$", f"functioning: {clone.words()}")
    else:
        clone.by_hand(r"^status: active$", f"status: active\nfunctioning: {clone.words()}")


STEPS = (
    session, session, session, session, form, risk, diary, diary, priority, wording, deadline, status, review,
    agreement, correction, signature, void, goal, objective, comment_above, comment_behind, value, value_gone, measure,
    functioning, closed_long_ago, entry_gone,
)  # fmt: skip
