"""The one way out: a document never goes over a file that is there, nor into a workspace's own places."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from tests.forks import Forked

OWN = [
    "goalctl.yaml",
    "plans/out.md",
    "plans/../plans/out.md",
    "notes/c-ab1/out.md",
    "forms/out.md",
    "planners/out.md",
    "profiles/out.md",
    "templates/reports/out.md",
    ".goalctl/out.md",
    ".git/config",
    ".gitignore",
    "PLANS/out.md",
    ".Git/config",
]
WAYS_OUT = [
    pytest.param(["report", "c-ab1", "--format", "md", "-o"], id="report"),
    pytest.param(["export", "-o"], id="export"),
    pytest.param(["worksheet", "smart", "-o"], id="worksheet"),
    pytest.param(["questionnaire", "c-ab1", "magic-wand", "-o"], id="questionnaire"),
]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and modes are POSIX")


def state(practice):
    return {path: path.read_bytes() for path in practice.rglob("*") if path.is_file() and ".goalctl" not in path.parts}


@pytest.mark.parametrize("place", OWN)
@pytest.mark.parametrize("words", WAYS_OUT)
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_a_document_never_goes_into_a_workspaces_own_places(goalctl, practice, words, place, force):
    before = state(practice)
    outcome = goalctl(*words, practice / place, *force, status=2)
    assert "nothing was written" in outcome.err or "must not lie in plans/" in outcome.err
    assert state(practice) == before


@pytest.mark.parametrize("place", ["goalctl.yaml", "plans/c-x.svg", ".git/x.svg"])
def test_nor_does_a_chart(goalctl, practice, place):
    goalctl("chart", "c-ab1", "--save", practice / place, status=2)
    assert not (practice / "plans" / "c-x.svg").exists()


def test_another_workspace_is_as_safe(goalctl, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "goalctl.yaml").write_text("format: 1\n", encoding="utf-8")
    (other / "plans").mkdir()
    assert "belongs to the workspace" in goalctl("export", "-o", other / "plans" / "x.json", status=2).err


@POSIX
def test_a_link_into_the_workspace_leads_nowhere(goalctl, practice, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "folder").symlink_to(practice / "plans")
    (outside / "file.json").symlink_to(practice / "goalctl.yaml")
    before = state(practice)
    assert "belongs to the workspace" in goalctl("export", "-o", outside / "folder" / "x.json", status=2).err
    assert "belongs to the workspace" in goalctl("export", "-o", outside / "file.json", "--force", status=2).err
    assert state(practice) == before


@POSIX
def test_a_hard_link_to_a_plan_is_replaced_and_the_plan_is_not(goalctl, plan_file, tmp_path_factory):
    linked = tmp_path_factory.mktemp("outside") / "x.json"
    os.link(plan_file, linked)
    before = plan_file.read_bytes()
    goalctl("export", "-o", linked, "--force", status=0)
    assert plan_file.read_bytes() == before != linked.read_bytes()


@pytest.mark.parametrize("words", WAYS_OUT)
def test_a_file_that_is_there_stays_unless_it_may_be_written_over(goalctl, tmp_path_factory, words):
    there = tmp_path_factory.mktemp("outside") / "there.txt"
    there.write_text("somebody's letter", encoding="utf-8")
    there.chmod(0o644)
    assert f"{there} is there already; nothing was written" in goalctl(*words, there, status=2).err
    assert there.read_text(encoding="utf-8") == "somebody's letter"
    goalctl(*words, there, "--force", status=0)
    assert there.read_text(encoding="utf-8") != "somebody's letter"
    assert sys.platform == "win32" or there.stat().st_mode & 0o777 == 0o600


def test_reports_of_all_are_written_only_when_none_is_there(goalctl, practice, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    goalctl("report", "--all", "-o", outside, status=0)
    (report,) = outside.iterdir()
    report.write_text("with a remark by hand", encoding="utf-8")
    assert "is there already" in goalctl("report", "--all", "-o", outside, status=2).err
    assert report.read_text(encoding="utf-8") == "with a remark by hand"
    assert not (practice / "plans" / report.name).exists()


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_what_a_kill_left_in_the_output_folder_is_swept_by_the_next_document(practice, tree_on_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    words = ["report", "c-ab1", "-o", str(outside / "r.md")]
    kill = ["-o", "/dev/null", "--trace=link", "--inject=link:signal=SIGKILL:when=1"]
    Forked([*words[:-1], str(outside / "first.md")], practice, tree_on_path).communicate()  # .goalctl is made
    Forked(words, practice, tree_on_path, strace=kill).communicate()
    assert [path.name.endswith(".tmp") for path in outside.iterdir() if path.name != "first.md"] == [True]
    Forked(words, practice, tree_on_path).communicate()
    assert sorted(path.name for path in outside.iterdir()) == ["first.md", "r.md"]


@pytest.mark.parametrize(
    ("words", "name", "is_it"),
    [
        ("export", "out.json", True),
        ("export", "out.csv", False),
        ("export", "out.xlsx", False),
        ("export", "out.json.gz", False),
        ("export --format csv", "out.CSV", True),
        ("export --format csv", "out.html", False),
        ("export --format fhir", "out.ndjson", True),
        ("report c-ab1", "out.txt", True),
        ("report c-ab1", "out.docx", False),
        ("report c-ab1", "out.csv", False),
        ("report --kind week", "out.csv", True),
        ("report --kind week", "out.docx", False),
        ("records c-ab1 --for X --from 2026-01-01", "out.rtf", False),
        ("outcomes", "out.ods", False),
        ("cover m.kowalski --by s.lee --to 2w", "out.xls", False),
        ("worksheet smart", "out.html", True),
        ("worksheet smart --format txt", "out.html", False),
        ("worksheet smart --format html", "out.html", True),
        ("questionnaire c-ab1 magic-wand", "out.docx", False),
    ],
)
def test_no_document_is_named_as_a_file_of_another_kind(goalctl, plan_file, words, name, is_it):
    out = plan_file.parents[1] / name
    done = goalctl(*words.split(), "-o", out, status=0 if is_it else 2)
    assert out.exists() is is_it
    assert (f"{name} is named as " in done.err) is not is_it
