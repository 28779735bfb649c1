"""What is told of a wording while it is typed: what `check` finds after the change and did not find before it."""

import json
import re
from collections import Counter

import pytest

ABOUT_WORDS = re.compile(r"plans/c-ab1\.yaml:(\d+):\d+: \w+\[(S10\d|S110)\]")


@pytest.fixture
def worded(goalctl):
    goalctl("add-goal", "c-ab1", "Understands his anger better", "--status", "active", status=0)
    goalctl("add-goal", "c-ab1", "Feels less anxious", "--status", "active", status=0)
    goalctl("add-objective", "c-ab1", "g2", "Explores the grief and improves his sleep", status=0)
    return goalctl


def found(goalctl):
    listed = json.loads(goalctl("check", "c-ab1", "--select", "S", "--format", "json").out)["findings"]
    return Counter(each["code"] for each in listed if each["path"][-1] in {"goal", "objective"})


@pytest.mark.parametrize(
    "words",
    [
        ("add-goal", "c-ab1", "Understands his anger better", "--status", "active"),
        ("add-goal", "c-ab1", "Calls a friend twice a week", "--status", "active"),
        ("add-objective", "c-ab1", "g1", "Improves his sleep"),
        ("set", "c-ab1", "g2", "goal=Understands his wife better", "--because", "agreed"),
    ],
)
def test_what_is_told_is_what_is_new(worded, plan_file, words):
    before = found(worded)
    told = ABOUT_WORDS.findall(worded(*words, status=0).err)
    assert Counter(code for _, code in told) == found(worded) - before
    wording = next(word for word in words if " " in word).removeprefix("goal=")
    lines = plan_file.read_text(encoding="utf-8").splitlines()
    assert all(lines[int(line) - 1].endswith(wording) for line, _ in told)
