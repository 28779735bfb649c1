"""In a clone that is not unlocked the locked plans are told by name, and nothing goes into git in plain text."""

import json

import pytest

from tests.conftest import PLAN
from tests.git_crypt.conftest import MARK, PLAN_NAME, git_crypt
from tests.merge.clinic import git

SENTENCE = f"goalctl: {PLAN_NAME} is locked by git-crypt\n   hint: git-crypt unlock KEYFILE opens this clone\n"
OF_ONE = (
    "show c-ab1", "prep c-ab1", "chart c-ab1", "history c-ab1", "log c-ab1 g1.1=2", "report c-ab1 --kind plan",
    "set c-ab1 g1 priority=2 --because x", "show c-ab1 --format json", "sign c-ab1 def456",
    "extend c-ab1 g1 2026-05-01 --because x",
)  # fmt: skip


def test_each_command_says_it_in_one_sentence(locked_clinic):
    for words in OF_ONE:
        assert SENTENCE in locked_clinic.call("bert", *words.split(), status=3).err, words


def test_each_listing_names_it(locked_clinic):
    for words in ("caseload", "due", "today", "outcomes", "bank", "find walk", "export", "check"):
        done = locked_clinic.call("bert", *words.split(), status=None)
        assert "locked by git-crypt: git-crypt unlock KEYFILE" in done.out + done.err, words
        assert done.status != 0, words


def test_what_comes_in_locked_is_told_so(locked_clinic):
    locked_clinic.log("anna", "2026-02-20", status=0)
    locked_clinic.sync("anna")
    told = locked_clinic.sync("bert").out
    assert told == f"{PLAN_NAME}: it came in locked; git-crypt unlock KEYFILE opens this clone\n"


def test_nobody_is_told_to_mend_what_is_only_locked(locked_clinic):
    for words in ("", "caseload", "due", "show c-ab1", "check"):
        done = locked_clinic.call("bert", *words.split(), status=None)
        assert "risk can't be read: unlock the file" in done.out + done.err, words
        assert "mend the file" not in done.out + done.err, words


def test_programs_are_told_it_with_its_code(locked_clinic):
    for words in ("caseload", "due"):
        said = json.loads(locked_clinic.call("bert", words, "--format", "json", status=None).out)
        assert [error["code"] for error in said["errors"]] == ["E105"], words


def test_doctor_says_it_once_for_all_plans(locked_clinic):
    done = locked_clinic.call("bert", "doctor", "--format", "json", status=None)
    told = [one for one in json.loads(done.out)["doctor"] if "locked" in one["what"]]
    assert [(one["what"], one["mend"]) for one in told] == [
        (f"1 plan locked by git-crypt: {PLAN_NAME}", "git-crypt unlock KEYFILE opens this clone")
    ]


def test_undo_takes_nothing_back(locked_clinic):
    before = (locked_clinic.place("bert") / PLAN_NAME).read_bytes()
    locked_clinic.call("bert", "undo", "c-ab1", status=3)
    assert (locked_clinic.place("bert") / PLAN_NAME).read_bytes() == before


def test_a_new_plan_stays_out_of_git_and_is_told(locked_clinic):
    """Without its filter, git would take it as it lies there."""
    done = locked_clinic.call("bert", "add-client", "c-new1", status=None)
    assert "would go into git in plain text: this clone's git can't lock it (git-crypt)" in done.err
    assert git(locked_clinic.place("bert"), "ls-files", "plans/c-new1.yaml") == ""
    assert "plans/c-new1.yaml would go into git in plain text" in locked_clinic.call("bert", "doctor", status=1).out


def test_what_came_in_while_locked_is_put_there_locked(locked_clinic):
    locked_clinic.log("anna", "2026-02-16")
    locked_clinic.sync("anna")
    assert locked_clinic.sync("bert").out.startswith(f"{PLAN_NAME}: ")
    locked_clinic.unlock("bert")
    assert locked_clinic.plan("bert") == locked_clinic.plan("anna")


def test_two_changes_of_a_locked_plan_are_not_merged(locked_clinic):
    locked_clinic.unlock("bert")
    locked_clinic.log("bert", "2026-02-17")
    git_crypt(locked_clinic.place("bert"), "lock")
    locked_clinic.log("anna", "2026-02-16")
    locked_clinic.sync("anna")
    before = locked_clinic.blob("bert")
    done = locked_clinic.sync("bert", status=3)
    assert f"{PLAN_NAME} was changed here and there, and is locked by git-crypt; it is left as it was" in done.err
    assert locked_clinic.blob("bert") == before


def test_git_merges_nothing_into_a_locked_plan(locked_clinic, goalctl_command):
    place = locked_clinic.place("bert")
    locked_clinic.unlock("bert")
    git(place, "config", "merge.goalctl.driver", f"{goalctl_command} merge-plan %O %A %B %P")
    git(place, "checkout", "--quiet", "-b", "anna")
    locked_clinic.log("bert", "2026-02-16")
    git(place, "checkout", "--quiet", "main")
    locked_clinic.log("bert", "2026-02-17")
    git_crypt(place, "lock")
    before = (place / PLAN_NAME).read_bytes()
    git(place, "merge", "anna", status=1)
    assert (place / PLAN_NAME).read_bytes() == before
    assert before.startswith(MARK)


@pytest.fixture
def in_plain_text(locked_clinic):
    """Bert has committed a plan by hand before his clone was unlocked."""
    place = locked_clinic.place("bert")
    (place / "plans" / "c-new1.yaml").write_text(PLAN.replace("c-ab1", "c-new1"), encoding="utf-8")
    git(place, "add", "plans/c-new1.yaml")
    git(place, "commit", "--quiet", "--message", "c-new1: by hand")
    return locked_clinic


def test_what_was_committed_in_plain_text_does_not_leave(in_plain_text):
    in_plain_text.unlock("bert")
    done = in_plain_text.sync("bert", status=3)
    said = "plans/c-new1.yaml was committed in plain text, though git-crypt is to lock it; nothing was sent"
    assert said in done.err
    assert git(in_plain_text.hub, "log", "--format=%s", "-1") != "c-new1: by hand"


def test_the_hook_stops_at_it(in_plain_text):
    in_plain_text.unlock("bert")
    done = in_plain_text.call("bert", "check", "--fail-on", "error", "--against", "HEAD", "c-ab1", status=1)
    assert "plans/c-new1.yaml: error[E265]: git has this in plain text, though git-crypt is to lock it" in done.out


def test_the_hook_stops_where_git_can_not_lock(in_plain_text):
    place = in_plain_text.place("bert")
    (place / "plans" / "c-new2.yaml").write_text(PLAN.replace("c-ab1", "c-new2"), encoding="utf-8")
    done = in_plain_text.call("bert", "check", "--fail-on", "error", "--against", "HEAD", "c-new2", status=None)
    assert "error[E266]: plans/c-new2.yaml would go into git in plain text" in done.out


def test_doctor_commits_it_locked_and_says_that_the_past_keeps_it(in_plain_text):
    in_plain_text.unlock("bert")
    assert not in_plain_text.blob("bert", "plans/c-new1.yaml").startswith(MARK)
    done = in_plain_text.call("bert", "doctor", "--fix", status=None)
    assert "committed locked; earlier commits still have it in plain text" in done.err + done.out
    assert in_plain_text.blob("bert", "plans/c-new1.yaml").startswith(MARK)
    told = in_plain_text.call("bert", "doctor").out
    assert "1 file in plain text in earlier commits: plans/c-new1.yaml" in told
