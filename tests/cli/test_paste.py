"""A paste of two lines at a plain prompt is one answer, where the terminal says with brackets that it is a paste."""

import json

import pytest

keyboard = pytest.importorskip("tests.cli.keyboard")
WANTED = "\x1b[?2004h"  # only then does a terminal put brackets around a paste
PASTE = "sleeps through\rmost nights"


def test_the_second_line_of_a_paste_does_not_answer_the_next_question(practice):
    with (practice / "goalctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("prompts: plain\n")
    person = keyboard.Person(practice, "add-goal", "c-ab1", "--grow", beside={"TERM": "xterm"})
    person.sees_prompt()
    person.presses((f"\x1b[200~{PASTE}\x1b[201~" if WANTED in person.seen else PASTE) + keyboard.ENTER)
    person.answers("")
    assert person.stops_at_the_next_prompt() == 130
    kept = json.loads((practice / ".goalctl/rescued/grow-c-ab1.json").read_text(encoding="utf-8"))
    assert [*kept.values()][1:] == ["sleeps through\nmost nights"]
