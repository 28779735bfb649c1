"""Whatever is wrong with git: the change is saved, the true cause is told, it is counted, and later it is committed."""

import pytest

from goalctl.workspace.store.git.reasons import no_branch
from tests.faults.repositories import (
    begin,
    git,
    lock_left,
    merge_going_on,
    nobody_known,
    one_object_gone,
    overwritten,
    refusing_hook,
    subjects,
)

LOGGED = "c-ab1: log session 2026-03-02, 1 score"
MENDED = {
    "a stale lock": (lock_left, "a git that was killed left .git/index.lock behind"),
    "a stale lock of HEAD": (lambda folder: lock_left(folder, ".git/HEAD.lock"), "left .git/HEAD.lock behind"),
    "an empty HEAD": (overwritten(".git/HEAD"), "where it stands (.git/HEAD) is damaged, and the plans are not"),
    "garbage in HEAD": (overwritten(".git/HEAD", "garbage\n"), "where it stands (.git/HEAD) is damaged"),
    "an empty branch": (overwritten(".git/refs/heads/main"), "git's note of its newest commit is damaged"),
    "a damaged index": (overwritten(".git/index", "xxxx"), "git's list of files (.git/index) is damaged"),
    "a file to overlook": (
        lambda folder: git(folder, "update-index", "--skip-worktree", "plans/c-ab1.yaml"),
        "git was told to overlook plans/c-ab1.yaml",
    ),
}
TOLD = {
    "a lock of a moment ago": (lambda folder: lock_left(folder, seconds=1), "another git is at work here"),
    "a merge": (merge_going_on, "a merge or rebase is going on, begun outside goalctl; finish it with git commit"),
    "a detached head": (lambda folder: git(folder, "checkout", "-q", "--detach"), "go back with git switch -"),
    "a lost object": (one_object_gone, "git's store is damaged, the plans themselves are not"),
    "a hook": (refusing_hook, "git refused: no commits today"),
    "settings that git can't read": (
        overwritten(".git/config", "[bad"),
        "git can't work in this folder: bad config line",
    ),
    "nobody": (
        nobody_known,
        'git does not know who you are; tell it once: git config --global user.name "Your Name"',
    ),
}


@pytest.fixture
def committed(practice, tmp_path_factory, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))  # nobody's own settings of git
    return begin(practice)


def log(goalctl, **given):
    return goalctl("log-session", "c-ab1", "g1.1=3", **given)


def test_a_head_that_cannot_be_read_is_not_taken_for_an_old_state(committed):
    assert no_branch(committed / ".git") == ""
    (committed / ".git" / "HEAD").unlink()
    assert no_branch(committed / ".git").startswith("git's note of where it stands (.git/HEAD) could not be read: ")


@pytest.mark.parametrize(("damage", "cause"), [*MENDED.values(), *TOLD.values()], ids=[*MENDED, *TOLD])
def test_the_change_is_saved_and_the_true_cause_told_with_a_status_that_scripts_see(
    goalctl, committed, plan_file, damage, cause
):
    damage(committed)
    told = log(goalctl, status=3).err
    assert cause in told.partition("saved, but not committed: ")[2]
    assert "g1.1: 3" in plan_file.read_text(encoding="utf-8")
    assert "1 change is not committed: goalctl doctor tells why" in goalctl().out


@pytest.mark.parametrize("damage", [damage for damage, _ in MENDED.values()], ids=MENDED)
def test_doctor_mends_it_and_what_waited_is_committed_in_its_own_words(goalctl, committed, damage):
    damage(committed)
    log(goalctl, status=3)
    assert goalctl("doctor").status == 1
    goalctl("doctor", "--fix", status=0)
    assert LOGGED in subjects(committed)
    assert "not committed" not in goalctl().out


@pytest.mark.parametrize("damage", [damage for damage, _ in TOLD.values()], ids=TOLD)
def test_what_is_not_safe_to_mend_is_told_and_left_alone(goalctl, committed, damage):
    damage(committed)
    log(goalctl, status=3)
    before = sorted(path for path in (committed / ".git").rglob("*") if path.is_file())
    assert goalctl("doctor", "--fix").status in {1, 3}
    assert [path for path in before if not path.exists()] == []


def test_a_sound_head_stays_where_it_is_whatever_git_stumbles_over(goalctl, committed):
    git(committed, "switch", "--quiet", "--create", "of-this-machine")
    overwritten(".git/config", "\0\0\0\0")(committed)
    log(goalctl, status=3)
    assert "bad config line 1 in file .git/config" in goalctl("doctor", "--fix").out
    assert (committed / ".git" / "HEAD").read_text(encoding="utf-8") == "ref: refs/heads/of-this-machine\n"


@pytest.mark.parametrize(
    ("is_there", "cause"), [(False, "git is not installed; install git"), (True, "git can't be run: permission denied")]
)
def test_a_git_that_is_gone_or_may_not_be_run_stops_no_change(
    goalctl, committed, plan_file, tmp_path_factory, monkeypatch, is_there, cause
):
    programs = tmp_path_factory.mktemp("programs")
    assert subjects(committed) == ["begin"]
    if is_there:
        (programs / "git").touch(0o600)
    monkeypatch.setenv("PATH", str(programs))
    assert f"saved, but not committed: {cause}" in log(goalctl, status=3).err
    assert "g1.1: 3" in plan_file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("seconds", "taken"), [(57, False), (61, True)], ids=["just under a minute", "just over a minute"]
)
def test_a_lock_is_taken_away_only_when_it_is_old(goalctl, committed, seconds, taken):
    lock_left(committed, seconds=seconds)
    goalctl("doctor", "--fix")
    assert (committed / ".git" / "index.lock").exists() is not taken


def test_the_next_change_catches_up_in_the_words_of_each(goalctl, committed):
    (committed / ".git" / "index.lock").touch()
    log(goalctl, status=3)
    goalctl("log-session", "c-ab1", "--date", "2026-03-01", "--note", "y", status=3)
    assert "2 changes are not committed" in goalctl().out
    (committed / ".git" / "index.lock").unlink()
    goalctl("log-session", "c-ab1", "--note", "x", status=0)
    first, waited, *_ = subjects(committed)
    assert first == "c-ab1: log session 2026-03-02"
    assert waited == f"{LOGGED}; log session 2026-03-01"
    assert git(committed, "status", "--porcelain") == ""


def test_another_client_s_change_catches_up_too(goalctl, committed):
    goalctl("add-client", "c-new", "--problem", "Worry", status=0)
    (committed / ".git" / "index.lock").touch()
    log(goalctl, status=3)
    (committed / ".git" / "index.lock").unlink()
    goalctl("log-session", "c-new", "--note", "x", status=0)
    assert subjects(committed)[:2] == [LOGGED, "c-new: log session 2026-03-02"]


def test_a_long_note_is_in_the_commit_of_its_entry_and_goes_with_it(goalctl, committed):
    goalctl("log-session", "c-ab1", "--long-note", "--note", "A long one.", status=0)
    (note,) = (committed / "notes" / "c-ab1").iterdir()
    name = f"notes/c-ab1/{note.name}"
    assert sorted(git(committed, "show", "--name-only", "--format=").split()) == [name, "plans/c-ab1.yaml"]
    assert note.stem.removeprefix("2026-03-02-") in (committed / "plans" / "c-ab1.yaml").read_text(encoding="utf-8")
    goalctl("undo", "c-ab1", status=0)
    assert not note.exists()
    goalctl("redo", "c-ab1", status=0)
    assert note.read_text(encoding="utf-8").endswith("A long one.\n")
    assert git(committed, "status", "--porcelain") == ""


def test_a_clone_without_the_note_is_told(goalctl, committed):
    goalctl("log-session", "c-ab1", "--long-note", "--note", "A long one.", status=0)
    (note,) = (committed / "notes" / "c-ab1").iterdir()
    note.unlink()
    assert "error[E261]" in goalctl("check", "--severity", "error", status=1).out
    assert "git has it" in goalctl("doctor", status=1).out
    goalctl("doctor", "--fix", status=0)
    assert note.read_text(encoding="utf-8").endswith("A long one.\n")


def test_a_new_form_is_committed(goalctl, committed):
    goalctl("forms", "new", "mood", status=0)
    assert subjects(committed)[0] == "forms/mood.yaml: new form"
    assert git(committed, "status", "--porcelain") == ""


def test_a_repository_in_an_open_folder_is_closed(goalctl, tmp_path_factory):
    folder = tmp_path_factory.mktemp("open")
    folder.chmod(0o755)
    goalctl("init", folder, "--git")
    assert (folder / ".git").stat().st_mode & 0o777 == 0o700
