"""`forms new` and `templates new` by questions, for somebody who has never seen such a file; a template from a plan."""

import pytest
from keyboard import Person

FORM = """\
form: sleep-check
version: 1                        # raise it when answers change meaning
name: Sleep check
kind: assessment
about: how nights were
over: the last week               # the stretch of time it asks about
by: client
tags: [own]                       # words to find it by

# options: the answers that all items share, with what each counts
options: {0: never, 1: sometimes, 2: often}
"""


def test_a_form_is_made_by_questions_checked_and_tried(practice, goalctl):
    person = Person(practice, "forms", "new", "sleep-check")
    person.answers("", "", "how nights were", "the last week", "", "never, sometimes, often")
    person.answers(
        "lay awake", "rested", "life was not worth it", "", "", "", "2", "0 low, 4 high", "3", "1", "told", ""
    )
    person.answers("y")
    for key in "202\r":
        person.sees_prompt()
        person.presses(key)
    assert person.leaves() == 0
    text = (practice / "forms" / "sleep-check.yaml").read_text(encoding="utf-8")
    assert FORM in text
    assert "  reversed: [q2]\n" in text
    assert '  - {item: q3, when: ">= 1", says: told}\n' in text
    assert "total 6 (of 0 to 6): high" in person.screen
    assert "ENDORSED" in person.screen
    assert goalctl("forms", "check", "sleep-check").status == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("often", "that is one answer (write two or more, as never, sometimes, often)"),
        ("9..3", "a scale runs from its lower to its higher end (write 0..10)"),
    ],
)
def test_answers_that_can_not_be_are_told(practice, line, said):
    person = Person(practice, "forms", "new", "own")
    person.answers("", "", "", "", "", line)
    person.sees_prompt()
    assert said in " ".join(person.screen.split())


def test_a_scale_has_its_ends_and_a_band_above_the_range_is_told_before_saving(practice):
    person = Person(practice, "forms", "new", "own")
    person.answers("", "", "", "", "", "0..10", "not at all, fully", "joy", "", "", "", "", "0 low, 11 high", "")
    assert person.answers("n")[0].startswith("Save this?")
    assert person.leaves() == 0
    assert "no score reaches 11 (scores run from 0 to 10)" in person.screen
    assert not (practice / "forms").exists()


def test_a_name_is_honoured_with_a_copy_too(goalctl, practice):
    goalctl("forms", "new", "my-sleep", "--from", "isi", "--name", "Nights", status=0)
    assert "\nname: Nights\n" in (practice / "forms" / "my-sleep.yaml").read_text(encoding="utf-8")
    goalctl("planners", "new", "own", "--from", "sleep", "--name", "Nights", status=0)
    assert "\nname: Nights\n" in (practice / "planners" / "own.yaml").read_text(encoding="utf-8")


def test_a_template_is_made_by_questions_and_a_plan_begins_with_it(practice, goalctl):
    person = Person(practice, "templates", "new", "quiet")
    person.answers("", "new parents", "individual psychotherapy; every 1w; for 16 weeks; 50 minutes", "")
    person.answers("swing every 2w", "PHQ9 every 4 weeks; ors every 1 session", "Low mood", "", "Walks daily")
    person.answers("days walked/week 0..7: -> 5", "12w", "Asks Sam", "", "", "")
    assert person.leaves() == 0
    assert goalctl("templates", "check", "quiet").status == 0
    goalctl("add-client", "c-new", "--template", "quiet", status=0)
    text = (practice / "plans" / "c-new.yaml").read_text(encoding="utf-8")
    assert "time_bound: {deadline: 2026-05-25}" in text
    assert "in_client_control" not in text
    assert "{type: individual psychotherapy, minutes: 50, every: 1w, for: 16w}" in text
    assert "- {form: phq-9, every: 4w}" in text
    assert "- {form: ors, every: 1 session}" in text


def test_a_template_from_a_plan_takes_nothing_that_is_the_client_s_own(practice, plan_file, goalctl):
    text = plan_file.read_text(encoding="utf-8").replace("Walks on three days", "Walks with Anna on three days")
    plan_file.write_text(text.replace("problem: Low mood", "problem: Low mood, rings 0171 5550134"), encoding="utf-8")
    person = Person(practice, "templates", "new", "moving", "--from", "c-ab1", "--name", "Moving")
    person.answers("Low mood", "", "y", "Walks on three days a week", "", "")
    assert person.leaves() == 0
    made = (practice / "templates" / "moving.yaml").read_text(encoding="utf-8")
    assert "name: Moving\n" in made
    assert "Walks on three days a week" in made
    assert "within: {g1: 47d, g1.1: 57d}" in made
    for own in ("Anna", "0171", "c-ab1", "kowalski", "baseline", "2026", "patient father", "sessions"):
        assert own not in made
    assert goalctl("templates", "check", "moving").status == 0


def test_off_a_terminal_nobody_could_look_so_it_is_refused(goalctl):
    refused = goalctl("templates", "new", "moving", "--from", "c-ab1", status=2)
    assert "somebody to look at each wording is missing" in refused.err
