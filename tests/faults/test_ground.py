"""The ground that a command stands on: no git, no input, no right to a folder, a folder that is gone; told as it is."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import TREE
from tests.faults.repositories import begin, git

CAPABILITIES = "-dac_override,-dac_read_search"  # what lets root read and write anywhere
IN_TIME = 60  # seconds


@pytest.fixture
def without_git(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("nothing")))


@pytest.fixture
def committed(practice, tmp_path_factory, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))  # nobody's own settings of git
    return begin(practice)


def without_rights(practice, *words):
    """The command line as of somebody who may do what the modes of files say, and no more."""
    able = ["setpriv", f"--bounding-set={CAPABILITIES}", f"--inh-caps={CAPABILITIES}"] if os.geteuid() == 0 else []
    if able and shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed")
    command = [*able, sys.executable, "-m", "goalctl", "--no-input", *words]
    environment = {**os.environ, "PYTHONPATH": str(TREE), "GOALCTL_TODAY": "2026-03-02"}
    return subprocess.run(
        command, cwd=practice, env=environment, capture_output=True, text=True, check=False, timeout=IN_TIME
    )


def in_a_shell(line, cwd):
    """A line of a shell with `goalctl` in it."""
    environment = {**os.environ, "PYTHONPATH": str(TREE), "GOALCTL_TODAY": "2026-03-02"}
    line = line.replace("goalctl", f"{sys.executable} -m goalctl")
    return subprocess.run(
        ["sh", "-c", line], cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=IN_TIME
    )


@pytest.mark.parametrize("words", ["due", "show c-ab1", "log-session c-ab1 g1.1=2", "explain S101"])
def test_a_closed_input_is_nobody_who_could_be_asked(practice, words):
    done = in_a_shell(f"goalctl {words} <&-", practice)
    assert (done.returncode, "bug in goalctl" in done.stderr) == (0, False)


@pytest.mark.usefixtures("without_git")
def test_where_there_is_no_repository_nobody_needs_git(goalctl, tmp_path_factory):
    goalctl("log-session", "c-ab1", "g1.1=2", status=0)
    assert "session 2026-03-02" in goalctl("history", "c-ab1", status=0).out
    goalctl("backup", tmp_path_factory.mktemp("stick"), status=0)
    assert goalctl("undo", "c-ab1", status=3).err.startswith("goalctl: nothing was changed: git is not installed\n")
    goalctl("forget", "c-ab1", "--because", "asked for", "--confirm", "c-ab1", status=0)


def test_where_there_is_one_a_change_is_saved_without_git_and_told_as_not_committed(
    goalctl, committed, plan_file, request
):
    assert git(committed, "status", "--porcelain") == ""
    request.getfixturevalue("without_git")
    told = goalctl("log-session", "c-ab1", "g1.1=2", status=3).err
    assert "saved, but not committed: git is not installed; install git" in told
    assert "date: 2026-03-02" in plan_file.read_text(encoding="utf-8")
    assert goalctl("forget", "c-ab1", "--because", "asked for", "--confirm", "c-ab1", status=3).err
    assert plan_file.exists()


def to_nowhere(dot_git):
    shutil.rmtree(dot_git)
    dot_git.write_text("gitdir: /no/where\n", encoding="utf-8")


def emptied(dot_git):
    shutil.rmtree(dot_git)
    dot_git.mkdir(mode=0o700)


def with_bad_settings(dot_git):
    (dot_git / "config").write_text("[core\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "cause"),
    [
        (to_nowhere, "the file .git names no folder of git's"),
        (emptied, "there is no repository in the folder .git"),
        (with_bad_settings, "bad config line"),
    ],
    ids=["a file that leads nowhere", "an empty folder", "bad settings"],
)
def test_what_doctor_cannot_mend_is_not_sent_to_doctor(goalctl, committed, damage, cause):
    damage(committed / ".git")
    told = goalctl("log-session", "c-ab1", "g1.1=2", status=3).err
    assert cause in told
    assert "doctor" not in told.partition("saved, but not committed")[2]
    goalctl("doctor", "--fix")
    shown = goalctl("doctor", "--format", "plain", status=1).out
    assert cause in shown
    assert "--fix mends it" not in shown


@pytest.mark.parametrize(
    ("key", "value", "way"),
    [
        ("commit.gpgsign", "true", "git config commit.gpgsign false"),
        ("core.bare", "true", "git config core.bare false"),
    ],
)
def test_a_setting_of_gits_that_is_in_the_way_is_named_with_its_cure(goalctl, committed, key, value, way):
    git(committed, "config", "gpg.program", "false")
    git(committed, "config", key, value)
    assert way in goalctl("log-session", "c-ab1", "g1.1=2", status=3).err
    subprocess.run(way.split(), cwd=committed, check=True)
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)


def test_of_what_was_not_changed_nothing_is_called_saved(goalctl, committed):
    git(committed, "checkout", "-q", "--detach")
    for words in (("undo", "c-ab1"), ("redo", "c-ab1"), ("doctor", "--format", "plain")):
        told = goalctl(*words)
        assert "git switch -" in told.err + told.out
        assert "is saved" not in told.err + told.out


def test_the_steps_of_a_plan_that_git_gives_out_with_cr_lf(goalctl, committed, plan_file):
    goalctl("log-session", "c-ab1", "--note", "one", status=0)
    git(committed, "config", "core.autocrlf", "true")
    plan_file.unlink()
    git(committed, "checkout", "plans/c-ab1.yaml")
    before = plan_file.read_bytes()
    goalctl("log-session", "c-ab1", "--long-note", "--note", "two", status=0)
    after = plan_file.read_bytes()
    goalctl("undo", "c-ab1", status=0)
    assert plan_file.read_bytes() == before
    goalctl("redo", "c-ab1", status=0)
    assert plan_file.read_bytes() == after
    assert git(committed, "status", "--porcelain") == ""


@pytest.mark.parametrize("words", [("due",), ("show", "c-ab1"), ("check", "--severity", "error"), ("prep", "c-ab1")])
def test_a_closed_folder_of_goalctls_own_keeps_nobody_from_reading(practice, words):
    own = practice / ".goalctl"
    own.mkdir(mode=0)
    try:
        done = without_rights(practice, *words)
        refused = without_rights(practice, "log-session", "c-ab1", "g1.1=2")
    finally:
        own.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert (refused.returncode, "permission denied" in refused.stderr) == (3, True)


def test_a_folder_of_plans_that_may_not_be_listed_is_not_to_be_made(practice):
    (practice / "plans").chmod(0)
    try:
        told = without_rights(practice, "due").stderr
    finally:
        (practice / "plans").chmod(0o700)
    assert "can't be listed: permission denied" in told
    assert "mkdir" not in told


def test_a_folder_that_is_gone_is_named_and_another_can_be_worked_in(practice, tmp_path_factory):
    gone = tmp_path_factory.mktemp("gone")
    done = in_a_shell("rmdir $PWD; goalctl due", gone)
    assert (done.returncode, "the folder that you are in is gone" in done.stderr) == (3, True)
    gone.mkdir()
    assert in_a_shell(f"rmdir $PWD; goalctl -C {practice} due", gone).returncode == 0


@pytest.mark.parametrize("words", [(), ("show", "c-ab1"), ("chart", "c-ab1")])
def test_a_width_beyond_all_screens_is_no_width(goalctl, monkeypatch, words):
    monkeypatch.setenv("COLUMNS", "99999999999")
    monkeypatch.setenv("FORCE_COLOR", "1")
    goalctl(*words, status=0)


def test_a_byte_that_is_no_letter_here_is_not_called_a_control_character(goalctl):
    told = goalctl("log-session", "c-ab1", "--note", "F\udcfc\udcdfe", status=3).err
    assert "the byte fc, which this terminal's encoding" in told
