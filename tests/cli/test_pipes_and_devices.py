"""A pipe or a device in the place of a file, or behind a link of its name: nothing waits for it, nothing is filled."""

import os

import pytest

from tests.faults.repositories import begin
from tests.forks import Forked

IN_TIME = 20  # seconds, for what takes a tenth of one
COMMANDS = (("due",), ("show", "c-ab1"), ("check",), ("log", "c-ab1", "g1.1=2"), ("doctor",))


def placed(path, kind):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")


def ended(practice, *words):
    environment = {**os.environ, "GOALCTL_TODAY": "2026-02-16", "GOALCTL_NAMES": str(practice / "none")}
    process = Forked(words, practice, environment)
    process.wait(IN_TIME)
    return process.returncode, *process.communicate()


@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize(
    "name",
    ["plans/c-ab1 (conflicted copy).yaml", "plans/plan.schema.json", ".goalctl/unfinished.json", "forms/own.yaml"],
)
def test_no_command_waits_for_what_is_no_file(practice, name, kind):
    placed(practice / name, kind)
    for words in COMMANDS:
        status, _, told = ended(practice, *words)
        assert status in {0, 1, 3}, (words, status)
        assert "bug in goalctl" not in told


def test_doctor_does_not_read_a_device_in_the_place_of_gits_attributes(practice):
    begin(practice)
    placed(practice / ".gitattributes", "device")
    assert ended(practice, "doctor")[0] in {0, 1}


@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("plans/c-zz9.yaml", ("mark", "c-zz9", "")),
        ("planners/own.yaml", ("add-goal", "c-ab1", "--from", "own/")),
    ],
)
def test_tab_waits_for_nothing_that_is_no_file(practice, name, words, kind):
    placed(practice / name, kind)
    assert ended(practice, "__complete", *words)[0] == 0


def test_tab_says_nothing_of_what_lies_behind_a_link_that_leaves(practice, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "plan.yaml"
    other.write_text("goals:\n  - id: g77\n", encoding="utf-8")
    (practice / "plans" / "c-zz9.yaml").symlink_to(other)
    assert "g77" not in ended(practice, "__complete", "mark", "c-zz9", "")[1]
    (practice / "plans" / "c-zz9.yaml").unlink()
    (practice / "plans" / "c-zz9.yaml").write_bytes(other.read_bytes())
    assert "g77" in ended(practice, "__complete", "mark", "c-zz9", "")[1]
