"""The note of `log-session`, drafted by a template: edited in place or in the editor, kept in a file."""

import pytest
from keyboard import Person

from goalctl.documents.read import read_data

FACTS = ["1/7 Visit? [2026-03-02] > ", "3/7 Scores? > ", "PHQ-9 is due (last 18 on 2026-01-12): > ", "4/7 Used? > "]


@pytest.fixture
def clinic(practice, plan_file):
    """A client whose newest entry is of a day before, with nothing endorsed."""
    text = plan_file.read_text(encoding="utf-8")
    plan_file.write_text(text.replace("[2, 2, 3, 2, 1, 2, 2, 2, 2]", "[3, 3, 3, 2, 1, 2, 2, 2, 0]"), encoding="utf-8")
    return practice


def entry(plan_file):
    return read_data(plan_file.read_text(encoding="utf-8"))[0]["sessions"][-1]


def test_a_template_and_scores_are_asked_in_one_session(clinic, plan_file):
    person = Person(clinic, "log-session", "c-ab1", "--note-form", "soap")
    prompts = person.answers("", "3", "", "1", "Calm", "", "", "Tired", "Yawned", "Too little sleep", "", "")
    assert person.leaves() == 0, person.screen
    assert prompts[:4] == FACTS
    assert next(prompt for prompt in prompts if prompt.startswith("SOAP")) == "SOAP note 1/4 Subjective? > "
    assert entry(plan_file)["scores"] == {"g1.1": "3"}
    subjective, objective = entry(plan_file)["note"].splitlines()[:2]
    assert subjective == "Subjective: Tired. Response: Calm."
    assert objective.startswith("Objective: Yawned. Walks on three days a week (days walked per week): 3, up 1 from 2")
    assert objective.endswith("Used: Behavioural activation.")


def test_scores_given_as_options_draft_the_note_that_is_asked(clinic, plan_file):
    person = Person(clinic, "log-session", "c-ab1", "g1.1=3", "--homework", "run", "--note-form", "girp")
    prompts = person.answers("Rain", "", "", "-", "")
    assert person.leaves() == 0, person.screen
    assert prompts[0] == "GIRP note 1/4 Goal? > "
    assert entry(plan_file)["note"].startswith("Goal: Rain. Walks on three days a week (days walked per week): 3, up 1")
    assert "Left out of the note, for nothing in your own words: Intervention, Response, Plan." in person.screen


def test_the_editor_begins_with_words_and_draft_and_what_it_saves_stands_alone(clinic, plan_file, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\ncp "$1" "$1.seen"\necho "Wrote it anew." > "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    (clinic / "goalctl.yaml").write_text("format: 2\nclinician: m.kowalski\nnote: plain\n", encoding="utf-8")
    person = Person(clinic, "log-session", "c-ab1", editor=editor)
    person.answers("", "3", "", "", "", "", "", "e", "")
    assert person.leaves() == 0, person.screen
    assert entry(plan_file)["note"] == "Wrote it anew."
    seen = (clinic / ".goalctl" / "rescued" / "note.note.txt.seen").read_text(encoding="utf-8")
    assert seen.startswith("Walks on three days a week (days walked per week): 3")


def test_a_long_note_is_drafted_into_its_file(clinic, plan_file):
    person = Person(clinic, "log-session", "c-ab1", "--note-form", "dap", "--long-note")
    person.answers("", "3", "", "", "", "", "", "Rain", "", "", "")
    assert person.leaves() == 0, person.screen
    text = (clinic / entry(plan_file)["note_file"]).read_text(encoding="utf-8")
    assert "\nData: Rain. Walks on three days" in text
    assert "note" not in entry(plan_file)


def test_a_template_that_is_not_there_is_named(clinic):
    (clinic / "goalctl.yaml").write_text("format: 2\nnote: dapp\n", encoding="utf-8")
    person = Person(clinic, "log-session", "c-ab1")
    assert person.leaves() == 2
    assert "goalctl.yaml, note: there is no dapp among the forms" in person.screen
