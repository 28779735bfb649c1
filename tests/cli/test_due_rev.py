"""`due --rev` and `caseload --rev`: a commit is read whole, whatever happens to the folder meanwhile."""

import json
import os
import shutil
import subprocess
import threading

import pytest

GIT = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder, *words):
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run([*GIT, *words], cwd=folder, env=env, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def committed(practice):
    """The practice in git, everything committed."""
    git(practice, "init", "-q", "-b", "main")
    git(practice, "add", ".")
    git(practice, "commit", "-q", "-m", "first")
    return practice


def test_a_commit_says_what_the_files_said(goalctl, committed, plan_file):
    listed, cases = goalctl("due").out, goalctl("caseload").out
    plan_file.write_text("client: [", encoding="utf-8")
    (committed / "goalctl.yaml").write_text("due_within: soon", encoding="utf-8")
    assert goalctl("due", "--rev", "HEAD", status=0).out == listed
    assert goalctl("caseload", "--rev", "HEAD", status=0).out == cases


@pytest.mark.usefixtures("committed")
def test_no_index_is_used_or_written(goalctl, practice):
    goalctl("due", "--rev", "HEAD", status=0)
    assert not (practice / ".goalctl").exists()


def test_an_earlier_commit_has_the_earlier_deadline(goalctl, committed, plan_file):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("2026-02-28", "2026-03-05"), encoding="utf-8")
    git(committed, "commit", "-q", "-a", "-m", "later")
    assert "2026-02-28" in goalctl("due", "--rev", "HEAD~1").out
    assert "2026-03-05" in goalctl("due", "--rev", "main").out


def test_a_workspace_below_the_repositorys_top_is_found(goalctl, practice, monkeypatch):
    inner = practice / "clinic"
    inner.mkdir()
    for name in ("plans", "goalctl.yaml"):
        (practice / name).rename(inner / name)
    git(practice, "init", "-q")
    git(practice, "add", ".")
    git(practice, "commit", "-q", "-m", "first")
    monkeypatch.chdir(inner)
    assert goalctl("due", "--rev", "HEAD", status=0).out == goalctl("due").out


def test_the_practices_own_forms_come_from_the_commit_too(goalctl, committed, plan_file):
    form = committed / "forms" / "mood.yaml"
    form.parent.mkdir()
    items = "items: [{id: q1, ask: Mood}]\nscale: [0, 10]\nscoring: {method: sum, better: higher}\n"
    form.write_text(f"format: 1\nform: mood\nname: Mood\nkind: assessment\n{items}", encoding="utf-8")
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("forms: {phq-9:", "forms: {mood: 4, phq-9:"))
    git(committed, "add", ".")
    git(committed, "commit", "-q", "-m", "own form")
    form.unlink()
    assert "error E205" in goalctl("due", status=0).out
    assert goalctl("due", "--rev", "HEAD", status=0).err == ""


def test_what_is_wrong_in_a_commit_is_told_as_in_a_folder(goalctl, committed, plan_file):
    (committed / "plans" / "notes.txt").write_text("x", encoding="utf-8")
    (committed / "plans" / "x-1.yaml").symlink_to("c-ab1.yaml")
    plan_file.write_text("client: [", encoding="utf-8")
    git(committed, "add", ".")
    git(committed, "commit", "-q", "-m", "bad")
    found = json.loads(goalctl("due", "--rev", "HEAD", "--format", "json", status=3).out)
    assert {row["code"] for row in found["errors"]} == {"E151", "E100", "E109"}
    assert [row["client"] for row in found["risk"]] == ["c-ab1", "x-1"]


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:plans"])
def test_a_revision_that_is_none_is_told(goalctl, revision):
    assert goalctl("due", f"--rev={revision}", status=3).err == (
        f"goalctl: git knows no revision '{revision}'\n"
        "   hint: name a day, a branch, a tag or the beginning of a commit\n"
    )


def test_reports_while_git_changes_the_folder_are_always_whole(goalctl, committed, plan_file):
    """Checkouts between two branches tear plain reads; a commit stays what it is."""
    expected = goalctl("due", "--rev", "main", status=0).out
    git(committed, "checkout", "-q", "-b", "other")
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace("2026-02-28", "2026-05-05"), encoding="utf-8")
    git(committed, "commit", "-q", "-a", "-m", "other")
    over = threading.Event()

    def switch():
        while not over.is_set():
            git(committed, "checkout", "-q", "main")
            git(committed, "checkout", "-q", "other")

    switching = threading.Thread(target=switch)
    switching.start()
    try:
        assert {goalctl("due", "--rev", "main", status=0).out for _ in range(6)} == {expected}
    finally:
        over.set()
        switching.join()
