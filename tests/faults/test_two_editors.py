"""Two kinds of editor work on the plan that goalctl writes: one looks again before it saves, one writes over blindly.

Beside the first nothing is lost. The second loses what came between, and the append-only check tells every loss.
"""

from __future__ import annotations

import os
import sys
import time

import pytest

from goalctl.analysis.history.kept import GONE, entries_not_kept
from goalctl.documents.change import AppendItem
from goalctl.documents.file_errors import ChangedMeanwhileError
from goalctl.documents.read import read_data
from goalctl.documents.replace import put
from goalctl.documents.strays import digest
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction.replay import NotReplayedError
from goalctl.workspace.store.transaction.transaction import change_plan

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
ENTRIES = [pytest.param(12, 36, 0.005, id="12"), pytest.param(300, 300, 0.1, id="300", marks=pytest.mark.torture)]
"""Entries by goalctl, lines by hand, seconds between two of those: one that is always faster ends the command."""
LETTERS = "abcdefghjkmnpqrstvwxyz"


def editor(plan_file, save, lines, pause):
    """A child that adds a line of its own at the top, again and again, and is then told to end."""
    child = os.fork()
    if child:
        return child
    try:
        for turn in range(lines):
            before = plan_file.read_bytes()
            time.sleep(pause)
            save(plan_file, b"# line %d by hand\n" % turn + before, before)
    finally:
        os._exit(0)


def look_again(plan_file, text, before):
    beside = plan_file.with_name(".swap")  # a name of its own: what looks like a stray of goalctl's is swept
    beside.write_bytes(text)
    try:
        put(beside, plan_file, root=plan_file.parent, before=digest(before), after=digest(text))
    except ChangedMeanwhileError:
        look_again(plan_file, text[: -len(before)] + (now := plan_file.read_bytes()), now)


def write_over(plan_file, text, _before):
    beside = plan_file.with_name(".swap")
    beside.write_bytes(text)
    beside.replace(plan_file)


def entry_id(number):
    return f"a{LETTERS[number // 400]}{LETTERS[number // 20 % 20]}{LETTERS[number % 20]}00"


def log_beside(practice, plan_file, save, number, lines, pause):
    """The states of the plan that goalctl said were saved, one entry more in each, while the editor works."""
    child = editor(plan_file, save, lines, pause)
    said = []
    for n in range(number):
        entry = AppendItem(("sessions",), {"id": entry_id(n), "date": "2026-03-02", "note": f"entry {n}"})
        changed = change_plan(practice_at(practice), scan(practice).files[0], lambda _, entry=entry: [entry])
        said.append(read_data(changed.after)[0])
    os.waitpid(child, 0)
    return said


@pytest.mark.parametrize(("number", "lines", "pause"), ENTRIES)
def test_beside_an_editor_that_looks_again_nothing_is_lost(practice, plan_file, number, lines, pause):
    said = log_beside(practice, plan_file, look_again, number, lines, pause)
    text = plan_file.read_text(encoding="utf-8")
    assert [n for n in range(number) if entry_id(n) not in text] == []
    assert [turn for turn in range(lines) if f"# line {turn} by hand\n" not in text] == []
    assert list(entries_not_kept(said[-1], read_data(text)[0], "what was said")) == []


def test_what_an_editor_read_in_that_moment_and_saved_along_is_not_written_twice(practice, plan_file):
    """Each call gives another id, as a session's is."""
    ids = iter((entry_id(1), entry_id(2)))

    def changes(_):
        own = next(ids)
        write_over(plan_file, plan_file.read_bytes() + f"  - {{id: {own}, date: 2026-03-02}}\n".encode(), b"")
        return [AppendItem(("sessions",), {"id": own, "date": "2026-03-02"})]

    changed = change_plan(practice_at(practice), scan(practice).files[0], changes)
    assert [entry.id for entry in changed.plan.sessions[2:]] == [entry_id(1)]
    assert plan_file.read_text(encoding="utf-8").count("date: 2026-03-02") == 1


def test_a_program_that_is_always_faster_ends_the_command_and_what_was_typed_is_kept(practice, plan_file):
    def changes(_):
        write_over(plan_file, plan_file.read_bytes() + b"# again\n", b"")
        return [AppendItem(("sessions",), {"id": entry_id(1), "date": "2026-03-02", "note": "typed once"})]

    with pytest.raises(NotReplayedError, match="was changed by somebody else"):
        change_plan(practice_at(practice), scan(practice).files[0], changes)
    assert b"typed once" not in plan_file.read_bytes()
    assert ["typed once" in kept.read_text(encoding="utf-8") for kept in practice.glob(".goalctl/rescued/*")] == [True]


@pytest.mark.parametrize(("number", "lines", "pause"), ENTRIES)
def test_beside_an_editor_that_writes_over_blindly_every_loss_is_told(practice, plan_file, number, lines, pause):
    said = log_beside(practice, plan_file, write_over, number, lines, pause)
    now = read_data(plan_file.read_text(encoding="utf-8"))[0]
    there = {entry["id"] for entry in now["sessions"]}
    lost = {entry_id(n) for n in range(number)} - there
    told = {finding.message.split()[1] for state in said for finding in entries_not_kept(state, now, "what was said")}
    assert told == lost
    assert all(finding.code == GONE for finding in entries_not_kept(said[-1], now, "what was said"))
    sys.stderr.write(f"{number} entries beside a blind editor: {len(lost)} lost, {len(told)} told\n")
