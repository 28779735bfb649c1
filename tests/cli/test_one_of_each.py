"""Nothing that was typed is dropped: a second value is refused, and line ends and characters of any kind are taken."""

import subprocess
import sys

import pytest

TWICE = [
    pytest.param(["log-session", "c-ab1", "--note", "First half.", "--note", "Second half."], "--note", id="note"),
    pytest.param(["log-session", "c-ab1", "--by", "a", "--note", "x", "--by", "b"], "--by", id="apart"),
    pytest.param(["due", "--within", "2w", "--within", "3w"], "--within", id="reading"),
    pytest.param(["check", "--audit", "outpatient", "--audit", "outpatient"], "--audit", id="check"),
    pytest.param(["forms", "list", "--format", "json", "--format", "csv"], "--format", id="group"),
    pytest.param(["--today", "2026-01-01", "--today", "2026-01-02", "due"], "--today", id="root"),
    pytest.param(["report", "c-ab1", "-o", "a.md", "--output", "b.md"], "--output", id="both names of one"),
]


@pytest.mark.parametrize(("words", "option"), TWICE)
def test_an_option_that_takes_one_value_refuses_a_second(goalctl, plan_file, words, option):
    before = plan_file.read_bytes()
    outcome = goalctl(*words, status=2)
    assert outcome.err.startswith(f"goalctl: {option} is given twice; it takes one value\n")
    assert plan_file.read_bytes() == before


def test_what_may_be_repeated_is_and_a_flag_says_the_same_twice(goalctl, plan_file):
    goalctl("log-session", "c-ab1", "--cpt", "90834", "--cpt", "90785", "--confidential", "--confidential", status=0)
    assert "cpt: [" in plan_file.read_text(encoding="utf-8").rpartition("- id:")[2]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
@pytest.mark.parametrize("long", [[], ["--long-note"]], ids=["", "long"])
def test_text_from_stdin_may_have_any_line_ends(practice, plan_file, goalctl_command, tree_on_path, ending, long):
    words = [goalctl_command, "log-session", "c-ab1", "--note", "-", *long]
    text = f"Felt calmer.{ending}Slept better.{ending}".encode()
    subprocess.run(words, cwd=practice, env=tree_on_path, input=text, check=True, capture_output=True)
    files = [plan_file, *practice.glob("notes/*/*")]
    saved = b"".join(path.read_bytes() for path in files)
    assert b"\r" not in saved
    assert [line.strip() for line in saved.decode().splitlines()[-2:]] == ["Felt calmer.", "Slept better."]


def test_an_argument_may_have_windows_line_ends(goalctl, plan_file):
    goalctl("log-session", "c-ab1", "--note", "Felt calmer.\r\nSlept better.", status=0)
    assert plan_file.read_text(encoding="utf-8").endswith("note: |-\n      Felt calmer.\n      Slept better.\n")


def test_what_the_output_cannot_hold_is_escaped(practice, tree_on_path):
    words = [sys.executable, "-m", "goalctl", "show", "c-ab1"]
    environment = tree_on_path | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(words, cwd=practice, env=environment, capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith(rb"c-ab1 \xb7 active")
