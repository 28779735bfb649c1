"""`backup` and the drill: what was backed up comes back byte for byte, with its history."""

import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from goalctl.workspace.store.git.second_copy import MOST_DAYS, days_since_sync, note_backup, second_copy
from goalctl.workspace.store.names import keep_name
from goalctl.workspace.store.practice import practice_at
from tests.faults.repositories import begin, git, subjects
from tests.merge.clinic import git_that


@pytest.fixture
def stick(tmp_path_factory):
    """A folder elsewhere."""
    return tmp_path_factory.mktemp("stick")


@pytest.fixture
def kept(practice, request):
    """The practice, in git or not, with a note, a rescued text, and bytes that git would like to change."""
    if request.param == "git":
        begin(practice)
        (practice / ".gitattributes").write_text("* text eol=lf\n", encoding="utf-8")
    (practice / "notes" / "c-ab1").mkdir(parents=True)
    (practice / "notes" / "c-ab1" / "n.md").write_bytes(b"one\r\ntwo\r\n")
    (practice / ".goalctl" / "rescued").mkdir(parents=True)
    (practice / ".goalctl" / "rescued" / "c-ab1-abc123.txt").write_text("typed", encoding="utf-8")
    return practice


BOTH = pytest.mark.parametrize("kept", ["git", "no git"], indirect=True)


def record(folder):
    places = [folder / "goalctl.yaml", *(folder / "plans").rglob("*"), *(folder / "notes").rglob("*")]
    places += (folder / ".goalctl" / "rescued").rglob("*")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in places if path.is_file()}


def back_up(goalctl, stick):
    goalctl("backup", stick, status=0)
    (file,) = stick.glob("*.*")
    return file


@BOTH
def test_the_drill_everything_is_lost_and_comes_back_byte_for_byte(goalctl, kept, stick, monkeypatch):
    before, file = record(kept), back_up(goalctl, stick)
    shutil.rmtree(kept)
    kept.mkdir()
    goalctl("backup", "--restore", file, stick / "new", status=0)
    assert record(stick / "new") == before
    monkeypatch.chdir(stick / "new")
    assert "g1" in goalctl("show", "c-ab1").out
    assert (stick / "new").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kept", ["git"], indirect=True)
def test_the_history_comes_back_too(goalctl, kept, stick):
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    known, file = subjects(kept), back_up(goalctl, stick)
    goalctl("backup", "--restore", file, stick / "new", status=0)
    assert subjects(stick / "new") == known
    assert git(stick / "new", "remote") == ""
    assert git(kept, "for-each-ref", "refs/goalctl") == ""


@BOTH
def test_a_link_and_a_strange_name_come_along(goalctl, kept, stick):
    (kept / "plans" / "old").mkdir()
    (kept / "plans" / "old" / "c-real.yaml").write_text("client: c-link\n", encoding="utf-8")
    (kept / "plans" / "c-link.yaml").symlink_to("old/c-real.yaml")
    (kept / "notes" / "c-ab1" / "é ü\t'.md").write_text("x", encoding="utf-8")
    file = back_up(goalctl, stick)
    goalctl("backup", "--restore", file, stick / "new", status=0)
    assert (stick / "new" / "plans" / "c-link.yaml").read_text(encoding="utf-8") == "client: c-link\n"
    assert record(stick / "new") == record(kept)


@BOTH
def test_a_backup_is_private_and_never_written_over(goalctl, kept, stick):
    file = back_up(goalctl, stick)
    assert file.stat().st_mode & 0o777 == 0o600
    assert kept.name in file.name


@BOTH
def test_verify_names_what_has_changed_since(goalctl, kept, stick, plan_file):
    file = back_up(goalctl, stick)
    assert goalctl("backup", "--verify", file, status=0).err.count("\n") == 1
    plan_file.write_bytes(plan_file.read_bytes() + b"# new\n")
    (kept / "plans" / "c-new.yaml").write_text("client: c-new\n", encoding="utf-8")
    told = goalctl("backup", "--verify", file, status=1).err
    assert "plans/c-ab1.yaml reads otherwise in the record" in told
    assert "plans/c-new.yaml is only in the record" in told


@BOTH
@pytest.mark.usefixtures("kept")
def test_a_damaged_backup_is_named_for_it(goalctl, stick):
    file = back_up(goalctl, stick)
    data = bytearray(file.read_bytes())
    data[-60] ^= 0xFF
    file.write_bytes(data)
    assert "is damaged" in goalctl("backup", "--verify", file, status=3).err


@pytest.mark.parametrize("place", [".", "plans", ".git"])
def test_never_into_the_workspace_itself(goalctl, practice, place):
    begin(practice)
    before = sorted(practice.rglob("*"))
    assert "lies in the workspace itself" in goalctl("backup", practice / place, status=2).err
    assert sorted(path for path in practice.rglob("*") if ".goalctl" not in path.parts) == before


@pytest.mark.parametrize("place", ["plans", "notes/c-9", ".git", ".goalctl"])
def test_never_onto_the_places_of_another_workspace(goalctl, practice, tmp_path_factory, place):
    begin(practice)
    folder = tmp_path_factory.mktemp("clinic") / place
    folder.mkdir(parents=True)
    (folder.parent.parent if "/" in place else folder.parent).joinpath("goalctl.yaml").write_text("format: 2\n")
    assert f"{folder} belongs to " in goalctl("backup", folder, status=2).err
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("practice")
def test_a_stick_that_is_not_plugged_in_is_not_made(goalctl, tmp_path_factory):
    gone = tmp_path_factory.mktemp("media") / "stick"
    assert "is not a folder" in goalctl("backup", gone, status=2).err
    assert not gone.exists()


def test_nothing_is_restored_over_what_is_there(goalctl, practice, stick):
    file = back_up(goalctl, stick)
    assert "not empty" in goalctl("backup", "--restore", file, practice, status=2).err


@pytest.mark.parametrize("place", ["plans/new", "notes/new", ".git/new"])
def test_nothing_is_restored_onto_the_places_of_a_workspace(goalctl, practice, stick, place):
    """Each plan of it was a second file of its client, and its settings were read as a plan."""
    begin(practice)
    file = back_up(goalctl, stick)
    (practice / place).parent.mkdir(exist_ok=True)
    assert f"{practice / place} belongs to " in goalctl("backup", "--restore", file, practice / place, status=2).err
    assert not (practice / place).exists()


def test_of_a_clone_that_holds_no_whole_history_no_copy_is_made(goalctl, practice, stick, tmp_path_factory):
    """What git made of it could not be restored, and was called damaged."""
    begin(practice)
    goalctl("log-session", "c-ab1", "g1.1=3", status=0)
    shallow = tmp_path_factory.mktemp("clones") / "shallow"
    git(practice, "clone", "--quiet", "--depth", "1", f"file://{practice}", str(shallow))
    told = goalctl("-C", shallow, "backup", stick, status=3).err
    assert told.startswith("goalctl: this clone holds only the last part of the history")
    assert "git fetch --unshallow brings the rest" in told
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("ids", [("aaaaaaaa", "bbbbbbbb"), ("aaaaaaaa", "aaaaaaaa"), ("", "bbbbbbbb")])
def test_the_record_of_another_practice_is_called_that(goalctl, practice, stick, ids):
    before, now = (f"format: 1\nworkspace: {one}\n" if one else "format: 1\n" for one in ids)
    (practice / "goalctl.yaml").write_text(before, encoding="utf-8")
    file = back_up(goalctl, stick)
    (practice / "goalctl.yaml").write_text(now, encoding="utf-8")
    told = goalctl("backup", "--verify", file, status=None).err
    assert ("it is the record of another practice" in told) == (ids == ("aaaaaaaa", "bbbbbbbb"))


def test_a_full_disk_is_told_of_a_copy_without_a_change_that_was_saved(goalctl, practice, stick, monkeypatch, tmp_path):
    begin(practice)
    git_that(tmp_path, monkeypatch, "hash-object", "fatal: unable to write file: No space left on device")
    told = goalctl("backup", stick, status=3).err
    assert told.endswith("goalctl: the disk is full\n   hint: free some space\n")


@pytest.mark.skipif(shutil.which("age") is None, reason="needs age")
def test_names_go_along_locked_and_only_locked(goalctl, practice, stick, monkeypatch, tmp_path_factory):
    home = tmp_path_factory.mktemp("names")
    monkeypatch.setenv("GOALCTL_NAMES", str(home))
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    keep_name(practice_at(practice), "c-ab1", {"name": "Invented Name"})
    subprocess.run(["age-keygen", "-o", home / "key"], check=True, capture_output=True)
    key = (home / "key").read_text(encoding="utf-8").partition("public key: ")[2].split()[0]
    goalctl("backup", stick, "--recipient", key, status=0)
    (locked,) = stick.glob("*.names.age")
    assert b"Invented" not in b"".join(path.read_bytes() for path in stick.iterdir())
    opened = subprocess.run(["age", "-d", "-i", home / "key", locked], check=True, capture_output=True).stdout
    assert opened == (home / "wabcdefg.yaml").read_bytes()
    assert locked.stat().st_mode & 0o077 == 0


def test_without_a_key_or_a_person_names_are_left_out_and_said_so(
    goalctl, practice, stick, monkeypatch, tmp_path_factory
):
    monkeypatch.setenv("GOALCTL_NAMES", str(tmp_path_factory.mktemp("names")))
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    keep_name(practice_at(practice), "c-ab1", {"name": "Invented Name"})
    assert "names are left out: " in goalctl("backup", stick, status=0).err


NOW = datetime.now(tz=UTC)


@pytest.mark.parametrize(
    ("days", "told"), [(13, None), (14, 14), (15, 15)], ids=["the day before", "the day itself", "the day after"]
)
@pytest.mark.usefixtures("plan_file")
def test_after_two_weeks_without_a_copy_the_day_s_page_says_so(practice, days, told):
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    note_backup(practice, NOW - timedelta(days=days))
    assert second_copy(practice, NOW).days_alone == told
    assert MOST_DAYS == 14


def test_the_day_s_page_names_the_command(goalctl, practice):
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    note_backup(practice, NOW - timedelta(days=20))
    assert "no push or backup for 20 days: goalctl backup DEST" in goalctl().out


@pytest.mark.usefixtures("plan_file")
def test_nobody_is_reminded_of_what_has_not_changed_since(practice):
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    now = datetime.now(tz=UTC)
    note_backup(practice, now + timedelta(minutes=1))
    assert second_copy(practice, now + timedelta(days=99)).days_alone is None


def test_a_push_counts_as_a_copy(practice, stick):
    begin(practice)
    with (practice / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("workspace: wabcdefg\n")
    git(stick, "init", "--quiet", "--bare")
    assert second_copy(practice, NOW + timedelta(days=20)).days_alone in {19, 20}  # begun a moment after NOW
    git(practice, "remote", "add", "origin", str(stick))
    git(practice, "push", "--quiet", "origin", "main")
    assert second_copy(practice, NOW + timedelta(days=20)).days_alone is None
    plan = practice / "plans" / "c-ab1.yaml"
    os.utime(plan, (plan.stat().st_mtime + 5,) * 2)
    assert second_copy(practice, NOW + timedelta(days=13)).days_alone is None
    assert second_copy(practice, NOW + timedelta(days=20)).days_alone in {19, 20}


def test_since_when_nothing_was_fetched_or_pushed_is_told_where_there_is_a_remote(practice, stick):
    begin(practice)
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\n", encoding="utf-8")
    git(stick, "init", "--quiet", "--bare")
    git(practice, "remote", "add", "origin", str(stick))
    now = datetime.now(UTC)
    assert days_since_sync(practice, now) is None
    git(practice, "push", "--quiet", "origin", "main")
    assert days_since_sync(practice, now + timedelta(days=3, minutes=5)) == 3
    git(practice, "fetch", "--quiet", "origin")
    os.utime(practice / ".git" / "FETCH_HEAD", (now.timestamp() + 86_400,) * 2)
    assert days_since_sync(practice, now + timedelta(days=3, minutes=5)) == 2
