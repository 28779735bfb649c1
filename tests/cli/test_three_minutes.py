"""From an empty folder to a full plan for a new client in under three minutes of typing, counted key by key."""

from keyboard import Person

from goalctl.documents.read import read_data

KEYS_PER_SECOND = 5
A_MINUTE = 60


class Typist:
    """Someone who types whole commands and their answers; `keys` counts every key, Enter included."""

    def __init__(self, folder):
        self.folder = folder
        self.keys = 0

    def runs(self, line, *answers):
        self.keys += len(f"{line}\r")
        person = Person(self.folder, *line.split()[1:])
        person.answers(*answers)
        assert person.leaves() == 0, person.screen
        self.keys += person.pressed
        return person.screen


def test_a_full_plan_takes_less_than_three_minutes_of_typing(tmp_path):
    Typist(tmp_path).runs("goalctl init practice", "")
    typist = Typist(tmp_path / "practice")
    typist.keys = len("goalctl init practice\r\rcd practice\r")
    typist.runs(
        "goalctl add-client c-7f3k", "", "", "Low mood and withdrawal since October",
        "F33.1 Major depressive disorder, recurrent, moderate", "being a patient father; staying sober",
        "two years sober; a supportive brother", "shift work", "",
    )  # fmt: skip
    typist.runs(
        "goalctl add-goal c-7f3k --from depression/g1 --with-objectives --status active --priority 1",
        "short run", "1", "0", "1", "0", "y", "1 I want to play with my kids again",
    )  # fmt: skip
    typist.runs(
        "goalctl add-goal c-7f3k --from depression/g2 --with-objectives --status active --priority 2",
        "18", "0", "0", "y", "I want my head back",
    )  # fmt: skip
    assert typist.keys / KEYS_PER_SECOND < 3 * A_MINUTE
    plan = read_data((tmp_path / "practice" / "plans" / "c-7f3k.yaml").read_text(encoding="utf-8"))[0]
    assert is_full(plan)
    found = typist.runs("goalctl check --select E,S,L")
    assert "error" not in found
    assert "warning" not in found


def is_full(plan):
    """Whether the thread runs from the problem through SMART goals and objectives to what the clinician does."""
    smart = ("specific", "measurable", "attainable", "relevant", "time_bound")
    steps = [step for goal in plan["goals"] for step in goal["objectives"]]
    return (
        len(plan["goals"]) == 2
        and all(goal["problem"] == plan["problems"][0]["id"] for goal in plan["goals"])
        and all(goal["smart"].get(part) for goal in plan["goals"] for part in smart)
        and all("baseline" in goal["smart"]["measurable"] for goal in plan["goals"])
        and len(steps) == 5
        and all(step["interventions"] and step["deadline"] and step["measurable"] for step in steps)
    )
