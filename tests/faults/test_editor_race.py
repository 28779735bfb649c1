"""A person's editor saves between goalctl's reading and its replacing: nothing of either is lost, or it is told."""

from __future__ import annotations

import itertools
import os
import sys
from functools import partial

import pytest

from goalctl.documents.change import AppendItem, SetScalar
from goalctl.documents.file_errors import ChangedMeanwhileError, GoneMeanwhileError
from goalctl.documents.replace import replace
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction.replay import NotReplayedError
from goalctl.workspace.store.transaction.transaction import change_plan, replace_plan

NEW = AppendItem(("sessions",), {"id": "zzz999", "date": "2026-03-02", "note": "typed into goalctl"})


def new_entry(_):
    return NEW


def new_target(plan):
    place = next(place for place, goal in enumerate(plan.goals) if goal.id == "g1")
    return SetScalar(("goals", place, "smart", "measurable", "target"), "7")


@pytest.fixture
def write_while(practice):
    """Make one edit of the plan, while somebody's editor does something to its file."""

    def write(edit, somebody):
        did = []

        def changes(plan):
            if not did:
                did.append(somebody())
            return [edit(plan)]

        return change_plan(practice_at(practice), scan(practice).files[0], changes)

    return write


def by_hand(plan_file, old, new):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def rescued(practice):
    folder = practice / ".goalctl" / "rescued"
    return [path.read_text(encoding="utf-8") for path in folder.iterdir()] if folder.exists() else []


def test_what_an_editor_saved_meanwhile_is_kept_and_so_is_the_entry(write_while, plan_file):
    write_while(new_entry, partial(by_hand, plan_file, "Low mood", "Low mood, EDITED BY HAND"))
    text = plan_file.read_text(encoding="utf-8")
    assert "EDITED BY HAND" in text
    assert "typed into goalctl" in text


def test_the_same_value_changed_by_both_is_a_conflict_and_what_was_typed_is_kept_and_named(
    write_while, plan_file, practice
):
    with pytest.raises(NotReplayedError, match="stays like that; not saved: the same place was changed") as told:
        write_while(new_target, partial(by_hand, plan_file, "target: 9", "target: 8"))
    assert "target: 8" in plan_file.read_text(encoding="utf-8")
    (kept,) = rescued(practice)
    assert "target: 7" in kept
    assert ".goalctl/rescued/c-ab1-" in told.value.hint


def test_a_value_beside_the_one_that_was_changed_by_hand_is_no_conflict(write_while, plan_file):
    write_while(new_target, partial(by_hand, plan_file, "baseline: 18", "baseline: 19"))
    assert "baseline: 19, target: 7" in plan_file.read_text(encoding="utf-8")


def test_the_item_is_found_by_its_id_where_another_was_put_before_it(write_while, plan_file):
    other = "goals:\n  - {id: g2, goal: Sleeps through, problem: p1, status: draft}\n"
    write_while(new_target, partial(by_hand, plan_file, "goals:\n", other))
    text = plan_file.read_text(encoding="utf-8")
    assert "Sleeps through" in text
    assert "target: 7" in text.partition("Fewer symptoms")[2]


def test_a_plan_that_was_deleted_meanwhile_is_not_brought_back(write_while, plan_file, practice):
    with pytest.raises(NotReplayedError, match="not saved"):
        write_while(new_entry, plan_file.unlink)
    assert not plan_file.exists()
    assert "typed into goalctl" in rescued(practice)[0]


def test_a_plan_that_an_editor_broke_meanwhile_stays_as_it_was_saved(write_while, plan_file, practice):
    with pytest.raises(NotReplayedError):
        write_while(new_entry, lambda: plan_file.write_text("goals: [\n", encoding="utf-8"))
    assert plan_file.read_text(encoding="utf-8") == "goals: [\n"
    assert "typed into goalctl" in rescued(practice)[0]


def test_replacing_asks_what_stands_there(practice, plan_file):
    before = plan_file.read_bytes()
    plan_file.write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhileError):
        replace(plan_file, b"ours", root=practice, before=before)
    assert plan_file.read_bytes() == b"theirs"
    plan_file.unlink()
    with pytest.raises(GoneMeanwhileError):
        replace(plan_file, b"ours", root=practice, before=before)
    assert list(plan_file.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_a_replaced_file_keeps_its_mode(practice, plan_file):
    plan_file.chmod(0o640)
    replace(plan_file, b"ours", root=practice, before=plan_file.read_bytes())
    assert plan_file.stat().st_mode & 0o777 == 0o640


def replace_while_somebody_saves(practice, plan_file, nth):
    """In a child, as its hook stays: the plan is replaced by a text of ours, and saved by hand as it is opened."""
    openings = itertools.count(1)

    def save_by_hand(event, args):
        if event == "open" and os.fspath(args[0]) == str(plan_file) and next(openings) == nth:
            by_hand(plan_file, "Low mood", "Low mood, EDITED BY HAND")

    before = plan_file.read_bytes()
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        sys.addaudithook(save_by_hand)
        replace_plan(practice_at(practice), scan(practice).files[0], before, before + b"# ours\n", None)
    finally:
        os._exit(0)


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_save_between_two_looks_of_one_command_is_not_written_over(practice, plan_file, nth):
    replace_while_somebody_saves(practice, plan_file, nth)
    text = plan_file.read_text(encoding="utf-8")
    assert ("EDITED BY HAND" in text, "# ours" in text) == (True, False)
