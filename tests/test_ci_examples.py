"""The files for other people's pipelines run as they stand."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parent.parent
WORKFLOW = TOP / "examples" / "ci" / "check-plans.yaml"
OURS = TOP / ".github" / "workflows" / "tests.yaml"
HOOKS = TOP / ".pre-commit-hooks.yaml"
USED = TOP / "examples" / "ci" / "pre-commit-config.yaml"


@pytest.fixture
def committed(practice):
    """The practice in a repository into which goalctl commits."""
    with (practice / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("commit: true\n")
    for words in (
        ["init", "-q"], ["config", "user.name", "MK"], ["config", "user.email", "mk@example.org"],
        ["add", "."], ["commit", "-qm", "begin"],
    ):  # fmt: skip
        subprocess.run(["git", *words], cwd=practice, check=True)


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_workflow_annotates_the_lines_of_a_pull_request(goalctl):
    steps = read(WORKFLOW)["jobs"]["check"]["steps"]
    line = next(step["run"] for step in steps if step.get("name") == "goalctl check")
    words = shlex.split(
        line.replace("$(TZ=Europe/London date +%F)", "2026-03-02").replace('"2', "2").replace('2"', "2")
    )
    annotated = goalctl(*words[1:], status=0)
    assert annotated.out.startswith("::warning file=plans/c-ab1.yaml,line=36,col=13,")
    assert annotated.out.count("\n") == 1


def hook():
    """The words of the hook as a practice would use it."""
    (hook,) = read(HOOKS)
    (used,) = read(USED)["repos"][0]["hooks"]
    assert used["id"] == hook["id"]
    return [*hook["entry"].split()[1:], *used["args"], "plans/c-ab1.yaml"]


@pytest.mark.usefixtures("committed")
def test_the_hook_tells_what_is_clinical_and_stops_nobody(goalctl):
    told = goalctl(*hook(), status=0)
    assert told.err == "1 plan checked: 1 warning\n"


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        ("target: 9,", "target: 6,", 0),
        ("worked_on", "worked_on", 0),
        ("{g1.1: 2}", "{g9: 2}", 1),
        ("opened: 2026-01-05", "opened: soon", 3),
        ("  - id: def456", "  - id: def457", 1),
    ],
    ids=["something clinical", "nothing", "an unknown id", "no plan", "an entry that is gone"],
)
def test_the_hook_stops_at_errors_alone(goalctl, plan_file, before, after, status):
    plan_file.write_text(plan_file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    goalctl(*hook(), status=status)


@pytest.mark.usefixtures("committed")
def test_the_plans_of_those_who_are_worst_off_can_be_committed(goalctl, practice):
    """Risk without a follow-up and scores that got worse are findings, and goalctl's own commits run the same hook."""
    script = practice / ".git" / "hooks" / "pre-commit"
    script.parent.mkdir(exist_ok=True)
    words = " ".join(hook())
    script.write_text(f"#!/bin/sh\nexec env PYTHONPATH={TOP} {sys.executable} -m goalctl {words}\n", encoding="utf-8")
    script.chmod(0o755)
    logged = goalctl("log-session", "c-ab1", "--form", "phq-9=333333333", status=0)
    assert "not committed" not in logged.err
    assert "C105" in goalctl("check", status=1).out


BLOCKS = ("goalctl --today", "bin/pytest")


def test_our_own_workflow_runs_what_the_readme_says():
    """The words by which it takes both commands out of the README find them, and on every Python we name."""
    jobs = read(OURS)["jobs"]
    assert jobs["readme"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    for step, block in zip(jobs["readme"]["steps"][2:], BLOCKS, strict=True):
        line = step["run"].removeprefix("bash -e <(").removesuffix(")")
        found = subprocess.run(["bash", "-c", line], cwd=TOP, text=True, check=True, capture_output=True).stdout
        assert block in found


def test_every_workflow_is_read_only_and_waits_for_no_package_index():
    for path in (OURS, WORKFLOW, TOP / "examples" / "weekly" / "weekly-report.yml"):
        assert read(path)["permissions"] == {"contents": "read"}
        assert "pip install goalctl" not in path.read_text(encoding="utf-8")
