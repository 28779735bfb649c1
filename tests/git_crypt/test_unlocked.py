"""In a clone that is unlocked everything works, and git has nothing in plain text."""

import json
import subprocess

import pytest

from tests.git_crypt.below import two_below
from tests.git_crypt.conftest import MARK, PLAN_NAME, plain_blobs
from tests.merge.clinic import git


def test_a_change_is_committed_locked_and_reads_as_it_was_written(locked_clinic):
    locked_clinic.log("anna", "2026-02-16")
    assert locked_clinic.blob("anna").startswith(MARK)
    assert "date: 2026-02-16" in locked_clinic.plan("anna")
    assert git(locked_clinic.place("anna"), "status", "--porcelain") == ""


def test_a_long_note_is_locked_too(locked_clinic):
    locked_clinic.call("anna", "log", "c-ab1", "--note", "a long talk " * 200, "--date", "2026-02-16")
    names = git(locked_clinic.place("anna"), "ls-files", "notes").splitlines()
    assert all(locked_clinic.blob("anna", name).startswith(MARK) for name in names)


def test_undo_and_redo_go_back_and_forth_in_plain_text(locked_clinic):
    before = locked_clinic.plan("anna")
    locked_clinic.log("anna", "2026-02-16")
    after = locked_clinic.plan("anna")
    locked_clinic.call("anna", "undo", "c-ab1")
    assert locked_clinic.plan("anna") == before
    locked_clinic.call("anna", "redo", "c-ab1")
    assert locked_clinic.plan("anna") == after
    assert locked_clinic.blob("anna").startswith(MARK)


def test_earlier_commits_are_read_through_the_lock(locked_clinic):
    locked_clinic.call("anna", "set", "c-ab1", "g1", "priority=3", "--because", "talked")
    assert "priority" in locked_clinic.call("anna", "history", "c-ab1").out
    then = json.loads(locked_clinic.call("anna", "caseload", "--rev", "HEAD^", "--format", "json").out)
    assert then["plans"] == 1
    assert "c-ab1" in locked_clinic.call("anna", "due", "--rev", "HEAD").out


def test_a_lost_entry_is_noticed_against_the_last_commit(locked_clinic):
    file = locked_clinic.place("anna") / PLAN_NAME
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - id: def456")], encoding="utf-8")
    assert "E263" in locked_clinic.call("anna", "check", "--against", status=1).out


def test_a_hand_edit_is_committed_locked_before_goalctls_own_change(locked_clinic):
    file = locked_clinic.place("anna") / PLAN_NAME
    file.write_text(file.read_text(encoding="utf-8").replace("a patient father", "a kind father"), encoding="utf-8")
    locked_clinic.log("anna", "2026-02-16")
    subjects = git(locked_clinic.place("anna"), "log", "-2", "--format=%s").splitlines()
    assert subjects[1] == "c-ab1: edited by hand"
    assert locked_clinic.blob("anna", revision="HEAD^").startswith(MARK)


def test_what_both_did_meets_by_meaning_and_leaves_locked(locked_clinic):
    locked_clinic.unlock("bert")
    locked_clinic.log("anna", "2026-02-16")
    locked_clinic.log("bert", "2026-02-17")
    locked_clinic.sync("anna")
    assert "1 session by anna" in locked_clinic.sync("bert").out
    locked_clinic.sync("anna")
    assert locked_clinic.plan("anna") == locked_clinic.plan("bert")
    assert locked_clinic.plan("anna").count("date: 2026-02-1") == 2
    assert locked_clinic.blob("bert").startswith(MARK)
    assert git(locked_clinic.place("bert"), "status", "--porcelain") == ""


@pytest.mark.parametrize("words", ["merge --no-edit anna", "rebase anna", "cherry-pick anna"])
def test_git_itself_merges_by_meaning_and_keeps_it_locked(locked_clinic, goalctl_command, words):
    locked_clinic.unlock("bert")
    place = locked_clinic.place("bert")
    git(place, "config", "merge.goalctl.driver", f"{goalctl_command} merge-plan %O %A %B %P")
    git(place, "checkout", "--quiet", "-b", "anna")
    locked_clinic.log("bert", "2026-02-16")
    git(place, "checkout", "--quiet", "main")
    locked_clinic.log("bert", "2026-02-17")
    git(place, *words.split())
    assert locked_clinic.plan("bert").count("date: 2026-02-1") == 2
    assert locked_clinic.blob("bert").startswith(MARK)
    assert git(place, "status", "--porcelain") == ""


def test_of_a_clash_one_item_is_marked_in_plain_text_and_git_gets_nothing_plain(locked_clinic, goalctl_command):
    locked_clinic.unlock("bert")
    place = locked_clinic.place("bert")
    git(place, "config", "merge.goalctl.driver", f"{goalctl_command} merge-plan %O %A %B %P")
    git(place, "branch", "anna")
    for branch, status in (("anna", "reserve"), ("main", "on-hold")):
        git(place, "checkout", "--quiet", branch)
        locked_clinic.call("bert", "mark", "c-ab1", "g1.1", status, "--because", "talked")
    git(place, "merge", "anna", status=1)
    marked = locked_clinic.plan("bert").partition("<<<<<<<")[2].partition(">>>>>>>")[0]
    assert sorted(line.strip() for line in marked.splitlines() if ":" in line) == ["status: on-hold", "status: reserve"]
    assert plain_blobs(place) == 0


def test_a_workspace_below_the_top_of_a_repository_leaves_locked_too(locked_clinic, goalctl, tmp_path):
    """git takes `hash-object --path` from the folder on, and would find no attribute there."""
    one, other = two_below(tmp_path, locked_clinic, goalctl)
    for place, day in ((one, "2026-02-16"), (other, "2026-02-17")):
        goalctl("-C", place, "log", "c-ab1", "g1.1=2", "--date", day, "--by", "anna", status=0)
        goalctl("-C", place, "sync", status=0)
    assert (other / PLAN_NAME).read_text(encoding="utf-8").count("date: 2026-02-1") == 2
    assert plain_blobs(other) == 0


def test_a_backup_is_as_locked_as_the_repository_and_comes_back_with_the_key(locked_clinic, tmp_path):
    away, back = tmp_path / "away", tmp_path / "back"
    away.mkdir()
    done = locked_clinic.call("anna", "backup", away)
    assert "locked in it, as git-crypt locks them: 2 files" in done.err
    (bundle,) = away.glob("*.bundle")
    assert "as in the record, byte for byte" in locked_clinic.call("anna", "backup", "--verify", bundle).err
    locked_clinic.call("anna", "backup", "--restore", bundle, back)
    assert (back / PLAN_NAME).read_bytes().startswith(MARK)
    subprocess.run(["git-crypt", "unlock", str(locked_clinic.key)], cwd=back, check=True, capture_output=True)
    assert (back / PLAN_NAME).read_text(encoding="utf-8") == locked_clinic.plan("anna")
