"""The files for other people's pipelines run as they stand."""

import shlex
from pathlib import Path

import yaml

TOP = Path(__file__).parent.parent
WORKFLOW = TOP / "examples" / "ci" / "check-plans.yaml"
HOOKS = TOP / ".pre-commit-hooks.yaml"
USED = TOP / "examples" / "ci" / "pre-commit-config.yaml"


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_workflow_annotates_the_lines_of_a_pull_request(goalctl):
    steps = read(WORKFLOW)["jobs"]["check"]["steps"]
    line = next(step["run"] for step in steps if step.get("name") == "goalctl check")
    words = shlex.split(
        line.replace("$(TZ=Europe/London date +%F)", "2026-03-02").replace('"2', "2").replace('2"', "2")
    )
    annotated = goalctl(*words[1:], status=1)
    assert annotated.out.startswith("::warning file=plans/c-ab1.yaml,line=36,col=13,")
    assert annotated.out.count("\n") == 1


def test_the_hook_checks_the_files_that_it_is_given(goalctl):
    (hook,) = read(HOOKS)
    (used,) = read(USED)["repos"][0]["hooks"]
    assert used["id"] == hook["id"]
    told = goalctl(*hook["entry"].split()[1:], *used["args"], "plans/c-ab1.yaml", status=1)
    assert told.err == "1 plan checked: 1 warning\n"
