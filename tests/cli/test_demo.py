"""`goalctl demo`: a practice of invented clients that lives around today, in a folder of its own."""

import json
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from goalctl.model.ids import WORKSPACE

TREE = Path(__file__).parents[2]
PLANS = sorted(path.name for path in (TREE / "plans").glob("*.yaml"))
DAYS = ["2026-02-28", "2028-02-29", "2031-12-31", "1999-01-01"]


@pytest.fixture
def outside(goalctl, tmp_path_factory, monkeypatch):
    """goalctl in a folder that is no practice, nor lies in one."""
    folder = tmp_path_factory.mktemp("outside")
    monkeypatch.chdir(folder)
    return folder, goalctl


def test_it_is_made_with_every_shipped_client_and_says_what_to_try(outside):
    folder, goalctl = outside
    made = goalctl("demo", status=0)
    assert made.err == ""
    assert made.out == (
        "Made goalctl-demo: a practice of 12 invented clients, as it is today. Try, in this order:\n"
        "\n"
        "  cd goalctl-demo\n"
        "  goalctl # the day: what needs an act, who comes, what is overdue\n"
        "  goalctl prep c-7f3k # one screen before a session\n"
        "  goalctl log-session c-7f3k # and after it: a few questions, a drafted note\n"
        "  goalctl chart c-7f3k g1 # scores on their way to the target\n"
        "  goalctl check # what a linter finds; one plan has a mistake on purpose\n"
        "\n"
        "goalctl undo CLIENT takes back any change; goalctl help COMMAND has examples of every other command.\n"
        "Delete the folder when you are done.\n"
    )
    demo = folder / "goalctl-demo"
    assert sorted(path.name for path in (demo / "plans").glob("*.yaml")) == PLANS
    assert stat.S_IMODE(demo.stat().st_mode) == 0o700


@pytest.mark.parametrize("day", DAYS)
def test_on_any_day_it_shows_the_same_things(outside, monkeypatch, day):
    folder, goalctl = outside
    goalctl("--today", day, "demo", "here", status=0)
    monkeypatch.chdir(folder / "here")
    due = json.loads(goalctl("--today", day, "due", "--format", "json").out)
    assert {row["client"] for row in due["risk"] if row["needs_act"]} == {"c-58tz", "c-z64f"}
    assert len([row for row in due["due"] if row["overdue"]]) == 6
    assert [error["code"] for error in due["errors"]] == ["E202"]
    come = json.loads(goalctl("--today", day, "today", "--format", "json").out)["today"]
    assert [visit["client"] for visit in come] == ["c-2rj5", "c-kx07"]
    looks = json.loads(goalctl("--today", day, "caseload", "--format", "json").out)["caseload"]
    assert {"worse", "off track", "target date passed", "stale", "at target"} <= {row["look"] for row in looks}


def test_its_changes_are_commits_by_its_own_clinician_and_can_be_taken_back(outside, monkeypatch):
    folder, goalctl = outside
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    goalctl("demo", status=0)
    monkeypatch.chdir(folder / "goalctl-demo")
    before = Path("plans/c-7f3k.yaml").read_bytes()
    goalctl("set", "c-7f3k", "g1", "priority=2", "--because", "tried", status=0)
    goalctl("undo", "c-7f3k", status=0)
    assert Path("plans/c-7f3k.yaml").read_bytes() == before
    log = subprocess.run(["git", "log", "--format=%an"], capture_output=True, text=True, check=True).stdout
    assert log.split("\n") == ["M. Kowalski"] * 3 + [""]
    assert subprocess.run(["git", "status", "--short"], capture_output=True, text=True, check=True).stdout == ""


def test_the_settings_are_those_of_a_practice_and_every_demo_is_another_one(outside):
    folder, goalctl = outside
    for name in ("one", "two"):
        goalctl("demo", name, status=0)
    texts = [(folder / name / "goalctl.yaml").read_text(encoding="utf-8") for name in ("one", "two")]
    ids = {line.split()[1] for text in texts for line in text.splitlines() if line.startswith("workspace:")}
    assert len(ids) == 2
    assert all(map(WORKSPACE.fits, ids))
    assert all("timezone" not in text and "2026-06-15" not in text for text in texts)


def test_nothing_that_is_there_is_written_over(outside):
    folder, goalctl = outside
    (folder / "goalctl-demo").mkdir()
    (folder / "goalctl-demo" / "mine.txt").write_text("mine", encoding="utf-8")
    refused = goalctl("demo", status=2)
    assert refused.err.endswith("is there already, and it is as it was\n   hint: name a new folder: goalctl demo DIR\n")
    assert [path.name for path in (folder / "goalctl-demo").iterdir()] == ["mine.txt"]
    (folder / "a-file").write_text("mine", encoding="utf-8")
    goalctl("demo", "a-file", status=2)
    (folder / "theirs" / "plans").mkdir(parents=True)
    (folder / "theirs" / "plans" / "c-own1.yaml").write_text("client: c-own1\n", encoding="utf-8")
    goalctl("demo", "theirs", status=2)
    (folder / "empty").mkdir()
    goalctl("demo", "empty", status=0)


def test_what_was_broken_off_is_finished(outside):
    folder, goalctl = outside
    goalctl("demo", status=0)
    demo = folder / "goalctl-demo"
    shutil.rmtree(demo / ".git")
    for name in ("goalctl.yaml", "plans/c-7f3k.yaml"):
        (demo / name).unlink()
    goalctl("demo", status=0)
    assert sorted(path.name for path in (demo / "plans").glob("*.yaml")) == PLANS
    assert (demo / ".git").is_dir()


def test_invented_clients_have_no_business_in_a_practice(goalctl, practice):
    refused = goalctl("demo", status=2)
    assert refused.err.endswith(f"would lie in the practice {practice}\n   hint: go elsewhere first, as: cd ~\n")
    assert not (practice / "goalctl-demo").exists()
    goalctl("demo", "../beside", status=0)
    assert (practice.parent / "beside" / "goalctl.yaml").is_file()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_at_the_ends_of_the_calendar_there_is_no_room(outside, day):
    folder, goalctl = outside
    refused = goalctl("--today", day, "demo", status=2)
    assert refused.err.startswith(f"goalctl: around {day} there is no room")
    assert not list(folder.iterdir())


def test_inside_another_repository_it_has_one_of_its_own(outside):
    _, goalctl = outside
    subprocess.run(["git", "init", "--quiet"], check=True)
    goalctl("demo", status=0)
    top = subprocess.run(
        ["git", "rev-parse", "--show-toplevel"], cwd="goalctl-demo", capture_output=True, text=True, check=True
    )
    assert Path(top.stdout.strip()).name == "goalctl-demo"


def test_without_git_it_is_a_practice_all_the_same(outside, monkeypatch):
    folder, goalctl = outside
    (folder / "bin").mkdir()
    monkeypatch.setenv("PATH", str(folder / "bin"))
    goalctl("demo", status=0)
    monkeypatch.chdir(folder / "goalctl-demo")
    assert "commit: false" in Path("goalctl.yaml").read_text(encoding="utf-8")
    assert "PHQ-9" in goalctl("show", "c-7f3k", status=0).out


def test_in_an_empty_folder_goalctl_says_how_to_look_at_it_and_how_to_begin(outside):
    _, goalctl = outside
    assert goalctl(status=0).out == (
        "goalctl keeps counselling treatment plans as plain text: one client, one YAML file.\n"
        "This folder is not in a workspace yet. To look at it, with invented clients:\n"
        "\n"
        "  goalctl demo && cd goalctl-demo\n"
        "\n"
        "To begin with your own:\n"
        "\n"
        "  goalctl init practice && cd practice\n"
        "  goalctl add-client\n"
        "\n"
        "From then on goalctl alone shows the day; goalctl --help lists every command.\n"
    )


def test_as_it_is_installed_the_caseload_lies_beside_the_forms(tmp_path, tree_on_path, compiled):
    sample = compiled / "goalctl" / "library" / "caseload"
    shutil.copytree(TREE / "plans", sample / "plans")
    shutil.copy(TREE / "goalctl.yaml", sample)
    words = [sys.executable, "-m", "goalctl", "demo"]
    try:
        subprocess.run(words, cwd=tmp_path, env=tree_on_path, check=True, capture_output=True)
        assert len(list((tmp_path / "goalctl-demo" / "plans").glob("*.yaml"))) == len(PLANS)
    finally:
        shutil.rmtree(sample)
