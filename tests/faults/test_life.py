"""The life of a workspace, step by random step, beside a plain model of what it has to hold: clients, their entries."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from goalctl.cli.root import run
from goalctl.documents.document import document_of
from goalctl.model.plan import Plan
from tests.conftest import NoTerminal
from tests.faults.repositories import begin

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
BECAUSE = ("--because", "so it is")
ANY = st.integers(0, 99)
WORDS = st.sampled_from(["slept well", "walked: twice", "# not a comment", "no", "12:30", "Größe", "a\nb", "- x"])


@dataclass
class Entry:
    note: str
    void: bool = False
    signed: bool = False


@dataclass
class Client:
    """What a plan has to hold."""

    entries: dict[str, Entry] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    lines_by_hand: int = 0


@dataclass
class Step:
    """What undo takes back: of which clients, and how they stood before it and after."""

    before: dict[str, Client]
    after: dict[str, Client] = field(default_factory=dict)


class Life(RuleBasedStateMachine):
    """Each rule is a command or what a person does to the files; the model says how it has to end."""

    @initialize()
    def begin(self):
        self.here = Path.cwd()
        self.base = Path(tempfile.mkdtemp())
        self.kept = dict(os.environ)
        os.environ.pop("CI", None)
        os.environ |= {"HOME": str(self.base), "GOALCTL_TODAY": "2026-03-02", "GIT_CONFIG_NOSYSTEM": "1"}
        self.practice = self.base / "practice"
        os.chdir(self.base)
        self.call("init", "practice", status=0)
        os.chdir(self.practice)
        settings_file = self.practice / "goalctl.yaml"
        settings_file.write_text(settings_file.read_text("utf-8") + "clinician: m.kowalski\n", encoding="utf-8")
        begin(self.practice)
        self.clients: dict[str, Client] = {}
        self.done: dict[str, list[Step | None]] = {}
        self.undone: dict[str, list[Step]] = {}
        self.by_hand: set[str] = set()
        self.away: dict[str, tuple[list[Step | None], list[Step], bool, str]] = {}
        self.add_client()

    def teardown(self):
        if hasattr(self, "here"):
            os.chdir(self.here)
            os.environ.clear()
            os.environ |= self.kept
            shutil.rmtree(self.base)

    def call(self, *words, status=None):
        out, err, stdin = io.StringIO(), io.StringIO(), sys.stdin
        sys.stdin = NoTerminal()
        try:
            with redirect_stdout(out), redirect_stderr(err):
                ended = run(["--no-input", *words])
        finally:
            sys.stdin = stdin
        assert "bug in goalctl" not in err.getvalue(), err.getvalue()
        assert status is None or ended == status, (words, err.getvalue())
        return ended, out.getvalue().strip()

    def change(self, *clients):
        """A step of goalctl's; what a person did before it is a step of its own."""
        for one in clients:
            self.away.pop(one, None)
            if one in self.by_hand:
                self.done[one].append(None)
        self.by_hand -= set(clients)
        step = Step({one: deepcopy(self.clients[one]) for one in clients})
        for one in clients:
            self.done[one].append(step)
            self.undone[one].clear()
        return step

    def client(self, number):
        return sorted(self.clients)[number % len(self.clients)]

    def entry(self, client, number):
        """One of the entries that still count."""
        known = [one for one, entry in self.clients[client].entries.items() if not entry.void]
        return known[number % len(known)] if known else None

    @rule()
    def add_client(self):
        if len(self.clients) < 3:
            name = f"c-{len(self.clients)}"
            self.call("add-client", name, "--problem", "Low mood", status=0)
            self.clients[name], self.done[name], self.undone[name] = Client(), [None], []

    @rule(number=ANY, note=WORDS)
    def log_session(self, number, note):
        name = self.client(number)
        _, said = self.call("log-session", name, "--note", note, status=0)
        self.change(name)
        self.clients[name].entries[said] = Entry(note)

    @rule(note=WORDS)
    @precondition(lambda self: len(self.clients) > 1)
    def log_group(self, note):
        names = sorted(self.clients)[:2]
        self.call("log-group", *names, "--note", note, status=0)
        self.change(*names)
        for name in names:
            known = self.clients[name].entries
            (new,) = self.entries(name).keys() - known.keys()
            known[new] = Entry(note)

    @rule(number=ANY)
    def add_goal(self, number):
        name = self.client(number)
        measure = ("--by", "rating", "--target", "8", "--deadline", "2026-06-01")
        self.call("add-goal", name, "Sleeps through", *measure, status=0)
        self.change(name)
        self.clients[name].goals[f"g{len(self.clients[name].goals) + 1}"] = "draft"

    @rule(number=ANY, status=st.sampled_from(["reserve", "discontinued"]))
    def mark(self, number, status):
        name = self.client(number)
        if goals := self.clients[name].goals:
            goal = sorted(goals)[number % len(goals)]
            if goals[goal] != status and self.call("mark", name, goal, status, *BECAUSE)[0] == 0:
                self.change(name)
                goals = self.clients[name].goals
                goals[goal] = status

    @rule(number=ANY)
    def extend(self, number):
        name = self.client(number)
        before = self.text(name)
        if self.clients[name].goals:
            self.call("extend", name, "g1", "2026-09-01", *BECAUSE)
            if self.text(name) != before:
                self.change(name)

    @rule(number=ANY, which=ANY, note=WORDS)
    def amend(self, number, which, note):
        name = self.client(number)
        one = self.entry(name, which)
        if one and note != self.clients[name].entries[one].note:
            self.call("amend", name, one, f"note={note}", *BECAUSE, status=0)
            self.change(name)
            self.clients[name].entries[one].note = note

    @rule(number=ANY, which=ANY)
    def void(self, number, which):
        name = self.client(number)
        if one := self.entry(name, which):
            self.call("void", name, one, *BECAUSE, status=0)
            self.change(name)
            self.clients[name].entries[one].void = True

    @rule(number=ANY, which=ANY)
    def sign(self, number, which):
        name = self.client(number)
        one = self.entry(name, which)
        if one and not self.clients[name].entries[one].signed:
            self.call("sign", name, one, status=0)
            self.change(name)
            self.clients[name].entries[one].signed = True

    @rule(which=ANY)
    @precondition(lambda self: len(self.clients) > 1)
    def move(self, which):
        name, other = sorted(self.clients)[:2]
        if one := self.entry(name, which):
            self.call("move", name, one, "--to", other, *BECAUSE, status=0)
            self.change(name, other)
            self.clients[name].entries[one].void = True
            taken = self.clients[other].entries
            new = one if one not in taken else next(id_ for id_ in self.entries(other) if id_ not in taken)
            taken[new] = Entry(self.clients[name].entries[one].note)

    @rule(number=ANY)
    def undo(self, number):
        name = self.client(number)
        step = self.done[name][-1] if self.done[name] else None
        may = step and not any(one in self.by_hand or self.done[one][-1] is not step for one in step.before)
        self.call("undo", name, status=0 if may else 3)
        if may:
            for one, state in step.before.items():
                step.after[one], self.clients[one] = self.clients[one], deepcopy(state)
                self.undone[one].append(self.done[one].pop())

    @rule(number=ANY)
    def redo(self, number):
        name = self.client(number)
        step = self.undone[name][-1] if self.undone[name] else None
        may = step and not any(one in self.by_hand or self.undone[one][-1:] != [step] for one in step.before)
        self.call("redo", name, status=0 if may else 3)
        if may:
            for one, state in step.after.items():
                self.clients[one] = deepcopy(state)
                self.done[one].append(self.undone[one].pop())

    @rule(number=ANY)
    def edit_by_hand(self, number):
        name = self.client(number)
        self.file(name).write_text("# by hand\n" + self.text(name), encoding="utf-8")
        self.clients[name].lines_by_hand += 1
        self.by_hand.add(name)

    @rule(number=ANY, same=st.booleans())
    def second_copy(self, number, same):
        """It changes nothing, and is put away again."""
        name = self.client(number)
        copy = self.file(name).with_name(f"{name}.sync-conflict-20260301-101010-ABCDEFG.yaml")
        copy.write_text(self.text(name) + ("" if same else "# theirs\n"), encoding="utf-8")
        assert self.call("caseload", "--format", "json")[1].count(f'"{name}"') >= 1
        self.agrees()
        copy.unlink()

    @rule(number=ANY)
    def rename(self, number):
        """Into a folder, or back: undo does not reach beyond it, unless nothing came between the two."""
        name = self.client(number)
        path, text = self.file(name), self.text(name)
        to = self.practice / "plans" / ("" if path.parent.name == "old" else "old")
        to.mkdir(exist_ok=True)
        path.rename(to / path.name)
        if name in self.away:
            self.done[name], self.undone[name], was_by_hand, before = self.away.pop(name)
            self.by_hand -= set() if was_by_hand or text != before else {name}
            return
        self.away[name] = (self.done[name], self.undone[name], name in self.by_hand, text)
        self.done[name], self.undone[name], self.by_hand = [None], [], self.by_hand | {name}

    @rule()
    def check(self):
        self.call("check", "--severity", "error", status=0)

    def file(self, name):
        (path,) = (self.practice / "plans").rglob(f"{name}.yaml")
        return path

    def text(self, name):
        return self.file(name).read_text(encoding="utf-8")

    def plan(self, name):
        content = document_of(self.file(name).read_bytes(), Plan).content
        assert content is not None
        return content

    def entries(self, name):
        return {
            entry.id: Entry((entry.current.note or "").rstrip("\n"), entry.void is not None, bool(entry.signed))
            for entry in self.plan(name).sessions
        }

    @invariant()
    def agrees(self):
        """What the files hold is what was done, and nothing is left beside them."""
        for name, client in getattr(self, "clients", {}).items():
            assert self.entries(name) == client.entries
            assert {goal.id: goal.status.value for goal in self.plan(name).goals} == client.goals
            assert self.text(name).count("# by hand\n") == client.lines_by_hand
        if hasattr(self, "practice"):
            assert list(self.practice.rglob("*.tmp")) == []


def test_a_plan_that_went_into_a_folder_and_came_back_is_as_it_was():
    life = Life()
    life.begin()
    try:
        life.add_goal(0)
        life.rename(0)
        life.undo(0)
        life.rename(0)
        life.undo(0)
        life.rename(0)
        life.edit_by_hand(0)
        life.rename(0)
        life.redo(0)
        life.agrees()
    finally:
        life.teardown()


@pytest.mark.parametrize(
    ("lives", "steps"),
    [
        pytest.param(2, 12, id="2x12"),
        pytest.param(int(os.environ.get("LIVES", "200")), 40, id="many", marks=pytest.mark.torture),
    ],
)
def test_a_workspace_holds_what_was_done_to_it(lives, steps):
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=lives, stateful_step_count=steps, deadline=None, database=None,
            suppress_health_check=list(HealthCheck), derandomize=lives < 10,
        ),
    )  # fmt: skip
