"""The clinic day in `examples/` runs on a fresh copy, and everything that it tells of is on record afterwards."""

import difflib
import os
import re
import subprocess
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent
SEEN = ("c-z64f", "c-p3vd", "c-m2x9", "c-58tz", "c-2rj5", "c-4hq8", "c-kx07", "c-7f3k")


@pytest.fixture(scope="module")
def day(tmp_path_factory, goalctl_command):
    """The folder that the day has left behind, and what it told."""
    home = tmp_path_factory.mktemp("day")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GOALCTL")}
    environment = kept | {"PATH": f"{goalctl_command.parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}
    done = subprocess.run(
        ["sh", TREE / "examples" / "day" / "day.sh", home / "clinic"], env=environment, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return home / "clinic", done.stdout


def difference(folder, client):
    before = (TREE / "plans" / f"{client}.yaml").read_text(encoding="utf-8").splitlines()
    after = (folder / "plans" / f"{client}.yaml").read_text(encoding="utf-8").splitlines()
    return [line for line in difflib.ndiff(before, after) if line[0] in "+-"]


@pytest.mark.parametrize("client", SEEN)
def test_each_of_eight_clients_has_an_entry_of_the_day(day, client):
    assert len([line for line in difference(day[0], client) if line.endswith(" date: 2026-06-23")]) == 1


def test_nobody_else_s_file_was_touched(day):
    changed = [file.stem for file in (day[0] / "plans").glob("*.yaml") if difference(day[0], file.stem)]
    assert sorted(changed) == sorted(SEEN)


def test_nothing_was_taken_away_but_the_deadline_that_moved_and_an_older_format(day):
    gone = [line for client in SEEN for line in difference(day[0], client) if line.startswith("-")]
    assert gone == ['-         "deadline": "2026-05-29"', "- format: 1"]


@pytest.mark.parametrize(
    ("client", "line"),
    [
        ("c-2rj5", "+     kind: no-show"),
        ("c-7f3k", "+         set: {scores.g1.1: 5}"),
        ("c-58tz", "+       ideation: passive"),
        ("c-58tz", "+       follow_up: 2026-06-30"),
        ("c-p3vd", "+         extended:"),
    ],
    ids=["a no-show", "an amended entry", "a risk item", "its follow-up", "an extension"],
)
def test_what_the_day_brought_is_on_record(day, client, line):
    assert line in difference(day[0], client)


def test_one_entry_is_signed(day):
    signed = [line for client in SEEN for line in difference(day[0], client) if "signed:" in line]
    assert len(signed) == 1


def test_the_endorsed_item_was_told_at_once_with_what_to_do(day):
    endorsed = r"!! ENDORSED: PHQ-9 q9, answer 1, on 2026-06-23\.\n   Thoughts .*\n"
    assert re.search(rf"{endorsed}.*alerts nobody\.\n   To record it: goalctl risk c-58tz\n", day[1])
