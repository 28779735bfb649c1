"""A clinic day at a terminal, from `goalctl` to the last signature: nobody types one id."""

import re

import pytest
from keyboard import Person

from goalctl.documents.read import read_data

AN_ID = re.compile(r"\b(c-\w+|[pgih]\d[\d.]*)\b")
NAMES = "format: 1\nclients:\n  c-ab1: {name: Anna Kowalska, birth_date: 1984-03-02}\n  c-cd2: {name: Ben Little}\n"


class Day:
    """One clinician on one day; `typed` is all that was typed, `screens` what was seen of each command."""

    def __init__(self, folder, names):
        self.folder, self.names = folder, names
        self.typed, self.screens = [], {}

    def runs(self, line, *answers):
        self.typed += [line, *answers]
        person = Person(self.folder, *line.split()[1:], beside=self.names)
        prompts = person.answers(*answers)
        assert person.leaves() == 0, person.screen
        self.screens[line] = person.screen
        return prompts


@pytest.fixture
def day(practice, plan_file, tmp_path_factory):
    """A day on which Anna comes, and Ben does not."""
    (practice / "goalctl.yaml").write_text("format: 2\nworkspace: wabcdefg\nclinician: m.kowalski\n", encoding="utf-8")
    text = plan_file.read_text(encoding="utf-8").replace("[2, 2, 3, 2, 1, 2, 2, 2, 2]", "[3, 3, 3, 2, 1, 2, 2, 2, 0]")
    (practice / "plans" / "c-cd2.yaml").write_text(text.replace("client: c-ab1", "client: c-cd2"), encoding="utf-8")
    plan_file.write_text(text.replace("homework_done:", "next: 2026-03-02\n    homework_done:"), encoding="utf-8")
    folder = tmp_path_factory.mktemp("names")
    (folder / "wabcdefg.yaml").write_text(NAMES, encoding="utf-8")
    (folder / "wabcdefg.yaml").chmod(0o600)
    return Day(practice, {"GOALCTL_NAMES": str(folder)})


def test_from_the_first_look_to_the_last_signature_nobody_types_an_id(day, plan_file):
    day.runs("goalctl")
    day.runs("goalctl today")
    day.runs("goalctl prep", "")
    prompts = day.runs(
        "goalctl log-session", "anna", "1", "", "3", "223212210", "1", "", "Ran in the rain.", "", "+1w", ""
    )
    day.runs("goalctl set", "anna", "1", "fewer", "specific", "Gets up by eight", "she said so")
    day.runs("goalctl sign", "1", "y")
    assert [line for line in day.typed if AN_ID.search(line)] == []
    assert prompts[:3] == ["> ", "> ", "1/7 Visit? [2026-03-02] > "]
    for line in ("goalctl", "goalctl today"):
        assert "who comes\n  c-ab1 Anna Kowalska, born 1984: g1 deadline 2 days overdue" in _plain(day.screens[line])
    plan = read_data(plan_file.read_text(encoding="utf-8"))[0]
    assert plan["sessions"][-1]["scores"] == {"g1.1": "3"}
    assert plan["goals"][0]["smart"]["specific"] == "Gets up by eight"
    assert all(entry["signed"] for entry in plan["sessions"])


def test_no_name_gets_into_the_plan_or_the_memory(day, practice):
    day.runs("goalctl today")
    day.runs("goalctl hold --because holiday", "little", "1")
    kept = [path.read_bytes() for path in practice.rglob("*") if path.is_file()]
    assert not any(b"Little" in data or b"Kowalska" in data for data in kept)


def _plain(screen):
    return "\n".join(line.rstrip() for line in screen.splitlines())
