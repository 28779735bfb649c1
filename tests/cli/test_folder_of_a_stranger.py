"""A workspace that somebody else hands over: what lies in `.goalctl`, and where links lead, commands nothing."""

import json

import pytest

from goalctl.documents.strays import digest
from tests.faults.repositories import begin, git

HOOK = b"#!/bin/sh\necho taken over\n"
STRAY = "plans/.post-commit.goalctl-0123456789abcdef.tmp"
DEEP = "[" * 100_000


@pytest.fixture
def handed_over(practice):
    """A workspace in git, and where its own papers lie."""
    begin(practice)
    (practice / ".goalctl" / "uncommitted").mkdir(parents=True)
    (practice / ".goalctl" / "rescued").mkdir()
    return practice / ".goalctl"


def manifest(name, staged=STRAY, before=None):
    return json.dumps([{"name": name, "before": before, "after": digest(HOOK), "staged": staged}])


@pytest.mark.parametrize("link", [False, True], ids=["named", "behind a link"])
def test_a_list_of_writes_puts_nothing_into_gits_folder(goalctl, practice, handed_over, link):
    (practice / STRAY).write_bytes(HOOK)
    (practice / ".git" / "hooks").mkdir(exist_ok=True)
    (practice / "plans" / "here").symlink_to("../.git/hooks")
    name = "plans/here/post-commit" if link else ".git/hooks/post-commit"
    (handed_over / "unfinished.json").write_text(manifest(name), encoding="utf-8")
    goalctl("log", "c-ab1", "g1.1=2")
    assert not (practice / ".git" / "hooks" / "post-commit").exists()


@pytest.mark.parametrize("name", [".git/hooks/x", "../x", "/x", ".goalctl/forgetting.json", "", "plans/../.GIT/x"])
def test_a_list_that_is_not_goalctls_is_told_and_gone(goalctl, practice, handed_over, name):
    (practice / STRAY).write_bytes(HOOK)
    (handed_over / "unfinished.json").write_text(manifest(name), encoding="utf-8")
    told = goalctl("log", "c-ab1", "g1.1=2", status=0).err
    assert ".goalctl/unfinished.json is no list of goalctl's" in told
    assert "finished what was broken off" not in told
    assert not (handed_over / "unfinished.json").exists()


def test_a_list_of_writes_takes_no_other_file_away(goalctl, practice, handed_over, tmp_path_factory):
    thesis = tmp_path_factory.mktemp("docs") / "thesis.txt"
    thesis.write_bytes(HOOK)
    for staged in (str(thesis), f"../{thesis.parent.name}/thesis.txt", "goalctl.yaml"):
        (handed_over / "unfinished.json").write_text(manifest("plans/x.txt", staged), encoding="utf-8")
        goalctl("log", "c-ab1", "g1.1=2", status=0)
    assert thesis.read_bytes() == HOOK
    assert (practice / "goalctl.yaml").exists()
    assert not (practice / "plans" / "x.txt").exists()


@pytest.mark.parametrize("client", ["c-zz9", "../../docs", "", 7])
def test_a_forgetting_that_nobody_began_takes_nothing_of_others_away(goalctl, practice, handed_over, client):
    outside = practice.parent / "docs.yaml"
    outside.write_text("mine\n", encoding="utf-8")
    files = ["../docs.yaml", str(outside), "plans/c-ab1.yaml", "goalctl.yaml", ".git/HEAD"]
    (handed_over / "forgetting.json").write_text(json.dumps({"client": client, "files": files}), encoding="utf-8")
    goalctl("doctor", "--fix")
    kept = [outside, practice / "plans" / "c-ab1.yaml", practice / "goalctl.yaml", practice / ".git" / "HEAD"]
    assert all(path.exists() for path in kept)


@pytest.mark.parametrize("names", [["private.env"], ["."], [":/"], ["plans", ".."], [], ["/etc/hostname"]], ids=str)
def test_only_what_goalctl_commits_can_wait_for_a_commit(goalctl, practice, handed_over, names):
    (practice / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\ncommit: yes\n", encoding="utf-8")
    (practice / "private.env").write_text("password", encoding="utf-8")
    waits = [{"of": "c-ab1", "names": names, "words": "x"}]
    (handed_over / "uncommitted" / "waiting.json").write_text(json.dumps(waits), encoding="utf-8")
    goalctl("log", "c-ab1", "g1.1=2", status=0)
    assert git(practice, "ls-files", "private.env") == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("unfinished.json", ("log", "c-ab1", "g1.1=2")),
        ("uncommitted/waiting.json", ("log", "c-ab1", "g1.1=2")),
        ("uncommitted/waiting.json", ("doctor",)),
        ("forgetting.json", ("doctor", "--fix")),
        ("backup.json", ("doctor",)),
        ("names.json", ("doctor",)),
    ],
)
def test_a_paper_that_is_nested_without_end_is_none(goalctl, practice, handed_over, name, words):
    (practice / "goalctl.yaml").write_text("format: 1\nclinician: m.kowalski\ncommit: yes\n", encoding="utf-8")
    (handed_over / name).write_text(DEEP, encoding="utf-8")
    assert "bug in goalctl" not in goalctl(*words).err


@pytest.mark.usefixtures("handed_over")
def test_a_sites_folder_that_is_nested_without_end_is_somebody_elses(goalctl, practice):
    (practice / "pages").mkdir()
    (practice / "pages" / ".goalctl-site.json").write_text(DEEP, encoding="utf-8")
    assert "holds something else already" in goalctl("site", "pages", status=2).err


@pytest.mark.usefixtures("handed_over")
@pytest.mark.parametrize("inside", [False, True], ids=["another folder", "another client"])
def test_forgetting_somebody_takes_nothing_behind_a_link_away(goalctl, practice, tmp_path_factory, inside):
    notes = practice / "notes"
    theirs = notes / "c-zz9" if inside else tmp_path_factory.mktemp("docs")
    theirs.mkdir(parents=True, exist_ok=True)
    notes.mkdir(exist_ok=True)
    (theirs / "2026-02-02.md").write_text("of somebody else\n", encoding="utf-8")
    (notes / "c-ab1").symlink_to(theirs)
    packed = tmp_path_factory.mktemp("packed") / "c-ab1.tar.gz"
    words = ("--because", "moved", "--confirm", "c-ab1", "--archive", packed)
    told = goalctl("forget", "c-ab1", *words, status=0)
    assert "2026-02-02.md" not in told.err
    assert not (practice / "plans" / "c-ab1.yaml").exists()
    assert (theirs / "2026-02-02.md").exists()


@pytest.mark.usefixtures("handed_over")
def test_doctor_closes_and_sweeps_nothing_outside_of_the_workspace(goalctl, practice, tmp_path_factory):
    docs = tmp_path_factory.mktemp("docs")
    names = ("open.txt", ".x.goalctl-0123456789abcdef.tmp")
    for name in names:
        (docs / name).write_text("mine\n", encoding="utf-8")
        (docs / name).chmod(0o644)
    docs.chmod(0o755)
    (practice / "templates").symlink_to(docs)
    goalctl("doctor", "--fix")
    assert [(docs / name).stat().st_mode & 0o777 for name in names] == [0o644, 0o644]
    assert docs.stat().st_mode & 0o777 == 0o755
