"""`doctor`: one line for each thing that is wrong, with its place and its way out; --fix mends what is safe."""

import json
import subprocess

import pytest

from goalctl.workspace.shelves.schemas import schema_bytes, schemas_of
from goalctl.workspace.store.names import keep_name
from goalctl.workspace.store.practice import practice_at
from tests.cli.terminal import Terminal
from tests.faults.repositories import begin, git, lock_left

MORE = "  - {id: xyz789, date: 2026-02-09, note: only in the copy}\n"


@pytest.fixture
def tidy(practice):
    """A practice with nothing wrong around its plans."""
    for path in (practice, practice / "plans"):
        path.chmod(0o700)
    for path in (practice / "goalctl.yaml", practice / "plans" / "c-ab1.yaml"):
        path.chmod(0o600)
    for name, kind in schemas_of(practice).items():
        (practice / name).write_bytes(schema_bytes(kind))
        (practice / name).chmod(0o600)
    return practice


@pytest.mark.parametrize("gone", ["goalctl.schema.json", "plans/plan.schema.json"])
def test_what_editors_need_is_no_fault_and_is_written_anew(goalctl, tidy, gone):
    before = (tidy / gone).read_bytes()
    (tidy / gone).write_bytes(before + b" ")
    assert f"{gone}  by this an editor" in goalctl("doctor", status=0).out
    (tidy / gone).unlink()
    assert goalctl("doctor", "--fix", status=0).err == f"mended: {gone}: written anew\n"
    assert (tidy / gone).read_bytes() == before


def rows(goalctl, *words):
    return json.loads(goalctl("doctor", *words, "--format", "json").out)["doctor"]


@pytest.mark.usefixtures("tidy")
def test_a_tidy_practice_has_nothing(goalctl):
    done = goalctl("doctor", status=0)
    assert "Nothing is wrong" in done.out or "read for ever" in done.out


def test_one_of_each_is_told_in_a_line_with_its_way_out(goalctl, practice, plan_file, monkeypatch, tmp_path_factory):
    monkeypatch.setenv("GOALCTL_NAMES", str(tmp_path_factory.mktemp("names")))
    with (practice / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("workspace: wabcdefg\n")
    keep_name(practice_at(practice), "c-gone", {"name": "Invented Name"})
    begin(practice)
    lock_left(practice)
    (practice / "plans" / "c-ab1 2.yaml").write_bytes(plan_file.read_bytes() + MORE.encode())
    (practice / "plans" / "c-ab1 copy.yaml").write_bytes(plan_file.read_bytes())
    for name in ("c-2.yml", "c-ab1.yaml~", ".c-ab1.yaml.goalctl-0011223344556677.tmp", "c-bad.yaml"):
        (practice / "plans" / name).write_text("client: [", encoding="utf-8")
    (practice / "notes" / "c-ab1").mkdir(parents=True)
    (practice / "notes" / "c-ab1" / "orphan.md").write_text("x", encoding="utf-8")
    (practice / "notes" / "c-nobody").mkdir()
    (practice / "notes" / "c-nobody" / "x.md").write_text("x", encoding="utf-8")
    for name in ("memory.sqlite", "words.sqlite"):
        (practice / ".goalctl" / name).write_bytes(b"no database at all, not in the least" * 40)
    (practice / ".goalctl" / "rescued").mkdir()
    (practice / ".goalctl" / "rescued" / "c-ab1-abc123.txt").write_text("typed", encoding="utf-8")
    (practice / ".stfolder").mkdir()
    told = {row["what"]: row for row in rows(goalctl)}
    for part in (
        "open to other users", "1 temporary file of a goalctl that was killed", "1 text kept", "Syncthing copies",
        "a git that was killed left .git/index.lock behind", "not committed", "it alone has session xyz789",
        "byte for byte the same", "ends in .yaml", "1 leftover of an editor", "can't be read", "no entry links",
        "notes of a client who has no plan here", "what goalctl remembers is damaged", "1 name kept of clients",
    ):  # fmt: skip
        assert any(part in what for what in told), part
    assert all(row["where"] and row["mend"] for row in told.values())
    damaged = [row["where"] for row in rows(goalctl) if "remembers is damaged" in row["what"]]
    assert damaged == [".goalctl/memory.sqlite", ".goalctl/words.sqlite"]


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604], ids=oct)
def test_what_others_can_read_is_closed(goalctl, tidy, mode):
    plan = tidy / "plans" / "c-ab1.yaml"
    plan.chmod(mode)
    assert "1 file open to other users of this computer: plans/c-ab1.yaml" in goalctl("doctor", status=1).out
    goalctl("doctor", "--fix", status=0)
    assert plan.stat().st_mode & 0o777 == 0o600


def test_an_older_copy_is_put_away_and_nothing_is_deleted(goalctl, tidy, plan_file):
    goalctl("log-session", "c-ab1", "--note", "new", status=0)
    older = tidy / "plans" / "c-ab1 2.yaml"
    older.write_text(plan_file.read_text(encoding="utf-8").partition("  - id: def456")[0], encoding="utf-8")
    goalctl("doctor", "--fix", status=0)
    (kept,) = (tidy / ".goalctl" / "rescued").iterdir()
    assert not older.exists()
    assert kept.read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_what_a_copy_has_is_never_taken_over_unasked(goalctl, tidy, plan_file):
    copy = tidy / "plans" / "c-ab1 2.yaml"
    copy.write_bytes(plan_file.read_bytes() + MORE.encode())
    before = plan_file.read_bytes()
    told = goalctl("doctor", "--fix", status=1)
    assert "it alone has session xyz789 (2026-02-09)" in told.out
    assert (plan_file.read_bytes(), copy.exists()) == (before, True)


@pytest.mark.parametrize(("key", "taken"), [("y", True), ("n", False)], ids=["agreed", "declined"])
def test_what_a_copy_has_is_taken_over_when_a_person_agrees(tidy, plan_file, key, taken):
    copy = tidy / "plans" / "c-ab1 2.yaml"
    copy.write_bytes(plan_file.read_bytes() + MORE.encode())
    screen = Terminal(tidy, "doctor", "--fix")
    screen.answer("[y/N]", f"{key}\r")
    assert screen.end() == (0 if taken else 1)
    assert ("only in the copy" in plan_file.read_text(encoding="utf-8")) is taken
    assert copy.exists() is not taken


def test_what_reads_otherwise_is_told_and_the_plan_keeps_its_own(goalctl, tidy, plan_file):
    copy = tidy / "plans" / "c-ab1 2.yaml"
    copy.write_text(plan_file.read_text(encoding="utf-8").replace("target: 9,", "target: 6,"), encoding="utf-8")
    assert "it says otherwise, and the plan keeps its own: g1 smart" in goalctl("doctor", status=1).out


def test_a_write_that_was_broken_off_is_finished(goalctl, tidy):
    (tidy / ".goalctl").mkdir(mode=0o700, exist_ok=True)
    (tidy / ".goalctl" / "unfinished.json").write_text("[]", encoding="utf-8")
    assert "broken-off write" in goalctl("doctor", status=1).out
    goalctl("doctor", "--fix", status=0)
    assert not (tidy / ".goalctl" / "unfinished.json").exists()


def test_what_stops_one_look_does_not_stop_the_others(goalctl, tidy):
    (tidy / "plans").rename(tidy / "elsewhere")
    lock_left(begin_without_plans(tidy))
    told = goalctl("doctor", status=1).out
    assert "the folder plans/ can't be listed" in told
    assert "a git that was killed left .git/index.lock behind" in told


def begin_without_plans(folder):
    """A repository, although the folder of plans is gone."""
    git(folder, "init", "--quiet")
    return folder


def test_broken_settings_are_told_and_stop_what_would_write(goalctl, tidy, plan_file):
    (tidy / "goalctl.yaml").write_text("clinicians: [\n", encoding="utf-8")
    (tidy / "plans" / "c-ab1 2.yaml").write_bytes(plan_file.read_bytes() + MORE.encode())
    told = goalctl("doctor", "--fix", status=3).out  # as with every command whose settings can't be used
    assert "goalctl.yaml:" in told
    assert (tidy / "plans" / "c-ab1 2.yaml").exists()


def test_looking_changes_nothing(goalctl, practice):
    begin(practice)
    goalctl("doctor")
    before = {path: path.read_bytes() for path in practice.rglob("*") if path.is_file()}
    goalctl("doctor")
    assert {path: path.read_bytes() for path in practice.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Practice", "iCloud Drive", "Google Drive", "Nextcloud"])
def test_a_folder_that_is_synced_behind_git_s_back_is_told(goalctl, practice, tmp_path_factory, monkeypatch, folder):
    inside = tmp_path_factory.mktemp("home") / folder / "practice"
    inside.parent.mkdir()
    subprocess.run(["cp", "-r", str(practice), str(inside)], check=True)
    monkeypatch.chdir(inside)
    assert "copies behind git's back" in goalctl("doctor", status=1).out


def test_what_a_person_edited_and_did_not_commit_is_committed_as_that(goalctl, tidy, plan_file):
    begin(tidy)
    plan_file.write_text(plan_file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    goalctl("doctor", "--fix")
    assert git(tidy, "log", "-1", "--format=%s%b") == "c-ab1: edited by hand\n"


def test_what_a_kill_left_of_gits_list_is_mended_before_the_next_commit_takes_it(goalctl, tidy):
    """Between the commit and git's list: the next plain `git commit` would take the last session out again."""
    begin(tidy)
    for note in ("one", "two"):
        goalctl("log-session", "c-ab1", "--note", note, status=0)
    git(tidy, "read-tree", "HEAD~1")
    assert git(tidy, "status", "--porcelain") == "MM plans/c-ab1.yaml\n"
    commits = git(tidy, "rev-list", "--count", "HEAD")
    goalctl("doctor", "--fix")
    assert (git(tidy, "status", "--porcelain"), git(tidy, "rev-list", "--count", "HEAD")) == ("", commits)


@pytest.mark.usefixtures("tidy")
@pytest.mark.parametrize(("today", "due"), [("2027-11-25", False), ("2027-11-26", True)], ids=["day before", "the day"])
def test_a_licence_is_told_from_the_day_on_which_it_is_to_be_looked_at_again(goalctl, practice, today, due):
    (practice / "forms").mkdir()
    dated = "licence: {terms: ours, source: a letter, read: 2026-11-26, again: 2027-11-26}"
    form = f"form: aaa\nformat: 2\nname: A\n{dated}\nitems: [{{id: q1, ask: How was it?}}]\n"
    (practice / "forms" / "aaa.yaml").write_text(form, encoding="utf-8")
    told = json.loads(goalctl("--today", today, "doctor", "--format", "json").out)["doctor"]
    assert any("aaa" in row["what"] and "to be looked at again" in row["what"] for row in told) is due


@pytest.mark.usefixtures("tidy")
def test_law_that_was_read_a_year_ago_is_told(goalctl, practice):
    with (practice / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("audit: 42-cfr-456-180\n")
    told = goalctl("--today", "2027-11-26", "doctor").out
    assert "of 42-cfr-456-180 were read a year ago or earlier, first on 2026-11-26" in told


def test_the_settings_schema_is_committed_with_the_rest(goalctl, tidy):
    """Where `init --git` met a git without an identity, `--fix` left this one staged and said all is well."""
    begin(tidy)
    git(tidy, "rm", "--quiet", "--cached", "goalctl.schema.json")
    git(tidy, "commit", "--quiet", "-m", "without it")
    assert "1 file not committed: goalctl.schema.json" in goalctl("doctor", status=None).out
    goalctl("doctor", "--fix", status=0)
    assert git(tidy, "status", "--porcelain", "goalctl.schema.json") == ""
