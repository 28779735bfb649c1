"""`check --against`: every entry of a git revision is still in the plans, or it is told which is not."""

import os
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
CHECK = ("check", "--severity", "error")


@pytest.fixture
def git(practice):
    known = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*words):
        words = ("-c", "user.name=x", "-c", "user.email=x@example.org", *words)
        subprocess.run(["git", *words], cwd=practice, check=True, capture_output=True, env=os.environ | known)

    git("init", "-q")
    return git


@pytest.fixture
def committed(git):
    git("add", "plans")
    git("commit", "-qm", "first")


def replaced(plan_file, old, new):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("rev", [["--against"], ["--against", "HEAD"], ["--against=HEAD"]])
def test_a_log_that_only_grew_is_in_order(goalctl, rev):
    goalctl("log-session", "c-ab1", "--note", "one more", status=0)
    goalctl("amend", "c-ab1", "abc123", "g1.1=2", "--because", "forgotten", status=0)
    assert goalctl(*CHECK, *rev, status=0).out == ""


@pytest.mark.usefixtures("committed")
def test_an_entry_that_was_altered_is_told_with_its_place(goalctl, plan_file):
    replaced(plan_file, "scores: {g1.1: 2}", "scores: {g1.1: 5}")
    assert goalctl(*CHECK, "--against", status=1).out.startswith(
        "plans/c-ab1.yaml:38:9: error[E264]: def456 2026-02-02 reads otherwise than in HEAD: scores\n"
    )


@pytest.mark.usefixtures("committed")
def test_an_entry_and_a_plan_that_are_gone_are_told(goalctl, plan_file):
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.partition("  - id: def456")[0], encoding="utf-8")
    assert (
        "error[E263]: sessions: def456 2026-02-02 is gone; it is in HEAD" in goalctl(*CHECK, "--against", status=1).out
    )
    plan_file.unlink()
    assert goalctl(*CHECK, "--against", status=1).out.startswith(
        "plans/c-ab1.yaml: error[E263]: this plan is gone, with 2 entries; it is in HEAD\n"
    )


@pytest.mark.usefixtures("committed")
def test_a_plan_that_was_moved_into_a_folder_is_the_same_plan(goalctl, plan_file):
    (plan_file.parent / "team").mkdir()
    plan_file.rename(plan_file.parent / "team" / plan_file.name)
    assert "E263" not in goalctl(*CHECK, "--against").out


@pytest.mark.usefixtures("git")
def test_before_the_first_commit_there_is_nothing_to_compare(goalctl):
    assert goalctl(*CHECK, "--against", status=0).out == ""
    assert "git knows no revision 'abc'" in goalctl(*CHECK, "--against", "abc", status=3).err


def test_what_joins_an_entry_on_the_day_it_was_written_is_no_loss(goalctl, git):
    """`assess` and `risk` add to the session of today; the hook called that session altered, and refused the commit."""
    goalctl("log-session", "c-ab1", "--note", "today", status=0)
    git("add", "plans")
    git("commit", "-qm", "logged")
    goalctl("assess", "c-ab1", "phq-9", "--answers", "1,1,1,1,1,1,1,1,0", status=0)
    goalctl("risk", "c-ab1", "--concern", "suicide", "--ideation", "none", status=0)
    assert goalctl(*CHECK, "--against", status=0).out == ""


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("more", ["    risk: {ideation: none}\n", "    forms: {phq-9: 3, gad-7: 2}\n"])
def test_what_is_put_into_an_entry_of_an_earlier_day_is_told(goalctl, plan_file, more):
    text = plan_file.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(n for n, line in enumerate(text) if "date: 2026-02-02" in line)
    plan_file.write_text("".join([*text[: place + 1], more, *text[place + 1 :]]), encoding="utf-8")
    assert "error[E264]: def456 2026-02-02 reads otherwise" in goalctl(*CHECK, "--against", status=1).out


@pytest.mark.usefixtures("committed")
def test_a_risk_record_of_an_earlier_day_rewrites_no_entry_of_it(goalctl, plan_file):
    """It joined the session of that day, as if it had been written then; `--recorded` showed it so."""
    before = plan_file.read_text(encoding="utf-8")
    words = ("--date", "2026-02-02", "--concern", "suicide", "--ideation", "passive", "--follow-up", "+1w")
    told = goalctl("risk", "c-ab1", *words, status=0)
    assert "recorded risk in an entry of its own of Mon 2026-02-02:" in told.err
    assert before.partition("sessions:")[2] in plan_file.read_text(encoding="utf-8")
    assert goalctl(*CHECK, "--against", status=0).out == ""
    assert "passive" not in goalctl("show", "c-ab1", "--recorded", "2026-02-10").out
